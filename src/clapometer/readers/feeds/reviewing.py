"""What an item says of a film: fields that Letterboxd and others add, and stars in a title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from .feed import ReviewSaid
from .texts import title_of

FILM_SPACES: dict[str, str] = {
    "https://letterboxd.com": "letterboxd",
    "https://themoviedb.org": "tmdb",
}
"""Namespaces whose elements are read -> what they are called here, whatever prefix a feed uses."""
_STARS = re.compile(r"(?<![★☆½])[★☆✭⯨]{1,10}½?(?![★☆])|(?<![\w½])½(?=\s*$)")
_YEAR = re.compile(r"(?:18|19|20|21)\d\d")
_RATING = re.compile(r"\d(?:\.\d)?")
_BEST = 5
_LONGEST_NUMBER = 12
_SAID = {"yes": True, "no": False}


def review_of(title: str, said: Mapping[str, str]) -> ReviewSaid | None:
    """Return what an item says of the film it is about, None where it is about none.

    `said`: elements by their name here, such as "letterboxd_filmtitle", in small letters.
    """
    film = title_of(said.get("letterboxd_filmtitle", ""))
    if not film:
        return None
    year = said.get("letterboxd_filmyear", "")
    return ReviewSaid(
        title=film,
        year=int(year) if _YEAR.fullmatch(year) else None,
        grade=stars_in(title) or _rating(said.get("letterboxd_memberrating", "")),
        watched=_day(said.get("letterboxd_watcheddate", "")),
        again=_SAID.get(said.get("letterboxd_rewatch", "").casefold()),
        liked=_SAID.get(said.get("letterboxd_memberlike", "").casefold()),
        tmdb=_tmdb("movie", said.get("tmdb_movieid", "")) or _tmdb("tv", said.get("tmdb_tvid", "")),
    )


def stars_in(title: str) -> str:
    """Return the stars that a title ends with or holds, as printed; "" where there are none."""
    found = _STARS.search(title)
    return found[0] if found else ""


def _tmdb(kind: str, number: str) -> str:
    fits = number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER
    return f"{kind}/{number}" if fits else ""


def _rating(text: str) -> str:
    fits = _RATING.fullmatch(text) and float(text) <= _BEST
    return f"{text}/{_BEST}" if fits else ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
