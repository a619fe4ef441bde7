"""The engines for tables that run the kit; another one is plugged in by a line of ENGINES."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pyarrow

from clapometer.scoring.frames import history, moments, scores
from clapometer.scoring.frames.choosing import prints_a_share
from clapometer.scoring.rules import Rule

Answer = Callable[..., pyarrow.Table]


def scores_tables(rule: Rule) -> bool:
    """Return whether the packaged engines score tables by the rule, printing a share."""
    return prints_a_share(rule) and not rule.window.changes


@dataclass(frozen=True, slots=True)
class TableEngine:
    """An engine for tables: the three questions, as in clapometer.scoring.frames.

    `reads` says by which rules it can score; None for a question that it cannot answer.
    """

    name: str
    history: Answer
    scores: Answer | None
    moments: Answer | None
    reads: Callable[[Rule], bool] = scores_tables


ENGINES = (
    *(
        TableEngine(
            name,
            partial(history, engine=name),
            partial(scores, engine=name),
            partial(moments, engine=name),
        )
        for name in ("compiled", "plain")
    ),
)
"""An engine that needs a package which may be missing is added where that package is found."""
