"""The catalogues that works come from, as a table, and the client that asks them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from clapometer import __version__
from clapometer.fetching.cache import Cache
from clapometer.fetching.client import Client, user_agent

FOLDER = "fetched"
"""The folder in the site's own where answers are kept, to be asked for only when they change."""


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


def site_client() -> Client:
    """Return the client of this site, which says whose it is and keeps what it fetched."""
    site = settings.SITE
    agent = user_agent(__version__, site["address"], site["name"])
    return Client(agent, Cache(Path(settings.DATA) / FOLDER))
