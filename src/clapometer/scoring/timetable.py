"""Which rule was in force when, and one history read across the changes of it.

Instants are of published time. Before the first rule's date the first rule holds; of two rules that
begin at one instant the later adopted one holds.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.rule import Rule
from clapometer.scoring.settling import ADOPTED
from clapometer.scoring.windows import with_leavings_named

_at = attrgetter("at")


class Adoption(NamedTuple):
    """A rule in force from `since` on; None: from the beginning. `seq`: the entry that says so."""

    since: int | None
    rule: Rule
    seq: int = 0
    recorded_at: int = 0


class Timetable:
    """The rules that were in force, in order of time; adoptions that change nothing are left out.

    An adoption of the rule that is in force already is one, and so is one that another of the same
    instant took the place of.
    """

    def __init__(self, adopted: Iterable[Adoption]) -> None:
        """Raise ValueError where no rule is adopted."""
        kept: list[Adoption] = []
        for one in sorted(adopted, key=_order):
            if kept and kept[-1].since == one.since:
                kept.pop()
            if not kept or kept[-1].rule.digest != one.rule.digest:
                kept.append(one)
        if not kept:
            raise ValueError("A timetable holds at least one rule.")
        self.adoptions: tuple[Adoption, ...] = tuple(kept)
        self._starts = [one.since or 0 for one in kept[1:]]

    def __eq__(self, other: object) -> bool:
        """Return whether the same entries put the same rules in force."""
        return isinstance(other, Timetable) and self.adoptions == other.adoptions

    def __hash__(self) -> int:
        """Return a number that equal timetables share."""
        return hash(self.digest)

    def position(self, instant: int | None) -> int:
        """Return which of the adoptions is in force at the instant; None: the last."""
        if instant is None:
            return len(self._starts)
        return bisect_right(self._starts, instant)

    def at(self, instant: int | None = None) -> Rule:
        """Return the rule in force at the instant; None: the last."""
        return self.adoptions[self.position(instant)].rule

    def since(self, position: int) -> int | None:
        """Return from when the adoption at this position holds; None: from the beginning."""
        return self._starts[position - 1] if position else None

    def until(self, position: int) -> int | None:
        """Return when the adoption at this position ends; None: it has not."""
        return self._starts[position] if position < len(self._starts) else None

    @property
    def only(self) -> Rule | None:
        """Return the rule, if one has always been in force; else None."""
        return None if self._starts else self.adoptions[0].rule

    @property
    def is_recorded(self) -> bool:
        """Return whether entries of a ledger say so."""
        return all(one.seq for one in self.adoptions)

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the rules in force and their instants."""
        digests = [one.rule.digest for one in self.adoptions]
        parts = (f"{self.since(position)}\t{one}\n" for position, one in enumerate(digests))
        return hashlib.sha256("".join(parts).encode()).hexdigest()


Rules: TypeAlias = Rule | Timetable
"""A rule for the whole history, or the rules that were in force in it."""


def timetable_of(rules: Rules) -> Timetable:
    """Return the timetable; a rule alone has always been in force."""
    return rules if isinstance(rules, Timetable) else Timetable([Adoption(None, rules)])


def steps_under(rules: Rules, events: Sequence[Event], known: int | None = None) -> list[Step]:
    """Return the history as the rules in force take it, in published time. See history.history().

    Where another rule came into force after the first entry, a step says so: its event is of kind
    ADOPTED, with the position of the adoption, and its tally is what the new rule makes of all that
    was there. It comes before what happened at the same instant. Under a rule with a window there
    is a step where a review leaves it, of kind windows.EXPIRED; such steps may lie ahead of now.
    """
    table = timetable_of(rules)
    if table.only is not None:
        return _by_rule(table.only, events, known)
    told: list[Step] = []
    for position, adoption in enumerate(table.adoptions):
        steps = _by_rule(adoption.rule, events, known)
        since, until = table.since(position), table.until(position)
        start = 0 if since is None else bisect_left(steps, since, key=_at)
        stop = len(steps) if until is None else bisect_left(steps, until, key=_at)
        if since is not None and start:
            told.append(_change(adoption, since, steps[start - 1]))
        told += steps[start:stop]
    return told


def _by_rule(rule: Rule, events: Sequence[Event], known: int | None) -> list[Step]:
    taken = rule.conversion.taken(events)
    if not rule.window.changes:
        return history(taken, counts=rule.counts, versions=rule.versions, known=known)
    within = rule.window.taken(taken, known)
    steps = history(within, counts=rule.counts, versions=rule.versions)
    return with_leavings_named(steps, within)


def _change(adoption: Adoption, since: int, last: Step) -> Step:
    event = Event(adoption.seq, 0, None, ADOPTED, since, adoption.recorded_at)
    return Step(since, event, last.tally)


def _order(adoption: Adoption) -> tuple[bool, int, int]:
    return (adoption.since is not None, adoption.since or 0, adoption.seq)
