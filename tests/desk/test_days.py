"""Days as editors type them."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.desk.days import WEEKDAYS, DayRefused, read_day
from clapometer.instants import end_of_day, start_of_day, to_datetime

ZONE = ZoneInfo("Pacific/Auckland")
SUNDAY = date(2026, 11, 22)
# Ten in the evening there, when it is still morning in Greenwich.
PRESENT = start_of_day(SUNDAY, ZONE) + 22 * 3_600_000_000


def day(text):
    found, dated = read_day(text, ZONE, PRESENT)
    assert dated == "day"
    return to_datetime(found).astimezone(ZONE).date()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", SUNDAY),
        (" Yesterday ", date(2026, 11, 21)),
        ("friday", date(2026, 11, 20)),
        ("Sunday", SUNDAY),
        ("monday", date(2026, 11, 16)),
        ("20 Nov 2026", date(2026, 11, 20)),
        ("2000-01-01", date(2000, 1, 1)),
    ],
)
def test_a_day_in_words_and_in_numbers(text, expected):
    assert day(text) == expected


def test_an_empty_text_is_an_unknown_day():
    assert read_day(" ", ZONE, PRESENT) == (None, "unknown")


@pytest.mark.parametrize("text", ["soon", "3/4/2026", "2026-13-01", "2026-11-23", "tomorrow"])
def test_what_is_no_day_or_may_be_two_or_lies_ahead_is_refused(text):
    with pytest.raises(DayRefused, match="“"):
        read_day(text, ZONE, PRESENT)


def test_a_day_that_lies_ahead_is_taken_where_it_may():
    assert read_day("2027-01-01", ZONE, PRESENT, ahead=True)[1] == "day"


# A day of the week is the last one there was: never ahead, and never a week ago or more.
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_one_of_the_last_seven_days(today, word):
    found, _ = read_day(word, ZONE, end_of_day(today, ZONE))
    that = to_datetime(found).astimezone(ZONE).date()
    assert today - timedelta(days=7) < that <= today
    assert that.weekday() == WEEKDAYS.index(word)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_is_refused_in_one_sentence(text):
    try:
        read_day(text, ZONE, PRESENT)
    except DayRefused as refusal:
        assert "\n" not in str(refusal).replace(text.strip(), "")
