from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import (
    EARLIEST,
    LATEST,
    InstantRefused,
    end_of_day,
    format_instant,
    parse_instant,
    start_of_day,
)

UTC = ZoneInfo("UTC")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("text", "zone", "written"),
    [
        ("2023-08-04", UTC, "2023-08-04T23:59:59.999999Z"),
        ("2023-08-04", NEW_YORK, "2023-08-05T03:59:59.999999Z"),
        ("2023-11-05", NEW_YORK, "2023-11-06T04:59:59.999999Z"),  # 25 hours long
        ("2023-08-04T12:00Z", NEW_YORK, "2023-08-04T12:00:00Z"),
        ("2023-08-04T12:00", NEW_YORK, "2023-08-04T16:00:00Z"),
        ("2023-08-04T12:00:00.25+02:00", UTC, "2023-08-04T10:00:00.250000Z"),
        ("1898-01-01T00:00Z", UTC, "1898-01-01T00:00:00Z"),
    ],
)
def test_instants_worked_by_hand(text, zone, written):
    assert format_instant(parse_instant(text, zone)) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2023-13-01",
        "2023-02-30",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-05:00",
        "٢٠٢٣-٠٨-٠٤x",
    ],
)
def test_what_is_no_instant_is_refused_in_one_sentence(text):
    with pytest.raises(InstantRefused, match="is no date or time; write it like"):
        parse_instant(text, UTC)


# Written and read again, an instant is the same, to the microsecond.
@given(st.integers(EARLIEST, LATEST))
def test_text_and_back(instant):
    assert parse_instant(format_instant(instant), NEW_YORK) == instant


# A day begins where the day before it ends, in every zone, on days of 23, 24 and 25 hours.
@given(st.dates(date(1900, 1, 2), date(2100, 1, 1)), st.sampled_from([UTC, NEW_YORK]))
def test_days_join_without_a_gap(day, zone):
    before = date.fromordinal(day.toordinal() - 1)
    assert end_of_day(before, zone) + 1 == start_of_day(day, zone)


# No text whatever raises anything but the one refusal.
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(InstantRefused):
        assert EARLIEST <= parse_instant(text, UTC) <= LATEST
