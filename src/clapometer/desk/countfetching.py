"""Numbers fetched from open services: page views of Wikipedia, posts with a hashtag on Mastodon."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta
from typing import NamedTuple
from urllib.parse import quote

from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact, facts_of_kind
from clapometer.fetching.client import Client, Fetched
from clapometer.fetching.refusals import FetchRefused
from clapometer.instants import to_datetime
from clapometer.readers.problems import Refused
from clapometer.readers.sources.dailycounts import DayCounts, days_over, read_pageviews, read_tag
from clapometer.signals.counters import points_of
from clapometer.signals.points import point_on

from .counterfiles import CounterFile, CounterOutcome, Source
from .counting import Key, Reading

PAGEVIEWS, TAG_USES, TAG_ACCOUNTS = (
    "wikipedia-pageviews",
    "mastodon-tag-uses",
    "mastodon-tag-accounts",
)
WIKIMEDIA = "https://wikimedia.org"
FIRST_DAY = date(2015, 7, 1)
"""Wikimedia tells page views from this day on."""
AGAIN = timedelta(days=7)
"""So many days before the last one known are asked for again: services restate the latest."""
NOT_THERE = 404
_DAY = timedelta(days=1)
_LONGEST = 255
_PROJECT = re.compile(r"[a-z][a-z0-9-]{0,40}\.[a-z]{2,20}")
_TAG = re.compile(r"\w{1,100}")
_SERVER = re.compile(r"[a-z0-9.-]{1,250}(?::[0-9]{1,5})?")
_OF = re.compile(r"(?P<name>.+) \((?P<where>[^() ]+)\)")


class NothingToFetch(Refused):
    """What was asked for cannot be fetched; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__("nothing_to_fetch", sentence)


class Article(NamedTuple):
    """An article of a Wikipedia, about a work."""

    work: int
    title: str
    project: str

    @property
    def of(self) -> str:
        """Return what a counter calls it."""
        return f"{self.title.replace('_', ' ')} ({self.project})"


class Tag(NamedTuple):
    """A hashtag on a Mastodon server, about a work."""

    work: int
    name: str
    server: str

    @property
    def of(self) -> str:
        """Return what a counter calls it."""
        return f"#{self.name} ({self.server})"


def article_named(work: Work, title: str, project: str) -> Article:
    """Return the article that a person names. Raises NothingToFetch."""
    if not _PROJECT.fullmatch(project):
        raise NothingToFetch(f"“{project[:60]}” is no project; write it like en.wikipedia.")
    name = " ".join(title.replace("_", " ").split())
    if not name or len(name) > 250:
        raise NothingToFetch("An article has a title of 1 to 250 characters.")
    return Article(work.id, name, project)


def tag_named(work: Work, name: str, server: str) -> Tag:
    """Return the hashtag that a person names. Raises NothingToFetch."""
    name = name.strip().removeprefix("#")
    if not _TAG.fullmatch(name):
        raise NothingToFetch(f"“{name[:60]}” is no hashtag: it is one word.")
    server = server.strip().casefold().removeprefix("https://").rstrip("/")
    if not _SERVER.fullmatch(server):
        raise NothingToFetch(f"“{server[:60]}” is no server; write it like mastodon.social.")
    return Tag(work.id, name, server)


def kept_articles() -> Iterator[Article]:
    """Yield the articles whose views are kept already."""
    for fact, name, where in _kept(PAGEVIEWS):
        yield Article(fact.about, name, where)


def kept_tags() -> Iterator[Tag]:
    """Yield the hashtags whose posts are kept already."""
    for fact, name, where in _kept(TAG_USES):
        yield Tag(fact.about, name.removeprefix("#"), where)


def _kept(measure: str) -> Iterator[tuple[Fact, str, str]]:
    for fact in facts_of_kind("counter"):
        found = _OF.fullmatch(fact.said["of"]) if fact.said["measure"] == measure else None
        if found:
            yield fact, found["name"], found["where"]


def fetch_pageviews(
    client: Client, article: Article, now: int, since: date | None = None, base: str = WIKIMEDIA
) -> CounterFile:
    """Return the views of each day that is over, from `since`, or from where they are known to.

    Raises FetchRefused, SourceRefused, and NothingToFetch where there are none.
    """
    yesterday = to_datetime(now).astimezone(UTC).date() - timedelta(days=1)
    last = _last_known(Key(article.work, PAGEVIEWS, article.of))
    first = since or (FIRST_DAY if last is None else max(FIRST_DAY, last - AGAIN))
    title = quote(article.title.replace(" ", "_"), safe="")
    link = (
        f"{base}/api/rest_v1/metrics/pageviews/per-article/{article.project}/all-access/user/"
        f"{title}/daily/{first:%Y%m%d}/{yesterday:%Y%m%d}"
    )
    what = f"views of “{article.title}” on {article.project} since {first}"
    answer = _get(client, link, f"Wikipedia tells no {what}.")
    told = read_pageviews(answer.body)
    points = tuple(point_on(one.day, one.number) for one in days_over(told.days, yesterday + _DAY))
    readings = [Reading(Key(article.work, PAGEVIEWS, article.of), points, "Wikimedia", link)]
    return _file(answer, link, PAGEVIEWS, told, readings)


def fetch_tag(client: Client, tag: Tag, now: int, base: str = "") -> CounterFile:
    """Return posts with the hashtag, and accounts, of each of the last days that is over.

    Raises FetchRefused, SourceRefused, and NothingToFetch where the server knows no such hashtag.
    """
    link = f"{base or f'https://{tag.server}'}/api/v1/tags/{quote(tag.name, safe='')}"
    answer = _get(client, link, f"{tag.server} knows no hashtag #{tag.name}.")
    told = read_tag(answer.body)
    days = tuple(days_over(told.days, to_datetime(now).astimezone(UTC).date()))
    uses = tuple(point_on(one.day, one.number) for one in days)
    accounts = tuple(point_on(one.day, one.accounts or 0) for one in days)
    source = f"Mastodon, {tag.server}"
    readings = [
        Reading(Key(tag.work, TAG_USES, tag.of), uses, source, link),
        Reading(Key(tag.work, TAG_ACCOUNTS, tag.of), accounts, source, link),
    ]
    return _file(answer, link, TAG_USES, told, readings)


def _get(client: Client, link: str, absent: str) -> Fetched:
    try:
        return client.get(link, accept="application/json")
    except FetchRefused as refusal:
        if refusal.status == NOT_THERE:
            raise NothingToFetch(absent) from None
        raise


def _file(
    answer: Fetched, link: str, profile: str, told: DayCounts, readings: Sequence[Reading]
) -> CounterFile:
    outcome = CounterOutcome(rows=sum(len(one.points) for one in readings) + len(told.refusals))
    for one in told.refusals:
        outcome.refuse(one)
    source = Source(link[:_LONGEST], hashlib.sha256(answer.body).hexdigest(), profile)
    return CounterFile(source, [one for one in readings if one.points], outcome)


def _last_known(key: Key) -> date | None:
    """Return the last day of which the counter has a number."""
    for fact in facts_of_kind("counter"):
        said = fact.said
        if Key(fact.about, said["measure"], said["of"]).folded == key.folded:
            points = points_of([fact.id]).get(fact.id, {})
            return to_datetime(max(points)).date() if points else None
    return None
