"""What followers may be told of: the table of kinds of notices, with how each is handled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .marking import gettext_noop

MINUTE, HOUR, DAY = 60, 3600, 86_400
SECOND = 1_000_000
"""Microseconds in a second: instants are counted in these, the table below in seconds."""
URGENCIES = ("very-low", "low", "normal", "high")
"""How much a device is to be woken for a message: RFC 8030, section 5.3."""


class NoticeKind(NamedTuple):
    """One kind of notice.

    `bit`: its place in a follow's mask, 0 where nobody chooses it. `settles`: seconds that a notice
    waits, so that what the next entry takes back is never sent. `fresh`: what happened longer
    before it was recorded is no news (seconds; 0: always is). `fold`: within so many seconds there
    is one message of a family. `keeps`: how long it is worth delivering (seconds). `priority`: the
    lower is served first.
    """

    name: str
    title: str
    means: str
    bit: int
    settles: int
    fresh: int
    fold: int
    keeps: int
    urgency: str
    priority: int


_KINDS = (
    NoticeKind(
        "score", gettext_noop("Scores"),
        gettext_noop("A first score, a threshold crossed, a perfect score lost, or a threshold of"
                     " your own."),
        1, 10 * MINUTE, 3 * DAY, DAY, 2 * DAY, "normal", 2,
    ),
    NoticeKind(
        "badge", gettext_noop("Badges"), gettext_noop("A badge won, lost or regained."),
        2, 10 * MINUTE, 3 * DAY, DAY, 2 * DAY, "normal", 2,
    ),
    NoticeKind(
        "announcement", gettext_noop("Announcements"),
        gettext_noop("Renewed, cancelled, ordered, ending, cast, a trailer."),
        4, 5 * MINUTE, 7 * DAY, 0, 7 * DAY, "high", 1,
    ),
    NoticeKind(
        "premiere", gettext_noop("Premieres"),
        gettext_noop("A date set or moved, and the premiere itself, ahead of it if you wish."),
        8, 5 * MINUTE, 0, 0, DAY, "high", 1,
    ),
    NoticeKind(
        "chart", gettext_noop("Charts"), gettext_noop("A place in a weekly chart."),
        16, 10 * MINUTE, 14 * DAY, 0, 3 * DAY, "low", 3,
    ),
    NoticeKind(
        "consensus", gettext_noop("Consensus"),
        gettext_noop("The critics' consensus, first written or written anew."),
        32, 10 * MINUTE, 7 * DAY, 0, 3 * DAY, "low", 3,
    ),
    NoticeKind(
        "correction", gettext_noop("Corrections"),
        gettext_noop("Something that could be cited was changed or taken back."),
        64, 10 * MINUTE, 0, HOUR, 7 * DAY, "normal", 2,
    ),
    NoticeKind(
        "story", gettext_noop("Stories"), gettext_noop("A story about it was read in."),
        128, 10 * MINUTE, 7 * DAY, 0, 3 * DAY, "low", 3,
    ),
    NoticeKind(
        "review", gettext_noop("Reviews"),
        gettext_noop("A new review by a critic or in an outlet that you follow."),
        256, 10 * MINUTE, 3 * DAY, 0, 3 * DAY, "low", 3,
    ),
    NoticeKind(
        "number", gettext_noop("Numbers"),
        gettext_noop("A counter passed a round number, an uplift, a streak."),
        512, 10 * MINUTE, 7 * DAY, DAY, 3 * DAY, "low", 3,
    ),
    NoticeKind(
        "query", gettext_noop("Saved queries"),
        gettext_noop("A work that newly stands in the answer of a query that you follow."),
        1024, 10 * MINUTE, 0, DAY, 3 * DAY, "low", 3,
    ),
    NoticeKind(
        "digest", gettext_noop("Digests"),
        gettext_noop("What happened in a day or a week, in one message."),
        0, 0, 0, 0, DAY, "low", 4,
    ),
    NoticeKind(
        "place", gettext_noop("Places"),
        gettext_noop("A place of yours is paused, because nothing could be delivered there."),
        0, 0, 0, 0, 2 * DAY, "normal", 3,
    ),
    NoticeKind(
        "feed", gettext_noop("Feeds"), gettext_noop("A hub is told that public feeds changed."),
        0, 0, 0, 0, DAY, "low", 4,
    ),
    NoticeKind(
        "test", gettext_noop("Tests"), gettext_noop("A test message, which only you asked for."),
        0, 0, 0, 0, HOUR, "high", 0,
    ),
)  # fmt: skip

KINDS: dict[str, NoticeKind] = {kind.name: kind for kind in _KINDS}
CHOSEN: tuple[NoticeKind, ...] = tuple(kind for kind in _KINDS if kind.bit)
"""The kinds that a follower chooses among."""
EVERY = sum(kind.bit for kind in CHOSEN)
"""The mask of a follow that asks for all of them."""


def mask_of(names: Iterable[str]) -> int:
    """Return the mask of a follow that asks for the kinds named. Raises KeyError."""
    return sum({KINDS[name].bit for name in names})


def kinds_in(mask: int) -> list[NoticeKind]:
    """Return the kinds that a mask asks for, in the order of the table."""
    return [kind for kind in CHOSEN if mask & kind.bit]
