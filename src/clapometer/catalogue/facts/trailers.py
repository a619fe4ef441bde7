"""Trailers, teasers and the like: links to them, never the films themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Choice, Language, Link, Text
from clapometer.facts.kinds import FactKind

from .naming import language_of, noted

TRAILER_TYPES = {
    "teaser": "a teaser",
    "trailer": "a trailer",
    "clip": "a clip, a scene out of it",
    "featurette": "a featurette",
    "behind the scenes": "how it was made",
    "announcement": "a film that announces something",
    "interview": "an interview",
    "recap": "what happened before",
    "bloopers": "outtakes",
}
"""What sort of film it is."""


def _line(said: Mapping[str, Any]) -> str:
    return f"{said['type']} “{said['title']}”{noted(language_of(said))}"


TRAILER = FactKind(
    name="trailer",
    title="Trailer",
    means="a trailer or another short film that tells of the work",
    fields=(
        Text(
            name="title",
            label="Title",
            means="what it is called",
            example="Made-up Hearts: official trailer",
            required=True,
        ),
        Choice(
            name="type",
            label="Sort of film",
            means="what sort of film it is",
            example="trailer",
            table=TRAILER_TYPES,
            required=True,
        ),
        Link(
            name="video",
            label="Address",
            means="where it can be watched",
            example="https://video.example/watch?v=made-up",
            required=True,
        ),
        Language(
            name="language", label="Language", means="the language spoken in it", example="English"
        ),
    ),
    line=_line,
    moment="when it was published",
)
