"""The tables of grades: scales, letters, forms of writing, and reasons to refuse.

They are data so that the reader, the reference pages and the site print the same thing.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

POINTS = 10_000
"""A grade is stored in whole ten-thousandths of its scale."""

LONGEST = 100
"""A longer text is no grade; the bound also keeps reading it cheap."""

MAXIMA: dict[int, str] = {
    4: "four stars, common in the United States",
    5: "five stars, the most common scale",
    6: "the die of the Nordic countries, and six stars",
    7: "seven points",
    8: "eight points",
    10: "ten points",
    12: "twelve points",
    15: "fifteen points, German upper school marks",
    20: "French school marks",
    25: "twenty-five points",
    30: "thirty points, Italian university marks",
    40: "forty points",
    50: "fifty points",
    100: "a hundred points",
}
"""Maxima believed when the text itself states them. Others need their scale to be given."""

LARGEST = 1000
"""The largest maximum that a given scale, of-2 to of-1000, may have."""

LETTERS_NAME, LETTERS_DATED = "linear-twelfths", "2026-11-22"
LETTERS: dict[str, int] = {
    "A+": 12, "A": 12, "A-": 11,
    "B+": 10, "B": 9, "B-": 8,
    "C+": 7, "C": 6, "C-": 5,
    "D+": 4, "D": 3, "D-": 2,
    "F+": 1, "F": 0,
}  # fmt: skip
"""Letters in twelfths: equal steps from F to A, B- two thirds. There is no E and no F-."""


class Form(NamedTuple):
    """One way of writing a grade that is read."""

    reads: str
    examples: tuple[str, ...]


FORMS: dict[str, Form] = {
    "fraction": Form(
        "a number over, of or out of a maximum",
        ("3.5/5", "3.0/4.0", "78/100", "3 1/2 / 4", "4.5 of 5", "8 out of 10", "3½/5"),
    ),
    "percent": Form("a number of per cent, at most 100", ("78 %", "78 percent")),
    "stars": Form(
        "stars in words or figures, with their maximum or with the scale given",
        ("3.5 stars out of 5", "three and a half stars out of four"),
    ),
    "symbols": Form(
        "stars in symbols, with hollow ones up to the maximum, a stated one, or the scale given",
        ("★★★½☆", "★★★☆☆", "**1/2 out of ****", "★★★ out of 5"),
    ),
    "letter": Form(
        "a letter with plus or minus, in any dash or in words",
        ("B-", "B–", "B −", "B minus", "B-minus", "A plus", "C -"),
    ),
    "number": Form("a number alone, where the scale is given", ("7 (of-10)", "3 1/2 (of-4)")),
}

REFUSALS: dict[str, str] = {
    "empty": "There is no grade: the text is empty.",
    "too_long": f"The text has more than {LONGEST} characters; no grade is that long.",
    "unreadable": "“{text}” is in none of the forms in which grades are read.",
    "above_maximum": "“{text}” is more than its scale allows.",
    "negative": "“{text}” is below zero, which no scale read here allows.",
    "zero_maximum": "“{text}” has a maximum of zero.",
    "unknown_maximum": "“{text}” has a maximum that no known scale has; give the scale.",
    "half_or_scale": "“{text}” may mean halves or a scale that ends at 2; give the scale.",
    "needs_scale": "“{text}” is a number alone and says nothing without its scale.",
    "needs_maximum": "“{text}” shows stars but not out of how many; give the scale.",
    "hollow_stars": "“{text}” has hollow stars only: none, or as many as are drawn.",
    "two_maxima": "“{text}” shows one maximum and states another.",
    "off_table": "“{text}” is a letter without a place in the table of letters.",
    "signed_scale": "“{text}” is on a scale that runs below zero.",
    "range": "“{text}” is a range, or a fraction written with a dash.",
    "unknown_scale": "“{scale}” is no scale; there are letters and of-2 to of-1000.",
}


class ScaleUnknown(ValueError):
    """No scale has this name."""


_OF = re.compile(r"of-([1-9][0-9]{0,3})")


def maximum_of(scale: str) -> Fraction | None:
    """Return the maximum of a scale by name: 5 for "of-5", None for "letters".

    Raises ScaleUnknown.
    """
    if scale == "letters":
        return None
    named = _OF.fullmatch(scale)
    if named is None or not 2 <= int(named[1]) <= LARGEST:
        raise ScaleUnknown(scale)
    return Fraction(int(named[1]))
