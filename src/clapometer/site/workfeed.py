"""What a work's feed tells everybody: its timeline without reviews and numbers, newest first."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext

from clapometer.alerts.channels.feed.entries import MOST, Entry, tag_of_host
from clapometer.alerts.channels.feed.writing import Feed
from clapometer.alerts.channels.websub.hubs import hubs_named
from clapometer.alerts.notices.sources.facts import FACTS
from clapometer.catalogue.models import Work

from .addresses import absolute, work_address
from .timeline.asking import Filters
from .timeline.identity import Joined, joined
from .timeline.lines import Line, Scope, Told
from .timeline.reading import everything, tell

LEFT_OUT = frozenset({"review", "number"})
"""Groups of lines that come by the hundred; they stand in the timeline."""


def feed_about(work: Work, scope: Scope, form: str) -> Feed:
    """Return the feed of a work and its parts, as it is sent in this form."""
    return Feed(
        id=tag_of_host(f"work:{work.public_id}"),
        title=f"{work.label} · {settings.SITE['name']}",
        address=absolute(work_address(work, "", f"work_feed_{form}")),
        home=absolute(work_address(work)),
        author=settings.SITE["name"],
        language=settings.SITE["language"],
        entries=_entries(scope),
        hubs=hubs_named(settings.SITE["hub"]),
        since=scope.known,
    )


def _entries(scope: Scope) -> list[Entry]:
    """Return the things that were told last."""
    found, _counts = everything(scope, Filters())
    news = [one for one in found if _is_news(one[1])]
    last = sorted(joined(news), key=_newest)[:MOST]
    lines = tell(scope, [(one.source, one.line) for one in last])
    return [_entry(scope, one, told) for one, told in zip(last, lines, strict=True)]


def _is_news(line: Line) -> bool:
    """Return whether a line is told; of what has no known time, what followers are told of too."""
    if line.group in LEFT_OUT:
        return False
    telling = FACTS.get(line.group)
    return not line.undated or (telling is not None and telling.undated)


def _newest(one: Joined) -> tuple[int, int, str]:
    return (-one.line.recorded, -one.line.happened, one.identity)


def _entry(scope: Scope, one: Joined, told: Told) -> Entry:
    work = scope.works[one.line.work]
    source = gettext("According to %(who)s.") % {"who": told.source} if told.source else ""
    return Entry(
        id=tag_of_host(one.identity),
        kind=one.line.group,
        title=f"{work.label}: {told.text}",
        text="\n\n".join(filter(None, (f"{told.day}: {told.text}", source))),
        url=absolute(told.url),
        published=one.line.recorded,
        updated=one.changed,
    )
