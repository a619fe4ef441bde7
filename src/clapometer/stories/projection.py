"""The consumer that keeps the stories: entries about stories -> stories, topics, supports."""

from __future__ import annotations

from typing import Any

from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table
from clapometer.ledger.entries import Entry
from clapometer.ledger.texts import read_texts

from .addressing import story_key
from .models import Settled, Story, StoryTopic, Support, Topic
from .topics import topic_slug

_TABLES = (
    "stories_support",
    "stories_storytopic",
    "stories_topic",
    "stories_story",
    "stories_settled",
)
_OWN = ("link", "outlet", "dated", "language")


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("stories", advance, clear))


def clear() -> None:
    """Empty the tables."""
    for table in _TABLES:
        clear_table(table)


def advance(span: consumers.Span) -> None:
    """Take in the entries about stories and about contradictions."""
    for entry in span.entries():
        apply = _APPLY.get(entry.kind)
        if apply:
            apply(entry)


def _posted(entry: Entry) -> None:
    told = entry.data
    story = Story(
        id=entry.seq,
        headline=_text(entry, "headline"),
        happened_at=entry.happened_at,
        recorded_at=entry.recorded_at,
        actor=entry.actor,
        **{name: told[name] for name in _OWN},
    )
    _keep(story)
    _bear(story.id, told["topics"])


def _corrected(entry: Entry) -> None:
    story = Story.objects.filter(id=entry.subject_id).first()
    if story is None:
        return
    told = entry.data
    for name in _OWN:
        setattr(story, name, told.get(name, getattr(story, name)))
    if "headline" in told:
        story.headline = _text(entry, "headline")
    story.happened_at = entry.happened_at
    _keep(story)
    if "topics" in told:
        _bear(story.id, told["topics"])


def _keep(story: Story) -> None:
    at = story.happened_at
    story.at = story.recorded_at if at is None else at
    day = "" if at is None else str(at)
    story.key = story_key(story.link, story.headline, story.outlet, day)
    story.save()


def _bear(story: int, topics: list[str]) -> None:
    """Say which topics a story bears; the first title that a topic was printed under stays."""
    _forget(story)
    for place, printed in enumerate(topics):
        slug = topic_slug(printed)
        Topic.objects.get_or_create(slug=slug, defaults={"title": printed})
        StoryTopic.objects.get_or_create(
            topic=slug, story=story, defaults={"place": place, "printed": printed}
        )


def _forget(story: int) -> None:
    """Take the topics of a story away, and those that no other story bears."""
    borne = list(StoryTopic.objects.filter(story=story).values_list("topic", flat=True))
    StoryTopic.objects.filter(story=story).delete()
    left = set(StoryTopic.objects.filter(topic__in=borne).values_list("topic", flat=True))
    Topic.objects.filter(slug__in=set(borne) - left).delete()


def _undone(entry: Entry) -> None:
    story = entry.subject_id
    Story.objects.filter(id=story, undone=None).update(undone=entry.seq)
    Support.objects.filter(story=story, until=None).update(until=entry.seq)
    _forget(story)


def _supports(entry: Entry) -> None:
    told: dict[str, Any] = entry.data
    names = ("fact", "claim", "season", "modality", "printed")
    Support.objects.create(
        id=entry.seq,
        story=entry.subject_id,
        as_of=told.get("as_of", ""),
        quote=_text(entry, "quote"),
        recorded_at=entry.recorded_at,
        **{name: told[name] for name in names},
    )


def _unsupported(entry: Entry) -> None:
    Support.objects.filter(id=entry.data["entry"], until=None).update(until=entry.seq)


def _settled(entry: Entry) -> None:
    Settled.objects.create(
        id=entry.seq,
        facts=",".join(map(str, entry.data["facts"])),
        reason=entry.data["reason"],
        actor=entry.actor,
        recorded_at=entry.recorded_at,
    )


def _opened(entry: Entry) -> None:
    Settled.objects.filter(id=entry.subject_id, undone=None).update(undone=entry.seq)


def _text(entry: Entry, field: str) -> str:
    """Return a sealed text, "" for one that was erased or is not there."""
    return read_texts([entry.seq], field).get(entry.seq, "") if field in entry.data else ""


_APPLY = {
    "story.posted": _posted,
    "story.corrected": _corrected,
    "story.undone": _undone,
    "story.supports": _supports,
    "story.unsupported": _unsupported,
    "contradiction.settled": _settled,
    "contradiction.undone": _opened,
}
