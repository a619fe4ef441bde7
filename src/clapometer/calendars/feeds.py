"""Feeds: the events of a work, of a list of works, and the premieres of the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact, versions_about
from clapometer.instants import to_datetime
from clapometer.ledger.reading import read_some

from .chartdays import ChartDay, chart_days
from .ics import Event, calendar_text
from .premieres import KINDS, Premiere, premieres_of

# The feed of the whole site goes back so far from the last entry; those of works hold everything.
SITE_BACK = 365 * 86_400_000_000
MOST_WORKS = 100
NAMES = {"netflix-top10": "Netflix Top 10"}


def feed_of(works: Sequence[Work], name: str, charted: Sequence[Work] | None = None) -> str:
    """Return the calendar of some works, a series with its seasons: premieres and chart days.

    `charted`: the works whose chart days are in it, where these are not the same.
    """
    family = _family(works)
    # What was said of a series by number bears on a season that is asked for alone.
    about = {one.id for one in family} | {one.parent_id for one in family if one.parent_id}
    premieres = premieres_of(family, versions_about(sorted(about), *KINDS))
    on_charts = family if charted is None else _family(charted)
    days = chart_days(on_charts)
    return calendar_text(name, _events([*family, *on_charts], premieres, days))


def site_feed(recorded_at: int) -> str:
    """Return the calendar of all premieres from a year before the last entry on."""
    versions = versions_about(None, *KINDS)
    since = recorded_at - SITE_BACK
    works = _spoken_of(versions, since)
    premieres = [one for one in premieres_of(works, versions) if _is_after(one.start, since)]
    return calendar_text(settings.SITE["name"], _events(works, premieres, []))


def _family(works: Sequence[Work]) -> list[Work]:
    parts = Work.objects.filter(
        parent_id__in=[one.id for one in works], kind="season", merged_into=None
    )
    found = {one.id: one for one in [*works, *parts.order_by("parent_id", "number", "id")]}
    return list(found.values())


def _spoken_of(versions: Iterable[Fact], since: int) -> list[Work]:
    about = {one.about for one in versions}
    spoken = Q(id__in=about) | Q(parent_id__in=about, kind="season") | Q(released__gte=since)
    works = Work.objects.filter(spoken, merged_into=None).exclude(kind="episode")
    return list(works.order_by("id"))


def _is_after(start: date | int, since: int) -> bool:
    return start >= to_datetime(since).date() if isinstance(start, date) else start >= since


def _events(
    works: Sequence[Work], premieres: Sequence[Premiere], days: Sequence[ChartDay]
) -> list[Event]:
    by_id = {one.id: one for one in works}
    entries = read_some({one.last for one in premieres} | {one.last for one in days})
    recorded = {seq: entry.recorded_at for seq, entry in entries.items()}
    found = [_premiere(one, recorded[one.last]) for one in premieres]
    found += [_chart_day(one, by_id[one.work], recorded[one.last]) for one in days]
    return sorted(found, key=lambda event: (_sort_day(event.start), event.uid))


def _sort_day(start: date | int) -> date:
    return start if isinstance(start, date) else to_datetime(start).date()


def _premiere(one: Premiere, modified: int) -> Event:
    work, season = one.work, one.season
    title = f"{work.label}, {gettext('season %(n)d') % {'n': season}}" if season else work.label
    base, number = one.key
    part = f"s{number}-" if number else ""
    said = gettext("According to %(who)s.") % {"who": one.said} if one.said else ""
    return Event(
        uid=f"premiere-{part}w{base}@{_host()}",
        summary=gettext("%(title)s: premiere") % {"title": title},
        start=one.start,
        status=one.status,
        sequence=one.last - base,
        modified=modified,
        url=_address(work),
        description=said,
        category=gettext("Premieres"),
    )


def _chart_day(one: ChartDay, work: Work, modified: int) -> Event:
    chart = f"{NAMES.get(one.publication, one.publication)}, {one.category}"
    if one.rank is None:
        summary = gettext("%(title)s: not in the %(chart)s") % {
            "title": work.label, "chart": chart,
        }  # fmt: skip
    else:
        summary = gettext("%(title)s: No. %(rank)d in the %(chart)s") % {
            "title": work.label, "rank": one.rank, "chart": chart,
        }  # fmt: skip
    return Event(
        uid=f"chart-{one.chart}-w{work.id}@{_host()}",
        summary=summary,
        start=one.sunday,
        status="CANCELLED" if one.rank is None else "CONFIRMED",
        sequence=one.last - one.chart,
        modified=modified,
        url=_address(work),
        description=gettext("The week from Monday to this Sunday."),
        category=gettext("Charts"),
    )


def _host() -> str:
    return urlsplit(settings.SITE["address"]).hostname or "localhost"


def _address(work: Work) -> str:
    path = reverse("work", args=[work.id, work.slug])
    return str(settings.SITE["address"]).rstrip("/") + path
