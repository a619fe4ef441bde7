"""The table of sources: what notices come from."""

from __future__ import annotations

from .source import Source
from .sources import (
    ahead,
    charts,
    conditions,
    contradictions,
    factcorrections,
    facts,
    numbers,
    queries,
    reviews,
    scores,
    stories,
    undone,
)

SOURCES: dict[str, Source] = {
    "scores": scores.SOURCE,
    "conditions": conditions.SOURCE,
    "reviews": reviews.SOURCE,
    "contradictions": contradictions.SOURCE,
    "undone": undone.SOURCE,
    "facts": facts.SOURCE,
    "factcorrections": factcorrections.SOURCE,
    "charts": charts.SOURCE,
    "numbers": numbers.SOURCE,
    "ahead": ahead.SOURCE,
    "queries": queries.SOURCE,
    "stories": stories.SOURCE,
}
