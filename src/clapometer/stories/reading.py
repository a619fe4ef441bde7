"""Reading stories: those of a work, of a topic, of an outlet, and which of them state a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from django.db.models import Model, Q, QuerySet

from clapometer.facts.days import When
from clapometer.facts.models import FactVersion
from clapometer.ledger.reading import position_at

from .addressing import story_key
from .drafts import Article
from .models import Settled, Story, StoryTopic, Support, Topic

_AT_ONCE = 400
_Row = TypeVar("_Row", bound=Model)


class TopicOf(NamedTuple):
    """A topic of a story: its word in addresses, and how the story prints it."""

    slug: str
    printed: str


def story_numbered(number: int, known: int | None = None) -> Story | None:
    """Return the story, None where there is none or it was taken back."""
    return _standing(Story.objects.filter(id=number), known).first()


def stories_numbered(ids: Iterable[int]) -> dict[int, Story]:
    """Return the stories with these numbers that stand, by number."""
    wanted = sorted(set(ids))
    found: dict[int, Story] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found |= Story.objects.filter(undone=None).in_bulk(part)
    return found


def story_like(article: Article) -> Story | None:
    """Return the story that this is: by its address, else by what is printed at its head."""
    at = article.published.happened_at
    day = "" if at is None else str(at)
    key = story_key(article.link, article.headline, article.outlet, day)
    return Story.objects.filter(key=key, undone=None).order_by("id").first()


def article_of(story: Story) -> Article:
    """Return what is said of a story, as it was posted or corrected."""
    return Article(
        headline=story.headline,
        link=story.link,
        outlet=story.outlet,
        published=When(story.happened_at, story.dated),
        language=story.language,
        topics=tuple(one.printed for one in topics_of([story.id]).get(story.id, ())),
    )


def topics_of(stories: Iterable[int]) -> dict[int, list[TopicOf]]:
    """Return the topics of the stories in their order, by story."""
    found: dict[int, list[TopicOf]] = {}
    borne = StoryTopic.objects.filter(story__in=list(stories)).order_by("story", "place")
    for story, slug, printed in borne.values_list("story", "topic", "printed"):
        found.setdefault(story, []).append(TopicOf(slug, printed))
    return found


def topic_called(slug: str) -> Topic | None:
    """Return the topic under this word, None where no story bears it."""
    return Topic.objects.filter(slug=slug).first()


def newest_first(found: QuerySet[Story]) -> QuerySet[Story]:
    """Return those stories that stand, the newest in front."""
    return found.filter(undone=None).order_by("-at", "-id")


def under_topic(slug: str) -> QuerySet[Story]:
    """Return the stories that bear a topic, the newest in front."""
    borne = StoryTopic.objects.filter(topic=slug).values("story")
    return newest_first(Story.objects.filter(id__in=borne))


def about_works(works: Sequence[int], known: int | None = None) -> QuerySet[Story]:
    """Return the stories that state facts of the works, the newest in front."""
    told = _facts(works, known).values("fact")
    supports = _until(Support.objects.filter(fact__in=told), known).values("story")
    return _standing(Story.objects.filter(id__in=supports), known).order_by("-at", "-id")


def supports_by(story: int, known: int | None = None) -> list[Support]:
    """Return what a story states, in the order in which it was accepted."""
    return list(_until(Support.objects.filter(story=story), known).order_by("id"))


def supports_of(facts: Iterable[int], known: int | None = None) -> dict[int, list[Support]]:
    """Return which stories state the facts, by fact, those accepted first in front."""
    wanted, found = sorted(set(facts)), dict[int, list[Support]]()
    for start in range(0, len(wanted), _AT_ONCE):
        part = Support.objects.filter(fact__in=wanted[start : start + _AT_ONCE])
        for one in _until(part, known).order_by("id"):
            found.setdefault(one.fact, []).append(one)
    return found


def settled_of(facts: Iterable[int], known: int | None = None) -> Settled | None:
    """Return how a contradiction between just these facts was settled, None where it is open."""
    name = ",".join(map(str, sorted(facts)))
    found = Settled.objects.filter(facts=name)
    return _standing(found, known).order_by("-id").first()


def _facts(works: Sequence[int], known: int | None) -> QuerySet[FactVersion]:
    return _until(FactVersion.objects.filter(about__in=list(works)), known, "seq")


def _standing(found: QuerySet[_Row], known: int | None) -> QuerySet[_Row]:
    return _until(found, known, ends="undone")


def _until(
    found: QuerySet[_Row], known: int | None, begins: str = "id", ends: str = "until"
) -> QuerySet[_Row]:
    """Return the rows that stand, or stood at an instant; each names the entries of both ends."""
    stands = Q(**{ends: None})
    if known is None:
        return found.filter(stands)
    position = position_at(known)
    later = Q(**{f"{ends}__gt": position})
    return found.filter(stands | later, **{f"{begins}__lte": position})
