"""What a work is called: in other languages and countries, and by other names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Choice, Language, Territory, Text
from clapometer.facts.kinds import FactKind

from .naming import language_of, noted, territory_of

TITLE_TYPES = {
    "original": "the title in the language it was made in",
    "translated": "the title in another language or country",
    "alias": "another name people know it by",
    "working": "the title while it was made",
    "sort": "the title as lists order it",
}
"""What sort of title it is."""


def _line(said: Mapping[str, Any]) -> str:
    return f"“{said['text']}”{noted(said['type'], language_of(said), territory_of(said))}"


TITLE = FactKind(
    name="title",
    title="Title",
    means="a title of the work besides the one it has here",
    fields=(
        Text(
            name="text",
            label="Title",
            means="the title, without the series it belongs to",
            example="Das erfundene Herz",
            required=True,
        ),
        Choice(
            name="type",
            label="Sort of title",
            means="what sort of title it is",
            example="translated",
            table=TITLE_TYPES,
            required=True,
        ),
        Language(
            name="language", label="Language", means="the language of the title", example="German"
        ),
        Territory(
            name="territory",
            label="Country",
            means="where it is called so; empty for wherever the language is spoken",
            example="Austria",
        ),
    ),
    line=_line,
    moment="since when it is called so",
)
