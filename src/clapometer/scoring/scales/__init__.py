"""The scales of grades, as data: the files *.toml hold them, and code, docs and site print them."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

from clapometer.scoring.scales.forms import FORMS, LONGEST, POINTS, REFUSALS, Form
from clapometer.scoring.scales.scale import OffScale, Scale, ScaleUnknown, scale_from

__all__ = [
    "BEFORE", "FORMS", "LARGEST", "LETTERS", "LETTERS_DATED", "LETTERS_NAME", "LONGEST", "MAXIMA",
    "NAMED", "POINTS", "REFUSALS", "SIGNED_LARGEST", "WORDS", "Form", "OffScale",
    "Scale", "ScaleUnknown", "maximum_of", "scale_named",
]  # fmt: skip

FILES = (
    "letters", "letters-metacritic", "letters-school", "letters-six", "letters-eighteen",
    "letters-five-of-four",
    "die", "die-position", "french-school", "german-school", "signed-4", "walked-out",
    "bullet-and-stars", "bomb-and-stars", "dollars-10",
    "recommendation", "thumbs", "stream-or-skip", "buy-rent-skip",
    "picks", "ticket", "ordinal-words", "faces",
)  # fmt: skip


def _data(name: str) -> dict[str, Any]:
    source = files("clapometer.scoring.scales").joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


_OF_DATA = _data("of")

MAXIMA: dict[int, str] = {int(maximum): where for maximum, where in _OF_DATA["maxima"].items()}
"""Maxima believed when the text itself states them. Others need their scale to be given."""

LARGEST = int(_OF_DATA["largest"])
"""The largest maximum that a given scale, of-2 to of-1000, may have."""

_SIGNED_DATA = _data("signed")

SIGNED_LARGEST = int(_SIGNED_DATA["largest"])
"""How far a scale below zero, signed-1 to signed-100, may run to either side."""

NAMED: dict[str, Scale] = {name: scale_from(_data(name)) for name in FILES}
"""The scales with a name of their own, in the order in which they are shown."""

LETTERS_NAME, LETTERS_DATED = "linear-twelfths", NAMED["letters"].dated
LETTERS: dict[str, int] = {
    letter: int(value * 12) for letter, value in NAMED["letters"].places.items()
}
"""The letters of the scale `letters`, in twelfths: equal steps from F to A, B- two thirds."""

BEFORE: dict[str, Scale] = {
    word: scale for scale in NAMED.values() if scale.unasked for word in scale.before
}
"""Words that name a scale in front of a number, in texts for which no scale is given."""


def _words() -> dict[str, tuple[Scale, ...]]:
    found: dict[str, tuple[Scale, ...]] = {}
    for scale in NAMED.values():
        for word in (*(scale.places if scale.kind == "words" else ()), *scale.marks):
            found[word] = (*found.get(word, ()), scale)
    return found


WORDS = _words()
"""Every word with the scales that have it."""

_GENERIC = re.compile(r"(of|signed)-([1-9][0-9]{0,3})")


@lru_cache(maxsize=2048)
def scale_named(name: str) -> Scale:
    """Return the scale of this name: of-2 to of-1000, signed-1 to signed-100, or one of NAMED.

    Raises ScaleUnknown.
    """
    if name in NAMED:
        return NAMED[name]
    match = _GENERIC.fullmatch(name)
    if match is None:
        raise ScaleUnknown(name)
    most = int(match[2])
    if match[1] == "of" and 2 <= most <= LARGEST:
        return Scale(name, f"Out of {most}", "", "numbers", "share", best=Fraction(most))
    if match[1] == "signed" and most <= SIGNED_LARGEST:
        title, ends = _SIGNED_DATA["title"].format(most=most), Fraction(most)
        return Scale(name, title, "", "numbers", "position", worst=-ends, best=ends, least=-ends)
    raise ScaleUnknown(name)


def maximum_of(scale: str) -> Fraction | None:
    """Return the number that may stand behind “out of” on a scale: 5 for "of-5".

    None for letters and words, and for scales that run backwards or below zero.
    Raises ScaleUnknown.
    """
    return scale_named(scale).maximum
