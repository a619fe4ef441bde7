"""How the service answers: well, or in one of the ways in which push services fail."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import NamedTuple


class Mode(NamedTuple):
    """A way to answer. `takes`: whether the message is opened and counted. `how`: see HOWS."""

    status: int
    takes: bool
    how: str = "answer"
    headers: tuple[tuple[str, str], ...] = ()
    means: str = ""


HOWS = {
    "answer": "the status, and nothing else",
    "hang": "no answer, ever",
    "drip": "the status, then a byte now and then without end",
    "endless": "the status, then 10 GB",
    "reset": "the connection is broken off before an answer; on the raw port only",
    "torn": "the connection is broken off within the head; on the raw port only",
}
_SOON = (("retry-after", "1"),)
MODES: dict[str, Mode] = {
    "ok": Mode(201, True, means="taken"),
    "asleep": Mode(201, True, means="taken; the browser sleeps and is shown the newest later"),
    "missing": Mode(404, False, means="the subscription is unknown"),
    "gone": Mode(410, False, means="the subscription has ended"),
    "forbidden": Mode(403, False, means="the sender is not let in"),
    "large": Mode(413, False, means="the message is too large"),
    "busy": Mode(429, False, headers=_SOON, means="too many; in a second again"),
    "busy-date": Mode(429, False, headers=(("retry-after", "date"),), means="the same by a date"),
    "busy-once": Mode(429, False, headers=_SOON, means="busy at the first try of each browser"),
    "broken": Mode(500, False, means="an error of the service"),
    "broken-once": Mode(500, False, means="an error at the first try of each browser"),
    "away": Mode(503, False, headers=_SOON, means="not there; in a second again"),
    "inward": Mode(
        307, False, headers=(("location", "https://169.254.169.254/"),), means="redirect"
    ),
    "hang": Mode(0, False, "hang", means="nothing is taken and nothing answered"),
    "lost": Mode(0, True, "hang", means="taken, but the answer never comes"),
    "lost-once": Mode(0, True, "hang", means="the first answer to each browser never comes"),
    "drip": Mode(201, True, "drip", means="taken, and the answer never ends"),
    "endless": Mode(201, True, "endless", means="taken, and the answer has 10 GB"),
    "reset": Mode(0, False, "reset", means="broken off, not taken"),
    "torn": Mode(0, True, "torn", means="taken, and broken off within the answer"),
    "torn-once": Mode(0, True, "torn", means="the first answer to each browser is broken off"),
}
"""The modes by the name that stands in an endpoint's path."""


@dataclass(slots=True)
class Fault:
    """A mode laid over what paths say: for browsers `low` up to `high`, in a share of requests, so
    many times at most, and only at the host where one is named."""

    mode: str
    low: int = 0
    high: int = 1 << 62
    share: float = 1.0
    times: int = 1 << 62
    host: str = ""


@dataclass(slots=True)
class Faults:
    """Which mode a request meets."""

    laid: list[Fault] = field(default_factory=list)
    _once: set[tuple[str, int]] = field(default_factory=set)
    _chance: random.Random = field(default_factory=lambda: random.Random(7))

    def mode(self, asked: str, number: int, host: str = "") -> tuple[str, Mode]:
        """Return the mode of a request whose path asks for one."""
        for fault in self.laid:
            meant = fault.low <= number < fault.high and fault.host in {"", host}
            if meant and self._hits(fault):
                asked = fault.mode
                break
        if asked.endswith("-once"):
            if (asked, number) in self._once:
                asked = "ok"
            else:
                self._once.add((asked, number))
        return asked, MODES[asked]

    def lay(self, faults: list[Fault]) -> None:
        """Lay these over, in place of those that were."""
        self.laid = faults
        self._once.clear()

    def _hits(self, fault: Fault) -> bool:
        if fault.times <= 0 or self._chance.random() >= fault.share:
            return False
        fault.times -= 1
        return True
