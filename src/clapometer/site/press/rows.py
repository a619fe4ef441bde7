"""Stories as rows of a page: headline, outlet, day, topics, and the works that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.facts.days import When, shown_day
from clapometer.facts.reading import facts_numbered
from clapometer.site import words
from clapometer.site.addresses import work_address
from clapometer.site.factwords import spoken_day
from clapometer.stories.models import Story, Support
from clapometer.stories.reading import topics_of

from .addresses import outlet_stories, story_address, topic_address


class Linked(NamedTuple):
    """A name and the page that it leads to."""

    name: str
    url: str


class StoryRow(NamedTuple):
    """A story in a list. `link` is its own page at the outlet, "" where it has none."""

    number: int
    headline: str
    outlet: str
    outlet_url: str
    day: str
    at: int | None
    url: str
    link: str
    language: str
    topics: list[Linked]
    works: list[Linked]


def rows_of(stories: Sequence[Story]) -> list[StoryRow]:
    """Return stories as rows; the number of queries does not grow with them."""
    numbers = [one.id for one in stories]
    topics, works = topics_of(numbers), works_of(numbers)
    return [
        StoryRow(
            number=one.id,
            headline=headline_of(one),
            outlet=one.outlet,
            outlet_url=outlet_stories(one.outlet) if one.outlet else "",
            day=spoken_of(one),
            at=one.happened_at,
            url=story_address(one.id),
            link=one.link,
            language=one.language,
            topics=[
                Linked(topic.printed, topic_address(topic.slug)) for topic in topics.get(one.id, ())
            ],
            works=works.get(one.id, []),
        )
        for one in stories
    ]


def headline_of(story: Story) -> str:
    """Return the headline of a story, or that it was erased."""
    return story.headline or gettext("(headline erased, story %(number)s)") % {"number": story.id}


def spoken_of(story: Story) -> str:
    """Return when a story was published, as exactly as it is known; "" where it is not."""
    if story.happened_at is None:
        return ""
    if story.dated == "instant":
        return words.moment_of(story.happened_at)
    when = When(story.happened_at, story.dated)
    return spoken_day(shown_day(when, timezone.get_default_timezone()))


def works_of(stories: Iterable[int]) -> dict[int, list[Linked]]:
    """Return the works of which the stories state something, by story."""
    told = Support.objects.filter(story__in=list(stories), until=None).order_by("id")
    pairs = list(told.values_list("story", "fact"))
    facts = facts_numbered(fact for _, fact in pairs)
    works = Work.objects.select_related("parent").in_bulk({one.about for one in facts.values()})
    found: dict[int, dict[int, Linked]] = {}
    for story, number in pairs:
        fact = facts.get(number)
        work = works.get(fact.about) if fact else None
        if work:
            linked = Linked(work.label, work_address(work))
            found.setdefault(story, {}).setdefault(work.id, linked)
    return {story: list(every.values()) for story, every in found.items()}
