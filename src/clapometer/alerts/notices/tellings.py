"""Which moments of a score followers are told: the table, with what each is told as."""

from __future__ import annotations

from typing import NamedTuple

from clapometer.alerts.marking import gettext_noop
from clapometer.scoring.moments import Moment


class Telling(NamedTuple):
    """How one kind of moment is told.

    `kind`: as which kind of notice, "" where nobody is told; `why` says why not. `family`: what
    several of them are about, of which only the last counts; `state`: what it says is so now, ""
    where it says of no state. `rank`: of several at once the lowest gives the title.
    """

    kind: str
    family: str = ""
    state: str = ""
    rank: int = 0
    title: str = ""
    why: str = ""


_CORRECTED = gettext_noop("%(work)s: the score was corrected")
_NOISE = "the crossing of a threshold tells it"
TELLINGS: dict[str, Telling] = {
    "debut": Telling("score", "debut", "", 1, gettext_noop("%(work)s: first score %(after)s")),
    "release": Telling("score", "release", "", 6, gettext_noop("%(work)s: %(after)s at release")),
    "score-gone": Telling(
        "score", "printing", "gone", 2, gettext_noop("%(work)s: no score any more")
    ),
    "score-back": Telling(
        "score", "printing", "back", 2, gettext_noop("%(work)s: a score again, %(after)s")
    ),
    "perfect-reached": Telling(
        "score", "perfect", "reached", 3, gettext_noop("%(work)s: perfect score reached")
    ),
    "perfect-lost": Telling(
        "score", "perfect", "lost", 3, gettext_noop("%(work)s: perfect score lost, %(after)s")
    ),
    "crossed-up": Telling(
        "score",
        "crossing {about}",
        "up",
        4,
        gettext_noop("%(work)s: reached %(label)s, now %(after)s"),
    ),
    "crossed-down": Telling(
        "score",
        "crossing {about}",
        "down",
        4,
        gettext_noop("%(work)s: below %(label)s, now %(after)s"),
    ),
    "settled-up": Telling(
        "score", "crossing {about}", "up", 5, gettext_noop("%(work)s: settled at %(label)s or more")
    ),
    "settled-down": Telling(
        "score", "crossing {about}", "down", 5, gettext_noop("%(work)s: settled below %(label)s")
    ),
    "badge-won": Telling(
        "badge", "badge {about}", "held", 1, gettext_noop("%(work)s: %(label)s won")
    ),
    "badge-lost": Telling(
        "badge", "badge {about}", "lost", 1, gettext_noop("%(work)s: %(label)s lost")
    ),
    "badge-regained": Telling(
        "badge", "badge {about}", "held", 1, gettext_noop("%(work)s: %(label)s regained")
    ),
    "band-changed": Telling("", why=_NOISE),
    "record-high": Telling("", why="nearly every early review would be a record"),
    "record-low": Telling("", why="nearly every early review would be a record"),
    "milestone": Telling("", why="whoever wants to know sets a number of reviews"),
    "review-revised": Telling("", why="a critic's change of mind corrects nothing"),
    "review-withdrawn": Telling("correction", "correction", "", 1, _CORRECTED),
    "review-excluded": Telling("correction", "correction", "", 1, _CORRECTED),
    "review-restored": Telling("correction", "correction", "", 1, _CORRECTED),
    "entry-undone": Telling("", why="the undoing entry itself is told"),
    "rule-changed": Telling("", why="it would be told of every work at once"),
    "sibling-passed": Telling("", why="it moves with two scores, and would flap"),
    "sibling-ahead": Telling("", why="it moves with two scores, and would flap"),
}


def family_of(work: int, moment: Moment) -> str:
    """Return the family of a moment's notice: the work and what of it."""
    return f"work:{work} {TELLINGS[moment.kind].family.format(about=moment.about)}"
