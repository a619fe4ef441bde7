"""How TMDB, TVmaze and Trakt call where a work stands, and how that is said here; both ways.

The words are those of the three services' public interfaces: TMDB (`status` of a film or series),
TVmaze (`status` of a show), Trakt (`status` of a show or film).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .stages import UNKNOWN
from .state import State


class Means(NamedTuple):
    """What a service's word says: a status and a certainty; a catalogue can only report."""

    status: str
    certainty: str = "reported"


class Vocabulary(NamedTuple):
    """One service's words, and back: by status where that has a word of its own, else by stage.

    In `back`, `rumoured` stands for a work of which nothing but a rumour is known, and `undecided`
    for one whose going on is said not to be decided.
    """

    title: str
    words: Mapping[str, Means]
    back: Mapping[str, str]


def _all(stages: str, word: str) -> dict[str, str]:
    return dict.fromkeys(stages.split(), word)


_AGAIN = "renewed two-season-renewal picked-up revived"
_MAKING = "in-production wrapped dated delayed"
VOCABULARIES: dict[str, Vocabulary] = {
    "tmdb-film": Vocabulary(
        "TMDB, films",
        {
            "Rumored": Means("in-development", "rumoured"),
            "Planned": Means("in-development"),
            "In Production": Means("in-production"),
            "Post Production": Means("filming-wrapped"),
            "Released": Means("released"),
            "Canceled": Means("cancelled"),
        },
        {
            "rumoured": "Rumored",
            **_all("in-development ordered", "Planned"),
            **_all("in-production on-hiatus", "In Production"),
            **_all("wrapped dated delayed", "Post Production"),
            **_all("due released ended", "Released"),
            "cancelled": "Canceled",
        },
    ),
    "tmdb-series": Vocabulary(
        "TMDB, series",
        {
            "Planned": Means("in-development"),
            "Pilot": Means("pilot-ordered"),
            "In Production": Means("in-production"),
            "Returning Series": Means("released"),
            "Ended": Means("ended"),
            "Canceled": Means("cancelled"),
        },
        {
            **_all("in-development ordered", "Planned"),
            "pilot-ordered": "Pilot",
            **_all(_MAKING, "In Production"),
            **_all(f"{_AGAIN} on-hiatus due released ending", "Returning Series"),
            "ended": "Ended",
            "cancelled": "Canceled",
        },
    ),
    "tvmaze-series": Vocabulary(
        "TVmaze, shows",
        {
            "In Development": Means("in-development"),
            "Running": Means("released"),
            "To Be Determined": Means("renewed", "undecided"),
            "Ended": Means("ended"),
        },
        {
            **_all(f"in-development ordered {_MAKING}", "In Development"),
            **_all(f"{_AGAIN} due released ending", "Running"),
            **_all("undecided on-hiatus", "To Be Determined"),
            **_all("ended cancelled", "Ended"),
        },
    ),
    "trakt-film": Vocabulary(
        "Trakt, films",
        {
            "rumored": Means("in-development", "rumoured"),
            "planned": Means("in-development"),
            "in production": Means("in-production"),
            "post production": Means("filming-wrapped"),
            "released": Means("released"),
            "canceled": Means("cancelled"),
        },
        {
            "rumoured": "rumored",
            **_all("in-development ordered", "planned"),
            **_all("in-production on-hiatus", "in production"),
            **_all("wrapped dated delayed", "post production"),
            **_all("due released ended", "released"),
            "cancelled": "canceled",
        },
    ),
    "trakt-series": Vocabulary(
        "Trakt, shows",
        {
            "planned": Means("in-development"),
            "pilot": Means("pilot-ordered"),
            "in production": Means("in-production"),
            "upcoming": Means("dated"),
            "continuing": Means("released"),
            "returning series": Means("renewed"),
            "canceled": Means("cancelled"),
            "ended": Means("ended"),
        },
        {
            **_all("in-development ordered", "planned"),
            "pilot-ordered": "pilot",
            **_all("in-production wrapped delayed", "in production"),
            "dated": "upcoming",
            **_all("due released", "continuing"),
            **_all(f"{_AGAIN} on-hiatus ending", "returning series"),
            "cancelled": "canceled",
            "ended": "ended",
        },
    ),
}


def meaning_of(vocabulary: str, word: str) -> Means | None:
    """Return what a service's word says here, None for one that it is not known to use."""
    wanted = word.strip().casefold()
    words = VOCABULARIES[vocabulary].words
    return next((means for known, means in words.items() if known.casefold() == wanted), None)


def word_for(vocabulary: str, state: State) -> str | None:
    """Return what a service would call the state, None where it has no word for it."""
    back = VOCABULARIES[vocabulary].back
    open_ones = {one.statement.certainty for one in state.beside if one.standing == "open"}
    keys = [name for name in ("rumoured",) if state.stage == UNKNOWN and name in open_ones]
    waits = state.stage in (UNKNOWN, "due", "released") and "undecided" in open_ones
    keys += ["undecided"] if waits else []
    return next((back[key] for key in (*keys, state.position.status, state.stage) if key in back),
                None)  # fmt: skip
