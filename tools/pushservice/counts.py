"""What arrived: for each browser and each message, how often; and what its reader was shown."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

MOST = 255
"""Arrivals of one message at one browser are counted up to here."""


class Counts:
    """The counts of a service. A message's arrivals take one byte for each browser."""

    def __init__(self, browsers: int) -> None:
        self.browsers = browsers
        self.forget()

    def forget(self) -> None:
        """Begin at nothing."""
        self._arrived: dict[str, bytearray] = {}
        self._waiting: dict[tuple[int, str], str] = {}
        self._replaced: set[tuple[int, str]] = set()
        self._seconds: Counter[int] = Counter()
        self.refused: Counter[str] = Counter()
        self.answered: Counter[int] = Counter()
        self.first = self.last = 0.0
        self.checking = 0.0

    def arrive(self, number: int, message: str, topic: str, *, asleep: bool) -> None:
        """Count an arrival. A browser that sleeps is shown, of each topic, the newest later."""
        arrived = self._arrived.get(message)
        if arrived is None:
            arrived = self._arrived[message] = bytearray(self.browsers)
        if arrived[number] < MOST:
            arrived[number] += 1
        if asleep:
            self._wait(number, message, topic)
        self.last = time.time()
        self.first = self.first or self.last
        self._seconds[int(self.last)] += 1

    def wake(self, number: int) -> list[str]:
        """Return what a browser is shown as it wakes."""
        found = [one for one in self._waiting if one[0] == number]
        return [self._waiting.pop(one) for one in found]

    def of(self, number: int) -> dict[str, Any]:
        """Return the messages of one browser: how often each arrived, and which it was shown.

        A message that arrives again is not shown again: the same tag replaces it in its place.
        """
        arrived = {name: one[number] for name, one in self._arrived.items() if one[number]}
        hidden = {name for (who, _), name in self._waiting.items() if who == number}
        shown = [
            name for name in arrived if name not in hidden and (number, name) not in self._replaced
        ]
        return {"arrived": arrived, "shown": shown}

    def bytes_of(self, message: str) -> bytes:
        """Return for every browser how often the message arrived, a byte each."""
        return bytes(self._arrived.get(message, b""))

    def told(self) -> dict[str, Any]:
        """Return all counts."""
        messages = {name: _summed(one) for name, one in self._arrived.items()}
        distinct = sum(one["browsers"] for one in messages.values())
        received = sum(one["received"] for one in messages.values())
        return {
            "received": received,
            "distinct": distinct,
            "repeated": received - distinct,
            "shown": distinct - len(self._waiting) - len(self._replaced),
            "waiting": len(self._waiting),
            "replaced": len(self._replaced),
            "refused": dict(self.refused),
            "answered": {str(status): count for status, count in self.answered.items()},
            "messages": messages,
            "first": self.first,
            "last": self.last,
            "per_second": [self._seconds[one] for one in self._span()],
            "checking_seconds": self.checking,
            "cpu_seconds": time.process_time(),
        }

    def _wait(self, number: int, message: str, topic: str) -> None:
        place = (number, topic or message)
        before = self._waiting.get(place, message)
        if before != message:
            self._replaced.add((number, before))
        self._waiting[place] = message

    def _span(self) -> range:
        return range(int(self.first), int(self.last) + 1) if self.first else range(0)


def _summed(arrived: bytearray) -> dict[str, int]:
    times = Counter(arrived)
    return {
        "received": sum(count * many for count, many in times.items()),
        "browsers": len(arrived) - times[0],
        "most": max(times),
    }
