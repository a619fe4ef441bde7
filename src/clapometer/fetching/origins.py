"""What one origin (scheme, host, port) gets at a time: by what it speaks and how it behaves."""

from __future__ import annotations

from dataclasses import dataclass

STREAMS = 100
"""Requests at a time on one connection of HTTP/2: what RFC 9113 (6.5.2) asks a peer to bear."""


@dataclass(slots=True)
class Origin:
    """An origin's requests in flight and its bounds.

    `is_sealed`: whether what is sent there is encrypted. `connections`: at most so many at a time;
    `most`: requests, whatever the peer speaks. `flying`: requests that have not ended. `failures`:
    how many in a row ended without an answer. `resting`: nothing is sent before this instant of
    the monotonic clock.
    """

    host: str
    is_sealed: bool
    connections: int
    most: int
    flying: int = 0
    streams: int = 1
    failures: int = 0
    resting: float = 0.0

    @property
    def is_shared(self) -> bool:
        """Return whether one connection carries many requests at a time."""
        return self.streams > 1

    @property
    def bound(self) -> int:
        """Return how many requests may fly at a time: half as many after each failure in a row.

        So a host that hangs soon holds one place and no more, until it answers once.
        """
        return max(min(self.connections * self.streams, self.most) >> self.failures, 1)

    def has_room(self, now: float) -> bool:
        """Return whether one more request may be sent to it now."""
        return self.flying < self.bound and now >= self.resting

    def is_busy(self, now: float) -> bool:
        """Return whether something of it has to be remembered."""
        return bool(self.flying) or self.resting > now

    def ended(self, *, answered: bool) -> None:
        """Note the end of a request."""
        self.flying -= 1
        self.failures = 0 if answered else self.failures + 1
