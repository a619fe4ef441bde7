"""Confirming the scales of an outlet's or a critic's grades, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clapometer.catalogue.folding import fold
from clapometer.ledger.writing import writing
from clapometer.scoring.infer import Proposal, weigh
from clapometer.scoring.scales import NAMED, ScaleUnknown, scale_named

from .drafts import scale_confirmed, scale_undone
from .models import NOBODY, Critic, Outlet
from .readings import Confirmed, Hand, confirmed_scales, readings_of
from .rereading import Printed, printed_by, reading_by

if TYPE_CHECKING:
    from clapometer.ledger.entries import Entry

_TO_COME = 2**62


class ScaleRefused(ValueError):
    """A scale cannot be confirmed or taken back so; the message is one sentence."""


@dataclass(slots=True)
class Outlook:
    """What confirming a scale would do to the grades of a hand.

    Of `grades` printed, `gained` would get a value that they do not have, `changed` another value
    than now; both lie in `works` works. `weighed` says what speaks for and against the scale.
    """

    hand: Hand
    scale: str
    weighed: Proposal
    grades: int
    gained: int
    changed: int
    works: int


def hand_named(name: str, kind: str | None = None, outlet: str | None = None) -> Hand:
    """Return the outlet or critic of this name; `kind` says which, where both bear it.

    `outlet`: only the critic's grades in it. Raises ScaleRefused.
    """
    if outlet is not None:
        return Hand(outlet=_named(Outlet, outlet), critic=_named(Critic, name))
    tables: tuple[type[Outlet | Critic], ...] = (Outlet, Critic)
    found = {table: table.objects.filter(key=fold(name)).first() for table in tables}
    meant = {table: one for table, one in found.items() if one and kind in (None, _kind(table))}
    if len(meant) > 1:
        raise ScaleRefused(f"An outlet and a critic are called “{name}”; say which is meant.")
    for table, one in meant.items():
        return Hand(outlet=one.id) if table is Outlet else Hand(critic=one.id)
    raise ScaleRefused(f"No {kind or 'outlet or critic'} is called “{name}”.")


def _kind(table: type[Outlet | Critic]) -> str:
    return table.__name__.lower()


def _named(table: type[Outlet | Critic], name: str) -> int:
    one = table.objects.filter(key=fold(name)).first()
    if one is None:
        raise ScaleRefused(f"No {_kind(table)} is called “{name}”.")
    return int(one.id)


def name_of(outlet: int, critic: int) -> str:
    """Return whose grades a scale is about, in words."""
    critics = Critic.objects.filter(id=critic).values_list("name", flat=True).first()
    outlets = Outlet.objects.filter(id=outlet).values_list("name", flat=True).first()
    return " in ".join(name for name in (critics, outlets) if name)


def look_ahead(hand: Hand, scale: str) -> Outlook:
    """Return what confirming the scale would do, without doing it. Raises ScaleRefused."""
    _check(hand, scale)
    wanted = Confirmed(_TO_COME, hand.outlet, hand.critic, scale, hand.since, hand.until,
                       "", "", 0, None)  # fmt: skip
    texts: list[str] = []
    works: set[int] = set()
    gained = changed = 0
    for part in printed_by(wanted):
        held = readings_of([(one.work, one.seq) for one in part])
        for one in part:
            texts.append(one.text)
            reading, by = held.get(one.seq, (None, None))
            now = reading.value if reading else one.own
            after = _value_by(wanted, one, by, now)
            if after != now:
                works.add(one.work)
                gained += now is None
                changed += now is not None
    return Outlook(hand, scale, weigh(texts, scale), len(texts), gained, changed, len(works))


def _value_by(
    wanted: Confirmed, printed: Printed, held: Confirmed | None, now: int | None
) -> int | None:
    """Return the value once the scale is confirmed too; a narrower one goes on holding."""
    if held is not None and held.rank > wanted.rank:
        return now
    reading = reading_by(wanted, printed)
    return reading.value if reading else now


def confirm(hand: Hand, scale: str, by: str) -> tuple[Entry, Outlook]:
    """Confirm that the hand's grades are on the scale; return the entry and what it did.

    `by`: who says so. Raises ScaleRefused.
    """
    outlook = look_ahead(hand, scale)
    with writing(f"person:{by}"[:80]) as writer:
        draft = scale_confirmed(hand, scale, outlook.weighed.sentence)
        return writer.append_one(draft), outlook


def take_back(number: int, reason: str, by: str) -> Entry:
    """Take a confirmed scale back by a counter-entry. Raises ScaleRefused."""
    found = next((one for one in confirmed_scales() if one.id == number), None)
    if found is None:
        raise ScaleRefused(
            f"There is no confirmed scale {number}; `clapometer scales list` tells those there are."
        )
    if found.voided_at is not None:
        raise ScaleRefused(f"The confirmed scale {number} was taken back already.")
    with writing(f"person:{by}"[:80]) as writer:
        return writer.append_one(scale_undone(number, reason))


def _check(hand: Hand, scale: str) -> None:
    try:
        scale_named(scale)
    except ScaleUnknown:
        raise ScaleRefused(
            f"No scale is called “{scale}”; there are of-2 to of-1000, signed-1 to signed-100,"
            f" {', '.join(NAMED)}."
        ) from None
    if hand.outlet == hand.critic == NOBODY:
        raise ScaleRefused("Name an outlet or a critic.")
    if hand.since is not None and hand.until is not None and hand.since > hand.until:
        raise ScaleRefused("The period ends before it begins.")
    same = (hand.outlet, hand.critic, scale, hand.since, hand.until)
    for one in confirmed_scales(outlet=hand.outlet, critic=hand.critic):
        told = (one.outlet, one.critic, one.scale, one.since, one.until)
        if one.voided_at is None and told == same:
            raise ScaleRefused(f"This scale is confirmed already, by entry {one.id}.")
