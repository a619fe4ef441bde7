"""The two questions, asked of a Spark table in one of the two ways."""

from __future__ import annotations

from collections.abc import Mapping

from pyspark.sql import DataFrame

from clapometer.scoring.frames.choosing import refuse_windowed
from clapometer.scoring.frames.columns import INPUT, WORKS
from clapometer.scoring.frames.intake import Asked
from clapometer.scoring.frames.problems import FrameRefused
from clapometer.scoring.rules import Rule

from . import WAYS, arithmetic, parts
from .intake import take_in


def make_history(
    events: DataFrame, rule: Rule, known: int | None, names: Mapping[str, str] | None, way: str
) -> DataFrame:
    """See clapometer.scoring.frames.spark.history."""
    asked = Asked(known=known)
    taken = _taken(events, rule, asked, names, way)
    make = parts.history if way == "kernel" else arithmetic.history
    return make(taken, rule, asked)


def make_scores(
    events: DataFrame,
    rule: Rule,
    at: int | None,
    known: int | None,
    names: Mapping[str, str] | None,
    way: str,
) -> DataFrame:
    """See clapometer.scoring.frames.spark.scores."""
    asked = Asked(at, known)
    taken = _taken(events, rule, asked, names, way)
    make = parts.scores if way == "kernel" else arithmetic.scores
    return make(taken, rule, asked)


def make_moments(
    events: DataFrame,
    rule: Rule,
    at: int | None,
    known: int | None,
    names: Mapping[str, str] | None,
) -> DataFrame:
    """See clapometer.scoring.frames.spark.moments."""
    asked = Asked(at, known)
    refuse_windowed(rule)
    return parts.moments(take_in(events, names, rule, asked, INPUT | WORKS), rule, asked)


def _taken(
    events: DataFrame, rule: Rule, asked: Asked, names: Mapping[str, str] | None, way: str
) -> DataFrame:
    refuse_windowed(rule)
    if way not in WAYS:
        raise FrameRefused(f"“{way}” is no way to score a table; there are {', '.join(WAYS)}.")
    if way == "columns" and rule.curve:
        raise FrameRefused(
            f"The rule “{rule.name}” leads its mean through a curve, which columns alone cannot; "
            "choose the way “kernel”."
        )
    taken = take_in(events, names, rule, asked)
    if way == "columns" and "critic" in taken.columns:
        raise FrameRefused(
            f"The rule “{rule.name}” counts a critic once, which columns alone cannot say; choose "
            "the way “kernel”."
        )
    return taken
