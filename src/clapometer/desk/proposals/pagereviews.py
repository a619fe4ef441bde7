"""From the review that was found on a page, as the reader of pages keeps it, to a proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from clapometer.readers.text import LIMITS, clean_link, clean_name, clean_prose

from .models import Reading
from .naming import Named
from .proposing import Stand
from .reviewproposing import ReviewOutcome, propose_review

_SEASON = re.compile(
    r"[\s:,(–—-]*\b(?:season|series)\s+(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\)?\s*$",
    re.IGNORECASE,
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SURE_VERDICT = {True: "positive", False: "negative"}


def propose_page(reading: Reading) -> ReviewOutcome | None:
    """Propose the review that a page is; None where it is no review."""
    found: Mapping[str, Any] | None = reading.page.get("review")
    if not found:
        return None
    named, typed = named_work(found), typed_review(found, reading)
    start, end = place_of(typed["quote"] or typed["grade"], reading.text)
    stand = Stand(
        reading, start, end, typed["quote"], float(found.get("confidence", 0.0)),
        rule_of(found), "", typed,
    )  # fmt: skip
    return propose_review(named, typed, stand)


def named_work(found: Mapping[str, Any]) -> Named:
    """Return what the page calls the work; “Salt Road: Season 2” is a season of Salt Road."""
    title, kind = clean_name(found.get("work", "")), found.get("kind", "")
    season = _SEASON.search(title)
    if season and season.start() and kind in ("season", "series", ""):
        number = season["number"].lower()
        count = _WORDS.index(number) + 1 if number in _WORDS else int(number)
        # The year that a page tells of a season is rarely the year in which its series began.
        return Named(title[: season.start()].strip(), None, "series", count,
                     tuple(found.get("identifiers", ())))  # fmt: skip
    kind = kind if kind in ("film", "series") else ""
    return Named(title, found.get("year"), kind, None, tuple(found.get("identifiers", ())))


def typed_review(found: Mapping[str, Any], reading: Reading) -> dict[str, str]:
    """Return the fields of the review as they are typed by hand, each within its limit."""
    verdict = found.get("positive")
    link = found.get("link") or reading.canonical or reading.link
    return {
        "link": clean_link(link) or "",
        "grade": clean_name(found.get("grade", ""))[: LIMITS["grade"]],
        "critic": clean_name(found.get("critic", ""))[: LIMITS["critic"]],
        "outlet": clean_name(found.get("outlet") or reading.outlet)[: LIMITS["outlet"]],
        "date": str(found.get("published") or reading.published or "")[:10],
        "verdict": "" if verdict is None else _SURE_VERDICT[verdict],
        "quote": _short(clean_prose(found.get("quote", "")), LIMITS["quote"]),
        "top": "",
        "first_episodes": "",
    }


def _short(text: str, most: int) -> str:
    """Return the text, cut behind a word where it is too long."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def place_of(words: str, text: str) -> tuple[int, int]:
    """Return where some words stand in a text, (0, 0) where they do not."""
    start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else (0, 0)


def rule_of(found: Mapping[str, Any]) -> str:
    """Return where on the page the grade was found, else the work."""
    where = found.get("found") or {}
    return str(where.get("grade") or where.get("work") or "")[:100]
