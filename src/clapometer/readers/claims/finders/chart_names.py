"""Which chart a place is on: box office, streaming lists, ratings, music, books, records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from clapometer.readers.claims.wording import Table, Wording

from .periods import place_in


class Chart(NamedTuple):
    """A chart: the words that name it, its name (with what the words caught), and its platform."""

    words: str
    name: str
    platform: str | None = None


STREAMERS: tuple[tuple[str, str], ...] = (
    ("Netflix", r"netflix"),
    ("Prime Video", r"(?:amazon )?prime(?: video)?|amazon"),
    ("Disney+", r"disney(?:\+| plus)"),
    ("HBO Max", r"hbo max"),
    ("Max", r"(?-i:Max)"),
    ("HBO", r"hbo"),
    ("Hulu", r"hulu"),
    ("Peacock", r"peacock"),
    ("Paramount+", r"paramount(?:\+| plus)"),
    ("Apple TV+", r"apple tv(?:\+| plus)?"),
    ("Crunchyroll", r"crunchyroll"),
    ("Tubi", r"tubi"),
    ("BBC iPlayer", r"(?:bbc )?iplayer"),
    ("ITVX", r"itvx"),
    ("Channel 4", r"channel 4|all 4"),
    ("Sky", r"(?-i:Sky)(?: atlantic)?"),
    ("NOW", r"(?-i:NOW)"),
    ("Stan", r"(?-i:Stan)"),
    ("Viki", r"viki"),
    ("Starz", r"starz"),
    ("Showtime", r"showtime"),
    ("AMC+", r"amc\+"),
    ("Shudder", r"shudder"),
    ("YouTube", r"youtube"),
    ("Roku", r"roku(?: channel)?"),
    ("BritBox", r"britbox"),
    ("Viaplay", r"viaplay"),
    ("MGM+", r"mgm\+"),
    ("Discovery+", r"discovery\+"),
    ("Freevee", r"freevee"),
    ("Pluto TV", r"pluto tv"),
)
"""Streamers with charts of their own, and the words for them."""
_STREAMER_NAMES = tuple(name for name, _ in STREAMERS)
_STREAMER = Wording(
    r"(?<![\w@#])(?:"
    + "|".join(f"(?P<s{at}>{words})" for at, (_, words) in enumerate(STREAMERS))
    + r")(?!\w)",
    re.IGNORECASE,
)
CHARTS: tuple[Chart, ...] = (
    Chart(
        r"billboard(?:['’]s)? (?:\w+ )?hot 100|(?<=billboard )charts?|\bhot 100\b",
        "Billboard Hot 100",
    ),
    Chart(r"billboard(?:['’]s)? (?:\w+ )?200", "Billboard 200"),
    Chart(r"billboard", "Billboard"),
    Chart(r"\bspotify\b", "Spotify", "Spotify"),
    Chart(r"\bitunes\b|\bapple music\b", "iTunes", "iTunes"),
    Chart(r"\bshazam\b", "Shazam", "Shazam"),
    Chart(
        r"\bofficial (?:singles|albums?) charts?|\bofficial charts\b|\b(?:uk"
        r"|british) singles chart",
        "UK Official Singles Chart",
    ),
    Chart(r"\bsingles? charts?\b|\bmusic charts?\b|\bsongs? charts?\b", "singles chart"),
    Chart(r"\balbums? charts?\b", "album chart"),
    Chart(
        r"\bnew york times\b[^.;]{0,40}\b(?:best-?sell\w+|list)|\bnyt best-?sell\w+",
        "New York Times bestsellers",
    ),
    Chart(
        r"\bbest-?sellers? (?:list|chart)|\bbook (?:charts?|list)|\bamazon['’]s? (?:best-?sell"
        r"|book)\w*",
        "bestsellers",
    ),
    Chart(r"\bflixpatrol\b", "FlixPatrol"),
    Chart(r"\breelgood\b", "Reelgood streaming"),
    Chart(r"\bjustwatch\b", "JustWatch streaming"),
    Chart(r"\bparrot analytics\b", "Parrot Analytics TV demand"),
    Chart(r"\bsamba tv\b", "Samba TV streaming"),
    Chart(r"\bluminate\b", "Luminate streaming"),
    Chart(
        r"\bnielsen\b(?:['’]s)?(?: [\w-]+){0,4}? (?:streaming|charts?|top 10|top ten|rankings?"
        r"|list)|\bnielsen\b",
        "Nielsen streaming",
    ),
    Chart(r"\bvariety['’]s trending tv\b|\btrending tv\b", "Trending TV"),
    Chart(r"\bbarb\b", "BARB TV ratings"),
    Chart(r"\btrending\b[^.;]{0,30}\b(?:youtube|x|twitter|tiktok)\b", "trending"),
    Chart(
        r"\bprime-?time\b|\btv ratings\b|\bratings (?:chart|race|war)|\bviewing figures\b"
        r"|\btv (?:chart|show)s?\b",
        "TV ratings",
    ),
)
"""Charts that stories name, the special ones before the general."""
_CHARTS = Table(CHARTS, [Wording(chart.words, re.IGNORECASE) for chart in CHARTS])
_BOX_OFFICE = re.compile(
    r"box[- ]office|ticket sales|theat(?:er|re)s|cinemas|multiplex|gross\w*|[$£€]\d|moviegoers"
    r"|opening weekend"
    r"|in its (?:\w+ )?weekend|the weekend\b|new (?:entries|releases?)\b",
    re.IGNORECASE,
)
_MUSIC = re.compile(
    r"\b(?:song|single|track|soundtrack|album|ballad|anthem|tune)s?\b", re.IGNORECASE
)
_BOOK = re.compile(
    r"\b(?:book|novel|paperback|hardback|graphic novel|manga|audiobook)s?\b", re.IGNORECASE
)
_STREAM = Wording(
    r"\bstream\w*|\bmost[- ](?:watched|viewed|streamed)|\btop[- ](?:10|ten)\b|\bviews\b|\bhours\b",
    re.IGNORECASE,
)


MUSIC = frozenset(
    {"Billboard Hot 100", "Billboard", "Spotify", "iTunes", "Shazam", "UK Official Singles Chart",
     "singles chart", "music chart"}
)  # fmt: skip
"""Charts of songs."""


class Named(NamedTuple):
    """The chart that words name: its name, platform and place, as far as they tell."""

    chart: str | None
    platform: str | None
    place: str | None


def chart_of(sentence: str, near: str, context: str, words: str = "") -> Named:
    """Return the chart of a place: by its own words, by the words near it, else by its sentence,
    else by what the story is about elsewhere (`context`: the sentences before and the headline)."""
    place = country_in(near)
    place = "US" if place == "North America" else place
    own = platform_in(words)
    platform = own or platform_in(near) or platform_in(sentence)
    chart = _listed((words,) if own else (words, near, sentence))
    if chart is not None:
        return Named(chart.name, chart.platform or platform, place)
    if own is not None:
        return Named(f"{own} Top 10", own, place)
    if _MUSIC.search(near):
        return Named("music chart", platform, place)
    if _BOOK.search(near):
        return Named("book chart", None, place)
    if platform and (_STREAM.search(sentence) or not _BOX_OFFICE.search(sentence)):
        return Named(f"{platform} Top 10", platform, place)
    return _of_the_trade(sentence, context, place) or Named(
        None, platform or platform_in(context), place
    )


def _listed(texts: Iterable[str]) -> Chart | None:
    """Return the chart of the table that the first of some texts names."""
    return next(
        (
            chart
            for text in texts
            for chart, names in _CHARTS.for_text(text)
            if names.expression.search(text)
        ),
        None,
    )


def _of_the_trade(sentence: str, context: str, place: str | None) -> Named | None:
    """Return a box office or a streamer's list, where only the story at large tells which."""
    if _BOX_OFFICE.search(sentence):
        return Named(f"{_adjective(place)} box office", None, None)
    if _STREAM.search(sentence):
        before = platform_in(context)
        return Named(f"{before} Top 10" if before else "streaming", before, place)
    if _BOX_OFFICE.search(context):
        return Named(f"{_adjective(place)} box office", None, None)
    return None


def _adjective(place: str | None) -> str:
    if place is None or place == "US":
        return "North American"
    return {"worldwide": "worldwide", "international": "international"}.get(place, place)


def platform_in(text: str) -> str | None:
    """Return the streamer that a text names first, None if it names none."""
    found = _STREAMER.search(text)
    return found and _STREAMER_NAMES[int((found.lastgroup or "s0")[1:])]


def country_in(text: str) -> str | None:
    """Return the country or region that a text names first, None if it names none."""
    place = place_in(text)
    return None if place == "IMAX" else place
