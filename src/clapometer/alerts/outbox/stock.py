"""What a worker has in hand: the bounded place where its two threads meet."""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Iterable

from clapometer.alerts.channels.contract import SENT, TEMPORARY, Parcel

from .recording import Result

CAPACITY = 3_000
"""Deliveries that a worker has in hand at most: ready, under way, or done and not written down."""
BATCH = 500
"""Results that are written down at once, while more come."""
Key = tuple[int, int]


class Stock:
    """Parcels that wait to be sent, and results that wait to be written down."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity = capacity
        self.news = threading.Event()
        """Set when the thread of the database has something to do."""
        self.arrived = threading.Event()
        """Set when there is something to send."""
        self.counts: Counter[str] = Counter()
        """Messages sent, failed, to be tried again and put off, since the start."""
        self._lock = threading.Lock()
        self._ready: deque[Parcel] = deque()
        self._results: list[Result] = []
        self._postponed: list[tuple[Key, int]] = []
        self._held: set[Key] = set()
        self._failing: set[int] = set()
        self._leased_until = 0.0

    def lease(self, until: float) -> None:
        """Allow sending until an instant of the monotonic clock."""
        self._leased_until = until

    def may_send(self) -> bool:
        """Return whether the worker has proved lately enough that it lives."""
        return time.monotonic() < self._leased_until

    def room(self) -> int:
        """Return how many more deliveries can be taken in hand."""
        return self.capacity - len(self._held)

    def held(self) -> set[Key]:
        """Return what is in hand."""
        with self._lock:
            return set(self._held)

    def put(self, parcels: Iterable[Parcel], failing: Iterable[int]) -> None:
        """Take parcels in hand, to be sent."""
        with self._lock:
            for parcel in parcels:
                self._ready.append(parcel)
                self._held.add((parcel.notice_id, parcel.endpoint.id))
            self._failing.update(failing)
        self.arrived.set()

    def take(self, most: int) -> list[Parcel]:
        """Return parcels to be sent, those that came first first."""
        with self._lock:
            taken = [self._ready.popleft() for _ in range(min(most, len(self._ready)))]
            if not self._ready:
                self.arrived.clear()
        return taken

    def done(self, result: Result) -> None:
        """Keep a result until it is written down."""
        self.counts[_COUNTED.get(result.outcome.kind, "failed")] += 1
        with self._lock:
            self._results.append(result)
            many = len(self._results) >= BATCH
        if many:
            self.news.set()

    def postpone(self, parcels: Iterable[Parcel], due_at: int) -> None:
        """Give parcels back untried, to be sent later by whoever claims them then."""
        with self._lock:
            for parcel in parcels:
                self._postponed.append(((parcel.notice_id, parcel.endpoint.id), due_at))
                self.counts["put off"] += 1
        self.news.set()

    def results(self) -> tuple[list[Result], set[int]]:
        """Return the results so far, which stay until `written`, and who had failures before."""
        with self._lock:
            return self._results[:], set(self._failing)

    def written(self, results: list[Result]) -> None:
        """Let go of results that are written down; they are the first that there are."""
        with self._lock:
            del self._results[: len(results)]
            for result in results:
                self._held.discard((result.parcel.notice_id, result.parcel.endpoint.id))
                self._failing.discard(result.parcel.endpoint.id)

    def postponed(self) -> list[tuple[Key, int]]:
        """Return what is to be given back; it stays until `given_back`."""
        with self._lock:
            return self._postponed[:]

    def given_back(self, keys: list[tuple[Key, int]]) -> None:
        """Let go of what was given back; they are the first that there are."""
        with self._lock:
            del self._postponed[: len(keys)]
            self._held.difference_update(key for key, _ in keys)

    def unsent(self) -> list[Key]:
        """Let go of everything that nobody has begun to send; return it."""
        with self._lock:
            keys = [(parcel.notice_id, parcel.endpoint.id) for parcel in self._ready]
            self._ready.clear()
            self._held.difference_update(keys)
        return keys


_COUNTED = {SENT: "sent", TEMPORARY: "tried again"}
