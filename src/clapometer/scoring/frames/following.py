"""Who said what before: the three ways to find it, each keeping its state between stretches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from . import copies, kernel
from .intake import STRETCH, Intake
from .order import gather, in_order, published_order
from .packing import codes_of, packed_words, whole
from .values import numbered, ranks_of
from .words import KEY_BITS, Array, kind_table, room

# Cells of the hash table for each row: at most five in eight are taken.
_ROOM = 1.6


class Change(NamedTuple):
    """What a stretch of rows changes: the works' codes and the words taken away and added.

    `rows`: which rows of the table they are; None where they are simply the next ones.
    """

    works: Array
    before: Array
    after: Array
    rows: Array | None


class Follower(Protocol):
    """Finds what each reviewer said before."""

    def follow(self, words: Array, works: Array, others: Array, change: Change) -> None:
        """Write what the events change; `others` are codes of reviewers or of reviews."""


@dataclass(slots=True)
class Numbered:
    """Each review of a work has a number; a word of 4 bytes is kept for each."""

    kinds: Array
    first: bool
    states: Array

    def follow(self, words: Array, works: Array, others: Array, change: Change) -> None:  # noqa: ARG002
        """See Follower."""
        kernel.follow_numbered(
            words, others, self.kinds, self.first, self.states, change.before, change.after
        )


@dataclass(slots=True)
class Hashed:
    """A reviewer of a work is looked up in an open hash table of 8 bytes a cell."""

    kinds: Array
    first: bool
    span: int
    table: Array

    def follow(self, words: Array, works: Array, others: Array, change: Change) -> None:
        """See Follower."""
        kernel.follow_hashed(
            words, works, others, self.span, self.kinds, self.first, self.table, change.before,
            change.after,
        )  # fmt: skip


def changes(intake: Intake, versions: str) -> Iterator[Change]:
    """Yield what the rows change, in published order, stretch after stretch.

    Arrays are used again two stretches later.
    """
    first = versions == "first"
    rows = _order(intake)
    if intake.critics is not None:
        yield from _by_critic(intake, first, rows)
    elif rows is None:
        yield from _straight(intake, first)
    else:
        yield from _rearranged(intake, first, rows)


def _order(intake: Intake) -> Array | None:
    """Return the rows in published order; None where they stand in it."""
    instants = joined(intake.instants)
    seqs = None if intake.seq is None else joined(intake.seq).astype(np.int64, copy=False)
    if in_order(instants, np.empty(0, np.int64) if seqs is None else seqs):
        return None
    return published_order(instants, seqs)


def joined(column: Any) -> Array:
    """Return the numbers of a column in one array, in place where they lie in one chunk."""
    found = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    values: Array = found.to_numpy(zero_copy_only=False)
    return values


def _follower(intake: Intake, first: bool) -> tuple[Follower, Array | None]:
    """Return the follower, and numbers of reviews where these had to be made up front."""
    kinds = kind_table()
    if intake.reviews is not None:
        return Numbered(kinds, first, np.zeros(intake.reviews.span, np.uint32)), None
    assert intake.reviewers is not None
    span = intake.reviewers.span
    if (intake.works.span * span + 1).bit_length() <= KEY_BITS:
        table = room(int(intake.size * _ROOM) + 16, np.uint64)
        table.fill(0)
        return Hashed(kinds, first, span, table), None
    works, reviewers = (
        whole(intake, "work", intake.works),
        whole(intake, "reviewer", intake.reviewers),
    )
    reviews, count = numbered(works, reviewers)
    return Numbered(kinds, first, np.zeros(count, np.uint32)), reviews


def _others(intake: Intake) -> tuple[str, Any]:
    return ("reviewer", intake.reviewers) if intake.reviews is None else ("review", intake.reviews)


def _straight(intake: Intake, first: bool) -> Iterator[Change]:
    follower, reviews = _follower(intake, first)
    name, codes = _others(intake)
    spare, start = _buffers(), 0
    for turn, batch in enumerate(intake.stretches()):
        end = start + batch.num_rows
        works = codes_of(batch, "work", intake.works)
        others = codes_of(batch, name, codes) if reviews is None else reviews[start:end]
        words = packed_words(batch, intake.asked, start)
        change = _change(spare[turn % 2], works, None)
        follower.follow(words, works, others, change)
        yield change
        start = end


def _rearranged(intake: Intake, first: bool, order: Array) -> Iterator[Change]:
    follower, reviews = _follower(intake, first)
    cells = _cells(intake, reviews)
    spare = _buffers()
    for turn, start in enumerate(range(0, intake.size, STRETCH)):
        rows = order[start : start + STRETCH]
        words = np.empty(rows.size, np.uint32)
        works, others = np.empty(rows.size, np.int32), np.empty(rows.size, np.int32)
        gather(cells, rows, words, works, others)
        change = _change(spare[turn % 2], works, rows)
        follower.follow(words, works, others, change)
        yield change


def _cells(intake: Intake, reviews: Array | None) -> Array:
    """Return 16 bytes for each row: its word, work and reviewer, so that one look finds all."""
    cells = np.empty((intake.size, 4), np.uint32)
    name, codes = _others(intake)
    start = 0
    for batch in intake.stretches():
        part = cells[start : (end := start + batch.num_rows)]
        part[:, 0] = packed_words(batch, intake.asked, start)
        part[:, 1] = codes_of(batch, "work", intake.works)
        part[:, 2] = codes_of(batch, name, codes) if reviews is None else reviews[start:end]
        start = end
    return cells.reshape(-1)


def _by_critic(intake: Intake, first: bool, order: Array | None) -> Iterator[Change]:
    """Yield the changes where a critic counts once: slower, all columns being held at once."""
    assert intake.reviewers is not None
    assert intake.critics is not None
    rows = np.arange(intake.size, dtype=np.uint32) if order is None else order
    works, reviewers = (
        whole(intake, "work", intake.works),
        whole(intake, "reviewer", intake.reviewers),
    )
    named = whole(intake, "critic", intake.critics)
    ranks = ranks_of(intake.reviewers)
    reviews, reviewers_there = numbered(works, reviewers)
    critics, critics_there = numbered(works, named)
    critics = np.where(named < 0, -1, critics)
    instants, spare = joined(intake.instants), _buffers()
    words = np.concatenate([np.empty(0, np.uint32), *_all_words(intake)])
    states, published = np.zeros(reviewers_there, np.uint32), np.zeros(reviewers_there, np.int64)
    held, following = np.full(reviewers_there, -1, np.int64), np.full(reviewers_there, -1, np.int32)
    heads, kinds = np.full(critics_there, -1, np.int32), kind_table()
    for turn, start in enumerate(range(0, intake.size, STRETCH)):
        part = rows[start : start + STRETCH]
        change = _change(spare[turn % 2], works[part], part)
        order_of = reviewers[part] if ranks is None else ranks[reviewers[part]]
        copies.follow_critics(
            words[part], reviews[part], critics[part], order_of.astype(np.int64), instants[part],
            kinds, first, states, published, held, following, heads, change.before, change.after,
        )  # fmt: skip
        yield change


def _all_words(intake: Intake) -> Iterator[Array]:
    start = 0
    for batch in intake.stretches():
        yield packed_words(batch, intake.asked, start)
        start += batch.num_rows


def _buffers() -> Array:
    return np.empty((2, 2, STRETCH), np.uint32)


def _change(spare: Array, works: Array, rows: Array | None) -> Change:
    return Change(works, spare[0, : works.size], spare[1, : works.size], rows)
