"""Events as iCalendar text: read back by an independent parser, and looked at octet by octet."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from clapometer.calendars.ics import STATUSES, Event, calendar_text, folded
from clapometer.instants import from_datetime

AT = from_datetime(datetime(2026, 5, 1, 12, 30, tzinfo=UTC))
# What cannot stand in a calendar is left out; everything else comes back as it was.
texts = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn", "Zs")), max_size=200
).map(lambda text: text.strip())
starts = st.one_of(
    st.dates(min_value=date(1000, 1, 1)),
    st.integers(min_value=0, max_value=AT * 2).map(lambda at: at // 1_000_000 * 1_000_000),
)
events = st.builds(
    Event, uid=st.uuids().map(str), summary=texts, start=starts,
    status=st.sampled_from(list(STATUSES)), sequence=st.integers(0, 2**31 - 1),
    modified=st.just(AT), url=st.just("https://example.org/w1"),
    description=texts, category=st.just("Premieres"),
)  # fmt: skip


# An independent parser reads every event back as it was.
@given(st.lists(events, max_size=4))
def test_every_event_is_read_back_as_it_was(told):
    read = icalendar.Calendar.from_ical(calendar_text("Made up", told))
    assert not read.errors
    assert str(read["NAME"]) == "Made up"
    found = list(read.walk("VEVENT"))
    assert len(found) == len(told)
    for event, back in zip(told, found, strict=True):
        assert not back.errors
        assert (str(back["UID"]), str(back["SUMMARY"])) == (event.uid, event.summary)
        assert (back["SEQUENCE"], back["STATUS"]) == (event.sequence, event.status)
        assert str(back.get("DESCRIPTION", "")) == event.description
        assert from_datetime(back.decoded("DTSTAMP")) == AT
        start = back.decoded("DTSTART")
        if isinstance(event.start, date):
            assert start == event.start
            if event.start < date.max:
                assert back.decoded("DTEND") - start == timedelta(days=1)
        else:
            assert from_datetime(start) == event.start


# No line is longer than 75 octets, no character is cut, and unfolding gives the line back.
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400))
def test_lines_are_folded_between_characters(line):
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])


def test_a_calendar_is_lines_that_end_in_cr_lf_and_nothing_else_breaks_them():
    event = Event("1", "a\r\nBEGIN:VALARM\x00; b, c\\", date(2026, 5, 1), "CONFIRMED", 0, AT, "u")
    text = calendar_text("n\nm", [event])
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "SUMMARY:a\\nBEGIN:VALARM\\; b\\, c\\\\\r\n" in text
    begun = [one for one in text.split("\r\n") if one.startswith("BEGIN:")]
    assert begun == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]
