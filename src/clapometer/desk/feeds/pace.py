"""When a feed is asked next: never sooner than a quarter of an hour, and ever later while it
fails."""

from __future__ import annotations

LEAST, MOST = 15, 24 * 60
"""Minutes between two times that a feed is asked."""
USUAL = 60
"""Minutes where an editor asks for no other."""
SPREAD = 0.1
"""The part of the time by which it is longer or shorter by chance, so that not all are asked at
the full hour."""
_MINUTE = 60_000_000
_SECOND = 1_000_000
_MOST_DOUBLINGS = 12


def minutes_until(every: int, hint: int, failures: int) -> int:
    """Return the minutes to wait: as the editor asks and no sooner than the feed asks, doubled for
    each time that it failed, a day at most."""
    wait = max(every, min(hint, MOST), LEAST)
    return min(wait * 2 ** min(failures, _MOST_DOUBLINGS), MOST)


def due_after(now: int, minutes: int, chance: float, asked_for: float = 0.0) -> int:
    """Return the instant at which a feed is asked again.

    `chance` lies from 0 to 1; `asked_for` are seconds for which a busy host asks to be left alone,
    which count up to a week.
    """
    wait = int(minutes * _MINUTE * (1 + SPREAD * (2 * chance - 1)))
    return now + max(wait, LEAST * _MINUTE, int(min(asked_for, 7 * MOST * 60) * _SECOND))
