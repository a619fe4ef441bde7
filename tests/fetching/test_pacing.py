"""How often a host is asked, and how long a busy one is left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.fetching.pacing import Pace, Pacer
from clapometer.fetching.retrying import wait_before

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@given(
    st.integers(1, 5),
    st.floats(0.5, 10),
    st.lists(st.floats(0, 3), min_size=1, max_size=40),
)
def test_no_window_holds_more_than_the_pace(times: int, seconds: float, gaps: list[float]) -> None:
    """In every window of the pace's length there are at most its number of requests."""
    clock = 0.0
    asked: list[float] = []

    def sleep(pause: float) -> None:
        nonlocal clock
        clock += pause

    pacer = Pacer({"host": Pace(times, seconds)}, lambda: clock, sleep)
    for gap in gaps:
        clock += gap
        pacer.wait("host")
        asked.append(clock)
    for first, later in zip(asked, asked[times:], strict=False):
        assert later - first >= seconds - 1e-9


def test_hosts_do_not_wait_for_each_other() -> None:
    waits: list[float] = []
    pacer = Pacer({"a": Pace(1, 60), "b": Pace(1, 60)}, lambda: 0.0, waits.append)
    for host in ("a", "b", "a"):
        pacer.wait(host)
    assert waits == [60.0]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("12", 12.0), ("0", 0.0), ("Sun, 22 Nov 2026 08:01:30 GMT", 90.0),
        ("Sun, 22 Nov 2026 07:00:00 GMT", 0.0), ("soon", 4.0), ("", 4.0), ("-3", 4.0),
        ("٣", 4.0), ("9" * 50, 999999999.0),
    ],
)  # fmt: skip
def test_the_wait_is_what_the_server_asks_for_or_doubles(told: str, seconds: float) -> None:
    assert wait_before(3, {"retry-after": told}, NOW) == seconds
