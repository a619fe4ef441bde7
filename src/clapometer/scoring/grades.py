"""A grade as printed, read into an exact value; or the reason why it is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from clapometer.scoring.scales import (
    LETTERS,
    LONGEST,
    MAXIMA,
    POINTS,
    REFUSALS,
    ScaleUnknown,
    maximum_of,
)
from clapometer.scoring.spelling import respell

__all__ = ["POINTS", "REFUSALS", "Grade", "GradeRefused", "read_grade"]


class GradeRefused(ValueError):
    """The text is not read as a grade.

    `text` is as printed, `reason` a key of the table REFUSALS, `sentence` the reason in words.
    """

    def __init__(self, text: str, reason: str, scale: str | None = None) -> None:
        shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
        self.text, self.reason = text, reason
        self.sentence = REFUSALS[reason].format(text=shown, scale=scale)
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade: the text as printed, its scale, the form it was read in, and its value 0..1.

    `scale` is "letters" or "of-N"; `rule` is a key of the table FORMS.
    """

    text: str
    scale: str
    rule: str
    value: Fraction

    @property
    def points(self) -> int:
        """The value in whole ten-thousandths, a half going up."""
        return (2 * POINTS * self.value.numerator + self.value.denominator) // (
            2 * self.value.denominator
        )


class _Refused(Exception):
    """Carries the reason from where it is found to where the text as printed is known."""


def read_grade(text: str, scale: str | None = None) -> Grade:
    """Return the grade that the text prints.

    `scale` ("letters", "of-2" to "of-1000") is used where the text states no maximum of its own.
    Raises GradeRefused, and nothing else, whatever the text.
    """
    if len(text) > LONGEST:
        raise GradeRefused(text, "too_long")
    read = _read(text, scale)
    if isinstance(read, str):
        raise GradeRefused(text, read, scale)
    return read


@lru_cache(maxsize=8192)
def _read(text: str, scale: str | None) -> Grade | str:
    """Return the grade, or the reason of the refusal; both are worth remembering."""
    try:
        given = None if scale is None else maximum_of(scale)
        rule, of, value = _reading(respell(text), given)
    except ScaleUnknown:
        return "unknown_scale"
    except _Refused as refused:
        return str(refused)
    return Grade(text, of, rule, value)


_NUMBER = r"(?:[0-9]+ [1-9]/[2-9]|[0-9]+\.?[0-9]*|\.[0-9]+)"
_HALF = r"[1-9]/[2-9]"
_LETTER = re.compile(r"([a-z]) ?(\+\+|--|\+|-|plus|minus)?")
_PERCENT = re.compile(rf"({_NUMBER}) ?%")
_HALVES = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+) ?/ ?2(?:\.0*)?")
_FRACTION = re.compile(
    rf"(?:(?P<number>{_NUMBER})|(?P<half>{_HALF})(?= s| /))(?P<s> ?s)?"
    rf"(?: ?/ ?(?P<max>[0-9]+\.?[0-9]*)(?P<s2> ?s)?)?"
)
_STARS = re.compile(
    rf"(?P<full>★*)(?: ?(?P<half>{_HALF}))? ?(?P<empty>☆*)(?: ?s)?"
    r"(?: ?/ ?(?:(?P<max>[0-9]+\.?[0-9]*)(?: ?s)?|(?P<drawn>★+)))?"
)
_RANGE = re.compile(rf"{_NUMBER} ?(?:-|to) ?{_NUMBER}")
_SIGNED = re.compile(r".*-[0-9.]+ ?(?:\.\.|to) ?\+?[0-9.]+")
_NEGATIVE = re.compile(r"-? ?[0-9.]+[^-]*/ ?-.*|- ?[0-9.].*")
_SIGNS = {"plus": "+", "minus": "-", None: ""}


