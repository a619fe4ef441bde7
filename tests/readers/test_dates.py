"""Dates as tables write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import from_datetime
from clapometer.readers.dates import DAY_FIRST, MONTH_FIRST, Dates, day_order
from clapometer.readers.problems import CellRefused

BERLIN = ZoneInfo("Europe/Berlin")
IN_UTC = Dates(UTC)
DAY = from_datetime(datetime(2018, 11, 10, tzinfo=UTC))
NOON = from_datetime(datetime(2018, 11, 10, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "2018-11-10", "20181110", "2018/11/10", "November 10, 2018", "november 10 2018",
        "Nov 10, 2018", "Nov. 10, 2018", "10 November 2018", "10. November 2018",
        "10th Nov 2018", "10th of November, 2018", "Saturday, November 10, 2018", "10.11.2018",
        "  2018-11-10 ",
    ],
)  # fmt: skip
def test_a_day_happens_at_its_start(text):
    assert IN_UTC.read(text) == (DAY, "day")


def test_a_day_starts_in_the_sites_time_zone():
    assert Dates(BERLIN).read("2018-11-10") == (DAY - 3_600_000_000, "day")


@pytest.mark.parametrize(
    "text",
    [
        "2018-11-10T12:00:00Z", "2018-11-10 12:00:00", "2018-11-10T12:00", "2018-11-10 12:00 UTC",
        "2018-11-10T13:00:00+01:00", "1541851200", "1541851200000",
    ],
)  # fmt: skip
def test_a_time_is_an_instant(text):
    assert IN_UTC.read(text) == (NOON, "instant")


def test_a_time_without_offset_is_the_sites_unless_it_is_utc():
    assert Dates(BERLIN).read("2018-11-10 13:00:00") == (NOON, "instant")
    assert Dates(BERLIN, utc=True).read("2018-11-10 12:00:00") == (NOON, "instant")
    assert Dates(BERLIN, utc=True).read("2018-11-10") == (DAY - 3_600_000_000, "day")


@pytest.mark.parametrize(
    "text",
    ["1800-01-01", "January 1, 1800", "1 Jan 2000", "2000-01-01", "01/01/2000",
     "2000-01-01T00:00:00", "2000-01-01 00:00:00Z", "", "  ", "NaN", "\\N"],
)  # fmt: skip
def test_placeholders_and_empty_cells_are_unknown(text):
    assert IN_UTC.read(text) == (None, "unknown")


def test_a_real_time_on_a_placeholder_day_is_a_time():
    assert IN_UTC.read("2000-01-01T15:30:00Z")[1] == "instant"


def test_the_profile_says_which_days_are_placeholders():
    assert Dates(UTC, placeholders=frozenset()).read("2000-01-01")[1] == "day"
    assert Dates(UTC, placeholders=frozenset({date(1970, 1, 1)})).read("1970-01-01")[0] is None


def test_days_before_months_only_where_it_is_certain():
    assert IN_UTC.read("23/11/2018") == IN_UTC.read("11/23/2018") == IN_UTC.read("2018-11-23")
    assert IN_UTC.read("11-11-2018") == IN_UTC.read("2018-11-11")
    assert Dates(UTC, DAY_FIRST).read("10/11/2018") == (DAY, "day")
    assert Dates(UTC, MONTH_FIRST).read("11/10/2018") == (DAY, "day")
    with pytest.raises(CellRefused) as caught:
        IN_UTC.read("10/11/2018")
    assert caught.value.code == "ambiguous_date"


@pytest.mark.parametrize(
    "text",
    ["soon", "2018", "November 2018", "Foo 10, 2018", "November 31, 2018", "2018-02-30",
     "32.1.2018", "10/11/18", "99999999999999999999", "2018-11-10T25:00", "13/13/2018",
     "0000-00-00", "٢٠١٨-١١-١٠"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(CellRefused) as caught:
        IN_UTC.read(text)
    assert caught.value.code == "unreadable_date"


def test_the_order_of_a_column():
    assert day_order(["1/2/2018", "23/2/2018"]) == DAY_FIRST
    assert day_order(["1/2/2018", "2/23/2018"]) == MONTH_FIRST
    assert day_order(["1/2/2018"]) == day_order(["23/2/2018", "2/23/2018"]) == ""


# Invariant: any text is read or refused; nothing else is raised, in any zone and order.
@given(st.text() | st.from_regex(r"[0-9:/. TZ+-]{1,30}"), st.sampled_from(["", DAY_FIRST]))
def test_any_text_is_read_or_refused(text, order):
    for zone in (UTC, BERLIN, ZoneInfo("Pacific/Kiritimati")):
        try:
            happened_at, dated = Dates(zone, order).read(text)
        except CellRefused:
            continue
        assert (happened_at is None) == (dated == "unknown")


# Invariant: every day of the calendar is read alike in every form.
@given(st.dates(date(1850, 1, 1)))
def test_all_forms_of_a_day_agree(day):
    read = Dates(UTC, DAY_FIRST, placeholders=frozenset())
    named = f"{day:%B} {day.day}, {day.year:04}"
    numbers = f"{day.day}/{day.month}/{day.year:04}"
    assert read.read(day.isoformat()) == read.read(named) == read.read(numbers)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-23:00"])
def test_the_ends_of_the_calendar_do_no_harm(text):
    for zone in (UTC, BERLIN, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("America/Los_Angeles")):
        try:
            assert Dates(zone).read(text)[1] in {"day", "instant"}
        except CellRefused as refused:
            assert refused.code == "unreadable_date"
