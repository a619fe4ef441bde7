"""How far a long command is: a bar on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import click

WIDTH = 30
# Seconds between two signs of life, on a terminal and in a log.
_OFTEN, _SELDOM = 0.1, 5.0


class Progress:
    """Says on standard error what share is done and how many rows a second go by."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._terminal = sys.stderr.isatty()
        self._began = self._said = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._drawn:
            click.echo(err=True)

    def rows(self, rows: int, read: int, total: int) -> None:
        """Say how many rows are done, when it is time to: `read` of `total` bytes are behind us."""
        self._say(read / total if total else 0.0, f"{rows:,} rows, {self._speed(rows):,} rows/s")

    def positions(self, done: int, total: int) -> None:
        """Say how many positions of the ledger are done."""
        self._say(done / total if total else 1.0, f"{done:,} of {total:,} entries")

    def works(self, done: int, total: int) -> None:
        """Say how many works are done."""
        self._say(done / total if total else 1.0, f"{done:,} of {total:,} works")

    def _speed(self, rows: int) -> int:
        return round(rows / max(time.monotonic() - self._began, 0.001))

    def _say(self, share: float, text: str) -> None:
        now = time.monotonic()
        if now - self._said < (_OFTEN if self._terminal else _SELDOM) and share < 1:
            return
        if not self._terminal and now - self._began < _SELDOM:
            return
        self._said = now
        if self._terminal:
            full = round(WIDTH * min(share, 1.0))
            bar = "█" * full + "░" * (WIDTH - full)
            click.echo(f"\r{self._what} {bar} {share:4.0%} {text}   ", err=True, nl=False)
            self._drawn = True
        else:
            click.echo(f"{self._what}: {share:.0%}, {text}", err=True)
