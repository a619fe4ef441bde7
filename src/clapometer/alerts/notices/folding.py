"""One message of a family, and one of a work at a time: which of the notices that stand are told.

Of several that say of one state (over a threshold or under it) only the last counts, and none where
the state is again what it was before the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice

from .source import TOLD, Told, said_in

LOOKED_THROUGH = 50
"""Notices of one work and kind; more are not told of one work within what folds them."""
JOINED = ("score", "badge")
"""Kinds of which all that is told of a work at once is one message."""


@dataclass(slots=True)
class Standing:
    """A notice that stands, with its words.

    `order`: when it was, then which entry brought it about. No number of a notice is in it: those
    depend on how many entries were read at a time.
    """

    notice: Notice
    told: Told
    state: str
    order: tuple[int, int, str]

    @classmethod
    def of(cls, notice: Notice, told: Told) -> Standing:
        """Return the notice with its place among those of its family."""
        said = {**said_in(notice), **told.more}
        place = (int(said.get("at", notice.happened_at)), notice.seq, notice.name)
        return cls(notice, told, str(said.get("state", "")), place)


@dataclass(slots=True)
class Decided:
    """What becomes of notices that have settled: told, folded into others, or waiting longer.

    `told`: what is told, with what was joined to it. `waits`: until when, by number.
    """

    told: list[tuple[Standing, list[Standing]]] = field(default_factory=list)
    folded: list[Notice] = field(default_factory=list)
    waits: dict[int, int] = field(default_factory=dict)


def decide(standing: Sequence[Standing], now: int) -> Decided:
    """Return what becomes of the notices of one work, those that are not yet due among them."""
    decided, winners = Decided(), []
    families: dict[str, list[Standing]] = {}
    for one in sorted(standing, key=lambda one: one.order):
        families.setdefault(one.notice.family or one.notice.name, []).append(one)
    for ones in families.values():
        winner = _of_state(ones, now, decided) if ones[-1].state else _newest(ones, now)
        if winner is not None and not _has_to_wait(winner, now, decided):
            decided.folded += [
                one.notice for one in ones if one is not winner and _is_due(one, now)
            ]
            winners.append(winner)
    decided.told = _joined(winners)
    decided.folded += [one.notice for _, others in decided.told for one in others]
    return decided


def _is_due(one: Standing, now: int) -> bool:
    return one.notice.due_at <= now


def _newest(ones: Sequence[Standing], now: int) -> Standing | None:
    due = [one for one in ones if _is_due(one, now)]
    return due[-1] if due else None


def _of_state(ones: Sequence[Standing], now: int, decided: Decided) -> Standing | None:
    """Return the last, if the state is not what it was before the first, and the last has settled.

    As long as the last has not, the others wait for it.
    """
    if not any(_is_due(one, now) for one in ones):
        return None
    last = ones[-1]
    if last.state != ones[0].state or _was_said(last):
        decided.folded += [one.notice for one in ones]
        return None
    if not _is_due(last, now):
        waiting = [one.notice.id for one in ones if _is_due(one, now)]
        decided.waits.update(dict.fromkeys(waiting, last.notice.due_at))
        return None
    return last


def _was_said(one: Standing) -> bool:
    """Return whether it is only that what was told already has settled."""
    if not str(said_in(one.notice).get("was", "")).startswith("settled-"):
        return False
    before = last_told(one.notice)
    return before is not None and said_in(before)["families"][one.notice.family] == one.state


def last_told(notice: Notice) -> Notice | None:
    """Return what told of the notice's family last, of the same kind; None if nothing did.

    What was joined to another is told by that one, so its families are looked for in `said`.
    """
    if not notice.family:
        return None
    told = Notice.objects.filter(work_id=notice.work_id, kind=notice.kind, state__in=TOLD)
    for one in told.order_by("-recorded_at", "-id")[:LOOKED_THROUGH]:
        if notice.family in said_in(one).get("families", {}):
            return one
    return None


def _has_to_wait(winner: Standing, now: int, decided: Decided) -> bool:
    """Return whether another of the family was told so shortly before that this one has to wait."""
    fold = KINDS[winner.notice.kind].fold * SECOND
    before = last_told(winner.notice) if fold else None
    told_at = 0 if before is None else int(said_in(before)["told_at"])
    if before is None or told_at + fold <= now:
        return False
    decided.waits[winner.notice.id] = told_at + fold
    return True


def _joined(winners: Iterable[Standing]) -> list[tuple[Standing, list[Standing]]]:
    """Return what is told, each with what is joined to it, the weightiest in front."""
    found: list[tuple[Standing, list[Standing]]] = []
    together: dict[str, list[Standing]] = {}
    for one in winners:
        if one.notice.kind in JOINED:
            together.setdefault(one.notice.kind, []).append(one)
        else:
            found.append((one, []))
    for ones in together.values():
        first, *others = sorted(ones, key=_weight)
        found.append((first, others))
    return found


def _weight(one: Standing) -> tuple[int, int, str, str]:
    rank = int(said_in(one.notice).get("rank", 9))
    return (rank, -one.order[0], one.notice.family, one.notice.name)
