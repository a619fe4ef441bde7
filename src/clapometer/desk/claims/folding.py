"""Proposing the claims of a story: the same statement of several stories is one proposal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.readers.claims.claim import Claim
from clapometer.signals.announcing import seasons_named

from ..proposals.models import Reading
from ..proposals.proposing import Proposed, Stand, propose
from .certainty import STATED, recordable
from .drafting import Said, said_of
from .posting import published_text
from .records import TOPICS
from .telling import plain
from .works import work_called

KIND = "claim"
TELLING = (
    "aggregator", "outlet", "side", "unit", "event", "platform", "place", "chart", "period",
    "metric", "subject", "role", "speaker", "author",
)  # fmt: skip
"""Fields that tell claims of one kind, work and value apart."""
# Publishers name topics for search engines too; an editor looks them through.
_OF_PAGE = 0.8
_WORDS = frozenset({"consensus", "synopsis", "quotation"})
# Stories cut the same words at other places, and begin alike.
_FIRST_WORDS = 8
# Fields in which stories of one fact often say more or less: they tell nothing apart.
_LOOSE: Mapping[str, frozenset[str]] = {
    "renewal": frozenset({"platform", "place"}),
    "cancellation": frozenset({"platform", "place"}),
    "order": frozenset({"platform", "place"}),
    "ended": frozenset({"platform", "place"}),
    "cast": frozenset({"role"}),
    "source_work": frozenset({"author"}),
    "quotation": frozenset({"role", "place"}),
}


def propose_claims(reading: Reading, claims: Iterable[Claim]) -> list[Proposed | None]:
    """Put the claims of a story into the queue, each with the words it stands on.

    Claims of which nothing could be recorded are left out (None): they would cost an editor a key
    each. Topics that its page names are one claim more, where its text bears none.
    """
    works: dict[tuple[str, bool], Work | None] = {}
    told = list(claims)
    if reading.topics and all(claim.kind != TOPICS for claim in told):
        told.append(_topics_of_page(reading))
    return [_propose(reading, claim, works) for claim in told]


def _topics_of_page(reading: Reading) -> Claim:
    """Return the claim that the page of a story names its topics, beside its text."""
    return Claim(
        kind=TOPICS, work=None, season=None, value=list(reading.topics), modality="current",
        span=(0, 0), rule="page", confidence=_OF_PAGE,
    )  # fmt: skip


def _propose(
    reading: Reading, claim: Claim, works: dict[tuple[str, bool], Work | None]
) -> Proposed | None:
    asked = (claim.work or "", claim.season is not None)
    if asked not in works:
        works[asked] = work_called(asked[0], season=asked[1])
    work = works[asked]
    said = said_of(claim, work, published_text(reading))
    if not recordable(claim, said["record"]):
        return None
    start, end = claim.span
    stand = Stand(
        reading, start, end, reading.text[start:end], claim.confidence, claim.rule,
        claim.modality, said,
    )  # fmt: skip
    number = work.id if work else None
    key = fold_key(claim, work, reading.id)
    return propose(KIND, key, title_of(said), number, said, [stand], claim=claim.kind)


def fold_key(claim: Claim, work: Work | None, reading: int = 0) -> str:
    """Return what is equal for the same statement, whichever story makes it.

    That is kind, work, seasons, whether it is stated, and its value with what tells such values
    apart. The topics of a story are its own (`reading`).
    """
    if claim.kind == TOPICS:
        return f"{TOPICS} {reading}"
    about = f"w{work.id}" if work else fold(claim.work or "")
    stated = "stated" if claim.modality in STATED - {"at_debut", "former"} else claim.modality
    seasons = ",".join(map(str, sorted({*claim.seasons, claim.season} - {None}, key=str)))
    loose = _LOOSE.get(claim.kind, frozenset())
    told = [
        f"{name}={fold(plain(claim.fields[name]))}"
        for name in TELLING
        if name not in loose and claim.fields.get(name) not in (None, "")
    ]
    return " | ".join((claim.kind, about, seasons, stated, _value(claim), *told))


def _value(claim: Claim) -> str:
    value = fold(plain(claim.value)) if plain(claim.value) else ""
    return " ".join(value.split()[:_FIRST_WORDS]) if claim.kind in _WORDS else value


def title_of(said: Said) -> str:
    """Return a claim in one line: of which work, and what is said."""
    kind = said["claim"].replace("_", " ")
    seasons = seasons_named([said["season"]] if said["season"] is not None else [])
    named = ", ".join(part for part in (said["title"], seasons) if part)
    told = said["printed"] or said["typed"].get("topics", "")
    line = f"{kind}: {told}" if told and told != kind else kind
    if said["modality"] not in STATED:
        line = _("%(line)s (%(modality)s)") % {"line": line, "modality": said["modality"]}
    return f"{named} – {line}" if named else line
