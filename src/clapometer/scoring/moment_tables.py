"""Tables of moments, roll-ups and reconciling, for the pages that explain them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from clapometer.scoring.moments import KINDS
from clapometer.scoring.reconcile import VERDICTS
from clapometer.scoring.rollup import FIRST_EPISODES, READINGS

Table = tuple[tuple[str, ...], Iterable[tuple[str, ...]]]


def _moments() -> Table:
    rows = ((f"`{name}`", kind.says, kind.arises) for name, kind in KINDS.items())
    return ("kind", "what it says", "when it arises"), rows


def _words(title: str, words: Mapping[str, str]) -> Table:
    return (title, "meaning"), ((f"`{name}`", meaning) for name, meaning in words.items())


MOMENT_TABLES: dict[str, Callable[[], Table]] = {
    "moments": _moments,
    "reconcile-verdicts": partial(_words, "verdict", VERDICTS),
    "roll-up-readings": partial(_words, "reading", READINGS),
    "roll-up-first-episodes": partial(_words, "`first_episodes`", FIRST_EPISODES),
}
