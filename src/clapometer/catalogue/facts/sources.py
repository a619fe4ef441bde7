"""What a work is based on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Choice, Day, Flag, Ref, Text, Whole
from clapometer.facts.kinds import FactKind

from .naming import noted

SOURCE_TYPES = {
    "novel": "a novel",
    "book": "a book that is no novel",
    "short story": "a short story",
    "graphic novel": "a graphic novel",
    "comic": "a comic",
    "manga": "a manga",
    "webcomic": "a webcomic",
    "play": "a play",
    "musical": "a musical",
    "game": "a game",
    "podcast": "a podcast",
    "article": "an article",
    "poem": "a poem",
    "song": "a song",
    "film": "a film",
    "series": "a series",
    "memoir": "a memoir",
    "true events": "true events",
}
"""What sort of thing it is."""


def _line(said: Mapping[str, Any]) -> str:
    named = f" “{said['title']}”" if said.get("title") else ""
    volumes = f"{said['volumes']} volumes" if said.get("volumes", 1) > 1 else ""
    return f"based on {SOURCE_TYPES[said['type']]}{named}{noted(said.get('authors', ''), volumes)}"


SOURCE_WORK = FactKind(
    name="source_work",
    title="Source work",
    means="what the work is based on",
    fields=(
        Choice(
            name="type",
            label="Sort of work",
            means="what sort of thing it is",
            example="graphic novel",
            table=SOURCE_TYPES,
            required=True,
        ),
        Text(
            name="title",
            label="Title",
            means="what it is called",
            example="Made-up Hearts",
        ),
        Text(
            name="authors",
            label="Authors",
            means="who wrote it, as printed; left out where the persons say it",
            example="Kit Made-up and Ann Invented",
        ),
        Ref(
            name="author",
            label="Author",
            means="the author, as a person of this site",
            example="p17",
            to="person",
        ),
        Ref(
            name="second_author",
            label="Second author",
            means="another author, as a person of this site",
            example="p17",
            to="person",
        ),
        Whole(
            name="volumes",
            label="Volumes",
            means="in how many volumes",
            example="5",
            least=1,
            most=9_999,
        ),
        Day(
            name="published",
            label="Published",
            means="when it was first published",
            example="2018-10",
        ),
        Flag(
            name="by_own_creator",
            label="By its own creator",
            means="whether the source says that a creator of the screen work wrote it",
            example="yes",
        ),
    ),
    line=_line,
    about=("film", "series", "season", "episode"),
    moment="when it was said",
)
