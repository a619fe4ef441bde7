"""From a fact to its sentence: the table of what is written how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from . import announcements, scores, signals, values, words
from .voice import Voice

Fact: TypeAlias = (
    values.ScoreThen | values.Debut | values.Verdicts | values.MeanGrade | values.BadgeSince
    | values.Extremes | values.ChartRun | values.ChartCountries | values.Counted | values.Rise
    | values.Streak
    | values.Quotation | values.PrintedElsewhere | values.Announced | values.Released
)  # fmt: skip
WRITERS: Mapping[type, Callable[[Any, Voice], str]] = {
    values.ScoreThen: scores.score_then,
    values.Debut: scores.debut,
    values.Verdicts: scores.verdicts,
    values.MeanGrade: scores.mean_grade,
    values.BadgeSince: scores.badge,
    values.Extremes: scores.extremes,
    values.ChartRun: signals.chart_run,
    values.ChartCountries: signals.chart_countries,
    values.Counted: signals.counted,
    values.Rise: signals.rise,
    values.Streak: signals.streak,
    values.Quotation: words.quotation,
    values.PrintedElsewhere: words.printed_elsewhere,
    values.Announced: announcements.announced,
    values.Released: words.released,
}


def write(fact: Fact, voice: Voice) -> str:
    """Return the sentence that says the fact in this voice."""
    return voice.finish(WRITERS[type(fact)](fact, voice))
