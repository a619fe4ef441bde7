"""What each kind of claim becomes in the record: a table that code and documentation read."""

from __future__ import annotations

from typing import NamedTuple

TOPICS = "topics"
"""The record of a claim that is no fact: topics belong to the story itself."""


class Record(NamedTuple):
    """What a kind of claim becomes: kinds of facts, of the season's own record or of the whole.

    `of_season`: whether the fact is about the work that the season is, which is added where the
    catalogue lacks it; else the fact names the season itself, or says nothing of it.
    """

    facts: tuple[str, ...]
    of_season: bool
    how: str


RECORDS: dict[str, Record] = {
    "review_score": Record(
        ("outside-score",), True,
        "printed by the aggregator, else by the outlet; critics where no side is told",
    ),
    "certification": Record(("certification",), True, "the badge, given by the aggregator"),
    "consensus": Record(
        ("printed-consensus",), True, "as the aggregator prints it; never this site's own"
    ),
    "renewal": Record(
        ("announcement",), False,
        "`renewed`; `two-season-renewal` for several seasons, `revived` where the story says so",
    ),
    "cancellation": Record(("announcement",), False, "`cancelled`"),
    "order": Record(("announcement",), False, "`ordered`, of the new work"),
    "ended": Record(
        ("announcement",), False,
        "`final-season` where a season is named for it, else `ended`, from its date on",
    ),
    "premiere": Record(
        ("release", "announcement", "reported-date"), False,
        "a release where the day has passed, else the announcement `dated`; a finale, an episode, a"
        " trailer or the start of filming is a reported date",
    ),
    "chart": Record(("chart-place",), True, "a place, a number of countries, or a top so many"),
    "count": Record(
        ("reported-number", "uplift", "counter"), True,
        "a number of a counter where a measure is chosen, an uplift where it is a"
        " growth in per cent, else a reported number",
    ),
    "box_office": Record(("takings",), False, "the number in US dollars"),
    "cast": Record(("credit",), False, "in the role `cast`, with the character"),
    "creator": Record(("credit",), False, "in the role that the story names"),
    "source_work": Record(("source_work",), False, "its title, sort and authors"),
    "platform": Record(
        ("carrier", "maker"), False,
        "where it can be watched, and whether only there; of a studio that it makes the work",
    ),
    "synopsis": Record(("synopsis",), True, "in the words of the story, as short as a quote"),
    "topics": Record((), False, "topics of the story, not of a work"),
    "quotation": Record(("quotation",), False, "the words with speaker and venue"),
}  # fmt: skip
BOUNDED = {"printed-consensus": "text", "synopsis": "text", "quotation": "words"}
"""Fields that hold a story's own words, by kind of fact: no longer than a quote of the site."""
