"""What a worker does beside sending: reading the ledger, making digests due, sweeping away.

Each of these is a chore in a table. One that fails is told in one line and tried again; it never
stops the sending, which has threads of its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db import connection

from clapometer.alerts.channels.mail.opting import sweep as sweep_unconfirmed
from clapometer.alerts.channels.websub.hubs import ping_hubs
from clapometer.alerts.digests.forgetting import forget
from clapometer.alerts.following.carrying import carry_merged
from clapometer.alerts.following.stopping import sweep as sweep_followers
from clapometer.alerts.notices import watching

from .digests import make_digests_due
from .sweeping import sweep


class Chore(NamedTuple):
    """Something to be done every so many seconds, at an instant that it is told."""

    name: str
    seconds: float
    work: Callable[[int], object]


CHORES = (
    Chore("reading the ledger", 0.5, watching.run),
    Chore("making digests due", 60.0, make_digests_due),
    Chore("sweeping old deliveries away", 60.0, sweep),
    Chore("telling hubs what has changed", 5.0, ping_hubs),
    Chore("forgetting addresses that nobody confirmed", 3600.0, sweep_unconfirmed),
    Chore("forgetting how far old digests told", 3600.0, forget),
    Chore("carrying follows of merged works on", 600.0, carry_merged),
    Chore("forgetting followers who follow nothing", 86_400.0, sweep_followers),
)
LONGEST_PAUSE = 60.0
"""Seconds between two tries of a chore that fails again and again."""


class Tender:
    """Runs the chores (CHORES, unless others are given) in a thread of its own, `run` until `stop`
    is set."""

    def __init__(
        self,
        clock: Callable[[], int],
        say: Callable[[str], None],
        chores: Sequence[Chore] | None = None,
    ) -> None:
        self._clock, self._say, self._chores = clock, say, chores
        self.stop = threading.Event()
        self.through = threading.Event()
        """Set when every chore has been done once."""
        self.failed: set[str] = set()
        self._next: dict[str, float] = {}
        self._failures: dict[str, int] = {}

    def run(self) -> None:
        """Do each chore when its time has come."""
        while not self.stop.is_set():
            self.turn()
            self.through.set()
            due = min(self._next.values(), default=time.monotonic() + LONGEST_PAUSE)
            self.stop.wait(max(0.0, due - time.monotonic()))
        connection.close()

    def turn(self) -> None:
        """Do what has come due."""
        for chore in CHORES if self._chores is None else self._chores:
            if time.monotonic() >= self._next.get(chore.name, 0.0) and not self.stop.is_set():
                self._do(chore)

    def _do(self, chore: Chore) -> None:
        pause = chore.seconds
        try:
            chore.work(self._clock())
        except Exception as problem:  # noqa: BLE001 -- told, tried again, and never in the way
            failures = self._failures.get(chore.name, 0)
            self._failures[chore.name] = failures + 1
            pause = min(max(chore.seconds, 2.0**failures), LONGEST_PAUSE)
            told = " ".join(str(problem).split())[:200] or type(problem).__name__
            self._say(f"{chore.name[:1].upper()}{chore.name[1:]} failed ({told}); tried again.")
            self.failed.add(chore.name)
            connection.close()
        else:
            self._failures.pop(chore.name, None)
            self.failed.discard(chore.name)
        self._next[chore.name] = time.monotonic() + pause
