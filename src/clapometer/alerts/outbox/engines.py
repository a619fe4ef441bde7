"""The engine that sends a worker's requests."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Protocol

from django.conf import settings

from clapometer.fetching.posting import Answer, Post, Request


class Engine(Protocol):
    """What sends requests: clapometer.fetching.posting.Post."""

    most_open: int

    @property
    def in_flight(self) -> int: ...
    def offer(self, request: Request, token: object) -> bool: ...
    def work(self, seconds: float) -> list[tuple[object, Answer]]: ...
    def pause(self, url: str, seconds: float) -> None: ...
    def close(self) -> None: ...


def guarded() -> Engine:
    """Return an engine that reaches public addresses only, and says whose site it works for."""
    return Post(f"Clapometer/{version('clapometer')} (+{settings.SITE['address']})")


maker: Callable[[], Engine] = guarded
"""What makes the engine of a worker; tests and benchmarks put one here that reaches loopback."""


def make_engine() -> Engine:
    """Return a new engine for a worker."""
    return maker()
