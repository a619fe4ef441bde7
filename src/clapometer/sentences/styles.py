"""House styles × languages, as tables: percent signs, dates, number words, quotation marks."""

from __future__ import annotations

from typing import NamedTuple

from .languages import LANGUAGES

# What each house style is.
STYLES = {
    "ap": "like the Associated Press: “percent” written out, dates as “Aug. 3, 2023”, small counts"
    " as words, titles in quotation marks",
    "guardian": "like the Guardian: the sign “%”, dates as “3 August 2023”, small counts as words,"
    " single quotation marks",
    "neutral": "exact and plain: the sign “%”, dates as 2023-08-03 with the time where it is known,"
    " every number in figures",
}
DEFAULT_STYLE, DEFAULT_LANGUAGE = "neutral", "en"
_NO_BREAK = "\u00a0"
_SHORT_MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
    "Dec.",
)  # fmt: skip
ISO = "{year:04}-{number:02}-{day:02}"
# How a number beyond a million is written: as a word, shortened, or in figures.
LARGE = ("word", "short", "figures")


class Manner(NamedTuple):
    """How one house style writes in one language.

    `percent` and `date` are patterns. `words`: counts up to this are written as words, 0: none.
    `after_date` follows a date that does not end its clause. `titles`: whether titles of works
    stand in quotation marks. `large`: one of LARGE. `clock`: whether a known time is written.
    `comma_inside`: whether a comma goes inside the closing quotation mark.
    """

    percent: str
    date: str
    months: tuple[str, ...]
    words: int
    quotes: tuple[str, str]
    titles: bool
    large: str
    after_date: str = ""
    clock: bool = False
    comma_inside: bool = False


_EN, _DE, _FR = (LANGUAGES[code].months for code in ("en", "de", "fr"))
_GERMAN_DAY, _PLAIN_DAY = "{day}. {month} {year}", "{day} {month} {year}"
_DOUBLE, _SINGLE, _LOW = ("“", "”"), ("‘", "’"), ("„", "“")
_ANGLED = (f"«{_NO_BREAK}", f"{_NO_BREAK}»")
_SIGN, _SPACED_SIGN = "{}%", f"{{}}{_NO_BREAK}%"
MANNERS: dict[tuple[str, str], Manner] = {
    ("ap", "en"): Manner(
        "{} percent",
        "{month} {day}, {year}",
        _SHORT_MONTHS,
        9,
        _DOUBLE,
        True,
        "word",
        ",",
        comma_inside=True,
    ),
    ("ap", "de"): Manner("{} Prozent", _GERMAN_DAY, _DE, 12, _LOW, True, "word"),
    ("ap", "fr"): Manner("{} pour cent", _PLAIN_DAY, _FR, 9, _ANGLED, True, "word"),
    ("guardian", "en"): Manner(_SIGN, _PLAIN_DAY, _EN, 9, _SINGLE, False, "short"),
    ("guardian", "de"): Manner(_SPACED_SIGN, _GERMAN_DAY, _DE, 12, _LOW, True, "short"),
    ("guardian", "fr"): Manner(_SPACED_SIGN, _PLAIN_DAY, _FR, 9, _ANGLED, True, "short"),
    ("neutral", "en"): Manner(_SIGN, ISO, _EN, 0, _DOUBLE, False, "figures", clock=True),
    ("neutral", "de"): Manner(_SPACED_SIGN, ISO, _DE, 0, _LOW, True, "figures", clock=True),
    ("neutral", "fr"): Manner(_SPACED_SIGN, ISO, _FR, 0, _ANGLED, True, "figures", clock=True),
}
