"""Words in cells that stand for a verdict, a yes or no, a kind of work, a width of release."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .problems import CellRefused
from .text import EMPTY_WORDS, clean, clean_prose

VERDICT_WORDS: dict[str, bool] = {
    "fresh": True, "rotten": False,
    "positive": True, "negative": False,
    "pos": True, "neg": False,
    "true": True, "false": False,
    "1": True, "0": False,
    "1.0": True, "0.0": False,
    "yes": True, "no": False,
    "y": True, "n": False,
    "t": True, "f": False,
    "up": True, "down": False,
    "thumbs up": True, "thumbs down": False,
    "recommended": True, "not recommended": False,
    "favourable": True, "unfavourable": False,
    "favorable": True, "unfavorable": False,
    "good": True, "bad": False,
    "certified fresh": True,
}  # fmt: skip
"""Words of a verdict, without regard to case: positive or not."""
NO_VERDICT_WORDS = frozenset({"", "mixed", "neutral", "unknown", "none", "undecided"})
"""Words that say that there is no verdict, neither positive nor negative."""
YES_NO_WORDS: dict[str, bool] = {
    "true": True, "false": False,
    "1": True, "0": False,
    "1.0": True, "0.0": False,
    "yes": True, "no": False,
    "y": True, "n": False,
    "t": True, "f": False,
    "top": True, "top critic": True,
    "x": True, "": False,
}  # fmt: skip
"""Words that say whether a critic is a top critic; an empty cell says no."""
FIRST_EPISODES_WORDS: dict[str, bool] = {
    **{said: yes for said, yes in YES_NO_WORDS.items() if not said.startswith("top")},
    "first": True, "first episode": True, "first episodes": True, "first episodes only": True,
    "early episodes": True, "partial": True, "pilot": True,
    "full": False, "full season": False, "whole": False, "whole season": False, "complete": False,
    "all episodes": False,
}  # fmt: skip
"""Words that say whether a review judges the first episodes only; an empty cell says no."""
KIND_WORDS: dict[str, str] = {
    "film": "film", "movie": "film", "feature": "film", "tvmovie": "film", "tv movie": "film",
    "short": "film", "documentary": "film",
    "series": "series", "show": "series", "tv": "series", "tv series": "series",
    "tvseries": "series", "tv show": "series", "tvshow": "series", "tvminiseries": "series",
    "miniseries": "series", "mini series": "series",
    "season": "season", "tv season": "season", "tvseason": "season",
    "episode": "episode", "tv episode": "episode", "tvepisode": "episode",
}  # fmt: skip
"""Words for the kind of a work."""
RELEASE_WORDS: dict[str, str] = {
    "wide": "wide", "wide release": "wide", "limited": "limited", "limited release": "limited",
}  # fmt: skip
"""Words for the width of a film's release."""
_YEAR = re.compile(r"((?:18[7-9]|19\d|20\d)\d)(?:\.0+|-\d\d-\d\d.*)?", re.DOTALL)
_BRACKETED = re.compile(r"(.*\S)\s*\(((?:18[7-9]|19\d|20\d)\d)\)")
_ANY_YEAR = re.compile(r"\b(?:18[7-9]|19\d|20\d)\d\b")


def word(text: str) -> str:
    """Return the text as the tables hold words: cleaned, lower case, "" for empty-cell words."""
    text = clean(text)
    return "" if text in EMPTY_WORDS else text.casefold().replace("_", " ")


def read_verdict(text: str, words: Mapping[str, bool] = VERDICT_WORDS) -> bool | None:
    """Return positive or not, None for no verdict; raises CellRefused for an unknown word."""
    key = word(text)
    known = words.get(key)
    if known is None and key not in NO_VERDICT_WORDS:
        raise CellRefused("unreadable_verdict", text=text)
    return known


def read_top(text: str) -> bool:
    """Return whether the cell says yes; raises CellRefused for an unknown word."""
    try:
        return YES_NO_WORDS[word(text)]
    except KeyError:
        raise CellRefused("unreadable_top", text=text) from None


def read_first_episodes(text: str) -> bool:
    """Return whether the cell says so; raises CellRefused for an unknown word."""
    try:
        return FIRST_EPISODES_WORDS[word(text)]
    except KeyError:
        raise CellRefused("unreadable_first_episodes", text=text) from None


def read_kind(text: str) -> str | None:
    """Return the kind of work, "" for an empty cell, None for an unknown word."""
    key = word(text)
    return KIND_WORDS.get(key) if key else ""


def read_release(text: str) -> str | None:
    """Return the width of release, "" for an empty cell, None for an unknown word."""
    key = word(text)
    return RELEASE_WORDS.get(key) if key else ""


def read_year(text: str) -> tuple[int | None, bool]:
    """Return the year of "2018", "2018.0", a date or a text with one year; and if it was read."""
    text = clean(text)
    if not text or text in EMPTY_WORDS:
        return None, True
    found = _YEAR.fullmatch(text)
    if found:
        return int(found[1]), True
    years = set(_ANY_YEAR.findall(text[:60]))
    return (int(years.pop()), True) if len(years) == 1 else (None, False)


def split_title(text: str) -> tuple[str, int | None]:
    """Return a title and the year that stands in brackets at its end, if one does."""
    title = clean_prose(text)
    found = _BRACKETED.fullmatch(title)
    return (found[1], int(found[2])) if found else (title, None)
