"""The stages of a season, a series or a film, and how sure a statement about them is: tables."""

from __future__ import annotations

from typing import NamedTuple

from .marking import gettext_noop


class Stage(NamedTuple):
    """Where something stands. `rank`: its step on the way to an audience; None: aside of it."""

    word: str
    means: str
    rank: int | None


class Certainty(NamedTuple):
    """How sure a statement is. `decides`: 2 before 1; 0 never makes a state, it stands beside."""

    word: str
    means: str
    decides: int


UNKNOWN = "unknown"
STAGES = {
    UNKNOWN: Stage(gettext_noop("nothing announced"), "nothing that was said decides anything", 0),
    "in-development": Stage(gettext_noop("in development"), "it is being written or planned", 1),
    "ordered": Stage(gettext_noop("ordered"), "it will be made", 2),
    "in-production": Stage(gettext_noop("in production"), "it is being made", 3),
    "wrapped": Stage(gettext_noop("filming wrapped"), "it is filmed and not yet dated", 4),
    "dated": Stage(gettext_noop("dated"), "its release has a date", 5),
    "delayed": Stage(gettext_noop("delayed"), "its release comes later, dated or not", 5),
    "due": Stage(
        gettext_noop("released"), "its date has passed; nobody has said that it came out", 6
    ),
    "released": Stage(gettext_noop("released"), "it is out; of a series: a season of it is", 6),
    "on-hiatus": Stage(gettext_noop("on hiatus"), "it rests, and may go on", None),
    "ending": Stage(gettext_noop("ending"), "of a series: its final season is announced", None),
    "ended": Stage(gettext_noop("ended"), "it is over, as planned", 7),
    "cancelled": Stage(gettext_noop("cancelled"), "it will not be made, or not go on", None),
}
CERTAINTIES = {
    "official": Certainty(
        gettext_noop("official"), "said by those who decide it, or in their name", 2
    ),
    "reported": Certainty(
        gettext_noop("reported"), "told as a fact by a publication that names no one who decides", 1
    ),
    "rumoured": Certainty(gettext_noop("rumoured"), "said to be so, unsure", 0),
    "teased": Certainty(gettext_noop("teased"), "hinted at by people of the work", 0),
    "denied": Certainty(gettext_noop("denied"), "said not to be so", 0),
    "undecided": Certainty(
        gettext_noop("undecided"), "said not to be decided yet by those who decide it", 0
    ),
}
DECIDING = tuple(
    sorted(
        (name for name, one in CERTAINTIES.items() if one.decides),
        key=lambda name: -CERTAINTIES[name].decides,
    )
)
"""The certainties that make a state, the strongest first."""
STANDINGS = {
    "open": gettext_noop("open"),
    "confirmed": gettext_noop("confirmed"),
    "overtaken": gettext_noop("overtaken"),
    "denied": gettext_noop("denied"),
    "to-come": gettext_noop("to come"),
    "out-of-place": gettext_noop("out of place"),
}
"""How a statement that stands beside the state stands now, with its word."""
STANDINGS_MEAN = {
    "open": "nothing official has answered it",
    "confirmed": "something official says the same",
    "overtaken": "something official that came later says otherwise, or settles it",
    "denied": "it was denied since, and nothing official says otherwise",
    "to-come": "it was said, and takes effect later",
    "out-of-place": "it does not fit what stood then, so that it changes nothing",
}
