"""The compiled pass where of one critic's reviews only the earliest published counts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from .kernel import after_event, in_force
from .words import EXCLUDED, KIND_SHIFT, LEFT_OUT, NO_ROW, SAID, WITHDRAWN, Array

_SAID = np.uint32(SAID)
_LIVE, _LIVE_OR_OUT = _SAID, np.uint32(SAID | WITHDRAWN | EXCLUDED)
_SHIFT, _LEFT_OUT, _NO_ROW = np.uint32(KIND_SHIFT), np.uint32(LEFT_OUT), np.uint32(NO_ROW)


@njit(nogil=True, cache=True)
def _counting(
    review: int, critic: int, states: Array, published: Array, ranks: Array, following: Array,
    heads: Array,
) -> Any:  # fmt: skip
    """Return the word that counts for the critic; -1 as critic is a reviewer without a name."""
    if critic < 0:
        return in_force(states[review])
    best, found = np.int64(-1), np.uint32(0)
    one = np.int64(heads[critic])
    while one >= 0:
        state = states[one]
        if state & _LIVE_OR_OUT == _LIVE and (
            best < 0
            or published[one] < published[best]
            or (published[one] == published[best] and ranks[one] < ranks[best])
        ):
            best, found = one, in_force(state)
        one = np.int64(following[one])
    return found


@njit(nogil=True, cache=True)
def follow_critics(
    words: Array, reviews: Array, critics: Array, order: Array, instants: Array, steps: Array,
    states: Array, published: Array, ranks: Array, following: Array, heads: Array,
    before: Array, after: Array,
) -> None:  # fmt: skip
    """Write what each row takes away and adds, one critic of one work counting once.

    `reviews` and `critics` number the reviewers and the critics of each work; `order` ranks
    reviewers, for copies published at one instant. The copies of a critic are chained: `heads`
    holds the last one met, `following` the one met before it, -1 the end.
    """
    for i in range(words.size):
        event, review, critic = words[i], np.int64(reviews[i]), np.int64(critics[i])
        if event >> _SHIFT == _LEFT_OUT:
            before[i] = after[i] = _NO_ROW
            continue
        if ranks[review] < 0:
            ranks[review] = order[i]
            if critic >= 0:
                following[review] = heads[critic]
                heads[critic] = review
        old = _counting(review, critic, states, published, ranks, following, heads)
        state = states[review]
        changed = after_event(state, event, steps)
        if changed & _SAID and not state & _SAID:
            published[review] = instants[i]
        states[review] = changed
        new = _counting(review, critic, states, published, ranks, following, heads)
        before[i], after[i] = old, new
