"""When a condition on a score holds: by what this site printed, in the order of recording.

What was recorded never changes, so reading it again, in whatever steps, finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from clapometer.alerts.kinds import DAY, KINDS, SECOND
from clapometer.alerts.targets import Key
from clapometer.reviews.scoreboard import stands_as_it_is
from clapometer.scoring.events import Event
from clapometer.scoring.history import history
from clapometer.scoring.rounding import deciding
from clapometer.scoring.rule import Rule, printed
from clapometer.scoring.tally import EMPTY, Tally

SETTLES = KINDS["score"].settles * SECOND
REARMED: dict[str, int | None] = {
    "score<": DAY * SECOND,
    "score>=": DAY * SECOND,
    "reviews>=": None,
}
"""For how long a condition that was told must not have held before it is told again.

None: it is told once. In microseconds.
"""
Holds = Callable[[Rule, int, Tally], bool]


def _share(rule: Rule, tally: Tally) -> tuple[int, int] | None:
    """Return the share that decides, None where no score is printed."""
    if printed(rule, tally).printed is None:
        return None
    return deciding(rule.decides, rule.rounding, *rule.read(tally), rule.printing.most)


def _below(rule: Rule, value: int, tally: Tally) -> bool:
    share = _share(rule, tally)
    return share is not None and share[0] * 100 < share[1] * value


def _reached(rule: Rule, value: int, tally: Tally) -> bool:
    share = _share(rule, tally)
    return share is not None and share[0] * 100 >= share[1] * value


def _many(rule: Rule, value: int, tally: Tally) -> bool:
    return rule.measure.counted(tally) >= value


HOLDS: dict[str, Holds] = {"score<": _below, "score>=": _reached, "reviews>=": _many}
"""Whether a condition holds, by its sign: of the rule in force, its value and a tally."""


class Recorded(NamedTuple):
    """The tally that this site knew of from an instant on."""

    at: int
    tally: Tally


def recorded(events: Sequence[Event], rule: Rule) -> list[Recorded]:
    """Return what this site knew of a work, instant by instant of recorded time.

    A rule that converts grades or has a window is read off the end alone.
    """
    if not stands_as_it_is(rule):
        steps = history(rule.conversion.taken(events), counts=rule.counts, versions=rule.versions)
        known = max((one.voided_at or one.recorded_at for one in events), default=0)
        return [Recorded(known, steps[-1].tally)] if steps else []
    steps = history(events, counts=rule.counts, versions=rule.versions, clock="recorded")
    # Entries of one transaction share their instant: only the last of them was ever shown.
    last = {step.at: step.tally for step in steps}
    return [Recorded(at, tally) for at, tally in sorted(last.items())]


class Fired(NamedTuple):
    """A condition came to hold at an instant; `tally` is that of then."""

    at: int
    tally: Tally


def fired(key: Key, since: int, story: Iterable[Recorded], rule: Rule, now: int) -> list[Fired]:
    """Return when the condition of a key came to hold after `since`, and held until it settled.

    The last may not have settled yet at `now`. What held at `since` already is not told, until it
    no longer does.
    """
    return list(_fired(key, since, list(story), rule, now))


def _fired(
    key: Key, since: int, story: Sequence[Recorded], rule: Rule, now: int
) -> Iterator[Fired]:
    before = [one.tally for one in story if one.at <= since]
    holds, rearms = HOLDS[key.sign], REARMED[key.sign]
    armed = not holds(rule, key.value, before[-1] if before else EMPTY)
    pending: Fired | None = None
    ended: int | None = None
    for one in story:
        if one.at <= since or one.at > now:
            continue
        if holds(rule, key.value, one.tally):
            if ended is not None and rearms is not None and one.at - ended >= rearms:
                armed = True
            ended = None
            if armed and pending is None:
                pending = Fired(one.at, one.tally)
        else:
            if pending is not None and one.at - pending.at >= SETTLES:
                yield pending
                armed = False
            pending = None
            ended = one.at if ended is None else ended
    if pending is not None:
        yield pending
