"""The release that a work's score counts from, kept in step with the facts about releases.

`Work.released` is what "score at release" uses. Where it is empty it follows the first release to
the public whose day is known; one that an editor has set otherwise is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clapometer.catalogue.drafts import fact_of, work_corrected
from clapometer.catalogue.models import Work
from clapometer.catalogue.releases import first_release, releases_of
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import Fact
from clapometer.instants import format_instant
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.writing import Writer

_PREFIX = "release."


def append_followed(writer: Writer, drafts: Sequence[Draft]) -> list[Entry]:
    """Append drafts of facts, and where they change first releases, what follows for the works.

    Returns the entries of the drafts alone.
    """
    works = _works_of(drafts)
    before = _first_of(works)
    entries = writer.append(drafts)
    if works:
        writer.append(_following(before))
    return entries


def _works_of(drafts: Iterable[Draft]) -> list[int]:
    """Return the works whose releases the drafts speak of."""
    told = [draft for draft in drafts if draft.kind.startswith(_PREFIX)]
    works = {draft.body["about"] for draft in told if "about" in draft.body}
    facts = {int(draft.subject.partition(":")[2] or 0) for draft in told} - {0}
    works.update(FactVersion.objects.filter(fact__in=facts).values_list("about", flat=True))
    return sorted(work for work in works if isinstance(work, int))


def _first_of(works: Sequence[int]) -> dict[int, int | None]:
    """Return for each work the instant of its first release to the public, if its day is known."""
    told: dict[int, list[Fact]] = {work: [] for work in works}
    for fact in releases_of(works) if works else ():
        told[fact.about].append(fact)
    firsts = {work: first_release(facts) for work, facts in told.items()}
    return {work: first.at if first else None for work, first in firsts.items()}


def _following(before: dict[int, int | None]) -> list[Draft]:
    """Return the drafts that move the works' releases to what their facts say now."""
    after = _first_of(list(before))
    drafts = []
    for work in Work.objects.filter(id__in=before).order_by("id"):
        now = after[work.id]
        by_hand = work.released not in (None, before[work.id])
        if by_hand or work.released == now:
            continue
        told = None if now is None else format_instant(now)
        facts: dict[str, Value] = {"released": told}
        drafts.append(work_corrected(work.id, facts, {"released": fact_of(work, "released")}))
    return drafts
