"""Notices ahead of a premiere, so many minutes before it as somebody has chosen.

They are planned as soon as the day is known and judged when they are due: if the day has moved by
then, or was cancelled, another was planned instead, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import MINUTE, SECOND
from clapometer.alerts.models import Kept, Notice
from clapometer.alerts.notices.about import name_of, work_url, works_numbered
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.followed import followed
from clapometer.alerts.notices.source import Judging, Reading, Source, Told, said_in
from clapometer.alerts.targets import read_key
from clapometer.calendars.premieres import KINDS, Premiere, premieres_of
from clapometer.catalogue.models import Work
from clapometer.facts.reading import versions_about
from clapometer.instants import start_of_day

_HOUR, _DAY = 60, 1440


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a plan for each followed work of which an entry says something about its dates."""
    about = {
        one.data["about"]
        for one in reading.entries
        if one.kind in {f"{kind}.added" for kind in KINDS} and "about" in one.data
    }
    if about:
        parents = {one.parent_id for one in works_numbered(about).values() if one.parent_id}
        yield from plan(about | parents, reading.now)


def plan(works: set[int] | None, now: int) -> Iterator[NoticeDraft]:
    """Yield what is to be told ahead of premieres that lie ahead: of these works, None: of all."""
    rows = Kept.objects.filter(name__contains="/ahead=")
    by_work: dict[int, list[str]] = {}
    for row in rows:
        if works is None or row.work_id in works:
            by_work.setdefault(row.work_id, []).append(row.name)
    found = works_numbered(by_work)
    for number, work in found.items():
        for premiere in _premieres(work):
            for key in by_work[number]:
                draft = _draft(work, key, premiere, now)
                if draft is not None:
                    yield draft


def _premieres(work: Work) -> list[Premiere]:
    """Return the premieres of a work, of a series those of its seasons too, that stand."""
    parts = Work.objects.filter(Q(parent_id=work.id), kind="season", merged_into=None)
    family = [work, *parts.order_by("number", "id")]
    about = {one.id for one in family} | ({work.parent_id} if work.parent_id else set())
    found = premieres_of(family, versions_about(sorted(about), *KINDS))
    return [one for one in found if one.status != "CANCELLED"]


def starts(premiere: Premiere) -> int:
    """Return the instant at which a premiere starts; of a day its start in the site's zone."""
    start = premiere.start
    if isinstance(start, date):
        return start_of_day(start, timezone.get_default_timezone())
    return start


def _draft(work: Work, key: str, premiere: Premiere, now: int) -> NoticeDraft | None:
    start = starts(premiere)
    due = start - read_key(key).value * MINUTE * SECOND
    if start <= now:
        return None
    return NoticeDraft(
        name=name_of("ahead", key, *premiere.key, start),
        kind="premiere",
        title=work.label,
        text=work.label,
        url=work_url(work),
        happened_at=start,
        # Whoever follows before it is due is told.
        recorded_at=max(due, now),
        keys=[key],
        work_id=work.id,
        said={"of": "ahead", "key": key, "premiere": list(premiere.key), "start": start},
        due_at=max(due, now),
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those whose premiere still starts then, while somebody still follows it."""
    found: dict[int, Told] = {}
    if judging.work is None:
        return found
    standing = {(one.key, starts(one)): one for one in _premieres(judging.work)}
    still = followed(said_in(one)["key"] for one in notices)
    for notice in notices:
        said = said_in(notice)
        first, second = said["premiere"]
        premiere = standing.get(((first, second), said["start"]))
        if premiere is not None and said["key"] in still and said["start"] > judging.now:
            found[notice.id] = _told(premiere, judging.now)
    return found


def _told(premiere: Premiere, now: int) -> Told:
    work, start = premiere.work, starts(premiere)
    what = work.label
    if premiere.season:
        what = gettext("%(title)s, season %(n)d") % {"title": what, "n": premiere.season}
    says = {"work": what, "day": day_of(start), "time": time_until(start, now)}
    title = gettext("%(work)s: premiere in %(time)s") % says
    if premiere.status == "TENTATIVE":
        text = gettext("%(work)s is expected on %(day)s; nobody has said so officially.") % says
    else:
        text = gettext("%(work)s starts on %(day)s.") % says
    if premiere.said:
        text += " " + gettext("According to %(who)s.") % {"who": premiere.said}
    return Told(title, text, work_url(work), start)


def time_until(start: int, now: int) -> str:
    """Return how long it is until then, in days or hours, at least one hour."""
    minutes = (start - now) // (MINUTE * SECOND) + 1
    if minutes >= _DAY:
        days = minutes // _DAY
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    hours = max(1, minutes // _HOUR)
    return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}


SOURCE = Source(find, judge)
