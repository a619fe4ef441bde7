"""The questions, answered: the tally after each row, the score of each work, its moments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.scoring.rules import Rule

from .following import changes
from .intake import Asked, take_in
from .narrating import moments_table
from .outcome import history_table, scores_table


def make_history(
    events: object, rule: Rule, known: int | None, names: Mapping[str, str] | None
) -> Any:
    """See clapometer.scoring.frames.history."""
    intake = take_in(events, names, rule.counts == "critic", Asked(known=known))
    return history_table(intake, rule)


def make_scores(events: object, rule: Rule, asked: Asked, names: Mapping[str, str] | None) -> Any:
    """See clapometer.scoring.frames.scores."""
    intake = take_in(events, names, rule.counts == "critic", asked)
    return scores_table(intake, rule, changes(intake, rule.versions))


def make_moments(events: object, rule: Rule, asked: Asked, names: Mapping[str, str] | None) -> Any:
    """See clapometer.scoring.frames.moments."""
    return moments_table(events, rule, asked, names)
