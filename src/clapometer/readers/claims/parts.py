"""The parts that a story is taken apart into. All positions are code points of the whole text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

Placed = TypeVar("Placed", bound=Any)


class Block(NamedTuple):
    """A paragraph or line; `role` is one of blocks.ROLES."""

    role: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence, without the blanks around it; `block` is the place of its block among the
    blocks, `place` its own among the sentences."""

    text: str
    start: int
    end: int
    block: int
    place: int


class Quoted(NamedTuple):
    """Words in quotation marks: the whole with its marks, and the inner part without."""

    start: int
    end: int
    inner_start: int
    inner_end: int


class WorkMention(NamedTuple):
    """A place where a work is named; `work` is its full title, `season` what is named with it."""

    work: str
    start: int
    end: int
    season: int | None = None


class SeasonMention(NamedTuple):
    """A place where seasons are told: `seasons` is empty where nothing says which; `relative` holds
    the words of a form such as “the upcoming season”, None where a number is named."""

    seasons: tuple[int, ...]
    start: int
    end: int
    relative: str | None


class PersonMention(NamedTuple):
    """A place where a person is named; `name` is the full name as the story gives it anywhere."""

    name: str
    start: int
    end: int


class DatePhrase(NamedTuple):
    """Words that tell a time: `value` is an ISO date as precise as they are (2024-06-16, 2023-06,
    2022, --12-11), or None where they cannot be resolved."""

    text: str
    start: int
    end: int
    value: str | None


class Number(NamedTuple):
    """A printed number with its bound (=, ≥, ≤, ~); `unit` is the word or sign that follows."""

    text: str
    start: int
    end: int
    value: float
    bound: str
    unit: str


def within(parts: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """Return the parts that begin within a stretch of text, out of parts in order."""
    begins = attrgetter("start")
    return parts[bisect_left(parts, start, key=begins) : bisect_left(parts, end, key=begins)]
