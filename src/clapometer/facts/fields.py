"""Fields of facts: how each reads what a person types, and shows it so that it reads back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar, TypeAlias
from urllib.parse import urlsplit

from clapometer.ledger.canonical import LARGEST_INTEGER

from .days import DayRefused, read_day
from .places import language_named, territory_named
from .text import clean, clean_prose

FieldValue: TypeAlias = "bool | int | str | list[Any] | None"


class FieldRefused(ValueError):
    """The text is nothing the field can hold; the message is one sentence for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing a fact says.

    `label` and `means` are for people, `example` is a made-up text that can be read. A `sealed`
    field is kept beside the log, so that it can be erased.
    """

    shape: ClassVar[str] = "text"
    name: str
    label: str
    means: str
    example: str
    required: bool = False
    sealed: bool = False

    def read(self, text: str) -> FieldValue:
        """Return the value, None for an empty text. Raises FieldRefused."""
        cleaned = self.clean(text)
        if cleaned:
            return self._read(cleaned)
        if self.required:
            raise FieldRefused(f"{self.label} is missing; write it like “{self.example}”.")
        return None

    def show(self, value: FieldValue) -> str:
        """Return the value as a person would type it; "" for None."""
        return "" if value is None else self._show(value)

    def clean(self, text: str) -> str:
        """Return the text fit to be read."""
        return clean(text)

    def _read(self, text: str) -> FieldValue:
        return text

    def _show(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """A text of one line."""

    longest: int = 300

    def _read(self, text: str) -> FieldValue:
        if len(text) > self.longest:
            raise FieldRefused(
                f"{self.label} has {len(text):,} characters; {self.longest:,} are the most."
            )
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Text):
    """A text of several lines."""

    shape: ClassVar[str] = "prose"
    longest: int = 5_000

    def clean(self, text: str) -> str:
        """Return the text with its lines, each cleaned."""
        return clean_prose(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of the words of a table: word -> what it means, for people."""

    shape: ClassVar[str] = "choice"
    table: Mapping[str, str]

    def _read(self, text: str) -> FieldValue:
        wanted = text.casefold()
        for word, meaning in self.table.items():
            if wanted in (word.casefold(), str(meaning).casefold()):
                return word
        known = ", ".join(word for word in self.table if word)
        raise FieldRefused(f"“{text[:60]}” is no {self.label.casefold()}; there are: {known}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Field):
    """A whole number, thousands marked as you like: 2600000, 2,600,000 or 2 600 000."""

    shape: ClassVar[str] = "number"
    least: int = 0
    most: int = LARGEST_INTEGER

    def _read(self, text: str) -> FieldValue:
        digits = _GROUPED.sub("", text)
        if not _WHOLE.fullmatch(digits) or not self.least <= int(digits) <= self.most:
            raise FieldRefused(
                f"“{text[:60]}” is no whole number from {self.least:,} to {self.most:,}."
            )
        return int(digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Field):
    """An exact decimal number, kept as text: 4.3, 1,700, or with a word: 4.3 billion."""

    shape: ClassVar[str] = "amount"

    def _read(self, text: str) -> FieldValue:
        found = _AMOUNT.fullmatch(_GROUPED.sub("", text).casefold())
        try:
            number = Decimal(found["number"]) * MULTIPLES[found["word"] or ""] if found else None
        except (InvalidOperation, KeyError):
            number = None
        if number is None or abs(number) > LARGEST_INTEGER:
            raise FieldRefused(f"“{text[:60]}” is no number; write it like 4.3 or 4.3 billion.")
        return _plain(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A day, a month or a year, kept as ISO 8601 writes it: 2023-08-03, 2023-08, 2023."""

    shape: ClassVar[str] = "day"

    def _read(self, text: str) -> FieldValue:
        try:
            return read_day(text)
        except DayRefused as refused:
            raise FieldRefused(str(refused)) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Field):
    """An address on the web."""

    shape: ClassVar[str] = "link"

    def _read(self, text: str) -> FieldValue:
        try:
            parts = urlsplit(text)
            whole = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
        except ValueError:
            whole = False
        if not whole or len(text) > 2_000 or "@" in urlsplit(text).netloc:
            raise FieldRefused(
                f"“{text[:60]}” is no address of a page; it begins with https:// and has at most"
                " 2,000 characters."
            )
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory(Field):
    """A country, by its two letters (ISO 3166-1) or its English name; empty for everywhere."""

    shape: ClassVar[str] = "territory"

    def _read(self, text: str) -> FieldValue:
        found = territory_named(text)
        if found is None:
            raise FieldRefused(f"“{text[:60]}” is no country; write it like GB or France.")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Field):
    """A language, by its code (BCP 47) or its English name."""

    shape: ClassVar[str] = "language"

    def _read(self, text: str) -> FieldValue:
        found = language_named(text)
        if found is None:
            raise FieldRefused(f"“{text[:60]}” is no language; write it like en, pt-BR or French.")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Field):
    """Yes or no; empty where it is not known."""

    shape: ClassVar[str] = "flag"

    def _read(self, text: str) -> FieldValue:
        found = FLAGS.get(text.casefold())
        if found is None:
            raise FieldRefused(f"“{text[:60]}” is neither yes nor no.")
        return found

    def _show(self, value: Any) -> str:
        return "yes" if value else "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wholes(Field):
    """Several whole numbers: 2, 3 or 2 and 3 or 2-5."""

    shape: ClassVar[str] = "numbers"
    least: int = 0
    most: int = 999

    def _read(self, text: str) -> FieldValue:
        found: set[int] = set()
        for part in _PARTED.split(text):
            span = _SPAN.fullmatch(part)
            first, last = (int(span[1]), int(span[2] or span[1])) if span else (1, 0)
            if not self.least <= first <= last <= self.most:
                raise FieldRefused(f"“{text[:60]}” are no numbers; write them like 2, 3 or 2-5.")
            found.update(range(first, last + 1))
        return sorted(found)

    def _show(self, value: Any) -> str:
        return ", ".join(map(str, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts(Field):
    """Several texts of one line, parted by semicolons."""

    shape: ClassVar[str] = "texts"
    longest: int = 300
    most: int = 50

    def _read(self, text: str) -> FieldValue:
        found = list(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
        if len(found) > self.most or any(len(part) > self.longest for part in found):
            raise FieldRefused(
                f"{self.label} holds at most {self.most} texts of {self.longest} characters,"
                " parted by semicolons."
            )
        return list(found) or None

    def _show(self, value: Any) -> str:
        return "; ".join(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref(Field):
    """Something that is on this site, by its number: w17 for a work, p17 for a person."""

    shape: ClassVar[str] = "ref"
    to: str
    """`work`, or the name of a kind of fact that is about nothing else, such as `person`."""

    def _read(self, text: str) -> FieldValue:
        found = _REF.fullmatch(text)
        if found is None or (found[1] and found[1].casefold() != self.letter):
            raise FieldRefused(
                f"“{text[:60]}” is no number of a {self.to}; it is written like {self.letter}17."
            )
        return int(found[2])

    @property
    def letter(self) -> str:
        """Return the letter in front of such a number."""
        return self.to[0]

    def _show(self, value: Any) -> str:
        return f"{self.letter}{value}"


FLAGS = {
    "yes": True, "true": True, "1": True, "on": True, "y": True,
    "no": False, "false": False, "0": False, "off": False, "n": False,
}  # fmt: skip
"""Words for yes and no."""
MULTIPLES = {
    "": Decimal(1),
    **dict.fromkeys(("k", "thousand"), Decimal(10**3)),
    **dict.fromkeys(("m", "mn", "million"), Decimal(10**6)),
    **dict.fromkeys(("b", "bn", "billion"), Decimal(10**9)),
}
"""Words that stand for zeros, in the short scale of English."""
# A comma, blank, point or apostrophe that parts thousands stands between digits and in front of
# exactly three; a point is left alone, because it parts decimals in this house.
_GROUPED = re.compile(r"(?<=\d)[, '’\u00a0\u202f](?=\d{3}(?!\d))")
_WHOLE = re.compile(r"-?[0-9]{1,16}")
_AMOUNT = re.compile(r"(?P<number>[+-]?[0-9]{1,16}(?:\.[0-9]{1,9})?) ?(?P<word>[a-z]*)")
_PARTED = re.compile(r"\s*(?:,|;|\band\b|&|\s)\s*")
_SPAN = re.compile(r"([0-9]{1,6})(?:[-–]([0-9]{1,6}))?")
_REF = re.compile(r"([a-zA-Z]?)([0-9]{1,15})")


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
