"""Growth as it is announced: “+1,700 %” is 18 times as much; “up 17 times” may mean two things.

Pure. A percentage that something grew by, and how many times as much it is then, are two ways to
say one thing: times = 1 + per cent / 100. English says “17 times more” and “17-fold” for both.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import NamedTuple

GROWTH_FORMS: tuple[tuple[str, str], ...] = (
    ("+1,700 %, up 1,700 %, 1,700 % more, increase of 1,700 per cent", "grew by: 18 times as much"),
    ("-30 %, down 30 %, 30 % less", "fell by: 0.7 times as much"),
    ("1,700 % of", "17 times as much"),
    ("18 times, 18x, ×18, 18 times as much", "18 times as much, +1,700 %"),
    ("doubled, tripled, quadrupled, halved", "2, 3, 4 times, half as much"),
    ("up 17 times, 17 times more, 17x increase, 17-fold",
     "17 times as much; may also mean 17 times more, which is 18 times as much: both are told"),
)  # fmt: skip
"""Forms of growth that are read, and what they are read as."""
_WORDS = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_MORE = r"(?:up|rose|risen|grew|grown|increased?|growth|jumped|soared|surged|climbed|gain(?:ed)?)"
_LESS = r"(?:down|fell|fallen|decreased?|dropped|declined?|lost)"
_NUMBER = r"(?P<number>\d{1,3}(?:[, ’'\u00a0\u202f]\d{3})+(?:\.\d{1,6})?|\d{1,9}(?:\.\d{1,6})?)"
_PERCENT = re.compile(
    rf"(?P<sign>[+\-−–])? ?(?:(?P<up>{_MORE})|(?P<down>{_LESS}))? ?(?:of|by)? ?"
    r"(?P<sign2>[+\-−–])? ?"
    rf"{_NUMBER} ?(?:%|percent|per cent|pct)"
    r"(?: (?P<after>more|higher|increase|growth|rise|less|lower|decrease|drop|of|as much))?.{0,40}",
    re.ASCII,
)
_TIMES = re.compile(
    rf"(?P<sign>\+)? ?(?P<up>{_MORE})? ?(?:of|by)? ?[x×]? ?{_NUMBER} ?-?"
    r"(?P<word>times|x|×|fold|)(?P<after> (?:more|higher|increase|growth|rise))?.{0,40}",
    re.ASCII,
)
_LEADING = re.compile(r"[x×] ?[0-9]")


class GrowthUnread(ValueError):
    """The text announces no growth that can be read; the message is one sentence."""


class Growth(NamedTuple):
    """How many times as much it is after as before, exactly.

    `other` is the second thing that the words may mean, None where they are plain.
    """

    announced: str
    times: Fraction
    other: Fraction | None = None

    @property
    def per_cent(self) -> Fraction:
        """Return by how many per cent it grew; below nought where it fell."""
        return (self.times - 1) * 100


def read_growth(text: str) -> Growth:
    """Return the growth that a text announces. Raises GrowthUnread."""
    told = " ".join(text.split())
    lower = told.casefold().removesuffix(".")
    if lower in _WORDS:
        return Growth(told, Fraction(_WORDS[lower]))
    if lower == "halved":
        return Growth(told, Fraction(1, 2))
    found = _percent(told, lower) or _times(told, lower)
    if found is None:
        raise GrowthUnread(
            f"“{told[:60]}” announces no growth that can be read;"
            " write it like +1,700 % or 18 times."
        )
    return found


def _percent(told: str, lower: str) -> Growth | None:
    found = _PERCENT.fullmatch(lower)
    if found is None:
        return None
    share = _number(found["number"]) / 100
    after = found["after"] or ""
    if after in ("of", "as much") and not (found["sign"] or found["up"]):
        return Growth(told, share)
    signs = {found["sign"], found["sign2"]} - {None, "+"}
    falls = (
        bool(signs) or found["down"] is not None or after in ("less", "lower", "decrease", "drop")
    )
    if falls and share > 1:
        return None
    return Growth(told, 1 - share if falls else 1 + share)


def _times(told: str, lower: str) -> Growth | None:
    found = _TIMES.fullmatch(lower)
    if found is None or not (found["word"] or _LEADING.search(lower)):
        return None
    times = _number(found["number"])
    either = bool(found["sign"] or found["up"] or found["after"]) or found["word"] == "fold"
    return Growth(told, times, times + 1 if either else None)


def _number(text: str) -> Fraction:
    return Fraction(re.sub(r"[, ’'\u00a0\u202f]", "", text))


def rounded(value: Fraction) -> Fraction:
    """Return a number to three of its digits: of two counted numbers no more can be said."""
    if not value:
        return value
    places = 2 - math.floor(math.log10(abs(float(value))))
    return Fraction(round(value, places)) if places > 0 else value


def shown_times(times: Fraction) -> str:
    """Return how many times, to three places at most: 18, 1.25, 0.7."""
    return _shown(times)


def shown_per_cent(growth: Fraction) -> str:
    """Return a growth in per cent with its sign: +1,700 %, −30 %."""
    return f"{'−' if growth < 0 else '+'}{_shown(abs(growth))} %"


def _shown(value: Fraction) -> str:
    text = f"{float(round(value, 3)):,.3f}".rstrip("0").rstrip(".")
    return text or "0"


def both_ways(growth: Growth) -> str:
    """Return a growth in both ways of saying it, and the other reading where the words have two."""
    told = f"{shown_per_cent(growth.per_cent)}, {shown_times(growth.times)} times as much"
    if growth.other is None:
        return told
    per_cent = shown_per_cent((growth.other - 1) * 100)
    return f"{told}; the words may also mean {shown_times(growth.other)} times ({per_cent})"
