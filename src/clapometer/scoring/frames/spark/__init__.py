"""Histories, scores and moments of tables larger than one machine: from Spark table to Spark table.

The same rules and the same whole-number tallies as `clapometer.scoring.frames`, with the same
columns and the same bits. Needs the extra `clapometer[spark]`, here and on the workers; with
`clapometer[frames]` on the workers it is fast. PySpark is loaded at the first call.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from clapometer.scoring.frames.problems import FrameRefused, SparkMissing
from clapometer.scoring.rules import Rule, preset

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["WAYS", "FrameRefused", "SparkMissing", "history", "moments", "scores"]

DEFAULT_RULE = "clapometer"
WAYS = {
    "kernel": "The works are divided among partitions, and each partition is scored by the engine "
    "for one machine. Takes every rule; the rows of a partition must fit into a worker's memory.",
    "columns": "The rule's arithmetic is made of Spark's own columns: windows over works and "
    "reviewers. Spark lays down on disk what does not fit, also of one work. "
    "Takes no rule that counts a critic once where there is a column `critic`.",
}


def history(
    events: DataFrame,
    rule: Rule | str = DEFAULT_RULE,
    *,
    known: int | None = None,
    names: Mapping[str, str] | None = None,
    way: str = "kernel",
) -> DataFrame:
    """Return one row per row of `events`, in no order, with the tally of its work after it.

    `rule`, `known`, `names` and the columns are those of clapometer.scoring.frames.history.
    Without a column `seq` the rows are numbered in the order of the table's partitions, with gaps.
    `way`: one of WAYS; their results are equal. Nothing is computed until Spark is asked for rows.

    Raises FrameRefused, SparkMissing, RuleUnknown; what is wrong with a cell is said by Spark's
    PythonException when the rows are computed, with the sentence of FrameRefused in it.
    """
    _installed()
    from .ways import make_history

    return make_history(events, _rule(rule), known, names, way)


def scores(
    events: DataFrame,
    rule: Rule | str = DEFAULT_RULE,
    *,
    at: int | None = None,
    known: int | None = None,
    names: Mapping[str, str] | None = None,
    way: str = "kernel",
) -> DataFrame:
    """Return one row per work, in no order.

    `at`: the instant of the score, microseconds since 1970 in UTC; without it, after everything.
    The rest is as in history(); the columns are those of clapometer.scoring.frames.scores.
    """
    _installed()
    from .ways import make_scores

    return make_scores(events, _rule(rule), at, known, names, way)


def moments(
    events: DataFrame,
    rule: Rule | str = DEFAULT_RULE,
    *,
    at: int | None = None,
    known: int | None = None,
    names: Mapping[str, str] | None = None,
) -> DataFrame:
    """Return one row per moment, in no order.

    The columns are those of clapometer.scoring.frames.moments, and so are those that are taken
    beside the events. It is done in the way `kernel`, since words are no arithmetic of columns.
    """
    _installed()
    from .ways import make_moments

    return make_moments(events, _rule(rule), at, known, names)


def _rule(rule: Rule | str) -> Rule:
    return preset(rule) if isinstance(rule, str) else rule


def _installed() -> None:
    if not all(find_spec(name) for name in ("pyspark", "pandas")):
        raise SparkMissing
