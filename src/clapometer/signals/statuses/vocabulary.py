"""The statuses that can be announced: what each says, and what it needs to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .marking import gettext_noop


class Status(NamedTuple):
    """A status. `target`: the stage it speaks of; `needs`: a word of NEEDS, or empty.

    `of_series`: what is said of a season is said of the series too. `by_word`: the state of what it
    moves is told by the word of this status and not by that of the stage.
    """

    word: str
    means: str
    target: str
    needs: str = ""
    of_series: bool = False
    by_word: bool = False


NEEDS = {
    "a season": "at least one season",
    "two seasons": "at least two seasons",
    "a date": "a date, month or year",
    "a carrier": "the new network, streamer or distributor",
}
STATUSES = {
    "in-development": Status(
        gettext_noop("in development"), "it is being written or planned", "in-development"
    ),
    "pilot-ordered": Status(
        gettext_noop("pilot ordered"), "a first episode will be made, to decide by",
        "in-development", by_word=True,
    ),
    "greenlit": Status(
        gettext_noop("greenlit"), "those who pay have said yes", "ordered",
        of_series=True, by_word=True,
    ),
    "ordered": Status(
        gettext_noop("ordered"), "a carrier has ordered it", "ordered", of_series=True, by_word=True
    ),
    "picked-up": Status(
        gettext_noop("picked up"), "a carrier takes what another has made or dropped", "ordered",
        of_series=True, by_word=True,
    ),
    "renewed": Status(
        gettext_noop("renewed"), "there will be a further season", "ordered",
        of_series=True, by_word=True,
    ),
    "two-season-renewal": Status(
        gettext_noop("renewed"), "there will be two further seasons, or more, ordered at once",
        "ordered", "two seasons", of_series=True, by_word=True,
    ),
    "final-season": Status(
        gettext_noop("final season"), "there will be this season, and none after it", "ending",
        "a season", of_series=True, by_word=True,
    ),
    "in-production": Status(
        gettext_noop("in production"), "filming has begun", "in-production"
    ),
    "filming-wrapped": Status(gettext_noop("filming wrapped"), "filming is over", "wrapped"),
    "dated": Status(gettext_noop("dated"), "it will be released on this date", "dated", "a date"),
    "delayed": Status(
        gettext_noop("delayed"), "it comes later than was said; the new date may be unknown",
        "delayed",
    ),
    "rescheduled": Status(
        gettext_noop("rescheduled"), "it has another date, earlier or later", "dated", "a date"
    ),
    "moved": Status(
        gettext_noop("moved"), "it goes to another carrier", "carrier", "a carrier", by_word=True
    ),
    "released": Status(gettext_noop("released"), "it is out", "released"),
    "on-hiatus": Status(gettext_noop("on hiatus"), "it rests, and may go on", "on-hiatus"),
    "cancelled": Status(
        gettext_noop("cancelled"), "it will not be made, or not go on", "cancelled"
    ),
    "shelved": Status(
        gettext_noop("shelved"), "what is being made, or is made, will not be released",
        "cancelled", by_word=True,
    ),
    "ended": Status(gettext_noop("ended"), "it is over, as planned", "ended"),
    "revived": Status(
        gettext_noop("revived"), "what was over, or was cancelled, goes on", "ordered",
        of_series=True, by_word=True,
    ),
    "un-cancelled": Status(
        gettext_noop("un-cancelled"), "the cancellation is taken back", "back"
    ),
}  # fmt: skip


def lacks(status: str, seasons: Sequence[int], date: str, carrier: str) -> str:
    """Return what the status needs and was not given, as a word of NEEDS; "" if nothing."""
    need = STATUSES[status].needs
    given = {
        "": True,
        "a season": bool(seasons),
        "two seasons": len(seasons) > 1,
        "a date": bool(date),
        "a carrier": bool(carrier),
    }
    return "" if given[need] else need
