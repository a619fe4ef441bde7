"""The sites whose identifiers are known, and where each identifier leads, as a table."""

from __future__ import annotations

import re
from typing import NamedTuple


class LinkOut(NamedTuple):
    """Identifiers of one form lead to one kind of page.

    `of` names the kinds of things (of works, or `person`) that a form without a word of its own
    stands for; empty where the form alone says what it is. `{id}` in the address is the identifier.
    """

    namespace: str
    site: str
    form: re.Pattern[str]
    of: tuple[str, ...]
    address: str
    example: str


_RT = r"m/[\w.-]+|tv/[\w.-]+(?:/s\d+(?:/e\d+)?)?"
_METACRITIC = r"movie/[\w!+.-]+|tv/[\w!+.-]+(?:/season-\d+)?"
_TMDB = r"movie/\d+|tv/\d+(?:/season/\d+(?:/episode/\d+)?)?"
_TVMAZE = r"(?:shows|seasons|episodes)/\d+"


def _row(namespace: str, site: str, form: str, address: str, example: str, *of: str) -> LinkOut:
    return LinkOut(namespace, site, re.compile(form, re.ASCII), of, address, example)


LINKS: tuple[LinkOut, ...] = (
    _row("wikidata", "Wikidata", r"Q[1-9]\d{0,11}", "https://www.wikidata.org/wiki/{id}", "Q42"),
    _row("imdb", "IMDb", r"tt\d{7,10}", "https://www.imdb.com/title/{id}/", "tt0111161"),
    _row("imdb", "IMDb", r"nm\d{7,10}", "https://www.imdb.com/name/{id}/", "nm0000001"),
    _row("tmdb", "TMDB", _TMDB, "https://www.themoviedb.org/{id}", "tv/1396/season/1"),
    _row("tmdb", "TMDB", r"person/\d+", "https://www.themoviedb.org/{id}", "person/287"),
    _row("tmdb", "TMDB", r"\d+", "https://www.themoviedb.org/movie/{id}", "603", "film"),
    _row("tmdb", "TMDB", r"\d+", "https://www.themoviedb.org/tv/{id}", "1396", "series"),
    _row("tmdb", "TMDB", r"\d+", "https://www.themoviedb.org/person/{id}", "287", "person"),
    _row("tvmaze", "TVmaze", _TVMAZE, "https://www.tvmaze.com/{id}", "shows/82"),
    _row("tvmaze", "TVmaze", r"people/\d+", "https://www.tvmaze.com/{id}", "people/1"),
    _row("tvmaze", "TVmaze", r"\d+", "https://www.tvmaze.com/shows/{id}", "82", "series"),
    _row("tvmaze", "TVmaze", r"\d+", "https://www.tvmaze.com/seasons/{id}", "307", "season"),
    _row("tvmaze", "TVmaze", r"\d+", "https://www.tvmaze.com/episodes/{id}", "4952", "episode"),
    _row("tvmaze", "TVmaze", r"\d+", "https://www.tvmaze.com/people/{id}", "1", "person"),
    _row("rt", "Rotten Tomatoes", _RT, "https://www.rottentomatoes.com/{id}", "tv/made_up/s01"),
    _row("metacritic", "Metacritic", _METACRITIC, "https://www.metacritic.com/{id}/",
         "movie/made-up"),
    _row("letterboxd", "Letterboxd", r"film/[\w-]+", "https://letterboxd.com/{id}/",
         "film/made-up"),
    _row("letterboxd", "Letterboxd", r"[\w-]+", "https://letterboxd.com/film/{id}/", "made-up",
         "film"),
    _row("eidr", "EIDR", r"10\.5240/(?:[0-9A-F]{4}-){5}[0-9A-Z]",
         "https://ui.eidr.org/view/content?id={id}", "10.5240/7791-8534-2C23-9030-8610-5"),
)  # fmt: skip
"""Which identifiers of which site lead where."""


class Outside(NamedTuple):
    """An identifier as a link out: the site's name, the identifier there, the address."""

    site: str
    identifier: str
    address: str


def link_out(identifier: str, kind: str) -> Outside | None:
    """Return where an identifier (`imdb:tt0111161`) of such a work or `person` leads, if known."""
    namespace, _, own = identifier.partition(":")
    for link in LINKS:
        fits = link.namespace == namespace and (not link.of or kind in link.of)
        if fits and link.form.fullmatch(own):
            return Outside(link.site, own, link.address.format(id=own))
    return None
