"""How often a follower is told: the table of cadences."""

from __future__ import annotations

from typing import NamedTuple

from .marking import gettext_noop


class Cadence(NamedTuple):
    """One cadence: its name in the tables, and what it means."""

    name: str
    title: str
    means: str


NOW, DAILY, WEEKLY = "now", "daily", "weekly"
CADENCES: dict[str, Cadence] = {
    NOW: Cadence(
        NOW, gettext_noop("at once"),
        gettext_noop("Each by itself, a few minutes after it is recorded; in quiet hours at their"
                     " end."),
    ),
    DAILY: Cadence(
        DAILY, gettext_noop("once a day"),
        gettext_noop("One message a day at the hour you choose, and none if nothing happened."),
    ),
    WEEKLY: Cadence(
        WEEKLY, gettext_noop("once a week"),
        gettext_noop("One message a week on the day you choose, and none if nothing happened."),
    ),
}  # fmt: skip
