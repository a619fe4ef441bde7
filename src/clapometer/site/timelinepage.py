"""What the page of a timeline shows: its lines in words, and the form that filters them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clapometer.catalogue.models import Work
from clapometer.instants import format_instant

from . import words
from .addresses import absolute, entry_address, work_address
from .timeline.asking import CLOCKS, Filters, title_of
from .timeline.lines import Scope, Told
from .timeline.reading import newest, scope_of
from .workpage import WorkRecord

ON_THE_PAGE = 12


class Row(NamedTuple):
    """A line as a page prints it, with both of its instants; `part` is empty for the work itself.

    `happened` is None where it is not known when it was. `fact` is the number of the fact that the
    line is of, 0 where it is of none.
    """

    day: str
    happened: int | None
    recorded: int
    recorded_day: str
    entry_url: str
    text: str
    url: str
    group: str
    title: str
    part: str
    source: str
    link: str
    fact: int = 0


class Choice(NamedTuple):
    """Something to choose in the form: its value, its name, whether it is chosen, how many."""

    value: str
    label: str
    chosen: bool
    lines: int = 0


def read_timeline(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the newest lines for the page of the work; None where there is none."""
    known = record.recorded_at if record.asked.known is None else record.asked.known
    scope = scope_of(
        record.told_of_reviews,
        record.work,
        record.asked,
        record.position,
        known,
        lambda: record.moments,
    )
    rows = rows_of(scope, newest(scope, ON_THE_PAGE))
    if not rows:
        return None
    address = work_address(record.work, record.asked.query(), "work_timeline")
    return {"rows": rows, "address": address}


def rows_of(scope: Scope, lines: Iterable[Told]) -> list[Row]:
    """Return lines as a page prints them."""
    return [_row(scope, told) for told in lines]


def _row(scope: Scope, told: Told) -> Row:
    line = told.line
    outside = told.link.startswith(("https://", "http://"))
    return Row(
        day=told.day,
        happened=None if line.undated else line.happened,
        recorded=line.recorded,
        recorded_day=words.moment_of(line.recorded),
        entry_url=entry_address(line.seq),
        text=told.text,
        url=told.url,
        group=line.group,
        title=title_of(line.group),
        part="" if line.work == scope.work.id else scope.works[line.work].title,
        source=told.source,
        link=told.link if outside else "",
        fact=told.fact,
    )


def groups_of(filters: Filters, counts: Mapping[str, int]) -> list[Choice]:
    """Return the groups that have lines, or are asked for, by their titles."""
    names = {*counts, *filters.groups}
    found = [Choice(one, title_of(one), one in filters.groups, counts.get(one, 0)) for one in names]
    return sorted(found, key=lambda one: one.label)


def parts_to_choose(scope: Scope, filters: Filters) -> list[Choice]:
    """Return the works to choose from: the work itself and its parts."""
    return [Choice(f"w{one.id}", _name(scope, one), one.id == filters.of) for one in
            scope.works.values()] if len(scope.works) > 1 else []  # fmt: skip


def _name(scope: Scope, part: Work) -> str:
    if part.id == scope.work.id or part.parent_id == scope.work.id:
        return part.title
    return f"{scope.works[part.parent_id].title}, {part.title}" if part.parent_id else part.title


def clocks_to_choose(filters: Filters) -> list[Choice]:
    """Return both clocks, by which lines can be put in order."""
    return [Choice(one, str(label), one == filters.clock) for one, label in CLOCKS.items()]


def object_of(row: Row, told: Told) -> dict[str, object]:
    """Return a line for programs."""
    line = told.line
    return {
        "happened_at": None if row.happened is None else format_instant(row.happened),
        "recorded_at": format_instant(row.recorded),
        "kind": row.group,
        "work": f"w{line.work}",
        "text": row.text,
        "source": row.source,
        "link": row.link,
        "entry": line.seq,
        "page": absolute(row.url),
    }
