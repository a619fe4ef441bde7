"""One proposal of the queue as its page shows it: the source, the record, what can be answered."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.desk.proposals.models import Backing, Proposal, Reading
from clapometer.desk.proposals.queue import Filter, Pace
from clapometer.desk.proposals.takers import Choice, Comparison, Row
from clapometer.readers.pages.markup.repairs import REPAIRS
from clapometer.readers.pages.page import PAGE_REPAIRS
from clapometer.readers.text import clean_link

from .effects import EffectWords, told_effect

ROUND, BEFORE_IT = 600, 40
KIND_WORDS = {
    "review": gettext_lazy("Review"),
    "claim": gettext_lazy("Claim"),
    "match": gettext_lazy("Match"),
    "correction": gettext_lazy("Correction"),
}
STATE_WORDS = {
    "waiting": gettext_lazy("waiting"),
    "accepted": gettext_lazy("accepted"),
    "refused": gettext_lazy("refused"),
    "undone": gettext_lazy("taken back"),
    "gone": gettext_lazy("nothing left to decide"),
}
ROW_WORDS = {
    "same": ("=", gettext_lazy("as we hold it")),
    "new": ("+", gettext_lazy("new")),
    "differs": ("≠", gettext_lazy("differs")),
}
SURENESS = (
    (0.9, gettext_lazy("very sure")),
    (0.75, gettext_lazy("sure")),
    (0.5, gettext_lazy("rather sure")),
    (0.0, gettext_lazy("unsure")),
)
"""Confidence in words, from the highest."""
HOW_STATED = {
    "current": gettext_lazy("stated as holding now"),
    "at_debut": gettext_lazy("of the debut"),
    "former": gettext_lazy("no longer so"),
    "reported": gettext_lazy("reported"),
    "confirmed": gettext_lazy("confirmed"),
    "speculated": gettext_lazy("speculated"),
    "denied": gettext_lazy("denied"),
    "undecided": gettext_lazy("not decided"),
}


class Part(NamedTuple):
    """A piece of a text; `marked`: the words on which the proposal stands."""

    text: str
    marked: bool


class SourceShown(NamedTuple):
    """A text that says it: where it stands, and its words around the place."""

    headline: str
    outlet: str
    published: str
    told: str
    link: str
    reading: int
    excerpt: list[Part]
    whole: list[Part]
    quote: str
    sure: str
    per_cent: int
    rule: str
    stated: str
    remarks: list[str]


class RowShown(NamedTuple):
    """A row of the comparison; the sign and the word say its state without colour."""

    field: str
    held: str
    says: str
    state: str
    sign: str
    word: str


class ProposalShown(NamedTuple):
    """A proposal with all that its page shows of it."""

    id: int
    kind: str
    claim: str
    title: str
    state: str
    sure: str
    per_cent: int
    sources: list[SourceShown]
    rows: list[RowShown]
    compared: bool
    comparison: Comparison
    choices: list[tuple[int, Choice]]
    effect: EffectWords | None


def shown(proposal: Proposal, comparison: Comparison) -> ProposalShown:
    """Return what is shown of a proposal."""
    backings = proposal.backings.select_related("reading").order_by("-confidence", "id")
    return ProposalShown(
        proposal.id,
        str(KIND_WORDS.get(proposal.kind, proposal.kind)),
        proposal.claim.replace("_", " "),
        proposal.title,
        proposal.state,
        sureness(proposal.confidence),
        round(proposal.confidence * 100),
        [_source(one) for one in backings],
        [_row(one) for one in comparison.rows],
        any(one.held for one in comparison.rows),
        comparison,
        list(enumerate(comparison.choices[:9], 1)),
        told_effect(comparison.effect) if comparison.effect else None,
    )


def _row(one: Row) -> RowShown:
    sign, word = ROW_WORDS[one.state]
    return RowShown(one.field, one.held, one.says, one.state, sign, str(word))


def sureness(confidence: float) -> str:
    """Return a confidence in words."""
    return str(next(word for least, word in SURENESS if confidence >= least))


def _source(backing: Backing) -> SourceShown:
    reading = backing.reading
    start, end = backing.start, backing.end
    stated = str(HOW_STATED.get(backing.modality, backing.modality))
    told = (reading.outlet, reading.byline, reading.published[:10], stated)
    return SourceShown(
        reading.headline or reading.link or _("A text without a headline"),
        reading.outlet,
        reading.published[:10],
        " · ".join(one for one in told if one),
        link_of(reading),
        reading.id,
        excerpt(reading.text, start, end),
        marked(reading.text, start, end) if len(reading.text) > ROUND * 2 else [],
        backing.quote,
        sureness(backing.confidence),
        round(backing.confidence * 100),
        backing.rule,
        stated,
        _remarks(reading.page),
    )


def link_of(reading: Reading) -> str:
    """Return where a text stands, "" for what is no address of the web: a page may call itself
    anything."""
    return clean_link(reading.canonical) or clean_link(reading.link) or ""


def _remarks(page: dict[str, object]) -> list[str]:
    """Return what had to be mended to read the page."""
    repairs = page.get("repairs")
    if not isinstance(repairs, list):
        return []
    return [
        _("%(where)s was mended: %(steps)s") % {
            "where": one.get("where", ""),
            "steps": "; ".join(_mended(step) for step in one.get("steps", ())),
        }
        for one in repairs
        if isinstance(one, dict)
    ]  # fmt: skip


def _mended(step: str) -> str:
    """Return what had to be mended, in the words of the readers' tables."""
    found = REPAIRS.get(step)
    return found.means.replace("`", "") if found else PAGE_REPAIRS.get(step, step)


