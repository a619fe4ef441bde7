"""What stands beside a state: rumours, reports, denials, and whether anything has answered them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .course import Course, Position
from .periods import agree
from .stages import STAGES
from .statement import Statement


class Beside(NamedTuple):
    """A statement that is not part of the state; `standing` is a key of STANDINGS.

    `by` is the statement that confirmed, overtook or denied it.
    """

    statement: Statement
    standing: str
    by: Statement | None = None


def beside_of(
    subject: int | None, told: Sequence[Statement], course: Course, official: Course, at: int
) -> tuple[Beside, ...]:
    """Return what was said of the subject and its state does not rest on, in order of time."""
    carried = set(course.last.rests_on)
    denials = denials_in(one for one in told if one.at <= at)
    return tuple(
        _beside(said, subject, denials, official, at)
        for said in told
        if said.concerns(subject) and said not in carried
    )


def denials_in(told: Iterable[Statement]) -> list[Statement]:
    """Return what was denied, in the order of the statements."""
    return [one for one in told if one.certainty == "denied"]


def denial_of(
    said: Statement, subject: int | None, denials: Sequence[Statement]
) -> Statement | None:
    """Return the first denial of the same, said at the same time or later, or None."""
    if said.certainty == "denied":
        return None
    return next((one for one in denials if _denies(one, said, subject)), None)


def _denies(denial: Statement, said: Statement, subject: int | None) -> bool:
    if denial.target != said.target or denial.at < said.at:
        return False
    if not denial.seasons:
        return True
    return (
        subject in denial.seasons
        if subject is not None
        else (bool(said.seasons) and set(said.seasons) <= set(denial.seasons))
    )


def _beside(
    said: Statement, subject: int | None, denials: Sequence[Statement], official: Course, at: int
) -> Beside:
    if said.at > at:
        return Beside(said, "to-come")
    if said.certainty == "official":
        agrees = bears_out(official.before(said.at), said) or bears_out(official.last, said)
        return Beside(said, "confirmed" if agrees else "out-of-place")
    for position in official.positions:
        if position.at is not None and position.at >= said.at:
            answer = _answer(position, said)
            if answer:
                return Beside(said, answer, position.decided_by)
    denial = denial_of(said, subject, denials)
    if denial:
        return Beside(said, "denied", denial)
    before = official.before(said.at)
    if said.certainty not in _ANSWERED and bears_out(before, said):
        return Beside(said, "confirmed", before.decided_by)
    return Beside(said, "open")


# How an official position that bears the statement out answers it; others confirm.
_ANSWERED = {"denied": "overtaken", "undecided": "overtaken"}


def _answer(position: Position, said: Statement) -> str:
    """Return how an official position answers what was said before it; "" where it does not."""
    if said.certainty == "undecided":
        return "overtaken"
    if bears_out(position, said):
        return _ANSWERED.get(said.certainty, "confirmed")
    if said.certainty != "denied" and contradicts(position, said):
        return "overtaken"
    return ""


def bears_out(position: Position, said: Statement) -> bool:
    """Return whether a position is what the statement says, or lies beyond it on the way."""
    target = said.target
    if target == "carrier":
        return position.carrier.casefold() == said.carrier.casefold()
    if target == "ending":
        return position.final
    if target in ("dated", "delayed") and said.date:
        return bool(position.date) and agree(position.date, said.date)
    rank = _rank(target)
    if rank is None or target == "delayed":
        return position.stage == target
    reached = _rank(position.stage)
    return reached is not None and reached >= rank > 0


def contradicts(position: Position, said: Statement) -> bool:
    """Return whether a later position leaves no room for what was said."""
    target = said.target
    if target == "carrier":
        return bool(position.carrier)
    if target == "ending":
        return position.stage in ("ordered", "cancelled")
    if target in ("dated", "delayed") and said.date:
        return bool(position.date) or position.stage in ("delayed", "released", "cancelled")
    if _rank(target) is None or target == "delayed":
        return position.stage != target
    return position.stage == "cancelled"


def _rank(stage: str) -> int | None:
    return STAGES[stage].rank if stage in STAGES else None
