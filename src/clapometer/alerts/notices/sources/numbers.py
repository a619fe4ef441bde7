"""Notices of counters that passed a round number for the first time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import fact_keys, name_of
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.source import Judging, Reading, Source, Told, said_in
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact, facts_numbered
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import read_some
from clapometer.signals.definitions import measures_known
from clapometer.signals.points import Point, read_point

FRESH = KINDS["number"].fresh * SECOND
ROUND = (1, 2, 5)
"""A number is round that is one of these times a power of ten, from LEAST on.

So a counter that grows a thousandfold tells nine of them: each at least doubles what was told.
"""
LEAST = 100
_HIGHEST = (
    "SELECT p.digits, p.places FROM signals_point p JOIN ledger_ledgerentry e ON e.seq = p.seq"
    " WHERE p.counter = %s AND p.seq < %s AND (p.until IS NULL OR p.until > %s)"
)
_STANDING = (
    "SELECT at, whole_day, digits, places, bound, seq FROM signals_point"
    " WHERE counter = %s AND until IS NULL"
)


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for the highest round number that each entry's points pass first."""
    entries = [
        one for one in reading.entries
        if one.kind == "points.told" and one.recorded_at > reading.since
    ]  # fmt: skip
    counters = facts_numbered({one.subject_id for one in entries})
    about = {one.seq: counters[one.subject_id] for one in entries if one.subject_id in counters}
    works = reading.followed(about)
    for entry in entries:
        if entry.seq in works:
            yield from _passed(works[entry.seq], about[entry.seq], entry)


def _passed(work: Work, counter: Fact, entry: Entry) -> Iterator[NoticeDraft]:
    before = _highest(counter.id, entry.seq)
    points = sorted(read_point(told) for told in entry.data["points"])
    if before is None or not points:
        return
    most = max(point.number for point in points)
    number = last_round(most)
    if number is None or before >= number:
        return
    first = next(point for point in points if point.number >= number)
    if entry.recorded_at - first.over <= FRESH:
        yield _draft(work, counter, number, first, entry)


def _highest(counter: int, seq: int) -> float | None:
    """Return the highest number that was told before the entry, None for none."""
    with connection.cursor() as cursor:
        cursor.execute(_HIGHEST, [counter, seq, seq])
        return max((digits / 10**places for digits, places in cursor.fetchall()), default=None)


def last_round(number: float) -> int | None:
    """Return the highest round number up to this one, None below LEAST."""
    power, found = LEAST, None
    while power <= number:
        found = max(each * power for each in ROUND if each * power <= number)
        power *= 10
    return found


def _draft(work: Work, counter: Fact, number: int, first: Point, entry: Entry) -> NoticeDraft:
    return NoticeDraft(
        name=name_of("number", counter.id, number),
        kind="number",
        title=work.label,
        text=work.label,
        url=reverse("counter", args=[counter.id]),
        happened_at=first.over,
        recorded_at=entry.recorded_at,
        keys=fact_keys(work, counter),
        family=f"counter:{counter.id}",
        work_id=work.id,
        said={"of": "numbers", "counter": counter.id, "number": number, "at": first.over},
        seq=entry.seq,
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those whose counter still has a number so high."""
    found: dict[int, Told] = {}
    if judging.work is None:
        return found
    counters = facts_numbered(said_in(one)["counter"] for one in notices)
    for notice in notices:
        said = said_in(notice)
        counter = counters.get(said["counter"])
        if counter is not None and (first := _first(counter.id, said["number"])) is not None:
            found[notice.id] = _told(judging.work, counter, said["number"], *first)
    return found


def _first(counter: int, number: int) -> tuple[Point, int] | None:
    """Return the first standing point that reaches the number, with the entry that told it."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [counter])
        rows = [(Point(at, bool(whole), *more), seq) for at, whole, *more, seq in cursor.fetchall()]
    return min((row for row in rows if row[0].number >= number), default=None)


def _told(work: Work, counter: Fact, number: int, point: Point, seq: int) -> Told:
    measure = measures_known().get(counter.said["measure"])
    source = read_some([seq])[seq].data.get("source", "")
    says = {
        "work": work.label, "of": counter.said["of"], "number": f"{number:,}",
        "unit": measure.unit if measure else counter.said["measure"],
        "value": f"{point.value:,}", "day": day_of(point.over), "source": source,
    }  # fmt: skip
    title = gettext("%(work)s: %(of)s passed %(number)s %(unit)s") % says
    text = gettext("%(of)s: %(value)s %(unit)s on %(day)s") % says
    end = gettext(", according to %(source)s.") % says if source else "."
    return Told(title, text + end, reverse("counter", args=[counter.id]), point.over)


SOURCE = Source(find, judge)
