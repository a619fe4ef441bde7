"""What the panel asks of a reader, and reading what they filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from clapometer.alerts.following.naming import Named
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.kinds import CHOSEN, NoticeKind, kinds_in, mask_of
from clapometer.alerts.targets import AHEAD, TARGETS, Key

from .telling import ahead_of, often

# What most readers want of a work; whatever else can be followed is told whole.
USUAL = mask_of(["score", "badge", "announcement", "premiere"])
# The marks of one's own: the field's name, and the sign of the condition in a key.
MARKS = {"below": "score<", "reaches": "score>=", "reviews": "reviews>=", "ahead": "ahead="}


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind as the panel offers it; `often`: how often it came of late."""

    kind: NoticeKind
    checked: bool
    often: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks for: a mask of kinds, how often, and the keys of marks of their own."""

    kinds: int
    cadence: str
    marks: tuple[Key, ...] = ()


def usual_kinds(key: Key) -> int:
    """Return which kinds are chosen before the reader chooses."""
    every = TARGETS[key.target].kinds
    return every & USUAL if key.target == "work" else every


def choices(key: Key, mask: int, lately: Counter[str]) -> list[Choice]:
    """Return the kinds that can be told of a thing: which are chosen, how often each came.

    Where nothing came of late at all, that is said once (`expected`), and not of each.
    """
    return [
        Choice(kind, bool(mask & kind.bit), often(lately[kind.name]) if lately else "")
        for kind in kinds_in(TARGETS[key.target].kinds)
    ]


def aheads() -> list[tuple[str, str]]:
    """Return the times ahead of a premiere that can be chosen: minutes, and in words."""
    return [(str(minutes), ahead_of(minutes)) for minutes in AHEAD]


def mark_typed(key: Key) -> dict[str, str]:
    """Return the field that asks for the condition of a key, with its value."""
    return {field: str(key.value) for field, sign in MARKS.items() if sign == key.sign}


def read_kinds(names: Sequence[str]) -> int:
    """Return the mask of the kinds named; others than there are count for nothing."""
    chosen = {kind.name for kind in CHOSEN}
    return mask_of(name for name in names if name in chosen)


def read_wish(typed: QueryDict, about: Named) -> Wish:
    """Return what was filled in. Raises FollowRefused."""
    wish = Wish(
        read_kinds(typed.getlist("kind")), typed.get("cadence", ""), tuple(_marks(typed, about.key))
    )
    if not wish.kinds & TARGETS[about.key.target].kinds and not wish.marks:
        raise FollowRefused(_("Choose at least one thing that you want to be told of."))
    return wish


def _marks(typed: QueryDict, key: Key) -> Iterator[Key]:
    if key.target != "work":
        return
    for field, sign in MARKS.items():
        text = typed.get(field, "").strip()
        if text:
            yield key._replace(sign=sign, value=_number(text))


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    raise FollowRefused(_("“%(text)s” is no whole number.") % {"text": text[:20]})
