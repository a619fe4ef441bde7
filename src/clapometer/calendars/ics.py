"""Events as iCalendar text (RFC 5545, with the names of RFC 7986). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from clapometer.instants import to_datetime

LONGEST_LINE = 75
PRODUCT = "-//Clapometer//Calendar feeds//EN"
# How often a program may come back; answers are confirmed by their tag, so asking costs little.
REFRESH = "PT6H"
STATUSES = {
    "CONFIRMED": "the date was announced officially, or it is out",
    "TENTATIVE": "the date is reported, rumoured or teased",
    "CANCELLED": "not on that day: cancelled, delayed without a new day, or taken back",
}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `start` is a day, or an instant; `modified` when what it says last changed.

    `sequence` grows with every change. `uid` stays the same through all of them.
    """

    uid: str
    summary: str
    start: date | int
    status: str
    sequence: int
    modified: int
    url: str
    description: str = ""
    category: str = ""


def calendar_text(name: str, events: Iterable[Event]) -> str:
    """Return a calendar with these events, in the order given."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{utc(event.modified)}"
    yield f"LAST-MODIFIED:{utc(event.modified)}"
    yield f"SEQUENCE:{event.sequence}"
    yield from _times(event.start)
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.category:
        yield f"CATEGORIES:{escaped(event.category)}"
    yield f"URL:{event.url}"
    yield f"STATUS:{event.status}"
    # It takes up nobody's time.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(start: date | int) -> Iterator[str]:
    """Yield the times: of a day the day itself and, as its end, the next; else the instant."""
    if not isinstance(start, date):
        yield f"DTSTART:{utc(start)}"
        return
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    if start < date.max:
        yield f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}"


def utc(instant: int) -> str:
    """Return an instant to the second, in UTC, so that no time zone has to be described."""
    return f"{to_datetime(instant):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Return a text as a value, without control characters, which cannot stand in a calendar."""
    kept = "".join(one for one in text if one.isprintable() or one in "\n\r")
    return kept.translate(_ESCAPES)


def folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets; a character is never cut in two."""
    part, length = "", 0
    for one in line:
        size = len(one.encode())
        if length + size > LONGEST_LINE:
            yield part
            part, length = " ", 1
        part, length = part + one, length + size
    yield part
