"""Lists of stories: all of them, of an outlet, of a work, of a month; and the topics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from clapometer.catalogue.family import family_of
from clapometer.catalogue.models import Work
from clapometer.facts.text import clean
from clapometer.instants import start_of_day
from clapometer.site.asking import query_of
from clapometer.stories.models import Story, StoryTopic, Topic
from clapometer.stories.reading import about_works, newest_first

from .addresses import topic_address

PAGE, LONGEST, MOST_OUTLETS, MOST_TOPICS = 50, 200, 200, 1_000
_WORK = re.compile(r"w?([0-9]{1,15})")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


class Choice(NamedTuple):
    """What is asked for: an outlet by name, a work, a month like 2026-07; None or "" for any."""

    outlet: str
    work: Work | None
    month: str

    def address(self, page: str = "") -> str:
        """Return the path of the list as asked for, of a page by its number as text."""
        of = f"w{self.work.id}" if self.work else ""
        query = query_of(outlet=self.outlet, of=of, month=self.month, page=page)
        return f"{reverse('stories')}?{query}" if query else reverse("stories")


class TopicRow(NamedTuple):
    """A topic with how many stories bear it."""

    title: str
    url: str
    stories: int


def read_choice(asked: Mapping[str, str]) -> Choice:
    """Return what a form or a link asks for; what cannot be read is left out."""
    found = _WORK.fullmatch(asked.get("of", "").strip())
    work = Work.objects.select_related("parent").filter(id=int(found[1])).first() if found else None
    month = asked.get("month", "").strip()
    outlet = clean(asked.get("outlet", "")[:LONGEST])
    return Choice(outlet, work, month if _MONTH.fullmatch(month) else "")


def chosen(choice: Choice) -> QuerySet[Story]:
    """Return the stories asked for, the newest in front."""
    found = newest_first(Story.objects.all())
    if choice.work:
        works = [one.id for one in family_of(choice.work)]
        found = about_works(works)
    if choice.outlet:
        found = found.filter(outlet__iexact=choice.outlet)
    if choice.month:
        begins, ends = _month(choice.month)
        found = found.filter(at__gte=begins, at__lt=ends)
    return found


def _month(month: str) -> tuple[int, int]:
    """Return the instants at which a month begins and ends in the site's time zone."""
    year, number = int(month[:4]), int(month[5:])
    zone = timezone.get_default_timezone()
    after = (min(year + 1, 9999), 1) if number == 12 else (year, number + 1)
    first = date(max(year, 1), number, 1)
    return start_of_day(first, zone), start_of_day(date(*after, 1), zone)


def outlets() -> list[str]:
    """Return the outlets that have stories here, those with most of them first."""
    named = Story.objects.filter(undone=None).exclude(outlet="").values_list("outlet")
    counted = named.annotate(n=Count("id")).order_by("-n", "outlet")[:MOST_OUTLETS]
    return [outlet for outlet, _ in counted]


def topics() -> list[TopicRow]:
    """Return the topics that stories bear, those of most stories first."""
    counted = StoryTopic.objects.values_list("topic").annotate(n=Count("story"))
    every = list(counted.order_by("-n", "topic")[:MOST_TOPICS])
    titles = Topic.objects.in_bulk([slug for slug, _ in every])
    return [
        TopicRow(titles[slug].title, topic_address(slug), n) for slug, n in every if slug in titles
    ]


def title_of(choice: Choice) -> str:
    """Return what a list is of, in words."""
    parts = [str(choice.work)] if choice.work else []
    parts += [choice.outlet] if choice.outlet else []
    parts += [choice.month] if choice.month else []
    return ", ".join(parts) or gettext("all outlets")
