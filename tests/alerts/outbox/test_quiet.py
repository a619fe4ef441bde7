"""Quiet hours and the hours of digests, in the follower's zone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.outbox.digestdays import due_of_digest
from clapometer.alerts.outbox.quiet import instant_of, loud_from
from clapometer.instants import from_datetime, to_datetime

ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]


def at(text: str, zone: str = "UTC") -> int:
    return from_datetime(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)))


@pytest.mark.parametrize(
    ("now", "hours", "loud"),
    [
        ("2026-01-10T12:00", (22 * 60, 8 * 60), "2026-01-10T12:00"),
        ("2026-01-10T22:00", (22 * 60, 8 * 60), "2026-01-11T08:00"),
        ("2026-01-11T03:15", (22 * 60, 8 * 60), "2026-01-11T08:00"),
        ("2026-01-11T08:00", (22 * 60, 8 * 60), "2026-01-11T08:00"),
        ("2026-01-10T13:30", (13 * 60, 14 * 60 + 30), "2026-01-10T14:30"),
        ("2026-01-10T13:30", (0, 0), "2026-01-10T13:30"),
        ("2026-01-10T13:30", (None, None), "2026-01-10T13:30"),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(now, hours, loud):
    zone = "Europe/Berlin"
    assert loud_from(at(now, zone), zone, *hours) == at(loud, zone)


def test_quiet_hours_end_by_the_clock_of_the_place_when_summer_begins():
    """2026-03-29 has no hour between two and three in Berlin: seven hours pass, not eight."""
    told = loud_from(at("2026-03-29T00:00", "Europe/Berlin"), "Europe/Berlin", 22 * 60, 8 * 60)
    assert told == at("2026-03-29T06:00")


def test_a_zone_that_this_machine_does_not_know_is_read_as_utc():
    assert loud_from(at("2026-01-10T23:00"), "Nowhere/Invented", 22 * 60, 60) == at(
        "2026-01-11T01:00"
    )


# What is told is outside the quiet hours, not before now, and less than a day and an hour later.
@given(
    st.integers(1_700_000_000, 1_800_000_000), st.sampled_from(ZONES),
    st.integers(0, 1439), st.integers(0, 1439),
)  # fmt: skip
def test_the_end_of_quiet_hours_is_loud_and_soon(seconds, zone, begins, ends):
    now = seconds * SECOND
    loud = loud_from(now, zone, begins, ends)
    assert now <= loud <= now + DAY * SECOND + 3600 * SECOND
    assert loud_from(loud, zone, begins, ends) == loud
    if loud > now:
        local = to_datetime(loud).astimezone(ZoneInfo(zone))
        # Clocks that leave the very minute out ring as long after it as they jump.
        assert (local.hour * 60 + local.minute - ends) % 1440 <= 60


def test_a_digest_is_due_at_the_follower_s_hour_on_the_day_or_weekday():
    day = date(2026, 1, 5)
    berlin = due_of_digest("daily", day, "Europe/Berlin", 8 * 60, 3)
    assert berlin == at("2026-01-05T07:00")
    assert due_of_digest("weekly", day, "Asia/Kathmandu", 8 * 60, 3) == at("2026-01-08T02:15")
    assert instant_of(day, 1439, "UTC") == at("2026-01-05T23:59")
