"""A worker: one process that sends, with a thread for the database and one for everything else."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence

from .carrying import Carriers
from .clocks import SteadyClock
from .engines import Engine, make_engine
from .keeping import Keeper
from .sending import Sender
from .stock import Stock
from .tending import Chore, Tender

TURN = 0.1
"""Seconds that a turn of the sending thread lasts at most."""
REPORT = 60.0
"""Seconds from one line about progress to the next."""
UNDER_WAY = 12.0
"""Seconds that a worker which stops waits for answers: longer than a request may take."""


class Work:
    """One run of a worker.

    `say` prints a line for whoever keeps the site. `instead_of`: a worker that is known to be dead.
    `duties`: what other rooms have to be done beside, in a thread of its own, since it may wait for
    strangers' hosts.
    """

    def __init__(
        self,
        say: Callable[[str], None],
        stop: threading.Event,
        *,
        engine: Engine | None = None,
        clock: Callable[[], int] | None = None,
        instead_of: int | None = None,
        duties: Sequence[Chore] = (),
    ) -> None:
        self._say, self._stop = say, stop
        clock = clock or SteadyClock().now
        self.stock = Stock()
        self._engine = engine or make_engine()
        carriers = Carriers(self.stock, clock)
        self._sender = Sender(self.stock, self._engine, carriers, clock)
        self._keeper = Keeper(self.stock, clock, say, instead_of)
        self._tender = Tender(clock, say)
        self._beside = Tender(clock, say, duties)
        self._parent = os.getppid()
        self._told = Counter[str]()
        self._told_at = time.monotonic()

    def on_entering(self, tell: Callable[[int], None]) -> None:
        """Have the worker's number told whenever it is entered in the site's table."""
        self._keeper.tell_number = tell

    def run(self, *, once: bool = False) -> bool:
        """Send until told to stop, or with `once` until nothing is due.

        Returns whether all chores worked and nothing is left in hand.
        """
        tending = _thread(self._tender.run, "tending")
        beside = _thread(self._beside.run, "duties")
        if once:
            self._tender.through.wait()
            self._beside.through.wait()
        keeping = _thread(self._keeper.run, "keeping")
        try:
            while not self._is_over(once=once):
                self._sender.turn(TURN)
                self._report()
        finally:
            self._wind_up(keeping, tending, beside)
        return (
            not self._tender.failed | self._beside.failed
            and self.stock.room() == self.stock.capacity
        )

    def _is_over(self, *, once: bool) -> bool:
        # A worker whose parent was killed has nobody any more who would stop it.
        orphaned = os.getppid() != self._parent
        return self._stop.is_set() or orphaned or (once and self._keeper.idle.is_set())

    def _wind_up(self, keeping: threading.Thread, *tending: threading.Thread) -> None:
        """Stop in order: begin nothing, wait for answers, write them down, give the rest back."""
        self._keeper.closing.set()
        self._tender.stop.set()
        self._beside.stop.set()
        with contextlib.suppress(KeyboardInterrupt):
            self._sender.finish(UNDER_WAY)
        self._engine.close()
        self._keeper.stop.set()
        self.stock.news.set()
        keeping.join()
        for thread in tending:
            thread.join(UNDER_WAY)
        self._report(last=True)

    def _report(self, *, last: bool = False) -> None:
        """Print a line about what was done since the last one, if that is a minute ago."""
        spent = time.monotonic() - self._told_at
        if spent < REPORT and not last:
            return
        done = self.stock.counts - self._told
        if done:
            counted = ", ".join(f"{done[what]:,} {what}" for what in sorted(done, key=_ORDER.index))
            self._say(f"{counted} in {spent:.0f} s.")
        self._told, self._told_at = self.stock.counts.copy(), time.monotonic()


_ORDER = ["sent", "tried again", "failed", "put off"]


def _thread(work: Callable[[], None], name: str) -> threading.Thread:
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread
