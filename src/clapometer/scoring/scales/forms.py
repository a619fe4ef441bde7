"""The tables of how grades are written, and why a text is refused."""

from __future__ import annotations

from typing import NamedTuple

POINTS = 10_000
"""A grade is stored in whole ten-thousandths of its scale."""

LONGEST = 100
"""A longer text is no grade; the bound also keeps reading it cheap."""


class Form(NamedTuple):
    """One way of writing a grade that is read."""

    reads: str
    examples: tuple[str, ...]


FORMS: dict[str, Form] = {
    "fraction": Form(
        "a number over, of or out of a maximum",
        (
            "3.5/5",
            "3.0/4.0",
            "78/100",
            "3 1/2 / 4",
            "4.5 of 5",
            "8 out of 10",
            "3½/5",
            "15 sur 20",
            "Rating: 4 out of 5",
            "4 on a scale of 1 to 5",
            "vier von fünf",
            "7 de 10",
        ),
    ),
    "percent": Form("a number of per cent, at most 100", ("78 %", "78 percent")),
    "stars": Form(
        "stars in words or figures, with their maximum or with the scale given",
        (
            "3.5 stars out of 5",
            "three and a half stars out of four",
            "4 étoiles sur 5",
            "drei Sterne (of-5)",
            "3 1/2 stars (of-4)",
        ),
    ),
    "symbols": Form(
        "stars in symbols, with hollow ones up to the maximum, a stated one, or the scale given",
        ("★★★½☆", "★★★☆☆", "**1/2 out of ****", "★★★ out of 5", "**1/2 (of-4)", "●●●○○", "♥♥♥♡♡"),
    ),
    "letter": Form(
        "a letter with plus or minus, in any dash or in words",
        ("B-", "B–", "B −", "B minus", "B-minus", "A plus", "C -", "Grade: B+", "E (letters-six)"),
    ),
    "number": Form(
        "a number alone, where the scale is given",
        (
            "7 (of-10)",
            "3 1/2 (of-4)",
            "2,3 (german-school)",
            "$5.25 (dollars-10)",
            "Note: 14 (of-20)",
        ),
    ),
    "named": Form(
        "a number after a word that names its scale",
        ("terningkast 5", "Terningkast: fem", "Schulnote 2-"),
    ),
    "signed": Form(
        "a number with a sign, on a scale that runs below zero and is stated or given",
        ("low +2 out of -4..+4", "0 out of -4..+4", "+3 on a scale from -5 to +5", "-1 (signed-4)"),
    ),
    "word": Form(
        "a word of a table; of some tables only where the scale is given",
        ("Highly recommended", "thumbs up", "Skip it", "Critic’s Pick (picks)", "W/O (walked-out)"),
    ),
}

REFUSALS: dict[str, str] = {
    "empty": "There is no grade: the text is empty.",
    "too_long": f"The text has more than {LONGEST} characters; no grade is that long.",
    "unreadable": "“{text}” is in none of the forms in which grades are read.",
    "above_maximum": "“{text}” is more than its scale allows.",
    "below_minimum": "“{text}” is less than its scale allows.",
    "off_step": "“{text}” lies between the steps of its scale.",
    "negative": "“{text}” is below zero, which its scale does not allow.",
    "zero_maximum": "“{text}” has a maximum of zero.",
    "unknown_maximum": "“{text}” has a maximum that no known scale has; give the scale.",
    "half_or_scale": "“{text}” may mean halves or a scale that ends at 2; give the scale.",
    "needs_scale": "“{text}” is a number alone and says nothing without its scale.",
    "needs_maximum": "“{text}” shows stars but not out of how many; give the scale.",
    "needs_table": "“{text}” is a word whose place is a choice; give the scale ({scale}).",
    "hollow_stars": "“{text}” has hollow stars only: none, or as many as are drawn.",
    "two_maxima": "“{text}” shows one maximum and states another.",
    "reversed_scale": "“{text}” states a maximum, and the best mark of {scale} is its lowest.",
    "off_table": "“{text}” is a letter without a place in the table of letters.",
    "signed_scale": "“{text}” is on a scale that runs below zero, but not as far below as above.",
    "range": "“{text}” is a range, two grades, or a fraction written with a dash.",
    "unknown_scale": (
        "“{scale}” is no scale; there are of-2 to of-1000, signed-1 to signed-100, and those with"
        " a name."
    ),
}
