"""Notices of stories of the press, for those who follow a work, a person or a topic of them.

A story is one notice, which bears the keys of all that it states once it has settled: an editor
says yes to one claim after the other. What is accepted after that is told to those alone who follow
something that the story had not spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice, NoticeKey
from clapometer.alerts.notices.about import fact_keys, name_of, works_numbered
from clapometer.alerts.notices.days import day_as_known
from clapometer.alerts.notices.followed import followed
from clapometer.alerts.notices.source import (
    IMPORT,
    TOLD,
    Judging,
    Reading,
    Source,
    Told,
    said_in,
)
from clapometer.facts.reading import facts_numbered
from clapometer.ledger.entries import Entry
from clapometer.stories.models import Story
from clapometer.stories.reading import stories_numbered, supports_by, topics_of

FRESH = KINDS["story"].fresh * SECOND
BRINGS = frozenset({"story.posted", "story.corrected", "story.supports"})
"""Entries by which a story comes to speak of something."""


class Bears(NamedTuple):
    """What a story speaks of: the keys, the works in words, and the first of the works."""

    keys: list[str]
    works: list[str]
    first: int


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each story that is news and speaks of something that is followed."""
    entries = {
        one.subject_id: one
        for one in reversed(reading.entries)
        if one.kind in BRINGS and one.recorded_at > reading.since
    }
    stories = stories_numbered(entries)
    for number in sorted(stories):
        entry, story = entries[number], stories[number]
        if is_news(story, entry):
            yield from _drafts(story, entry)


def is_news(story: Story, entry: Entry) -> bool:
    """Return whether the story was read in soon after it came out, or a person says it undated."""
    if story.happened_at is None:
        return not entry.actor.startswith(IMPORT)
    return entry.recorded_at - story.happened_at <= FRESH


def _drafts(story: Story, entry: Entry) -> Iterator[NoticeDraft]:
    bears = borne_by(story)
    if not followed(bears.keys):
        return
    told = Notice.objects.filter(family=_family(story.id), state__in=TOLD)
    earlier = list(told.values_list("id", flat=True))
    if not earlier:
        yield _draft(story, entry, bears, bears.keys, name_of("story", story.id))
        return
    known = NoticeKey.objects.filter(notice_id__in=earlier).values_list("key", flat=True)
    fresh = [key for key in bears.keys if key not in set(known)]
    if followed(fresh):
        yield _draft(story, entry, bears, fresh, name_of("story", story.id, entry.seq))


def _family(story: int) -> str:
    return f"story:{story}"


def _draft(story: Story, entry: Entry, bears: Bears, keys: Sequence[str], name: str) -> NoticeDraft:
    return NoticeDraft(
        name=name,
        kind="story",
        title=story.headline,
        text=story.headline,
        url=reverse("story", args=[story.id]),
        happened_at=story.at,
        recorded_at=entry.recorded_at,
        keys=keys,
        family=_family(story.id),
        work_id=bears.first,
        said={"of": "stories", "story": story.id, "at": story.at},
        seq=entry.seq,
    )


def borne_by(story: Story) -> Bears:
    """Return what a story speaks of: the works and people of the facts it states, its topics."""
    facts = facts_numbered(one.fact for one in supports_by(story.id))
    works = works_numbered(fact.about for fact in facts.values())
    keys: dict[str, None] = {}
    for fact in facts.values():
        if fact.about in works:
            keys.update(dict.fromkeys(fact_keys(works[fact.about], fact)))
    keys.update((f"topic:{one.slug}", None) for one in topics_of([story.id]).get(story.id, ()))
    named = [works[fact.about] for fact in facts.values() if fact.about in works]
    labels = list(dict.fromkeys(work.label for work in named))
    return Bears(list(keys), labels, named[0].id if named else 0)


def judge(notices: Sequence[Notice], _judging: Judging) -> Mapping[int, Told]:
    """Return those whose story still stands, with what it speaks of by now."""
    stories = stories_numbered(said_in(one)["story"] for one in notices)
    found: dict[int, Told] = {}
    for notice in notices:
        story = stories.get(said_in(notice)["story"])
        bears = borne_by(story) if story else None
        if story is not None and bears is not None and bears.keys:
            found[notice.id] = _told(story, bears, notice)
    return found


def _told(story: Story, bears: Bears, notice: Notice) -> Told:
    outlet = story.outlet or gettext("A story")
    topics = [one.printed for one in topics_of([story.id]).get(story.id, ())]
    parts = [
        gettext("%(outlet)s, %(day)s.") % {"outlet": outlet, "day": _day(story)},
        gettext("About: %(works)s.") % {"works": ", ".join(bears.works)} if bears.works else "",
        gettext("Topics: %(topics)s.") % {"topics": ", ".join(topics)} if topics else "",
    ]
    title = gettext("%(outlet)s: %(headline)s") % {"outlet": outlet, "headline": story.headline}
    text = " ".join(filter(None, parts))
    first = notice.name == name_of("story", story.id)
    url = reverse("story", args=[story.id])
    return Told(title, text, url, story.at, keys=tuple(bears.keys) if first else ())


def _day(story: Story) -> str:
    if story.happened_at is None:
        return gettext("date unknown")
    return day_as_known(story.happened_at, story.dated)


SOURCE = Source(find, judge)
