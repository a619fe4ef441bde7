"""Which stories report a fact: “reported by”, wherever a fact stands with its source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clapometer.facts.models import FactVersion
from clapometer.stories.models import Story, Support
from clapometer.stories.quoting import short_quote
from clapometer.stories.reading import supports_of

from .addresses import story_address
from .rows import headline_of, spoken_of

SHOWN = 3
"""Names that stand beside a fact in a list; its own page has them all."""


class Reporter(NamedTuple):
    """One story that states a fact: who published it, its headline and day, the words."""

    story: int
    outlet: str
    headline: str
    url: str
    link: str
    day: str
    at: int | None
    quote: str
    modality: str
    printed: str
    as_of: str


class Reported(NamedTuple):
    """The names beside a fact in a list, each once, and how many stories there are besides."""

    names: list[tuple[str, str]]
    more: int


def reporters_of(facts: Iterable[int], known: int | None = None) -> dict[int, list[Reporter]]:
    """Return the stories that state the facts, by fact; two queries, however many there are."""
    told = supports_of(facts, known)
    stories = Story.objects.in_bulk({one.story for every in told.values() for one in every})
    return {
        fact: [_reporter(one, stories[one.story]) for one in every if one.story in stories]
        for fact, every in told.items()
    }


def _reporter(support: Support, story: Story) -> Reporter:
    return Reporter(
        story=story.id,
        outlet=story.outlet,
        headline=headline_of(story),
        url=story_address(story.id),
        link=story.link,
        day=spoken_of(story),
        at=story.happened_at,
        quote=short_quote(support.quote),
        modality=support.modality,
        printed=support.printed,
        as_of=support.as_of,
    )


def reported_about(works: Iterable[int], known: int | None = None) -> dict[int, Reported]:
    """Return who reports the facts about the works, by fact, for lists of them."""
    told = FactVersion.objects.filter(about__in=list(works)).values("fact")
    numbers = Support.objects.filter(fact__in=told).values_list("fact", flat=True).distinct()
    return reported_of(numbers, known)


def reported_of(facts: Iterable[int], known: int | None = None) -> dict[int, Reported]:
    """Return who reports the facts, by fact, for lists of them."""
    return {fact: _shortened(every) for fact, every in reporters_of(facts, known).items() if every}


def _shortened(every: list[Reporter]) -> Reported:
    names: dict[str, str] = {}
    for one in every:
        names.setdefault(one.outlet or one.headline, one.url)
    shown = list(names.items())[:SHOWN]
    return Reported(shown, len(names) - len(shown))
