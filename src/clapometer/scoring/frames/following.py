"""What each row changes, in published order: by numbered reviews, or with critics counted once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from . import copies, kernel
from .blocks import Spare, room
from .intake import STRETCH, Intake
from .order import gather, in_order, published_order
from .packing import codes_of, packed_words, whole
from .pairs import numbered
from .values import ranks_of
from .words import Array, transitions


class Change(NamedTuple):
    """What a stretch of rows changes: the works' codes and the words taken away and added.

    `rows`: which rows of the table they are; None where they are simply the next ones. `spare`: 16
    bytes for each row of the table, of which those of these rows are not needed any more.
    """

    works: Array
    before: Array
    after: Array
    rows: Array | None
    spare: Array | None = None


def changes(intake: Intake, versions: str, spare: Spare | None = None) -> Iterator[Change]:
    """Yield what the rows change, in published order, stretch after stretch.

    Arrays are used again two stretches later. `spare`: see Spare; what is told of a stretch may
    overwrite its part.
    """
    first = versions == "first"
    rows = _order(intake, spare)
    if intake.critics is not None:
        yield from _by_critic(intake, first, rows)
    elif rows is None:
        yield from _straight(intake, first, spare)
    else:
        yield from _rearranged(intake, first, rows, spare)


def _order(intake: Intake, spare: Spare | None) -> Array | None:
    """Return the rows in published order; None where they stand in it."""
    instants = joined(intake.instants)
    seqs = None if intake.seq is None else joined(intake.seq).astype(np.int64, copy=False)
    if in_order(instants, np.empty(0, np.int64) if seqs is None else seqs):
        return None
    return published_order(instants, seqs, spare)


def joined(column: Any) -> Array:
    """Return the numbers of a column in one array, in place where they lie in one chunk."""
    found = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    values: Array = found.to_numpy(zero_copy_only=False)
    return values


def _reviews(intake: Intake, spare: Spare | None) -> tuple[Array, Array]:
    """Return a number for each row's review, and the states of that many, all empty."""
    if intake.reviews is not None:
        reviews, count = whole(intake, "review", intake.reviews), intake.reviews.span
    else:
        works, reviewers = (
            whole(intake, "work", intake.works),
            whole(intake, "reviewer", intake.reviewers),
        )
        reviews, count = numbered(works, reviewers, spare)
    return reviews, np.zeros(count, np.uint32)


def _straight(intake: Intake, first: bool, spare: Spare | None) -> Iterator[Change]:
    reviews, states = _reviews(intake, spare)
    steps, buffers, line = transitions(first), _buffers(), np.empty(STRETCH, np.uint32)
    start = 0
    for turn, batch in enumerate(intake.stretches()):
        end = start + batch.num_rows
        words = packed_words(batch, intake, start, line)
        change = _change(buffers[turn % 2], codes_of(batch, "work", intake.works), None)
        kernel.follow_numbered(
            words, reviews[start:end], steps, states, change.before, change.after
        )
        yield change
        start = end


def _rearranged(intake: Intake, first: bool, order: Array, spare: Spare | None) -> Iterator[Change]:
    reviews, states = _reviews(intake, spare)
    cells, steps, buffers = _cells(intake, reviews), transitions(first), _buffers()
    for turn, start in enumerate(range(0, intake.size, STRETCH)):
        rows = order[start : start + STRETCH]
        words = np.empty(rows.size, np.uint32)
        works, others = np.empty(rows.size, np.int32), np.empty(rows.size, np.int32)
        gather(cells, rows, words, works, others)
        change = _change(buffers[turn % 2], works, rows)._replace(spare=cells)
        kernel.follow_numbered(words, others, steps, states, change.before, change.after)
        yield change


def _cells(intake: Intake, reviews: Array) -> Array:
    """Return 16 bytes for each row: its word, work and review, so that one look finds all."""
    (lying,) = room((intake.size * 4, np.uint32))
    cells, words, start = lying.reshape(-1, 4), np.empty(STRETCH, np.uint32), 0
    for batch in intake.stretches():
        part = cells[start : (end := start + batch.num_rows)]
        part[:, 0] = packed_words(batch, intake, start, words)
        part[:, 1] = codes_of(batch, "work", intake.works)
        part[:, 2] = reviews[start:end]
        start = end
    return lying


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
    instants, spare, words = joined(intake.instants), _buffers(), _all_words(intake)
    states, published = np.zeros(reviewers_there, np.uint32), np.zeros(reviewers_there, np.int64)
    held, following = np.full(reviewers_there, -1, np.int64), np.full(reviewers_there, -1, np.int32)
    heads, steps = np.full(critics_there, -1, np.int32), transitions(first)
    for turn, start in enumerate(range(0, intake.size, STRETCH)):
        part = rows[start : start + STRETCH]
        change = _change(spare[turn % 2], works[part], part)
        order_of = reviewers[part] if ranks is None else ranks[reviewers[part]]
        copies.follow_critics(
            words[part], reviews[part], critics[part], order_of.astype(np.int64), instants[part],
            steps, states, published, held, following, heads, change.before, change.after,
        )  # fmt: skip
        yield change


def _all_words(intake: Intake) -> Array:
    words, start = np.empty(intake.size, np.uint32), 0
    for batch in intake.stretches():
        packed_words(batch, intake, start, words[start : (end := start + batch.num_rows)])
        start = end
    return words


def _buffers() -> Array:
    return np.empty((2, 2, STRETCH), np.uint32)


def _change(spare: Array, works: Array, rows: Array | None) -> Change:
    return Change(works, spare[0, : works.size], spare[1, : works.size], rows)
