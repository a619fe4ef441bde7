"""When somebody's grades changed their scale, found in the dated ones among them.

Until 2009 of 4 and since then of 5: both are stated often, never the one in the other's time.
Like every proposal about scales it comes with its evidence and is for a person to confirm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from clapometer.scoring.grades import GradeRefused, read_grade
from clapometer.scoring.infer import AGREED, STATED, Proposal, infer_scale

CLEARER = 2
"""A change has to leave so many times fewer grades that fit no scale than no change leaves."""

Dated = tuple[int | None, str]
Stated = tuple[int, str]


class Period(NamedTuple):
    """A time with one scale: since <= instant < until (None: open), and what is proposed for it."""

    since: int | None
    until: int | None
    proposal: Proposal


def infer_periods(grades: Iterable[Dated]) -> tuple[Period, ...]:
    """Return the periods of one hand's printed grades, each with the scale proposed for it.

    `grades`: the instant of publication, None where unknown, and the text. One period that is open
    at both ends where no change is found. A grade without a date belongs to no period where there
    are several. A change lies at the first grade that states the new scale.
    """
    every = [(at, text) for at, text in grades if text.strip()]
    bounds = _changes(sorted(_stated(every)))
    if not bounds:
        return (Period(None, None, infer_scale(text for _, text in every)),)
    found = []
    for since, until in zip([None, *bounds], [*bounds, None], strict=True):
        within = (text for at, text in every if lies(at, since, until))
        found.append(Period(since, until, infer_scale(within)))
    return tuple(found)


def lies(at: int | None, since: int | None, until: int | None) -> bool:
    """Return whether an instant lies in a period; an unknown one lies in none."""
    if at is None:
        return False
    return (since is None or since <= at) and (until is None or at < until)


def _stated(grades: Iterable[Dated]) -> list[Stated]:
    """Return the instant and the scale of every dated grade that states its scale."""
    found = []
    for at, text in grades:
        if at is None:
            continue
        try:
            found.append((at, read_grade(text).scale))
        except GradeRefused:
            continue
    return found


def _changes(stated: Sequence[Stated]) -> list[int]:
    """Return the instants at which the scale changes, in order."""
    cut = _best_cut(stated)
    if cut is None:
        return []
    return [*_changes(stated[:cut]), stated[cut][0], *_changes(stated[cut:])]


def _best_cut(stated: Sequence[Stated]) -> int | None:
    """Return where to cut in two parts of different scales, None where nothing speaks for one."""
    before: Counter[str] = Counter()
    after = Counter(scale for _, scale in stated)
    whole = len(stated) - max(after.values(), default=0)
    best: tuple[int, int] | None = None
    for cut in range(1, len(stated)):
        scale = stated[cut - 1][1]
        before[scale] += 1
        after[scale] -= 1
        if stated[cut - 1][0] < stated[cut][0] and _are_two_scales(before, after):
            left = cut - max(before.values())
            misfits = left + len(stated) - cut - max(after.values())
            best = min(best or (misfits, cut), (misfits, cut))
    return best[1] if best and best[0] * CLEARER <= whole else None


def _are_two_scales(before: Counter[str], after: Counter[str]) -> bool:
    """Whether each part has a scale of its own, stated often enough.

    One of the two has to be of one mind; the other may hold another change.
    """
    (one, first), (other, second) = before.most_common(1)[0], after.most_common(1)[0]
    clear = first >= AGREED * before.total() or second >= AGREED * after.total()
    return one != other and min(first, second) >= STATED and clear
