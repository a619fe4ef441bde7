"""Lines of a timeline: what the scores did, badges among it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clapometer.instants import LATEST
from clapometer.reviews.moments import moment_words, moments_of_parts
from clapometer.scoring.moments import SETTLED, Moment
from clapometer.scoring.timetable import timetable_of
from clapometer.site import words
from clapometer.site.addresses import work_address
from clapometer.site.asking import query_of, text_of

from .lines import Line, Scope, Told


def find(scope: Scope) -> Iterator[Line]:
    """Yield a line for each moment of each work."""
    return find_since(scope, None)


def find_since(scope: Scope, since: int | None) -> Iterator[Line]:
    """Yield a line for each moment, without the works that have none from an instant on."""
    told = [work for number, work in scope.works.items() if scope.events[number]]
    late = [work for work in told if since is None or latest_of(scope, work.id) >= since]
    if scope.work in late:
        yield from _lines(scope.work.id, scope.moments())
    parts = [work for work in told if work != scope.work]
    found = moments_of_parts(
        [work for work in late if work != scope.work], parts,
        scope.parts(), scope.asked.rules, scope.until,
    )  # fmt: skip
    for work, moments in found.items():
        yield from _lines(work, moments)


def _lines(work: int, moments: Iterable[Moment]) -> Iterator[Line]:
    for one in moments:
        group = "badge" if one.kind.startswith("badge-") else "moment"
        yield Line(one.happened_at, one.recorded_at, one.cause, group, work, one.undated, one)


def latest_of(scope: Scope, work: int) -> int:
    """Return an instant after which no moment of the work can lie.

    A moment is brought about by an entry, by the release, or by time: what has been so for as long
    as a crossing or a badge takes to settle.
    """
    events = scope.events[work]
    last = max((one.recorded_at if one.happened_at is None else one.happened_at
                for one in events), default=0)  # fmt: skip
    rules = [one.rule for one in timetable_of(scope.asked.rules).adoptions]
    if any(rule.window.lasting for rule in rules):
        return LATEST
    adopted = [one.since for one in timetable_of(scope.asked.rules).adoptions]
    waits = [rule.badge.settled.lasting for rule in rules if rule.badge and rule.badge.settled]
    began = max(last, *(since or 0 for since in adopted))
    return max(began + max(SETTLED.lasting, *waits, 0), scope.works[work].released or 0)


def tell(scope: Scope, lines: Sequence[Line]) -> list[Told]:
    """Return the moments in words; each leads to the page as it stood then."""
    return [_told(scope, line) for line in lines]


def _told(scope: Scope, line: Line) -> Told:
    moment: Moment = line.what
    at = moment.happened_at
    day = words.day_of(at) if words.is_start_of_day(at) else words.moment_of(at)
    rule = scope.asked.rule.name if scope.asked.rule_named else ""
    query = query_of(at=text_of(at), known=text_of(scope.asked.known), rule=rule)
    return Told(line, day, moment_words(moment), work_address(scope.works[line.work], query))
