"""A grade as printed, read into an exact value; or the reason why it is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from clapometer.scoring.scales import (
    BEFORE,
    LONGEST,
    MAXIMA,
    NAMED,
    POINTS,
    REFUSALS,
    WORDS,
    OffScale,
    Scale,
    ScaleUnknown,
    scale_named,
)
from clapometer.scoring.spelling import respell, without_apostrophes

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

    `scale` is "of-N" or a key of the table NAMED of scales; `rule` is a key of the table FORMS.
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

    def __init__(self, reason: str, scales: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.scales = reason, scales


def read_grade(text: str, scale: str | None = None) -> Grade:
    """Return the grade that the text prints.

    `scale` ("of-2" to "of-1000", or a name such as "letters-school") is used where the text states
    none of its own. Raises GradeRefused, and nothing else, whatever the text.
    """
    if len(text) > LONGEST:
        raise GradeRefused(text, "too_long")
    read = _read(text, scale)
    if isinstance(read, Grade):
        return read
    reason, scales = read
    raise GradeRefused(text, reason, scales or scale)


@lru_cache(maxsize=8192)
def _read(text: str, scale: str | None) -> Grade | tuple[str, str | None]:
    """Return the grade, or the reason of the refusal with the scales that would help."""
    try:
        given = None if scale is None else scale_named(scale)
        rule, of, value = _reading(respell(text), given)
    except ScaleUnknown:
        return "unknown_scale", None
    except OffScale as off:
        return str(off), None
    except _Refused as refused:
        return refused.reason, refused.scales
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
_SHADED = rf"(?:(?:low|high) )?(?P<mark>[+-]? ?{_NUMBER})"
_SIGNED = re.compile(
    rf"{_SHADED}(?: ?/ ?| )(?P<worst>-[0-9]+) ?(?:\.\.\.?|to) ?\+?(?P<best>[0-9]+)"
)
_ON_SIGNED = re.compile(_SHADED)
_MARK = "[a-f] ?(?:[+-]|plus|minus)?"
_TWO_LETTERS = re.compile(rf"{_MARK} ?(?:/|to|or) ?{_MARK}")
_BELOW_ZERO = re.compile(r".*-[0-9.]+ ?(?:\.\.|to) ?\+?[0-9.]+")
_NEGATIVE = re.compile(r"-? ?[0-9.]+[^-]*/ ?-.*|- ?[0-9.].*")
_WHY_NOT = (("negative", _NEGATIVE), ("range", _RANGE), ("range", _TWO_LETTERS))
_NAMING = re.compile(rf"({'|'.join(map(re.escape, BEFORE))}) ?:? ?(.+)")
_SIGNS = {"plus": "+", "minus": "-", None: ""}

Reading = tuple[str, str, Fraction]


def _reading(plain: str, given: Scale | None) -> Reading:
    """Return (form, scale, value) of a text in plain spelling. Raises _Refused or OffScale."""
    if not plain:
        raise _Refused("empty")
    if word := _word(plain, given):
        return word
    if naming := _NAMING.fullmatch(plain):
        return _named(naming[2], BEFORE[naming[1]])
    if signed := _signed(plain, given):
        return signed
    if letter := _LETTER.fullmatch(plain):
        return _letter(letter, given)
    if percent := _PERCENT.fullmatch(plain):
        return _scaled("percent", _number(percent[1]), scale_named("of-100"))
    if "★" in plain or "☆" in plain:
        return _symbols(plain, given)
    return _numeric(_without_unit(plain, given) if given else plain, given)


def _named(plain: str, scale: Scale) -> Reading:
    """Read what follows the name of a scale; anything not of that scale makes no sense there."""
    _, of, value = _word(plain, scale) or _numeric(plain, scale)
    if of != scale.name:
        raise _Refused("two_maxima")
    return "named", of, value


def _numeric(plain: str, given: Scale | None) -> Reading:
    if halves := _HALVES.fullmatch(plain):
        return _halves(Fraction(halves[1]), given)
    if plain == "1/2 s":
        return _on_given("stars", Fraction(1, 2), given)
    if fraction := _FRACTION.fullmatch(plain):
        return _fraction(fraction, given)
    raise _why_unreadable(plain, given)


def _on_given(rule: str, mark: Fraction, given: Scale | None) -> Reading:
    """Read a mark that states no maximum; only a scale of numbers that is given can place it."""
    if given is None or not given.numbers:
        raise _Refused("needs_maximum" if rule == "stars" else "needs_scale")
    return _scaled(rule, mark, given)


def _without_unit(plain: str, given: Scale) -> str:
    """Return the number behind a word or sign that only this scale allows, as in "$5.25"."""
    unit = next((word for word in given.before if plain.startswith(word)), "")
    return plain.removeprefix(unit).strip()


def _why_unreadable(plain: str, given: Scale | None) -> _Refused:
    if _BELOW_ZERO.fullmatch(plain):
        return _Refused("signed_scale")
    if given is None and (_ON_SIGNED.fullmatch(plain) or _has_unit(plain)):
        return _Refused("needs_scale")
    for reason, pattern in _WHY_NOT:
        if pattern.fullmatch(plain):
            return _Refused(reason)
    if scales := WORDS.get(without_apostrophes(plain)):
        return _Refused("needs_table", " or ".join(scale.name for scale in scales))
    return _Refused("unreadable")


def _has_unit(plain: str) -> bool:
    """Whether it is a number behind a sign that some scale allows, where that scale is given."""
    found = (_without_unit(plain, scale) for scale in NAMED.values() if scale.before)
    return any(rest != plain and _ON_SIGNED.fullmatch(rest) for rest in found)


def _word(plain: str, given: Scale | None) -> Reading | None:
    """Return the reading of a word of the scale given, or of one that its words alone name."""
    key = without_apostrophes(plain)
    for scale in (given, *(one for one in WORDS.get(key, ()) if one.unasked)):
        if scale and scale.kind == "words" and key in scale.places:
            return "word", scale.name, scale.places[key]
        if scale and scale is given and key in scale.marks:
            return "word", scale.name, scale.value(scale.marks[key])
    return None


def _signed(plain: str, given: Scale | None) -> Reading | None:
    """Return the reading of a number on a scale below zero that is stated, or given."""
    if stated := _SIGNED.fullmatch(plain):
        if -int(stated["worst"]) != int(stated["best"]):
            raise _Refused("signed_scale")
        scale = _stated_signed(stated["best"])
        return _scaled("signed", _with_sign(stated["mark"]), scale)
    if given and given.signed and (alone := _ON_SIGNED.fullmatch(plain)):
        return _scaled("signed", _with_sign(alone["mark"]), given)
    return None


def _stated_signed(best: str) -> Scale:
    try:
        return scale_named(f"signed-{int(best)}")
    except ScaleUnknown:
        raise _Refused("unknown_maximum") from None


def _with_sign(text: str) -> Fraction:
    number = _number(text.lstrip("+- "))
    return -number if text.startswith("-") else number


def _letter(match: re.Match[str], given: Scale | None) -> Reading:
    table = given if given and given.kind == "letters" else NAMED["letters"]
    letter = match[1].upper() + _SIGNS.get(match[2], match[2])
    if letter not in table.places:
        raise _Refused("off_table")
    return "letter", table.name, table.places[letter]


def _fraction(match: re.Match[str], given: Scale | None) -> Reading:
    value = _number(match["number"] or match["half"])
    stars = bool(match["s"] or match["s2"])
    if match["max"]:
        scale = _stated(Fraction(match["max"]), given)
        return _scaled("stars" if stars else "fraction", value, scale)
    return _on_given("stars" if stars else "number", value, given)


def _symbols(plain: str, given: Scale | None) -> Reading:
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
    maximum = visible or stated or (given.maximum if given else None)
    if maximum is None:
        raise _Refused("needs_maximum")
    return _scaled("symbols", full + _number(half or "0"), _stated(Fraction(maximum), given))


def _halves(value: Fraction, given: Scale | None) -> Reading:
    """Read "1/2": of a scale that ends at 2, or half a point of a longer scale that is given.

    Without a scale it is refused: nobody can tell the two apart. "2.1/2" is refused with any
    longer scale too: it looks like a slip for "2 1/2", and slips are not guessed at. "3/2" is
    neither: more than its scale allows.
    """
    maximum = given.maximum if given else None
    if maximum == 2 or (value > 2 and value.denominator == 1):
        return _scaled("fraction", value, scale_named("of-2"))
    if given and maximum and value == 1:
        return _scaled("number", Fraction(1, 2), given)
    raise _Refused("half_or_scale")


def _number(text: str) -> Fraction:
    """Return the number: a decimal, a vulgar fraction, or a whole number with one."""
    *whole, last = text.split(" ")
    part = Fraction(last)
    if "/" in last and part >= 1:
        raise _Refused("unreadable")
    return part + (int(whole[0]) if whole else 0)


def _stated(maximum: Fraction, given: Scale | None) -> Scale:
    """Return the scale of the maximum that the text states, if it is believed."""
    if maximum == 0:
        raise _Refused("zero_maximum")
    if given and given.maximum == maximum:
        return given
    if given and given.reversed and given.worst == maximum:
        raise _Refused("reversed_scale", given.name)
    if maximum in MAXIMA:
        return scale_named(f"of-{maximum}")
    raise _Refused("unknown_maximum")


def _scaled(rule: str, mark: Fraction, scale: Scale) -> Reading:
    return rule, scale.name, scale.value(mark)
