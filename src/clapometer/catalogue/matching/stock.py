"""The shelf of this site: its works, as far as incoming ones may be meant by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q

from clapometer.facts.reading import facts_of_kind

from ..folding import fold
from ..models import Identifier, Work
from .points import YEAR_POINTS
from .shelf import Incoming, Known, Shelf, all_forms

WHOLE = ("film", "series")
"""Kinds that are matched by title; their parts are told by their numbers."""
_AT_ONCE = 500


def whole_shelf() -> Shelf:
    """Return all films and series of the site."""
    return Shelf(_known(list(Work.objects.filter(kind__in=WHOLE).order_by("id"))))


def shelf_for(incoming: Iterable[Incoming]) -> Shelf:
    """Return the films and series that may be meant: of those years, titles, or identifiers."""
    wanted = list(incoming)
    reach = max(YEAR_POINTS)
    years = {one.year + gap for one in wanted if one.year is not None
             for gap in range(-reach, reach + 1)}  # fmt: skip
    keys = {fold(title) for one in wanted for title in one.titles}
    keys |= {form.key for one in wanted for form in all_forms(one.titles)}
    named = Identifier.objects.filter(
        value__in={name for one in wanted for name in one.identifiers}
    )
    other = [fact.about for fact in facts_of_kind("title") if fold(fact.said["text"]) in keys]
    condition = Q(year__in=years) | Q(year=None) | Q(key__in=keys) | Q(id__in=other)
    condition |= Q(id__in=named.values("work"))
    return Shelf(_known(list(Work.objects.filter(condition, kind__in=WHOLE).order_by("id"))))


def _known(works: list[Work]) -> Iterator[Known]:
    titles: dict[int, list[str]] = defaultdict(list)
    identifiers: dict[int, set[str]] = defaultdict(set)
    for start in range(0, len(works), _AT_ONCE):
        part = [work.id for work in works[start : start + _AT_ONCE]]
        named = Identifier.objects.filter(work__in=part).values_list("value", "work_id")
        for value, number in named:
            identifiers[number].add(value)
    for fact in facts_of_kind("title"):
        titles[fact.about].append(str(fact.said["text"]))
    for work in works:
        told = (work.title, *titles[work.id])
        yield Known(work.id, told, work.year, work.kind, frozenset(identifiers[work.id]))
