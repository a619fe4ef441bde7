"""The clock of a worker goes on when the wall clock jumps, and follows one that was set right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.outbox.clocks import DOUBTED, SLACK, SteadyClock


class Times:
    """A wall clock that can be set, and a clock that only runs."""

    def __init__(self) -> None:
        self.wall, self.running = 1_000_000 * DAY * SECOND, 5.0
        self.clock = SteadyClock(lambda: self.wall, lambda: self.running)

    def run(self, seconds: float) -> None:
        self.wall += round(seconds * SECOND)
        self.running += seconds


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_jump_by_days_is_not_followed(days):
    times = Times()
    right = times.wall
    times.wall += days * DAY * SECOND
    times.run(1.0)
    assert times.clock.now() == right + SECOND
    times.wall -= days * DAY * SECOND
    times.run(1.0)
    assert times.clock.now() == right + 2 * SECOND == times.wall


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_that_stays_where_it_jumped_to_was_set_right(days):
    times = Times()
    times.wall += days * DAY * SECOND
    for _ in range(10):
        assert times.clock.now() != times.wall
        times.run(DOUBTED / 10 - 0.001)
    assert times.clock.now() != times.wall
    times.run(1.0)
    assert times.clock.now() == times.wall


def test_a_clock_set_right_by_seconds_is_followed_at_once():
    times = Times()
    times.wall -= SLACK
    assert times.clock.now() == times.wall


# However the wall clock jumps about, as long as no jump stays, the time told never strays from the
# time that really went by, by more than the corrections that are followed at once.
@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from([-3, -1, 0, 1, 3])), max_size=40))
def test_the_time_told_is_the_time_that_went_by(steps):
    times = Times()
    right = times.wall
    for number, (seconds, days) in enumerate(steps):
        right += seconds * SECOND
        times.running += seconds
        times.wall = right + days * DAY * SECOND * (1 if number % 2 else 0)
        assert times.clock.now() == right
        times.wall = right
        assert times.clock.now() == right