def marked(text: str, start: int, end: int) -> list[Part]:
    """Return a text in pieces, the place marked."""
    if not 0 <= start < end <= len(text):
        return [Part(text, marked=False)] if text else []
    pieces = (Part(text[:start], False), Part(text[start:end], True), Part(text[end:], False))
    return [piece for piece in pieces if piece.text]


def excerpt(text: str, start: int, end: int) -> list[Part]:
    """Return the text around a place, cut between words; without a place its beginning."""
    if not 0 <= start < end <= len(text):
        cut = _cut(text, ROUND)
        return [Part(text[:cut] + ("…" if cut < len(text) else ""), marked=False)] if text else []
    first, last = max(0, start - ROUND), _cut(text, end + ROUND)
    if first:
        blank = text.find(" ", first, start)
        first = first if blank < 0 else blank + 1
    head = ("…" if first else "") + text[first:start]
    tail = text[end:last] + ("…" if last < len(text) else "")
    pieces = (Part(head, False), Part(text[start:end], True), Part(tail, False))
    return [piece for piece in pieces if piece.text]


def _cut(text: str, near: int) -> int:
    """Return where to cut a text near a place: in front of a blank."""
    if near >= len(text):
        return len(text)
    blank = text.find(" ", near)
    return near if blank < 0 or blank - near > BEFORE_IT else blank


def pace_words(pace: Pace, left: int) -> str:
    """Return the pace of a sitting, and how long the rest takes at it."""
    if not pace.decided:
        return ""
    told = _("%(n)d decided in this sitting") % {"n": pace.decided}
    if pace.a_minute is None:
        return told
    told = _("%(told)s, %(pace).1f a minute") % {"told": told, "pace": pace.a_minute}
    rest = pace.minutes_for(left)
    if not rest or not left:
        return told
    if rest < 1:
        return _("%(told)s; the rest takes less than a minute") % {"told": told}
    return _("%(told)s; the rest takes about %(n)d min") % {"told": told, "n": round(rest)}


def address(name: str, wanted: Filter, *args: object) -> str:
    """Return the address of a page of the queue under a filter."""
    query = urlencode(wanted.pairs())
    path = reverse(name, args=args)
    return f"{path}?{query}" if query else path
