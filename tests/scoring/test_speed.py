"""How long the hot paths take. The bounds are loose, for busy machines; the numbers are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from time import process_time
from timeit import repeat

import pytest

from clapometer.scoring.events import Event
from clapometer.scoring.grades import _read, read_grade
from clapometer.scoring.history import history, tally_at

EVENTS = [
    Event(n, n, n, "posted", n, n, None, n % 7 != 0, (None, 6000, 7500)[n % 3], n % 4 == 0)
    for n in range(300)
]


def microseconds(name: str, run: Callable[[], object], times: int) -> float:
    # What the processor spent, not the clock: on a busy machine others run in between.
    best = min(repeat(run, number=times, repeat=5, timer=process_time)) / times * 1e6
    sys.stdout.write(f"{name}: {best:.2f} µs\n")
    return best


def test_a_history_of_300_reviews() -> None:
    assert microseconds("history of 300", lambda: history(EVENTS), 50) < 2_000
    assert microseconds("tally of 300", lambda: tally_at(EVENTS), 50) < 2_000
    by_critic = microseconds("… by critic", lambda: history(EVENTS, counts="critic"), 50)
    recorded = microseconds("… recorded", lambda: history(EVENTS, clock="recorded"), 50)
    assert max(by_critic, recorded) < 5_000


# Eight times the events take nowhere near 64 times the time, also when all are one reviewer's.
@pytest.mark.parametrize("one_reviewer", [False, True])
def test_time_grows_with_the_events_and_not_with_their_square(one_reviewer: bool) -> None:
    few, many = (
        microseconds(f"{len(events)} events", partial(history, events), 2)
        for events in (of(2_000, one_reviewer), of(16_000, one_reviewer))
    )
    assert many / few < 30


def of(size: int, one_reviewer: bool) -> list[Event]:
    return [Event(n, 0 if one_reviewer else n, None, "posted", n, n) for n in range(size)]


def test_grades_are_remembered() -> None:
    _read.cache_clear()
    numbers = count()
    uncached = microseconds(
        "read_grade, new text", lambda: read_grade(f"0.{next(numbers)}/5"), 1000
    )
    cached = microseconds("read_grade, known text", lambda: read_grade("3.5/5"), 1000)
    assert cached < uncached < 500
