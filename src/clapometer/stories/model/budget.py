"""How often a model may be asked: a number a day, counted in this process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Lock

from .refusing import ModelRefused


def today() -> date:
    """Return the day in UTC."""
    return datetime.now(UTC).date()


class Budget:
    """Counts questions by day. Processes count apart: two workers may ask twice as often."""

    def __init__(self, most: int, day: Callable[[], date] = today) -> None:
        self._most, self._day = most, day
        self._counted, self._count = day(), 0
        self._lock = Lock()

    def take(self) -> None:
        """Count one question. Raises ModelRefused where today's are spent."""
        with self._lock:
            now = self._day()
            if now != self._counted:
                self._counted, self._count = now, 0
            if self._count >= self._most:
                raise ModelRefused("spent", count=self._count)
            self._count += 1
