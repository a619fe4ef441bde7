"""Correcting what is said of a story, and taking a story back with all that it supports."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from clapometer.facts.days import DayRefused, When, read_when, shown_when
from clapometer.facts.fields import Field, FieldRefused, Language, Link, Text
from clapometer.ledger.entries import Entry
from clapometer.ledger.writing import writing
from clapometer.readers.text import clean_prose
from clapometer.stories.drafts import Article, story_corrected, story_undone
from clapometer.stories.models import Story
from clapometer.stories.reading import article_of, story_numbered
from clapometer.stories.topics import read_topics

from .refusing import EntryRefused, Problem
from .reviewtyping import zone_of_site
from .stating import LONGEST_REASON

PUBLISHED, TOPICS = "published", "topics"
FIELDS: tuple[Field, ...] = (
    Text(
        name="headline",
        label="Headline",
        means="as it is printed",
        example="The ferry comes back",
        required=True,
        longest=500,
    ),
    Link(
        name="link",
        label="Address",
        means="where it stands; empty for a text that has none",
        example="https://gazette.example/ferry",
    ),
    Text(name="outlet", label="Outlet", means="who published it", example="A Made-up Gazette"),
    Language(
        name="language", label="Language", means="the language of the story", example="English"
    ),
)
"""What a form asks for a story, beside when it was published and its topics."""


def typed_of(story: Story) -> dict[str, str]:
    """Return what is said of a story as it would be typed."""
    article = article_of(story)
    told = {field.name: field.show(getattr(article, field.name) or None) for field in FIELDS}
    told[PUBLISHED] = shown_when(article.published, zone_of_site())
    return {**told, TOPICS: "; ".join(article.topics)}


def correct_story(number: int, typed: Mapping[str, str], actor: str) -> Entry | None:
    """Change what is said of a story; None where nothing changes. Raises EntryRefused."""
    with writing(actor) as writer:
        story = _there(number)
        draft = story_corrected(number, _read(typed), article_of(story))
        return writer.append_one(draft) if draft else None


def take_story_back(number: int, reason: str, actor: str) -> Entry:
    """Take a story back, with the reason in public; the facts it states stay. Raises
    EntryRefused."""
    with writing(actor) as writer:
        _there(number)
        why = clean_prose(reason)
        if not why:
            raise EntryRefused(Problem("reason", _("Say why, for everybody to read.")))
        if len(why) > LONGEST_REASON:
            sentence = _("A reason has at most %(n)d characters.") % {"n": LONGEST_REASON}
            raise EntryRefused(Problem("reason", sentence))
        return writer.append_one(story_undone(number, why))


def _there(number: int) -> Story:
    story = story_numbered(number)
    if story is None:
        sentence = _("There is no story %(number)d, or it was taken back.") % {"number": number}
        raise EntryRefused(Problem("", sentence))
    return story


def _read(typed: Mapping[str, str]) -> Article:
    said, problems = {}, []
    for field in FIELDS:
        try:
            said[field.name] = str(field.read(typed.get(field.name, "")) or "")
        except FieldRefused as refused:
            problems.append(Problem(field.name, str(refused)))
    when = When(None, "unknown")
    try:
        when = read_when(typed.get(PUBLISHED, ""), zone_of_site())
    except DayRefused as refused_day:
        problems.append(Problem(PUBLISHED, str(refused_day)))
    if problems:
        raise EntryRefused(*problems)
    topics = tuple(read_topics(typed.get(TOPICS, "").split(";")))
    return Article(**said, published=when, topics=topics)
