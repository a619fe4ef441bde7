"""What a worker does for the desk, beside sending: read what waits, ask feeds, drop old texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..feeds.polling import poll_due
from ..proposals.sweeping import sweep
from .listed import work_off

TURN = 60.0
"""Seconds after which one duty lets the others have their turn."""


class Duty(NamedTuple):
    """Something to be done every so many seconds, at an instant that it is told."""

    name: str
    seconds: float
    work: Callable[[int], object]


def _read_what_waits(_at: int) -> None:
    work_off(TURN)


def _ask_feeds(_at: int) -> None:
    poll_due(TURN)


def _drop_texts(_at: int) -> None:
    sweep()


DUTIES = (
    Duty("reading what was taken in", 2.0, _read_what_waits),
    Duty("asking feeds", 15.0, _ask_feeds),
    Duty("dropping texts that are settled", 3600.0, _drop_texts),
)
