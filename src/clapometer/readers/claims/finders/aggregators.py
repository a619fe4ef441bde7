"""Who adds reviews up: the names they go by in stories, the scales they print, whose side they
count."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.wording import Wording


class Aggregator(NamedTuple):
    """An aggregator: its name, the words for it, the units of its scores (the usual one first),
    and the side it counts where a story does not say."""

    name: str
    words: str
    units: tuple[str, ...]
    side: str | None


AGGREGATORS: tuple[Aggregator, ...] = (
    Aggregator("Rotten Tomatoes", r"rotten ?tomatoes(?:\.com)?|tomatometer|popcornmeter"
               r"|(?-i:\bRT\b)", ("%", "/10"), "critics"),
    Aggregator("Metacritic", r"metacritic(?:\.com)?|metascore", ("/100", "%", "/10"), "critics"),
    Aggregator("CinemaScore", r"cinema ?score", ("grade",), "audience"),
    Aggregator("PostTrak", r"post ?trak", ("%", "/5 stars", "/5"), "audience"),
    Aggregator("IMDb", r"imdb(?:\.com)?|internet movie database", ("/10", "%"), "audience"),
    Aggregator("Letterboxd", r"letterboxd", ("/5", "/5 stars"), "audience"),
    Aggregator("OpenCritic", r"open ?critic", ("/100", "%"), "critics"),
    Aggregator("AlloCiné", r"allocin[eé]", ("/5", "/5 stars"), None),
    Aggregator("Douban", r"douban", ("/10",), "audience"),
    Aggregator("Kinopoisk", r"kinopoisk", ("/10",), "audience"),
    Aggregator("FilmAffinity", r"film ?affinity", ("/10",), "audience"),
    Aggregator("MyAnimeList", r"my ?anime ?list", ("/10",), "audience"),
    Aggregator("Trakt", r"\btrakt\b", ("%", "/10"), "audience"),
    Aggregator("JustWatch", r"justwatch rating", ("%", "/10"), "audience"),
    Aggregator("Maoyan", r"maoyan", ("/10",), "audience"),
    Aggregator("Rakuten Viki", r"\bviki\b", ("/10",), "audience"),
    Aggregator("Google", r"google (?:users?|reviews?|audience)", ("%", "/5"), "audience"),
)  # fmt: skip
"""Aggregators, as stories name them."""
_ANY = Wording(
    "|".join(f"(?P<a{place}>{one.words})" for place, one in enumerate(AGGREGATORS)), re.IGNORECASE
)
# One of these stands in every name above: a quick look before the long pattern.
_PARTS = (
    "tomato", "popcorn", " rt ", " rt’s ", " rt's ", "(rt", "meta", "cinema", "trak", "imdb",
    "movie database", "letterboxd", "critic",
    "allocin", "douban", "kinopoisk", "affinity", "anime", "justwatch", "maoyan", "viki", "google",
)  # fmt: skip
_SIDES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "audience",
        re.compile(
            r"\b(?:audiences?|moviegoers?|filmgoers?|cinemagoers?|popcornmeter|ticket[- ]buyers?"
            r"|users?)\b|\b(?:viewers?|fans?|public|subscribers|people"
            r"|readers) (?:\w+ ){0,2}(?:g[ai]ve"
            r"|rated?|award|disagree\w*|were|are|seem"
            r"|hand|scored?|rating)|\b(?:from|by|among|with|of) (?:the )?(?:general )?(?:viewers"
            r"|fans"
            r"|public|readers)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "critics",
        re.compile(
            r"\b(?:critics?|critical(?:ly)?|reviewers?|tomatometer|reviews?)\b", re.IGNORECASE
        ),
    ),
)
_BEARERS: dict[str, str] = {
    **dict.fromkeys(("audience", "audiences", "viewers", "viewer", "fans", "fan", "users", "user",
                     "moviegoers", "public", "popcornmeter", "subscribers", "readers", "filmgoers",
                     "cinemagoers", "voters"), "audience"),
    **dict.fromkeys(("critics", "critic", "critical", "reviewers", "reviewer", "tomatometer"),
                    "critics"),
}  # fmt: skip
"""The word right behind a score, and whose it makes it."""
_NO_SIDE = re.compile(
    r"review(?:s)?[- ](?:aggregat\w+|site|website|collector|score (?:site|aggregat\w+)|hub"
    r"|platform)"
    r"|critics?['’]? consensus|top critics",
    re.IGNORECASE,
)


class AggregatorNamed(NamedTuple):
    """A place where an aggregator is named."""

    aggregator: Aggregator
    start: int
    end: int


def aggregators_in(text: str) -> list[AggregatorNamed]:
    """Return where aggregators are named in a text, in order."""
    small = f" {text.casefold()}"
    if not any(part in small for part in _PARTS):
        return []
    return [
        AggregatorNamed(AGGREGATORS[int((one.lastgroup or "a0")[1:])], *one.span())
        for one in _ANY.finditer(text)
    ]


def side_of(word: str) -> str | None:
    """Return whose score it is by the word right behind it: “97% audience”."""
    return _BEARERS.get(word.casefold())


def side_in(text: str, at: int) -> str | None:
    """Return whose side the words nearest to a place are about, None if they name neither."""
    text = _NO_SIDE.sub(lambda one: " " * len(one[0]), text)
    found = [
        (min(abs(one.start() - at), abs(one.end() - at)), side)
        for side, words in _SIDES
        for one in words.finditer(text)
    ]
    return min(found)[1] if found else None
