"""The compiled pass where of one critic's reviews only the earliest published counts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from .kernel import after_event, in_force
from .words import EXCLUDED, KIND_SHIFT, LEFT_OUT, NO_ROW, SAID, WITHDRAWN, Array

_LIVE, _LIVE_OR_OUT = SAID, SAID | WITHDRAWN | EXCLUDED


@njit(nogil=True, cache=True)
def _counting(
    review: int, critic: int, states: Array, published: Array, ranks: Array, following: Array,
    heads: Array,
) -> Any:  # fmt: skip
    """Return the word that counts for the critic; -1 as critic is a reviewer without a name."""
    if critic < 0:
        return in_force(np.int64(states[review]))
    best, found = np.int64(-1), np.int64(0)
    one = np.int64(heads[critic])
    while one >= 0:
        state = np.int64(states[one])
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
    words: Array, reviews: Array, critics: Array, order: Array, instants: Array, kinds: Array,
    first: bool, states: Array, published: Array, ranks: Array, following: Array, heads: Array,
    before: Array, after: Array,
) -> None:  # fmt: skip
    """Write what each row takes away and adds, one critic of one work counting once.

    `reviews` and `critics` number the reviewers and the critics of each work; `order` ranks
    reviewers, for copies published at one instant. The copies of a critic are chained: `heads`
    holds the last one met, `following` the one met before it, -1 the end.
    """
    for i in range(words.size):
        event, review, critic = np.int64(words[i]), np.int64(reviews[i]), np.int64(critics[i])
        if event >> KIND_SHIFT == LEFT_OUT:
            before[i] = after[i] = NO_ROW
            continue
        if ranks[review] < 0:
            ranks[review] = order[i]
            if critic >= 0:
                following[review] = heads[critic]
                heads[critic] = review
        old = _counting(review, critic, states, published, ranks, following, heads)
        state = np.int64(states[review])
        changed = after_event(state, event, kinds, first)
        if changed & SAID and not state & SAID:
            published[review] = instants[i]
        states[review] = changed
        new = _counting(review, critic, states, published, ranks, following, heads)
        before[i], after[i] = old, new
