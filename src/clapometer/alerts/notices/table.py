"""The table of sources: what notices come from."""

from __future__ import annotations

from .source import Source
from .sources import contradictions, factcorrections, facts, scores, undone

SOURCES: dict[str, Source] = {
    "scores": scores.SOURCE,
    "contradictions": contradictions.SOURCE,
    "undone": undone.SOURCE,
    "facts": facts.SOURCE,
    "factcorrections": factcorrections.SOURCE,
}
