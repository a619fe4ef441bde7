"""What charts say of a work: its weeks, its best place, in how many countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Any, TypeAlias

from django.db.models import Q

from clapometer.catalogue.family import family_of
from clapometer.catalogue.models import Work
from clapometer.instants import to_datetime
from clapometer.ledger.reading import position_at

from .chartstreaks import ListStreaks, list_streaks
from .chartweeks import WEEK_LENGTH, ChartWeek
from .models import ChartTitle, Placing

PrintedTitle: TypeAlias = tuple[str, str, str, bool]
"""Publication, show, season, and whether it stood on a list of films."""


@dataclass(frozen=True, slots=True)
class Countries:
    """In how many countries, counted in the ways of the table COUNTRIES.

    `last_week_ends`: the Sunday of the last week. `publications`: whose lists they are.
    """

    ever: int
    last_week: int
    at_once: int
    at_once_week: date | None
    codes: tuple[str, ...]
    last_week_ends: date | None = None
    publications: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Charted:
    """What charts say of a work and its parts, oldest week first.

    `weeks` are of the lists of the whole world, or of the territory that was asked for.
    `peak` is the earliest of the lines with the best place. `streaks` has each list of the weeks.
    """

    weeks: tuple[ChartWeek, ...]
    peak: ChartWeek | None
    countries: Countries
    streaks: tuple[ListStreaks, ...] = ()

    @property
    def first(self) -> date | None:
        """Return the Sunday of the first week."""
        return self.weeks[0].sunday if self.weeks else None

    @property
    def last(self) -> date | None:
        """Return the Sunday of the last week."""
        return self.weeks[-1].sunday if self.weeks else None


def charts_of(
    work: Work,
    *,
    at: int | None = None,
    known: int | None = None,
    territory: str = "",
    among: Sequence[int] = (),
) -> Charted:
    """Return what weekly charts say of the work, its seasons and episodes.

    `among`: the works, where they are known already. `at` leaves out weeks that had not ended at
    that instant; `known` what was recorded later.
    """
    until = (
        None if at is None else (to_datetime(at).astimezone(UTC) + timedelta(microseconds=1)).date()
    )
    position = None if known is None else position_at(known)
    lines = _lines(among or family(work), position, until)
    weeks = tuple(line for line in lines if line.territory == territory)
    peak = min(weeks, key=lambda line: (line.rank, line.sunday), default=None)
    on_lists = tuple(list_streaks(weeks, until=until, position=position))
    return Charted(weeks, peak, countries_of(lines), on_lists)


def countries_of(lines: Iterable[ChartWeek]) -> Countries:
    """Return in how many countries the lines are, in each way of counting."""
    by_week: dict[date, set[str]] = defaultdict(set)
    publications = set()
    for line in lines:
        if line.territory:
            by_week[line.sunday].add(line.territory)
            publications.add(line.publication)
    if not by_week:
        return Countries(0, 0, 0, None, ())
    ever = sorted(set().union(*by_week.values()))
    most = max(sorted(by_week), key=lambda week: len(by_week[week]))
    last = max(by_week)
    return Countries(
        len(ever), len(by_week[last]), len(by_week[most]), most, tuple(ever), last,
        tuple(sorted(publications)),
    )  # fmt: skip


def _lines(works: Sequence[int], position: int | None, until: date | None) -> list[ChartWeek]:
    titles = titles_of(works)
    if not titles:
        return []
    found = Placing.objects.filter(
        show__in={title[1] for title in titles}, chart__week__isnull=False
    )
    found = found.filter(standing_at(position))
    if until is not None:
        found = found.filter(chart__week__lt=until)
    lines = []
    # Rows and not objects: a work may be on a thousand lists of countries.
    for publication, show, season, film, sunday, *rest in found.values_list(*_READ):
        work_id = titles.get((publication, show, season, film))
        if work_id is not None and sunday is not None:
            lines.append(_week(publication, sunday, show, season, work_id, rest))
    return sorted(lines, key=lambda one: (one.sunday, one.category, one.territory, one.rank))


_READ = (
    "chart__publication", "show", "season", "film", "chart__week", "chart__territory",
    "chart__category", "rank", "hours", "views", "weeks", "seq", "staggered",
)  # fmt: skip


def _week(
    publication: str, sunday: date, show: str, season: str, work: int, rest: Sequence[Any]
) -> ChartWeek:
    territory, category, rank, hours, views, weeks, seq, staggered = rest
    return ChartWeek(
        publication, sunday - WEEK_LENGTH, sunday, territory, category, rank, show, season, work,
        hours, views, weeks, seq, staggered,
    )  # fmt: skip


def titles_of(works: Sequence[int]) -> dict[PrintedTitle, int]:
    """Return the titles as charts print them that are the works, each with its work."""
    columns = ("publication", "show", "season", "film", "work_id")
    found = ChartTitle.objects.filter(work_id__in=works).values_list(*columns)
    return {
        (publication, show, season, film): work
        for publication, show, season, film, work in found
        if work is not None
    }


def standing_at(position: int | None) -> Q:
    """Return the condition on lines that stand now, or stood at a position of the ledger."""
    if position is None:
        return Q(until__isnull=True)
    return Q(seq__lte=position) & (Q(until__isnull=True) | Q(until__gt=position))


def family(work: Work) -> Sequence[int]:
    """Return the numbers of the work and of everything below it: its seasons, their episodes."""
    return [one.id for one in family_of(work)]
