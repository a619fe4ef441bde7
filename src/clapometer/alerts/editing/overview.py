"""What editors see of the outbox: what settles, is held, is on its way, and lately was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from clapometer.alerts.drafts import keys_of
from clapometer.alerts.models import Act, Notice
from clapometer.alerts.outbox.progress import NoticeProgress, progress_of
from clapometer.catalogue.models import Work

from . import acts
from .reach import Reach, followers_by_key, reach_of
from .states import state_when_settled

SHOWN = 30
"""Notices of each state; the rest is counted."""
_OVER = ("done", "expired", "dropped", "withdrawn", "folded")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that nobody has been told of. `becomes`: its state when it has settled."""

    notice: Notice
    reach: Reach
    becomes: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The outbox as editors see it. `more`: how many of the notices that wait are not shown."""

    held: Sequence[Waiting]
    settling: Sequence[Waiting]
    sending: Sequence[tuple[Notice, NoticeProgress]]
    over: Sequence[tuple[Notice, NoticeProgress]]
    works: Sequence[tuple[Work, Act]]
    acts: Sequence[Act]
    named: dict[str, Notice]
    more: int


def overview(now: int) -> Overview:
    """Return the outbox at an instant; tests, digests and pings of hubs are left out."""
    told = Notice.objects.filter(audience__in=("keys", "corrects"))
    held = told.filter(state="held", audience="keys").order_by("due_at", "id")
    settling = told.filter(state="settling").order_by("due_at", "id")
    sending = told.filter(state__in=("due", "sending")).order_by("priority", "id")
    over = told.filter(state__in=_OVER).order_by("-id")
    done = acts.lately()
    waiting = [*held[:SHOWN], *settling[:SHOWN]]
    keys = {one.id: keys_of(one.id) for one in waiting}
    counts = followers_by_key(key for every in keys.values() for key in every)
    # Much of what waits is about the same works, so whom it reaches is asked once.
    reached = cache(partial(_reach, counts=counts))
    rows = [_waiting(one, keys[one.id], reached(tuple(keys[one.id]), one.kind)) for one in waiting]
    return Overview(
        [one for one in rows if one.notice.state == "held"],
        [one for one in rows if one.notice.state == "settling"],
        [(one, progress_of(one, now)) for one in sending[:SHOWN]],
        [(one, progress_of(one, now)) for one in over[:SHOWN]],
        _works(),
        done,
        {one.name: one for one in Notice.objects.filter(name__in=[one.name for one in done])},
        max(0, held.count() - SHOWN) + max(0, settling.count() - SHOWN),
    )


def _waiting(notice: Notice, keys: Sequence[str], reach: Reach) -> Waiting:
    becomes = "held" if notice.state == "held" else state_when_settled(notice, keys)
    return Waiting(notice, reach, becomes)


def _reach(keys: tuple[str, ...], kind: str, counts: Mapping[str, int]) -> Reach:
    return reach_of(keys, kind, counts)


def _works() -> list[tuple[Work, Act]]:
    held = acts.held_works()
    works = Work.objects.in_bulk(held)
    return [(works[number], act) for number, act in held.items() if number in works]
