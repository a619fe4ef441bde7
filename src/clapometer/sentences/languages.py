"""The languages in which sentences are written: marks, months, number words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class Scale(NamedTuple):
    """A word for a large number: how much it is, the word for one, for several, and its short."""

    size: int
    one: str
    many: str
    short: str


class Language(NamedTuple):
    """How a language writes numbers and dates.

    `words` are the number words from 0 on; `ones` are forms of "one" that translations may ask for
    by name, since it agrees with what is counted. `before_noun` stands between a large number in
    words and what it counts, `before_vowel` where that begins with a vowel. `first` is how the
    first day of a month is written. From `plural_from` on a number of millions takes the plural.
    """

    name: str
    decimal: str
    group: str
    months: tuple[str, ...]
    words: tuple[str, ...]
    ones: Mapping[str, str]
    scales: tuple[Scale, ...]
    before_noun: str = " "
    before_vowel: str = " "
    first: str = "1"
    plural_from: Decimal = Decimal("1.1")


_ENGLISH = Language(
    name="English",
    decimal=".",
    group=",",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    words=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    ones={},
    scales=(Scale(10**9, "billion", "billion", "bn"), Scale(10**6, "million", "million", "m")),
)  # fmt: skip
_GERMAN = Language(
    name="Deutsch",
    decimal=",",
    group=".",
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ),
    words=("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
           "zehn", "elf", "zwölf"),
    ones={"einer": "einer", "eine": "eine", "einem": "einem"},
    scales=(
        Scale(10**9, "Milliarde", "Milliarden", "\u00a0Mrd."),
        Scale(10**6, "Million", "Millionen", "\u00a0Mio."),
    ),
)  # fmt: skip
_FRENCH = Language(
    name="Français",
    decimal=",",
    group="\u202f",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
    words=("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    ones={"une": "une"},
    scales=(
        Scale(10**9, "milliard", "milliards", "\u00a0Md"),
        Scale(10**6, "million", "millions", "\u00a0M"),
    ),
    before_noun=" de ",
    before_vowel=" d’",
    first="1er",
    plural_from=Decimal(2),
)  # fmt: skip
LANGUAGES: dict[str, Language] = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
