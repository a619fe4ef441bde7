"""Quiet hours and digests on a follower's own clock, on the days too on which clocks change."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.alerts.following.hours import after_quiet, next_digest, shown_at
from clapometer.instants import UTC, format_instant, from_datetime, parse_instant, to_datetime

DUBLIN, LORD_HOWE, KOLKATA = "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata"
ZONES = [DUBLIN, LORD_HOWE, KOLKATA, "America/New_York", "America/Santiago", "UTC"]
MINUTE = 60_000_000


def at(text: str) -> int:
    return parse_instant(text, UTC)


def clock(hours: int, minutes: int = 0) -> int:
    return hours * 60 + minutes


# Worked by hand. Dublin goes forward on 29 March 2026, from 01:00 to 02:00, and back on 25 October
# 2026, from 02:00 to 01:00, both at 01:00 UTC.
@pytest.mark.parametrize(
    ("due", "begins", "ends", "sent"),
    [
        ("2026-06-01T21:30Z", clock(22), clock(7), "2026-06-02T06:00Z"),
        ("2026-06-02T05:59Z", clock(22), clock(7), "2026-06-02T06:00Z"),
        ("2026-06-02T06:00Z", clock(22), clock(7), "2026-06-02T06:00Z"),
        ("2026-06-01T20:59Z", clock(22), clock(7), "2026-06-01T20:59Z"),
        ("2026-06-01T12:30Z", clock(13), clock(14), "2026-06-01T13:00Z"),
        # The night that is an hour shorter, and the one that is an hour longer.
        ("2026-03-28T23:00Z", clock(22), clock(7), "2026-03-29T06:00Z"),
        ("2026-10-24T22:00Z", clock(22), clock(7), "2026-10-25T07:00Z"),
        # It ends at an hour that is left out: at the change.
        ("2026-03-29T00:30Z", clock(22), clock(1, 30), "2026-03-29T01:00Z"),
        # It ends at an hour that comes twice: the second time.
        ("2026-10-25T00:40Z", clock(22), clock(1, 30), "2026-10-25T01:30Z"),
        # It begins at an hour that comes twice: the first time, without a hole in it.
        ("2026-10-25T01:10Z", clock(1, 30), clock(7), "2026-10-25T07:00Z"),
    ],
)
def test_what_is_due_in_quiet_hours_waits_for_their_end(due, begins, ends, sent):
    assert format_instant(after_quiet(at(due), DUBLIN, begins, ends)) == sent.replace("Z", ":00Z")


def test_without_quiet_hours_nothing_waits():
    due = at("2026-06-01T23:00Z")
    assert after_quiet(due, DUBLIN, None, None) == due
    assert after_quiet(due, DUBLIN, 60, 60) == due


@cache
def clocks_around(zone: str, around: date) -> tuple[list[int], list[datetime]]:
    """Each minute of the days about a day, and what a clock in the zone shows in it."""
    tz = ZoneInfo(zone)
    first = from_datetime(datetime(around.year, around.month, around.day, tzinfo=UTC))
    minutes = list(range(first - 4320 * MINUTE, first + 5760 * MINUTE, MINUTE))
    return minutes, [to_datetime(one).astimezone(tz).replace(tzinfo=None) for one in minutes]


def quiet_minutes(zone: str, begins: int, ends: int, around: date) -> set[int]:
    """The quiet minutes of some days, found by looking at the clock in each of them."""
    minutes, clocks = clocks_around(zone, around)
    found: set[int] = set()
    for ahead in range(-2, 2):
        midnight = datetime(around.year, around.month, around.day) + timedelta(days=ahead)
        begin = midnight + timedelta(minutes=begins)
        end = midnight + timedelta(minutes=ends, days=int(ends <= begins))
        start = next(place for place, one in enumerate(clocks) if one >= begin)
        last = max(place for place, one in enumerate(clocks) if one < end)
        found |= set(minutes[start : last + 1])
    return found


CHANGES = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 4, 5), date(2026, 10, 4),
           date(2026, 3, 8), date(2026, 11, 1), date(2026, 9, 6), date(2026, 6, 1)]  # fmt: skip


# Nothing is sent in a quiet minute, nothing waits in another, and what waits goes in the first
# minute that is not quiet: as a slow walk from minute to minute finds it.
@settings(max_examples=60)
@given(
    zone=st.sampled_from(ZONES),
    day=st.sampled_from(CHANGES),
    begins=st.integers(0, 47).map(lambda one: one * 30),
    ends=st.integers(0, 95).map(lambda one: one * 15),
    due=st.integers(0, 1439),
)
def test_a_walk_from_minute_to_minute_finds_the_same(zone, day, begins, ends, due):
    if begins == ends:
        return
    instant = from_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC)) + due * MINUTE
    quiet = quiet_minutes(zone, begins, ends, day)
    expected = instant
    while expected in quiet:
        expected += MINUTE
    assert after_quiet(instant, zone, begins, ends) == expected


def test_a_daily_digest_comes_at_its_hour_on_both_days_on_which_clocks_change():
    due = at("2026-03-27T12:00Z")
    told = [due := next_digest(due, DUBLIN, clock(8)) for _ in range(3)]
    assert [format_instant(one) for one in told] == [
        "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z",
    ]  # fmt: skip
    assert format_instant(next_digest(at("2026-10-24T12:00Z"), DUBLIN, clock(8))) == (
        "2026-10-25T08:00:00Z"
    )


def test_a_digest_of_an_hour_that_comes_twice_comes_once_and_of_one_left_out_at_the_change():
    first = next_digest(at("2026-10-24T12:00Z"), DUBLIN, clock(1, 30))
    assert format_instant(first) == "2026-10-25T00:30:00Z"
    assert format_instant(next_digest(first, DUBLIN, clock(1, 30))) == "2026-10-26T01:30:00Z"
    spring = next_digest(at("2026-03-28T12:00Z"), DUBLIN, clock(1, 30))
    assert format_instant(spring) == "2026-03-29T01:00:00Z"


def test_a_weekly_digest_comes_on_its_day():
    due = next_digest(at("2026-06-03T12:00Z"), KOLKATA, clock(8), weekday=0)
    assert format_instant(due) == "2026-06-08T02:30:00Z"
    assert to_datetime(due).astimezone(ZoneInfo(KOLKATA)).weekday() == 0


# Whatever the zone and the day, the clock shows at that instant what was asked for, or was just
# put past it.
@given(zone=st.sampled_from(ZONES), day=st.sampled_from(CHANGES), minute=st.integers(0, 1439))
def test_the_clock_shows_the_time_asked_for_or_was_just_put_past_it(zone, day, minute):
    asked = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    found = to_datetime(shown_at(day, minute, zone)).astimezone(ZoneInfo(zone))
    before = to_datetime(shown_at(day, minute, zone) - MINUTE).astimezone(ZoneInfo(zone))
    shown = found.replace(tzinfo=None)
    assert shown == asked or (shown > asked > before.replace(tzinfo=None))
