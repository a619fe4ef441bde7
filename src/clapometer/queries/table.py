"""The saved queries: question, parameters, columns, and the rules for dates and ties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from .asked import Asked
from .charted import longest_in_top10, most_countries
from .parameters import LIMIT, Parameter, QueryRefused
from .ranking import Row
from .renewals import renewed_within
from .scores import badge_soonest, biggest_drop, perfect


class Query(NamedTuple):
    """A saved query. `columns` follow rank, work and title; `ties` says who is printed first."""

    title: str
    question: str
    dates: str
    ties: str
    columns: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    rows: Callable[[Asked], list[Row]]


FIRST_COLUMNS = {
    "rank": "1 is the first; equal values share a rank, and the next one leaves out as many",
    "work": "the number of the work",
    "title": "its title",
}
_AS_OF = (
    "Scores are those printed at the instant asked for, under the rule in force then, from reviews"
    " dated up to it."
)
_WEEKS = (
    "Weeks run from Monday to Sunday and count once they are over, in UTC; lines as the publisher"
    " last restated them, or as this site knew them at the instant asked for."
)
QUERIES: dict[str, Query] = {
    "biggest-drop": Query(
        "Biggest drop between seasons",
        "Which season prints the most below the season before it?",
        _AS_OF,
        "By the drop between the printed scores; of equal drops the season with more reviews comes"
        " first in print, then by title.",
        {
            "score": "the season’s printed score",
            "reviews": "reviews counted in it",
            "before": "the season before",
            "score_before": "its printed score",
            "reviews_before": "reviews counted in it",
            "drop": "the difference, in the unit of the printed score",
        },
        (Parameter("reviews", "least reviews of each of the two seasons", 10), LIMIT),
        biggest_drop,
    ),
    "perfect": Query(
        "Most reviews on a perfect score",
        "Which work has the most reviews and not one negative among them?",
        f"{_AS_OF} Verdicts are counted whether or not the rule prints a score of so few.",
        "By the number of reviews; of equal numbers by title.",
        {"reviews": "reviews with a verdict, all of them positive"},
        (Parameter("reviews", "least reviews", 5), LIMIT),
        perfect,
    ),
    "renewed-within": Query(
        "Renewed soon after a season",
        "Which series was officially renewed within so many days of its last season?",
        "Days between the first public release of the latest season that was out and the day of the"
        " announcement, in the site’s time zone; only official announcements whose day is known.",
        "By the days, fewest first, each series with its soonest renewal; of equal days the earlier"
        " announcement comes first in print, then by title.",
        {
            "season": "the season that was out last",
            "released": "the day it came out",
            "renewed": "the day of the announcement",
            "days": "days between the two",
            "by": "who announced it",
            "fact": "the number of the fact",
        },
        (Parameter("days", "within so many days", 30, 0, 36_500), LIMIT),
        renewed_within,
    ),
    "longest-in-top10": Query(
        "Longest in the Top 10",
        "Which work was on the weekly lists of the whole world for the most weeks?",
        f"{_WEEKS} A week counts once, however many lists or seasons are in it.",
        "By the number of weeks; of equal numbers the better best place comes first in print, then"
        " the earlier first week, then by title. A series counts with its seasons.",
        {
            "weeks": "distinct weeks on a list",
            "best": "the best place",
            "first_week": "the Sunday of the first week",
            "last_week": "the Sunday of the last week",
        },
        (LIMIT,),
        longest_in_top10,
    ),
    "most-countries": Query(
        "In the Top 10 of most countries",
        "Which work was in the Top 10 of the most countries over all weeks so far?",
        _WEEKS,
        "By the number of distinct countries; of equal numbers by title. A series counts with its"
        " seasons.",
        {"countries": "distinct countries over all weeks so far"},
        (LIMIT,),
        most_countries,
    ),
    "badge-soonest": Query(
        "Won the badge soonest",
        "Which work won the badge in the fewest days after its first review?",
        "Days between the day of the first review and that on which the badge was first won, in the"
        " site’s time zone, under the rules in force then.",
        "By the days, fewest first; of equal days the earlier badge comes first in print, then by"
        " title.",
        {
            "first_review": "the day of the first review",
            "won": "the day the badge was first won",
            "days": "days between the two",
        },
        (LIMIT,),
        badge_soonest,
    ),
}


def query_named(name: str) -> Query:
    """Return the query of this name. Raises QueryRefused."""
    if name not in QUERIES:
        raise QueryRefused(f"No query is called “{name[:40]}”; there are {', '.join(QUERIES)}.")
    return QUERIES[name]