def _reading(plain: str, given: Fraction | None) -> tuple[str, str, Fraction]:
    """Return (form, scale, value) of a text in plain spelling. Raises _Refused."""
    if not plain:
        raise _Refused("empty")
    if letter := _LETTER.fullmatch(plain):
        return _letter(letter)
    if percent := _PERCENT.fullmatch(plain):
        return _scaled("percent", _number(percent[1]), Fraction(100))
    if "★" in plain or "☆" in plain:
        return _symbols(plain, given)
    if halves := _HALVES.fullmatch(plain):
        return _halves(Fraction(halves[1]), given)
    if fraction := _FRACTION.fullmatch(plain):
        return _fraction(fraction, given)
    raise _Refused(_why_unreadable(plain))


def _why_unreadable(plain: str) -> str:
    for reason, pattern in (("signed_scale", _SIGNED), ("negative", _NEGATIVE), ("range", _RANGE)):
        if pattern.fullmatch(plain):
            return reason
    return "unreadable"


def _letter(match: re.Match[str]) -> tuple[str, str, Fraction]:
    letter = match[1].upper() + _SIGNS.get(match[2], match[2])
    if letter not in LETTERS:
        raise _Refused("off_table")
    return "letter", "letters", Fraction(LETTERS[letter], 12)


def _fraction(match: re.Match[str], given: Fraction | None) -> tuple[str, str, Fraction]:
    value = _number(match["number"] or match["half"])
    stars = bool(match["s"] or match["s2"])
    if match["max"]:
        maximum = _stated(Fraction(match["max"]), given)
        return _scaled("stars" if stars else "fraction", value, maximum)
    if given is None:
        raise _Refused("needs_maximum" if stars else "needs_scale")
    return _scaled("stars" if stars else "number", value, given)


def _symbols(plain: str, given: Fraction | None) -> tuple[str, str, Fraction]:
    match = _STARS.fullmatch(plain)
    if match is None:
        raise _Refused("unreadable")
    full, half, hollow = len(match["full"]), match["half"], len(match["empty"])
    if not full and not half:
        raise _Refused("hollow_stars")
    visible = full + bool(half) + hollow if hollow else None
    stated = Fraction(match["max"]) if match["max"] else len(match["drawn"] or "") or None
    if visible is not None and stated is not None and visible != stated:
        raise _Refused("two_maxima")
    maximum = visible or stated or given
    if maximum is None:
        raise _Refused("needs_maximum")
    return _scaled("symbols", full + _number(half or "0"), _stated(Fraction(maximum), given))


def _halves(value: Fraction, given: Fraction | None) -> tuple[str, str, Fraction]:
    """Read "1/2": of a scale that ends at 2, or half a point of a longer scale that is given.

    Without a scale it is refused: nobody can tell the two apart. "2.1/2" is refused with any
    longer scale too: it looks like a slip for "2 1/2", and slips are not guessed at. "3/2" is
    neither: more than its scale allows.
    """
    if given == 2 or (value > 2 and value.denominator == 1):
        return _scaled("fraction", value, Fraction(2))
    if given is not None and value == 1:
        return _scaled("number", Fraction(1, 2), given)
    raise _Refused("half_or_scale")


def _number(text: str) -> Fraction:
    """Return the number: a decimal, a vulgar fraction, or a whole number with one."""
    *whole, last = text.split(" ")
    part = Fraction(last)
    if "/" in last and part >= 1:
        raise _Refused("unreadable")
    return part + (int(whole[0]) if whole else 0)


def _stated(maximum: Fraction, given: Fraction | None) -> Fraction:
    """Return the maximum that the text states, if it is believed."""
    if maximum == 0:
        raise _Refused("zero_maximum")
    if maximum == given or maximum in MAXIMA:
        return maximum
    raise _Refused("unknown_maximum")


def _scaled(rule: str, value: Fraction, maximum: Fraction) -> tuple[str, str, Fraction]:
    if value > maximum:
        raise _Refused("above_maximum")
    return rule, f"of-{maximum}", value / maximum
