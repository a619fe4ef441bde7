"""Feeds of stories: all of them, and those of a topic."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext

from clapometer.alerts.channels.feed.entries import MOST, Entry, tag_of_host
from clapometer.alerts.channels.feed.writing import Feed
from clapometer.site.addresses import absolute
from clapometer.stories.models import Story

from .rows import StoryRow, rows_of


def feed_of(
    name: str, title: str, address: str, home: str, stories: Sequence[Story], since: int
) -> Feed:
    """Return a feed of stories, the newest first; `name` tells it apart for ever."""
    rows = rows_of(stories[:MOST])
    return Feed(
        id=tag_of_host(name),
        title=f"{title} · {settings.SITE['name']}",
        address=absolute(address),
        home=absolute(home),
        author=settings.SITE["name"],
        language=settings.SITE["language"],
        entries=[_entry(row, story) for row, story in zip(rows, stories, strict=False)],
        since=since,
    )


def _entry(row: StoryRow, story: Story) -> Entry:
    head = ", ".join(filter(None, (row.outlet, row.day)))
    about = ", ".join(work.name for work in row.works)
    topics = ", ".join(topic.name for topic in row.topics)
    parts = [
        head,
        gettext("About: %(works)s.") % {"works": about} if about else "",
        gettext("Topics: %(topics)s.") % {"topics": topics} if topics else "",
        row.link,
    ]
    return Entry(
        id=tag_of_host(f"story:{row.number}"),
        kind="story",
        title=row.headline,
        text="\n\n".join(filter(None, parts)),
        url=absolute(row.url),
        published=story.recorded_at,
        updated=story.recorded_at,
    )
