"""What can be counted: measures, their natures and periods, and those known from the start.

A measure is a platform's own way of counting. What its numbers mean may change from a day on: each
definition is dated, and numbers under two definitions are never joined nor compared unsaid.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

NATURES: Mapping[str, str] = MappingProxyType(
    {
        "level": "how many there are at a time, such as followers, or views since the beginning",
        "flow": "how many there were in a period, such as views in a day",
    }
)
PERIODS: Mapping[str, str] = MappingProxyType(
    {
        "": "of no period: a level, or a flow over a time of its own",
        "day": "a day",
        "week": "seven days, named by the last",
        "month": "a month, named by its last day",
        "quarter": "three months, named by the last day",
        "half-year": "six months, named by the last day",
        "year": "a year, named by its last day",
    }
)
PERIOD_DAYS: Mapping[str, int] = MappingProxyType(
    {"": 0, "day": 1, "week": 7, "month": 31, "quarter": 92, "half-year": 184, "year": 366}
)
"""The longest that a period can be, in days."""


class Defined(NamedTuple):
    """A definition as the table below has it, in the words of the fields of the fact.

    `since` is the day, month or year it holds from; "" from the start. `stopped`: from then on the
    platform publishes no such number.
    """

    means: str
    since: str = ""
    stopped: bool = False
    source: str = ""
    link: str = ""


class Known(NamedTuple):
    """A measure that is known from the start, with its definitions in order."""

    title: str
    unit: str
    platform: str
    nature: str
    period: str
    definitions: tuple[Defined, ...]


_RESTATED = "https://www.netflix.com/tudum/top10/about"
_WIKIMEDIA = "https://wikitech.wikimedia.org/wiki/Analytics/Data_Lake/Traffic/BotDetection"
_PAGEVIEWS = "https://wikitech.wikimedia.org/wiki/Analytics/AQS/Pageviews"
_TAG = "https://docs.joinmastodon.org/entities/Tag/"
_ENGAGEMENT = "https://about.netflix.com/en/news/what-we-watched-a-netflix-engagement-report"
_HASHTAG = "https://counterhate.com/research/tiktok-removes-views-from-hashtags/"
KNOWN: Mapping[str, Known] = MappingProxyType(
    {
        "wikipedia-pageviews": Known(
            "page views of the article", "views", "Wikipedia", "flow", "day",
            (
                Defined("requests for the page by readers (agent user), on all devices; a day is "
                        "one of UTC", "2015-07-01", False, "Wikimedia", _PAGEVIEWS),
                Defined("as before, less requests that look like those of a program that does not "
                        "say so, which were counted as readers until then; on the English "
                        "Wikipedia some 8 to 10 % of the views", "2020-05", False, "Wikimedia",
                        _WIKIMEDIA),
            ),
        ),
        "mastodon-tag-uses": Known(
            "posts with the hashtag", "posts", "Mastodon", "flow", "day",
            (Defined("posts with the hashtag that reached the one server asked; other servers see "
                     "other posts. A day is one of UTC", "", False, "Mastodon", _TAG),),
        ),
        "mastodon-tag-accounts": Known(
            "accounts that used the hashtag", "accounts", "Mastodon", "flow", "day",
            (Defined("accounts that posted the hashtag in the day, as far as their posts reached "
                     "the one server asked. A day is one of UTC", "", False, "Mastodon", _TAG),),
        ),
        "netflix-engagement-hours": Known(
            "hours viewed in half a year", "hours", "Netflix", "flow", "half-year",
            (Defined("hours viewed in the whole world in the half-year, rounded to 100,000; titles "
                     "under 50,000 hours are left out. Seasons are told apart", "2023-01-01",
                     False, "Netflix, What We Watched", _ENGAGEMENT),),
        ),
        "netflix-engagement-views": Known(
            "views in half a year", "views", "Netflix", "flow", "half-year",
            (Defined("hours viewed divided by the runtime, rounded to 100,000, as published; told "
                     "since the report on the second half of 2023", "2023-07-01", False,
                     "Netflix, What We Watched", _ENGAGEMENT),),
        ),
        "netflix-weekly-hours": Known(
            "hours viewed in the week", "hours", "Netflix", "flow", "week",
            (
                Defined("hours viewed in the whole world from Monday to Sunday, rounded to 10,000; "
                        "lists are ranked by it", "2021-06-28", False, "Netflix", _RESTATED),
                Defined("as before, rounded to 100,000; lists are ranked by views and no longer by "
                        "hours", "2023-06-12", False, "Netflix", _RESTATED),
            ),
        ),
        "netflix-weekly-views": Known(
            "views in the week", "views", "Netflix", "flow", "week",
            (Defined("hours viewed divided by the runtime, rounded to 100,000, as published; lists "
                     "are ranked by it", "2023-06-12", False, "Netflix", _RESTATED),),
        ),
        "netflix-top10-countries": Known(
            "countries in whose Top 10 it was", "countries", "Netflix", "level", "",
            (Defined("distinct countries in whose weekly list it was, over all weeks so far, as "
                     "Netflix announces it", "2021-06-28", False, "Netflix", _RESTATED),),
        ),
        "tiktok-hashtag-views": Known(
            "views of videos with the hashtag", "views", "TikTok", "level", "",
            (
                Defined("views of all videos with the hashtag since it was first used, as the page "
                        "of the hashtag printed it", "", False, "TikTok"),
                Defined("no longer published: the page of a hashtag prints how many videos have "
                        "it", "2024-01", True, "Center for Countering Digital Hate", _HASHTAG),
            ),
        ),
        "tiktok-hashtag-posts": Known(
            "videos with the hashtag", "videos", "TikTok", "level", "",
            (Defined("videos with the hashtag, as the page of the hashtag prints it in place of "
                     "views", "2024-01", False, "Center for Countering Digital Hate", _HASHTAG),),
        ),
        "tiktok-followers": Known(
            "followers", "followers", "TikTok", "level", "",
            (Defined("accounts that follow the account, as its page prints it"),),
        ),
        "instagram-followers": Known(
            "followers", "followers", "Instagram", "level", "",
            (Defined("accounts that follow the account, as its page prints it"),),
        ),
        "youtube-views": Known(
            "views of the video", "views", "YouTube", "level", "",
            (Defined("views since the video was put up, as its page prints it"),),
        ),
        "copies-sold": Known(
            "copies sold", "copies", "", "level", "",
            (Defined("copies sold since publication, as its publisher says"),),
        ),
    }
)  # fmt: skip
"""Measures known from the start: their definitions are recorded with the first counter of each."""


class Measure(NamedTuple):
    """A measure as a site knows it: what it counts, and its definitions in order of time."""

    name: str
    title: str
    unit: str
    platform: str
    nature: str
    period: str
    definitions: tuple[Definition, ...] = ()

    @property
    def is_flow(self) -> bool:
        """Return whether its numbers are of a period each."""
        return self.nature == "flow"


class Definition(NamedTuple):
    """What the numbers of a measure mean from `since` on (None: from the start), to the next one.

    `since` is the start of its day in UTC, `dated` how exactly it is known. `fact` is the number of
    the fact that says so, 0 for one of the table that is not recorded yet.
    """

    means: str
    since: int | None
    dated: str
    stopped: bool
    fact: int
    source: str = ""
    link: str = ""


def said_of(name: str, known: Known, definition: Defined) -> dict[str, Any]:
    """Return what the fact of a definition says, field by field as a person would type it."""
    return {
        "measure": name,
        "title": known.title,
        "unit": known.unit,
        "platform": known.platform,
        "nature": known.nature,
        "period": known.period,
        "means": definition.means,
        "stopped": "yes" if definition.stopped else "",
        "source": definition.source,
        "link": definition.link,
        "when": definition.since,
    }
