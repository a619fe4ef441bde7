"""Which of the two engines scores a table: the compiled one, or the plain one."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from clapometer.scoring.rule import PER_CENT, SHARE
from clapometer.scoring.rules import Rule

from .problems import FrameRefused, FramesMissing

Engine = Literal["auto", "compiled", "plain"]
ENGINES: dict[str, str] = {
    "auto": "The compiled one where it is installed and can score by the rule, else the plain one.",
    "compiled": "Numba's machine code, with the extra `clapometer[frames]`, for rules that print a "
    "share of the verdicts as they were given.",
    "plain": "The engine of the site, row by row: nothing to install, every rule, slower.",
}


SMALL = 20_000
"""Rows that the plain engine scores in about the time that the compiled one takes to load."""


def engine_for(rows: int) -> Engine:
    """Return the plain engine for a small table, which it has scored before Numba is loaded."""
    return "plain" if rows <= SMALL else "auto"


def installed() -> bool:
    """Return whether the packages are there that compile the engine."""
    return bool(find_spec("numba") and find_spec("numpy"))


def prints_a_share(rule: Rule) -> bool:
    """Return whether the rule prints a plain share of verdicts as they were given."""
    return (rule.measure, rule.printing) == (SHARE, PER_CENT) and not rule.conversion.changes


def is_compiled(engine: Engine, rule: Rule) -> bool:
    """Return whether the compiled engine is to be used. Raises FramesMissing, FrameRefused."""
    if engine not in ENGINES:
        raise FrameRefused(f"“{engine}” is no engine; there are {', '.join(ENGINES)}.")
    refuse_windowed(rule)
    if engine == "compiled":
        if not installed():
            raise FramesMissing
        refuse_unless_a_share(rule)
    return engine == "compiled" or (engine == "auto" and prints_a_share(rule) and installed())


def refuse_windowed(rule: Rule) -> None:
    """Raise FrameRefused for a rule that leaves reviews out by the time of their posting."""
    if rule.window.changes:
        raise FrameRefused(
            f"The rule “{rule.name}” has a window of time or excluded periods, by which tables are "
            "not scored; take the reviews into a site and ask it, with --rule."
        )


def refuse_unless_a_share(rule: Rule) -> None:
    """Raise FrameRefused for a rule that the compiled engine cannot score by."""
    if not prints_a_share(rule):
        raise FrameRefused(
            f"The rule “{rule.name}” prints no plain share of positive reviews, which "
            "the compiled engine scores by; leave the choice of the engine open."
        )
