"""How a checker sees the library: read by mypy in a test, never run."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_type

import clapometer as clap
from clapometer.scoring.grades import Grade
from clapometer.scoring.infer import Proposal
from clapometer.scoring.rules import Rule


def what_comes_back(frame: object) -> None:
    """Each name gives what its annotation says."""
    assert_type(clap.__version__, str)
    score = clap.score(positive=34, count=35, rule=clap.rule("clapometer"))
    assert_type(score, clap.Score)
    assert_type(score.share, Fraction | None)
    assert_type(score.interval, tuple[float, float] | None)
    assert_type(clap.grade("B-"), Grade)
    assert_type(clap.infer_scale(["7/10"]), Proposal)
    assert_type(clap.rules()[0], Rule)
    history = clap.history(frame, "rotten-tomatoes-2020", names={"work": "film"})
    assert_type(history, clap.History)
    assert_type(history.at("2024-03-01")["Bees"], clap.Score)
    assert_type(history.moments(size="wide"), clap.Moments)
    assert_type(clap.scores(frame), clap.Scores)
    assert_type(clap.compare(frame, work="Bees"), clap.Comparison)
    assert_type(clap.reconcile(frame), clap.Reconciliation)
    assert_type(clap.read_reviews("reviews.csv").refused[0].sentence, str)


def what_is_wrong(frame: object) -> None:
    """Each of these is an error, and mypy says so: an ignore without one would be refused."""
    clap.score(positive="34", count=35)  # type: ignore[arg-type]
    clap.history(frame, rule=2020)  # type: ignore[arg-type]
    clap.histories(frame)  # type: ignore[attr-defined]
