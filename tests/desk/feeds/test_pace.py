"""When a feed is asked next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clapometer.desk.feeds.pace import LEAST, MOST, SPREAD, due_after, minutes_until

MINUTE = 60_000_000


@given(st.integers(LEAST, MOST), st.integers(0, 10**6), st.integers(0, 10**6))
def test_never_sooner_than_asked_never_later_than_a_day(every, hint, failures):
    """The wait lies between what the editor asks and a day, and never shrinks with failures."""
    wait = minutes_until(every, hint, failures)
    assert every <= wait <= MOST
    assert wait <= minutes_until(every, hint, failures + 1)


@given(st.integers(LEAST, MOST), st.floats(0, 1), st.floats(0, 10**9))
def test_chance_moves_it_a_little_and_a_busy_host_is_obeyed_up_to_a_week(minutes, chance, asked):
    wait = due_after(0, minutes, chance, asked) / MINUTE
    week = 7 * MOST
    assert wait >= LEAST
    assert wait >= min(asked / 60, week) - 0.001
    assert wait <= max(minutes * (1 + SPREAD), LEAST, min(asked / 60, week)) + 0.001
