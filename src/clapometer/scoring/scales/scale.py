"""A scale of grades, as its TOML file describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from clapometer.scoring.normalise import position, share
from clapometer.scoring.spelling import word_key

# Each kind with the normalisers that suit it: a percentile needs all of a critic's grades.
NORMALISED = {"numbers": ("share", "position"), "letters": ("table",), "words": ("table",)}
KINDS = {
    "numbers": "numbers from the worst mark to the best",
    "letters": "letters by a table",
    "words": "words by a table",
}


class ScaleUnknown(ValueError):
    """No scale has this name."""


class OffScale(ValueError):
    """A mark is not on the scale; the message is a key of the table REFUSALS."""


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A scale: what marks it has, and by which of NORMALISERS they become a value 0..1.

    `places` holds the values of letters or words; `marks` words that stand for a number of the
    scale; both spell words as `word_key` does, and `written` has them as people do. `before` are
    words that name the scale in front of a number. With `unasked` the scale is recognised by its
    words alone; others are used only where they are given. `one_sided`: it can only praise.
    """

    name: str
    title: str
    dated: str
    kind: str
    normaliser: str
    worst: Fraction = Fraction(0)
    best: Fraction = Fraction(1)
    least: Fraction = Fraction(0)
    step: Fraction | None = None
    places: Mapping[str, Fraction] = field(default_factory=dict)
    marks: Mapping[str, Fraction] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    unasked: bool = False
    one_sided: bool = False
    sources: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()

    @property
    def numbers(self) -> bool:
        """Whether a number alone can be a mark of it."""
        return self.kind == "numbers"

    @property
    def reversed(self) -> bool:
        """Whether the best mark is the lowest number."""
        return self.best < self.worst

    @property
    def signed(self) -> bool:
        """Whether it runs below zero."""
        return self.worst < 0

    @property
    def maximum(self) -> Fraction | None:
        """The number that may stand behind “out of”; None where no such number is printed."""
        return None if not self.numbers or self.reversed or self.signed else self.best

    def value(self, mark: Fraction) -> Fraction:
        """Return the value 0..1 of a number on the scale. Raises OffScale."""
        if mark > max(self.worst, self.best):
            raise OffScale("above_maximum")
        if mark < self.least:
            raise OffScale("below_minimum")
        if self.step and mark % self.step:
            raise OffScale("off_step")
        if self.normaliser == "share":
            return share(mark, self.best)
        return position(mark, self.worst, self.best)


PLAIN = {"name", "title", "dated", "kind", "normaliser", "unasked", "one_sided"}
LISTS = {"sources", "assumed", "before"}
NUMBERS = {"worst", "best", "least", "step"}
TABLES = {"places", "marks"}


def scale_from(data: Mapping[str, Any]) -> Scale:
    """Return the scale that a table of data (as in scales/*.toml) describes.

    Raises ValueError naming a key that no scale has, or a scale whose kind and normaliser are none
    or do not go together.
    """
    if unknown := data.keys() - PLAIN - LISTS - NUMBERS - TABLES:
        raise ValueError(f"A scale has no key {min(unknown)!r}.")
    if data["normaliser"] not in NORMALISED.get(data["kind"], ()):
        raise ValueError(f"The kind of {data['name']!r} is none, or not one for its normaliser.")
    made: dict[str, Any] = {key: data[key] for key in PLAIN & data.keys()}
    made |= {key: tuple(data[key]) for key in LISTS & data.keys()}
    made |= {key: Fraction(data[key]) for key in NUMBERS & data.keys()}
    made |= {key: _read_table(data["kind"], data[key]) for key in TABLES & data.keys()}
    made["written"] = {word_key(word): word for table in TABLES for word in data.get(table, ())}
    if "least" not in made and "worst" in made:
        made["least"] = min(made["worst"], made["best"])
    return Scale(**made)


def _read_table(kind: str, table: Mapping[str, str]) -> dict[str, Fraction]:
    if kind == "letters":
        return {letter: Fraction(value) for letter, value in table.items()}
    return {word_key(word): Fraction(value) for word, value in table.items()}
