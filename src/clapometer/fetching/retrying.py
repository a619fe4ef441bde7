"""When a request is tried again, and after how long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BUSY = frozenset({429, 500, 502, 503, 504})
"""Statuses that may be over in a moment."""
PASSING = frozenset({"no_answer", "broken_off"})
"""Refusals that may be over in a moment; a slow host is not asked again."""
TRIES = 4
FIRST_WAIT = 1.0


def wait_before(tries: int, headers: Mapping[str, str], now: datetime) -> float:
    """Return the seconds to wait after so many tries (from 1): as the server asks, or doubling."""
    asked = retry_after(headers.get("retry-after", ""), now)
    return FIRST_WAIT * 2 ** (tries - 1) if asked is None else asked


def retry_after(text: str, now: datetime) -> float | None:
    """Return the seconds that the header Retry-After asks for (RFC 9110, 10.2.3)."""
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max((moment - now).total_seconds(), 0.0)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def in_words(seconds: float) -> str:
    """Return a wait as a person says it."""
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.0f} hours"
