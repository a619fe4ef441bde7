"""The catalogues that works come from, as a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """A catalogue. `profile` is its name in the list of imports, `title` the one that facts name.

    `statuses` is the vocabulary (signals/statuses) that its words for a series' standing are of.
    """

    profile: str
    title: str
    licence: str
    statuses: str = ""


SOURCES = {
    "tvmaze": CatalogueSource(
        "tvmaze", "TVmaze", "CC BY-SA 4.0: name TVmaze and link to it", "tvmaze-series"
    ),
    "wikidata": CatalogueSource("wikidata", "Wikidata", "CC0"),
    "imdb": CatalogueSource("imdb", "IMDb", "personal and non-commercial use only"),
}
