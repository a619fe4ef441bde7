"""Which of the notices of a span stand in one follower's digest: the state as it is now, once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from .windows import Told, Window


class Asked(NamedTuple):
    """One thing that is followed in a digest: its key, the mask of kinds, and since when."""

    key: str
    kinds: int
    since: int


def chosen(asked: Iterable[Asked], window: Window, since: int, until: int) -> list[Told]:
    """Return what is told to somebody who asked for that, by work, in order.

    What was corrected within the span is told as it is after the correction, and not at all where
    nothing is left of it. What an earlier digest told is corrected here.
    """
    wanted = _wanted(asked, window)
    found = {number: one for number, one in wanted.items() if since < one.at <= until}
    for number, corrections in window.corrections.items():
        if number not in wanted:
            continue
        last = [one for one in corrections if since < one.at <= until][-1:]
        for correction in last:
            _correct(found, number, correction)
    return _ordered(_newest(found.values()))


def _wanted(asked: Iterable[Asked], window: Window) -> dict[int, Told]:
    return {
        one.id: one
        for ask in asked
        for one in window.by_key.get(ask.key, ())
        if one.bit & ask.kinds and one.recorded_at > ask.since
    }


def _correct(found: dict[int, Told], number: int, correction: Told) -> None:
    """Let a correction do to what is told what it does to what it corrects."""
    if number in found:
        if correction.stands:
            return
        del found[number]
        if correction.stands is False:
            return
    # A correction that is followed by its own keys says all that this one would.
    if not any(number in one.besides for one in found.values()):
        found[correction.id] = correction


def _newest(told: Collection[Told]) -> list[Told]:
    """Return the last of those that say the latest of one thing, and all others."""
    latest: dict[str, tuple[int, int]] = {}
    for one in told:
        for family in one.families:
            latest[family] = max(latest.get(family, (0, 0)), (one.at, one.id))
    return [
        one
        for one in told
        if not one.families or any(latest[family] == (one.at, one.id) for family in one.families)
    ]


def _ordered(told: Collection[Told]) -> list[Told]:
    """Return the notices by work, the work with the most urgent and the earliest first."""
    first: dict[int, tuple[int, int, int]] = {}
    for one in told:
        group, rank = one.work_id or -one.id, (one.priority, one.line.happened_at, one.id)
        first[group] = min(first.get(group, rank), rank)
    return sorted(
        told, key=lambda one: (first[one.work_id or -one.id], one.line.happened_at, one.id)
    )
