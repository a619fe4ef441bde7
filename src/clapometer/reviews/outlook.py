"""What every work would print if other rules were in force, beside what it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from django.db import connection

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.scoring.badge_course import badge_course
from clapometer.scoring.events import Event
from clapometer.scoring.rules import score
from clapometer.scoring.timetable import Timetable, steps_under

from .events import events_of_touched_works
from .scoreboard import size_of


class Outlook(NamedTuple):
    """What is printed of a work now, its band, the badge it holds, and each score of the past."""

    shown: str | None
    band: str | None
    badge: str | None
    course: tuple[tuple[int, str | None], ...]


def outlooks(
    before: Timetable, after: Timetable, progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[Outlook, Outlook]]:
    """Yield, for each work with reviews, what is printed under the one and the other timetable."""
    sizes = {work.id: size_of(work) for work in Work.objects.all()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reviews_workposition")
        total = cursor.fetchone()[0]
    for done, (work, events) in enumerate(events_of_touched_works(0), 1):
        size = sizes.get(work)
        yield _outlook(before, events, size), _outlook(after, events, size)
        if progress:
            progress(done, total)


def _outlook(table: Timetable, events: Sequence[Event], size: str | None) -> Outlook:
    steps = steps_under(table, events)
    course = badge_course(table, steps, size, now())
    badge = course.badge.label if course.badge and course.state == "held" else None
    if not steps:
        return Outlook(None, None, badge, ())
    last = score(table.at(), steps[-1].tally)
    printed: list[tuple[int, str | None]] = []
    for step in steps:
        shown = score(table.at(step.at), step.tally).shown
        if not printed or printed[-1][1] != shown:
            printed.append((step.at, shown))
    return Outlook(last.shown, last.band, badge, tuple(printed))
