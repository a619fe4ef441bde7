"""Everything that the page of one story shows: its head, what it states, with which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import Fact, facts_numbered
from clapometer.site.addresses import fact_address, work_address
from clapometer.site.factwords import line_of, names_in, title_of
from clapometer.stories.contradictions import contradictions_of
from clapometer.stories.models import Story, Support
from clapometer.stories.quoting import short_quote
from clapometer.stories.reading import supports_by

from .besides import beside_the_record
from .rows import Linked, StoryRow, rows_of

MODALITIES: dict[str, Promise] = {
    "current": gettext_lazy("stated as holding now"),
    "at_debut": gettext_lazy("as it was at the debut"),
    "former": gettext_lazy("as it was earlier"),
    "reported": gettext_lazy("reported"),
    "confirmed": gettext_lazy("confirmed"),
    "speculated": gettext_lazy("expected or rumoured"),
    "denied": gettext_lazy("denied"),
    "undecided": gettext_lazy("said not to be decided"),
}
"""How a story states something, in a reader's words."""


class Stated(NamedTuple):
    """One fact that a story states: the fact in one line, how, in which words; what stands against
    it, in the record of this site (`record`) or in another source (`disputed`)."""

    title: str
    line: str
    url: str
    how: str
    quote: str
    printed: str
    record: str
    disputed: bool


class OfWork(NamedTuple):
    """What a story states of one work."""

    work: Linked | None
    key: str
    stated: list[Stated]


class StoryPage(NamedTuple):
    """A story with all that it states, by work; `follows`: what can be followed from here."""

    row: StoryRow
    works: list[OfWork]
    follows: list[tuple[str, str]]


class _Told(NamedTuple):
    """What is read at once of all facts of a page: their works, their lines, those disputed."""

    works: Mapping[int, Work]
    lines: Mapping[int, str]
    disputed: frozenset[int]


def read_story_page(story: Story) -> StoryPage:
    """Return the page of a story."""
    (row,) = rows_of([story])
    supports = supports_by(story.id)
    facts = facts_numbered(one.fact for one in supports)
    works = Work.objects.select_related("parent").in_bulk({one.about for one in facts.values()})
    told = _Told(works, lines_of(facts.values()), disputed_among(works))
    grouped = list(_grouped(supports, facts, told))
    follows = [(one.key, one.work.name) for one in grouped if one.work]
    follows += [(f"topic:{topic.url.rsplit('/', 1)[1]}", topic.name) for topic in row.topics]
    return StoryPage(row, grouped, follows)


def _grouped(
    supports: Sequence[Support], facts: Mapping[int, Fact], told: _Told
) -> Iterable[OfWork]:
    """Yield what is stated of each work in the order in which it was accepted."""
    by_work: dict[int, list[Stated]] = {}
    for one in supports:
        fact = facts.get(one.fact)
        if fact is not None:
            stated = _stated(one, fact, told)
            by_work.setdefault(fact.about, []).append(stated)
    for about, stated_of in by_work.items():
        work = told.works.get(about)
        linked = Linked(work.label, work_address(work)) if work else None
        yield OfWork(linked, f"work:{about}", stated_of)


def _stated(support: Support, fact: Fact, told: _Told) -> Stated:
    line = told.lines[fact.id]
    if support.as_of:
        line = gettext("%(line)s: %(printed)s on %(day)s") % {
            "line": line, "printed": support.printed, "day": support.as_of,
        }  # fmt: skip
    return Stated(
        title=title_of(fact.kind),
        line=line,
        url=fact_address(fact.id),
        how=str(MODALITIES.get(support.modality, support.modality)),
        quote=short_quote(support.quote),
        printed=support.printed,
        record=beside_the_record(told.works.get(fact.about), fact),
        disputed=fact.id in told.disputed,
    )


def lines_of(facts: Iterable[Fact]) -> dict[int, str]:
    """Return facts in one line each, by fact; the names they refer to are looked up by kind."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    found: dict[int, str] = {}
    for name, told in by_kind.items():
        kind = kind_named(name)
        names = names_in(kind, told) if kind else {}
        found |= {fact.id: line_of(fact, names) for fact in told}
    return found


def disputed_among(works: Iterable[int]) -> frozenset[int]:
    """Return the facts about the works that another source contradicts, and nobody has settled."""
    found = contradictions_of(list(works))
    return frozenset(fact.id for one in found if one.open for fact in one.facts)
