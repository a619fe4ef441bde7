"""The time as a worker tells it: the machine's own, but not led astray by a clock that jumps."""

from __future__ import annotations

import time
from collections.abc import Callable

from clapometer import instants
from clapometer.alerts.kinds import SECOND

SLACK = 60 * SECOND
"""A clock that was set right by less is followed at once."""
DOUBTED = 600.0
"""Seconds after which a clock that jumped further, and stayed there, is believed."""


def running_seconds() -> float:
    """Return seconds on a clock that nobody can set; it counts sleep too where the system can."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class SteadyClock:
    """Tells instants by the wall clock, and by how long it runs itself where that one jumps.

    A wall clock that is wrong by days for a minute must neither expire what waits nor send at three
    in the morning what was kept for eight. One that stays where it jumped to was set right.
    """

    def __init__(
        self,
        wall: Callable[[], int] = lambda: instants.now(),  # noqa: PLW0108 -- asked for anew
        running: Callable[[], float] = running_seconds,
    ) -> None:
        self._wall, self._running = wall, running
        self._told, self._at = wall(), running()
        self._jump: tuple[int, float] | None = None

    def now(self) -> int:
        """Return the present instant."""
        told, at = self._wall(), self._running()
        expected = self._told + round((at - self._at) * SECOND)
        off = told - expected
        if abs(off) > SLACK and not self._is_believed(off, at):
            return expected
        self._told, self._at, self._jump = told, at, None
        return told

    def _is_believed(self, off: int, at: float) -> bool:
        if self._jump is None or abs(self._jump[0] - off) > SLACK:
            self._jump = (off, at)
        return at - self._jump[1] >= DOUBTED
