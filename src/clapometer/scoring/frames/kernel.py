"""The compiled pass over events in time order: what each row takes away and what it adds.

Every loop works on one stretch of rows at a time, small enough for the processor's cache, and
holds no lock of the interpreter. Nothing is sorted: the earlier word of a reviewer is found by its
number, or in an open hash table in which key and word share one 64-bit cell.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

from .words import (
    EXCLUDED,
    GRADE_SHIFT,
    GRADED,
    KIND_SHIFT,
    KNOWN,
    LEFT_OUT,
    NO_ROW,
    POSITIVE,
    SAID,
    STATE,
    STATE_BITS,
    TOP,
    VERDICT,
    WITHDRAWN,
    Array,
)

AHEAD = 24
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_OUT = WITHDRAWN | EXCLUDED


@intrinsic
def fetch_ahead(typing_context: Any, array: Any, position: Any) -> Any:  # noqa: ARG001 -- numba's signature
    """Ask for the array's cell to be brought near, long before it is needed.

    A table larger than the cache answers in about a hundred nanoseconds; asked for in time, many
    such answers overlap. It changes no result.
    """

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        view = context.make_array(signature.args[0])(context, builder, arguments[0])
        cell = builder.gep(view.data, [arguments[1]])
        byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        function = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
        hints = [ir.Constant(number, hint) for hint in (1, 2, 1)]
        builder.call(function, [builder.bitcast(cell, byte), *hints])
        return context.get_dummy_value()

    return types.void(array, types.intp), generate


@njit(nogil=True, cache=True)
def pack(
    kinds: Array, positive: Array, known: Array, grade: Array, graded: Array, top: Array,
    out: Array, words: Array,
) -> Any:  # fmt: skip
    """Write each event as one word; return the first row whose grade is out of range, or -1."""
    for i in range(kinds.size):
        if out[i]:
            words[i] = LEFT_OUT << KIND_SHIFT
            continue
        word = np.int64(kinds[i]) << KIND_SHIFT
        if known[i]:
            word |= KNOWN | (POSITIVE if positive[i] else 0)
        if graded[i]:
            if grade[i] < 0 or grade[i] > 10_000:
                return i
            word |= GRADED | (np.int64(grade[i]) << GRADE_SHIFT)
        if top[i]:
            word |= TOP
        words[i] = word
    return -1


@njit(nogil=True, cache=True, inline="always")
def after_event(state: int, event: int, kinds: Array, first: bool) -> Any:
    """Return what a reviewer's state becomes by an event."""
    kind = event >> KIND_SHIFT
    says = state & (VERDICT | SAID)
    if kinds[kind, 0] and not (first and state & SAID):
        says = (event & VERDICT) | SAID
    return says | (state & kinds[kind, 1]) | kinds[kind, 2]


@njit(nogil=True, cache=True, inline="always")
def in_force(state: int) -> Any:
    """Return the verdict and grade that count, 0 where none do."""
    return 0 if state & _OUT else state & VERDICT


@njit(nogil=True, cache=True)
def follow_numbered(
    words: Array, reviews: Array, kinds: Array, first: bool, states: Array, before: Array,
    after: Array,
) -> None:  # fmt: skip
    """Write what each row takes away and adds, where each review has a number of its own."""
    rows = words.size
    for i in range(rows):
        if i + AHEAD < rows:
            fetch_ahead(states, np.intp(reviews[i + AHEAD]))
        event, review = np.int64(words[i]), np.intp(reviews[i])
        if event >> KIND_SHIFT == LEFT_OUT:
            before[i] = after[i] = NO_ROW
            continue
        state = np.int64(states[review])
        changed = after_event(state, event, kinds, first)
        states[review] = changed
        before[i], after[i] = in_force(state), in_force(changed)


@njit(nogil=True, cache=True, inline="always")
def _home(key: np.uint64, cells: np.uint64) -> np.intp:
    """Return where in a table of so many cells a key is looked for first."""
    mixed = key * _SPREAD
    mixed ^= mixed >> np.uint64(29)
    mixed *= _SPREAD
    return np.intp(((mixed >> np.uint64(32)) * cells) >> np.uint64(32))


@njit(nogil=True, cache=True)
def follow_hashed(
    words: Array, works: Array, reviewers: Array, span: int, kinds: Array, first: bool,
    table: Array, before: Array, after: Array,
) -> None:  # fmt: skip
    """Write what each row takes away and adds, looking the reviewer of the work up.

    A cell of the table holds (work × span + reviewer + 1) above the state; 0 is an empty cell.
    """
    rows, cells = words.size, np.uint64(table.size)
    size, width, wide = np.intp(table.size), np.uint64(STATE_BITS), np.uint64(span)
    one = np.uint64(1)
    for i in range(rows):
        if i + AHEAD < rows:
            soon = np.uint64(works[i + AHEAD]) * wide + np.uint64(reviewers[i + AHEAD]) + one
            fetch_ahead(table, _home(soon, cells))
        event = np.int64(words[i])
        if event >> KIND_SHIFT == LEFT_OUT:
            before[i] = after[i] = NO_ROW
            continue
        key = np.uint64(works[i]) * wide + np.uint64(reviewers[i]) + one
        cell = _home(key, cells)
        while table[cell] != 0 and table[cell] >> width != key:
            cell += 1
            if cell == size:
                cell = 0
        state = np.int64(table[cell] & np.uint64(STATE))
        changed = after_event(state, event, kinds, first)
        table[cell] = (key << width) | np.uint64(changed)
        before[i], after[i] = in_force(state), in_force(changed)
