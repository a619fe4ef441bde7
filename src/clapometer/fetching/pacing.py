"""How often a host is asked: never more than so many times in so many seconds."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from threading import Lock
from typing import NamedTuple


class Pace(NamedTuple):
    """At most `times` requests in any window of `seconds`."""

    times: int
    seconds: float


DEFAULT = Pace(5, 5.0)
PACES: dict[str, Pace] = {
    # tvmaze.com/api: "at least 20 calls every 10 seconds per IP address".
    "api.tvmaze.com": Pace(20, 10.0),
    # wikitech.wikimedia.org/wiki/Robot_policy asks for one request at a time; these are far below.
    "www.wikidata.org": Pace(5, 1.0),
    "wikimedia.org": Pace(10, 1.0),
}
"""What hosts say they bear; others are asked at DEFAULT."""


class Pacer:
    """Remembers when each host was asked, and waits where it would be too often."""

    def __init__(
        self,
        paces: Mapping[str, Pace],
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._paces, self._clock, self._sleep = paces, clock, sleep
        self._slower: dict[str, Pace] = {}
        self._asked: dict[str, deque[float]] = {}
        self._lock = Lock()

    def wait(self, host: str) -> None:
        """Wait until the host may be asked, and note that it is."""
        pause = self._reserve(host)
        if pause > 0:
            self._sleep(pause)

    def slow_down(self, host: str, seconds: float) -> None:
        """Ask a host once in so many seconds from now on; what is faster than its pace is not
        taken, and 0 goes back to its own pace."""
        pace = self._paces.get(host, DEFAULT)
        with self._lock:
            if seconds > pace.seconds / pace.times:
                self._slower[host] = Pace(1, seconds)
            else:
                self._slower.pop(host, None)

    def _reserve(self, host: str) -> float:
        """Take the next free moment for the host; return how many seconds away it is."""
        with self._lock:
            pace = self._slower.get(host) or self._paces.get(host, DEFAULT)
            asked = self._asked.setdefault(host, deque(maxlen=pace.times))
            if asked.maxlen != pace.times:
                asked = self._asked[host] = deque(asked, maxlen=pace.times)
            now = self._clock()
            full = len(asked) == pace.times
            moment = max(now, asked[0] + pace.seconds) if full else now
            asked.append(moment)
        return moment - now
