"""A claim as it is turned into a record: its fields as texts, and the day of its story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from clapometer.readers.claims.claim import Claim
from clapometer.readers.text import clean_prose

BOUNDS = {"=": "exactly", "≥": "at least", "≤": "at most", "~": "about"}
"""Signs of a number's bound, and the words that facts say it in."""
Typed = dict[str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with the day of its story, "" where that is unknown, and the day on which the work
    came out, likewise."""

    claim: Claim
    published: str = ""
    released: str = ""

    def text(self, name: str, longest: int = 300) -> str:
        """Return a field of the claim as cleaned text; of a list the first few, in a row."""
        value = self.claim.fields.get(name)
        if isinstance(value, list | tuple):
            value = ", ".join(map(str, value[:12]))
        return clean_prose("" if value is None else str(value))[:longest]

    @property
    def value(self) -> str:
        """Return the value as text: numbers without a needless point."""
        return plain(self.claim.value)

    @property
    def bound(self) -> str:
        """Return what the words around the number say, in the words of facts; "" if exact."""
        bound = BOUNDS.get(self.text("bound"), "")
        return "" if bound == "exactly" else bound

    @property
    def seasons(self) -> tuple[int, ...]:
        """Return the seasons that it speaks of."""
        one = () if self.claim.season is None else (self.claim.season,)
        return tuple(sorted(set(self.claim.seasons))) or one


def plain(value: Any) -> str:
    """Return a value as text that facts can read."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return format(value, ".9f").rstrip("0").rstrip(".")
    if isinstance(value, list | tuple):
        return ", ".join(map(plain, value))
    return clean_prose(str(value))
