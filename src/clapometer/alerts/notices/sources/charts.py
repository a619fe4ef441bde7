"""Notices of places in weekly charts: one of a work and week, and what was restated of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, timedelta

from django.db import connection
from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import keys_of, name_of, work_url
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.source import TOLD, Judging, Reading, Source, Told, said_in, watched
from clapometer.catalogue.models import Work
from clapometer.instants import start_of_day
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import head
from clapometer.signals.dated import dated_places
from clapometer.signals.kinds import PUBLICATIONS
from clapometer.signals.models import Chart

FRESH = KINDS["chart"].fresh * SECOND
_CHANGES = frozenset({"chart.corrected", "chart.undone"})
_TITLED = (
    "SELECT DISTINCT t.work_id FROM signals_placing p JOIN signals_chart c ON c.id = p.chart_id"
    " JOIN signals_charttitle t ON t.publication = c.publication AND t.show = p.show"
    " AND t.season = p.season AND t.film = p.film"
    " WHERE p.chart_id = %s AND c.week IS NOT NULL AND c.territory = '' AND t.work_id IS NOT NULL"
)


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each week of a followed work that is newly charted, or was restated."""
    touched = [one for one in reading.entries if one.kind.startswith("chart.")]
    weeks: list[tuple[int, date, Entry]] = []
    for entry in touched:
        if entry.recorded_at > reading.since:
            weeks += [(work, week, entry) for work, week in _weeks(entry)]
    works = watched(work for work, _, _ in weeks)
    for work, week, entry in weeks:
        if work in works:
            yield _draft(works[work], week, entry)


def _weeks(entry: Entry) -> Iterable[tuple[int, date]]:
    """Return the works and weeks that an entry is news of."""
    if entry.kind == "chart.matched":
        work = entry.data["work"]
        places = dated_places([work], entry.seq) if work else []
        return {
            (place.work, place.sunday)
            for place in places
            if entry.recorded_at - _over(place.sunday) <= FRESH
        }
    chart = Chart.objects.filter(id=entry.subject_id, territory="").first()
    if chart is None or chart.week is None:
        return ()
    if entry.kind == "chart.listed" and entry.recorded_at - _over(chart.week) > FRESH:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_TITLED, [chart.id])
        return [(row[0], chart.week) for row in cursor.fetchall()]


def _over(sunday: date) -> int:
    return start_of_day(sunday + timedelta(days=1), UTC) - 1


def _draft(work: Work, week: date, entry: Entry) -> NoticeDraft:
    changes = entry.kind in _CHANGES
    about = ("chart", work.id, week)
    happened = entry.recorded_at if changes else _over(week)
    return NoticeDraft(
        name=name_of(*about, entry.seq) if changes else name_of(*about),
        kind="correction" if changes else "chart",
        title=work.label,
        text=work.label,
        url=work_url(work),
        happened_at=happened,
        recorded_at=entry.recorded_at,
        keys=keys_of(work),
        family=f"work:{work.id} chart {week}",
        work_id=work.id,
        said={"of": "charts", "week": week.isoformat(), "at": happened, "changes": changes},
        seq=entry.seq,
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those that tell a place, or one that is another than was told or stood before."""
    work, found = judging.work, dict[int, Told]()
    if work is None:
        return found
    position = head()[0]
    for notice in notices:
        said = said_in(notice)
        week = date.fromisoformat(said["week"])
        line = line_of(work.id, week, position)
        if not said["changes"]:
            if line:
                found[notice.id] = _told(work, week, line)
            continue
        first = Notice.objects.filter(name=name_of("chart", work.id, week)).first()
        if first is not None and first.state not in TOLD:
            continue
        before = line_of(work.id, week, notice.seq - 1)
        before = before if first is None else said_in(first)["line"]
        if line != before:
            found[notice.id] = _restated(work, week, notice, before, line, first)
    return found


def line_of(work: int, week: date, position: int) -> str:
    """Return the work's places in a week in words, as known at a position; "" for none."""
    places = [
        place
        for place in dated_places([work], position)
        if place.sunday == week and (place.until is None or place.until > position)
    ]
    parts = [
        gettext("number %(rank)d of %(list)s") % {"rank": place.rank, "list": place.category}
        for place in sorted(places, key=lambda place: (place.rank, place.category))
    ]
    # Translators: between the last place and who publishes the charts.
    return gettext("%(places)s of the %(publication)s") % {
        "places": ", ".join(parts), "publication": _publication(places[0].publication),
    } if parts else ""  # fmt: skip


def _publication(name: str) -> str:
    """Return a publication's name without where it stands."""
    return PUBLICATIONS.get(name, name).partition(" (")[0]


def _span(week: date) -> dict[str, str]:
    return {
        "first": day_of(start_of_day(week - timedelta(days=6), UTC)),
        "last": day_of(start_of_day(week, UTC)),
    }


def _told(work: Work, week: date, line: str) -> Told:
    says = {"work": work.label, "line": line, **_span(week)}
    title = gettext("%(work)s: %(line)s") % says
    text = gettext("%(work)s is %(line)s, week of %(first)s to %(last)s.") % says
    return Told(title, text, work_url(work), _over(week), {"line": line})


def _restated(
    work: Work, week: date, notice: Notice, before: str, line: str, first: Notice | None
) -> Told:
    nothing = gettext("not in it")
    says = {
        "work": work.label, "line": line or nothing, "before": before or nothing, **_span(week),
    }  # fmt: skip
    title = gettext("Correction: %(work)s in the charts") % says
    text = gettext(
        "The publisher restated the week of %(first)s to %(last)s: %(work)s is %(line)s, and was"
        " %(before)s."
    )
    corrects = None if first is None else first.id
    return Told(title, text % says, work_url(work), notice.recorded_at, {"line": line}, corrects)


SOURCE = Source(find, judge)
