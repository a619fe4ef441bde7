"""What a work is about, in somebody's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Flag, Language, Prose
from clapometer.facts.kinds import FactKind

from .naming import language_of, noted

_SHOWN = 80


def _line(said: Mapping[str, Any]) -> str:
    text = " ".join(str(said["text"]).split())
    start = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
    return f"“{start}”{noted('official' if said.get('official') else '', language_of(said))}"


SYNOPSIS = FactKind(
    name="synopsis",
    title="Synopsis",
    means="what the work is about, in the words of its source",
    fields=(
        Prose(
            name="text",
            label="Text",
            means="the synopsis, word for word",
            example="Two people who were made up for a test meet at a ferry.",
            required=True,
        ),
        Language(
            name="language", label="Language", means="the language of the text", example="English"
        ),
        Flag(
            name="official",
            label="Official",
            means="whether it comes from those who made or carry the work",
            example="yes",
        ),
    ),
    line=_line,
    moment="when it was published",
)
