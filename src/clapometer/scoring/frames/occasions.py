"""At which instants of a history something can turn: only these have to be put into words.

What a rule asks of a tally is asked of all tallies at once, by the rule's own arithmetic. Where no
answer changes, nothing is reached for the first time, no review already posted is touched and
nothing settles, an instant has nothing to tell.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numba import njit

from clapometer.scoring.badges import SIZES, BadgeRule
from clapometer.scoring.moments import MILESTONES, SETTLED, THRESHOLDS
from clapometer.scoring.rounding import deciding
from clapometer.scoring.rules import Rule
from clapometer.scoring.settling import AT_ONCE

from .grouped import Told
from .words import Array

SIZE_CODES: dict[str | None, int] = {size: code for code, size in enumerate(SIZES)}
NEVER = -(1 << 63)
"""Stands for the release of a work of which none is known."""


def occasions(tale: Told, rule: Rule, sizes: Array, releases: Array, goes_on: bool) -> Array:
    """Return which instants to put into words; `sizes` and `releases` are by work.

    `goes_on`: whether time goes on after the last entry of a work.
    """
    count, positive, top = tale.sums[tale.lasts, :3].T
    enough = (count > 0) & rule.enough(count) & (not rule.lacks)
    whole = np.maximum(count, 1)
    printed = np.where(enough, rule.printed(positive, whole), -1).astype(np.int64)
    part, of = deciding(rule.decides, rule.rounding, positive, whole, rule.printing.most)
    reached = [np.where(enough, 1 + (part * 100 >= of * one), 0) for one in THRESHOLDS]
    answers = 1 + (positive == whole) * (len(rule.bands) + 1) + _bands(rule, part, of, count)
    waits = rule.badge.settled if rule.badge and rule.badge.settled else AT_ONCE
    held = _badge(rule.badge, count, positive, top, sizes[tale.works])
    passed = np.searchsorted(np.array(MILESTONES), count, side="right")
    kept = np.zeros(tale.works.size, np.bool_)
    alone = tale.firsts == tale.lasts
    _turning(tale.works, np.where(enough, answers, 0), kept)
    _reaching(tale.works, printed, passed, tale.touched, alone, kept)
    _settling(tale.works, tale.at, tale.arrived, np.array(reached, np.int8).T.copy(), *SETTLED,
              goes_on, kept)  # fmt: skip
    _waiting(tale.works, tale.at, tale.arrived, held, *waits, kept)
    _released(tale.works, tale.at, releases, kept)
    return kept


def _bands(rule: Rule, part: Array, of: Array, count: Array) -> Array:
    """Return the place of each tally's band among the rule's, their number where it has none."""
    band = np.full(count.size, len(rule.bands))
    for number, one in reversed([*enumerate(rule.bands)]):
        band = np.where((count >= one.reviews) & one.reached(part, of), number, band)
    return band


def _badge(
    badge: BadgeRule | None, count: Array, positive: Array, top: Array, sizes: Array
) -> Array:
    """Return two bits for each tally: may the badge be won, and may it be kept."""
    if badge is None:
        return np.zeros(count.size, np.int64)
    part, whole = deciding(badge.decides, badge.rounding, positive, np.maximum(count, 1))

    def reaches(share: Fraction) -> Array:
        reached: Array = (count > 0) & (part * share.denominator >= whole * share.numerator)
        return reached

    can = np.zeros(count.size, np.bool_)
    for size, minimum in badge.minimums:
        can |= (sizes == SIZE_CODES[size]) & (count >= minimum)
    enters = can & reaches(badge.enter) & (top >= badge.top)
    return 2 * enters + reaches(badge.keep) * (sizes >= 0)


@njit(nogil=True, cache=True)
def _turning(works: Array, answers: Array, kept: Array) -> None:
    """Keep the instants at which the answer is another one; before the first it is 0."""
    for i in range(works.size):
        first = i == 0 or works[i] != works[i - 1]
        kept[i] |= answers[i] != (0 if first else answers[i - 1])


@njit(nogil=True, cache=True)
def _reaching(
    works: Array, printed: Array, passed: Array, touched: Array, alone: Array, kept: Array
) -> None:
    """Keep records, milestones, and what was done to a review that may have moved the score.

    Where nothing else came in at the instant, only another printed score can tell of it.
    """
    high = low = most = np.int64(-1)
    for i in range(works.size):
        if i == 0 or works[i] != works[i - 1]:
            high = low = np.int64(-1)
            most = np.int64(0)
        elif touched[i]:
            kept[i] |= not alone[i] or printed[i] != printed[i - 1]
        if printed[i] >= 0 and (high < 0 or printed[i] > high or printed[i] < low):
            high = max(high, printed[i])
            low = printed[i] if low < 0 else min(low, printed[i])
            kept[i] = True
        if passed[i] > most:
            most, kept[i] = passed[i], True


@njit(nogil=True, cache=True)
def _settling(
    works: Array, at: Array, arrived: Array, reached: Array, lasting: int, reviews: int,
    goes_on: bool, kept: Array,
) -> None:  # fmt: skip
    """Keep the instants at which a threshold is crossed, and those that settle a crossing.

    `reached`: 0 without a score, 1 below, 2 reached, one column per threshold. What time alone
    settles is settled between the entry before and the next, or after the last if time `goes_on`.
    """
    many = reached.shape[1]
    state, wanted = np.zeros(many, np.int8), np.zeros(many, np.int8)
    since, before = np.zeros(many, np.int64), np.zeros(many, np.int64)
    for i in range(works.size):
        if i == 0 or works[i] != works[i - 1]:
            state[:] = wanted[:] = 0
        for k in range(many):
            if wanted[k] and since[k] + lasting < at[i] and arrived[i - 1] - before[k] >= reviews:
                kept[i - 1] = kept[i] = True
                state[k], wanted[k] = wanted[k], 0
            want = 0 if reached[i, k] == state[k] else reached[i, k]
            if want != wanted[k]:
                wanted[k], since[k], before[k], kept[i] = want, at[i], arrived[i], True
            held = at[i] - since[k] >= lasting and arrived[i] - before[k] >= reviews
            if want and (held or state[k] == 0):
                state[k], wanted[k], kept[i] = want, 0, True
        if goes_on and (i + 1 == works.size or works[i + 1] != works[i]):
            kept[i] |= wanted.any()


@njit(nogil=True, cache=True)
def _waiting(
    works: Array, at: Array, arrived: Array, answers: Array, lasting: int, reviews: int, kept: Array
) -> None:
    """Keep the instants at which the answer changes, and all until it has held for long enough."""
    since = before = np.int64(0)
    waiting = False
    for i in range(works.size):
        first = i == 0 or works[i] != works[i - 1]
        waiting = waiting and not first
        if answers[i] != (0 if first else answers[i - 1]):
            waiting, since, before = True, at[i], arrived[i]
        kept[i] |= waiting
        waiting = waiting and (at[i] - since < lasting or arrived[i] - before < reviews)


@njit(nogil=True, cache=True)
def _released(works: Array, at: Array, releases: Array, kept: Array) -> None:
    """Keep the last instant by the release, and the last of all, which says how far time went."""
    for i in range(works.size):
        release = releases[works[i]]
        if release != NEVER:
            last = i + 1 == works.size or works[i + 1] != works[i]
            kept[i] |= last or (at[i] <= release and at[i + 1] > release)
