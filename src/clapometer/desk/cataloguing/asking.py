"""Asking TVmaze and Wikidata for works: a few requests, one list of records."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlencode

from clapometer.catalogue.matching.forms import normal
from clapometer.fetching.client import Client
from clapometer.fetching.refusals import FetchRefused
from clapometer.readers.identifiers import known_identifier
from clapometer.readers.records import Refusal
from clapometer.readers.sources import tvmaze, wikidata
from clapometer.readers.sources.problems import source_refused
from clapometer.readers.sources.works import Json, SourceWork

TVMAZE = "https://api.tvmaze.com"
WIKIDATA = "https://www.wikidata.org/w/api.php"
ACCEPT = "application/json"
EMBEDDED = ("seasons", "episodes", "cast", "crew", "akas")
MOST_ITEMS = 50
"""Items that Wikidata gives at once."""
MOST_ASKED = 500
"""Items that one command may ask for."""
_SHOWN = 5


class Gathered(NamedTuple):
    """What a catalogue answered: what was asked for, the hash of the answers, the records."""

    asked: str
    sha256: str
    records: tuple[SourceWork | Refusal, ...]


def ask_tvmaze(client: Client, words: Sequence[str], base: str = TVMAZE) -> Gathered:
    """Return a show with its parts, named by its number or page at TVmaze, its IMDb number, or its
    title. Raises FetchRefused, SourceRefused; a title that several shows have is refused with them.
    """
    asked = " ".join(words).strip()
    number = _show_number(client, asked, base)
    embedded = "&".join(f"embed[]={name}" for name in EMBEDDED)
    body = _got(client, f"{base}/shows/{number}?{embedded}", f"show {number}", tvmaze.NAME)
    return Gathered(f"TVmaze show {number}", _hash([body]), tuple(tvmaze.read_show(body)))


def _show_number(client: Client, asked: str, base: str) -> str:
    bare = asked.removeprefix("tvmaze:").removeprefix("shows/")
    if bare.isascii() and bare.isdigit() and len(bare) <= 10:
        return bare
    known = known_identifier(asked)
    if known.startswith("tvmaze:shows/"):
        return known.removeprefix("tvmaze:shows/")
    if known.startswith("imdb:"):
        found = _got(client, f"{base}/lookup/shows?imdb={known[5:]}", asked, tvmaze.NAME)
        show = tvmaze.read_show(found)[0]
        return _number_of(show, asked)
    body = _got(client, f"{base}/search/shows?q={quote(asked)}", asked, tvmaze.NAME)
    return _number_of(_only(tvmaze.read_search(body), asked), asked)


def _only(found: list[SourceWork], asked: str) -> SourceWork | None:
    """Return the one show of that title. Raises SourceRefused where several may be meant."""
    same = [work for work in found if normal(work.title) == normal(asked)]
    if len(same) == 1:
        return same[0]
    near = same or found
    if not near:
        return None
    told = "; ".join(
        f"{work.title} ({work.year or 'no year'}): {work.key.rpartition('/')[2]}"
        for work in near[:_SHOWN]
    )
    raise source_refused("several", name=tvmaze.NAME, what=told)


def _number_of(work: SourceWork | Refusal | None, asked: str) -> str:
    if not isinstance(work, SourceWork):
        raise source_refused("nothing_found", name=tvmaze.NAME, what=f"“{asked[:60]}”")
    return work.key.rpartition("/")[2]


def ask_wikidata(client: Client, items: Sequence[str], base: str = WIKIDATA) -> Gathered:
    """Return the works of Wikidata's items (Q42, or their pages). Raises FetchRefused,
    SourceRefused."""
    wanted = [_item(text) for text in items]
    bodies: list[bytes] = []
    entities = _entities(client, base, wanted, "labels|aliases|claims", bodies)
    missing = [item for item in wanted if item not in entities]
    if missing:
        raise source_refused("nothing_found", name=wikidata.NAME, what=", ".join(missing[:_SHOWN]))
    names = _names(client, base, entities.values(), bodies)
    records = [
        wikidata.read_entity(row, entities[item], names) for row, item in enumerate(wanted, 1)
    ]
    # A season comes after the series that it is a part of.
    records.sort(key=lambda one: isinstance(one, SourceWork) and bool(one.parent))
    return Gathered(f"Wikidata {' '.join(wanted)}"[:200], _hash(bodies), tuple(records))


def _item(text: str) -> str:
    bare = known_identifier(text.strip()).removeprefix("wikidata:")
    if not wikidata.is_item(bare):
        raise source_refused("no_item", name=wikidata.NAME, what=text[:60])
    return bare


def _names(
    client: Client, base: str, entities: Iterable[Json], bodies: list[bytes]
) -> dict[str, wikidata.Name]:
    """Return the names of what the works refer to, and of the authors of their source works."""
    referred = dict.fromkeys(item for one in entities for item in wikidata.referred(one))
    # Claims are asked for too, because only they tell a novel from a play.
    found = _entities(client, base, list(referred), "labels|claims", bodies)
    names = wikidata.read_names(found)
    authors = {item for one in names.values() for item in one.authors} - set(names)
    return names | wikidata.read_names(_entities(client, base, sorted(authors), "labels", bodies))


def _entities(
    client: Client, base: str, items: list[str], props: str, bodies: list[bytes]
) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for start in range(0, min(len(items), MOST_ASKED), MOST_ITEMS):
        query = {
            "action": "wbgetentities",
            "format": "json",
            "ids": "|".join(items[start : start + MOST_ITEMS]),
            "props": props,
            "languages": "|".join(("en", *wikidata.LANGUAGES)),
        }
        body = _got(client, f"{base}?{urlencode(query)}", "these items", wikidata.NAME)
        bodies.append(body)
        found |= wikidata.read_entities(body)
    return found


def _got(client: Client, link: str, what: str, name: str) -> bytes:
    """Return the body of an answer; one that the catalogue does not have is told as such."""
    try:
        return client.get(link, accept=ACCEPT).body
    except FetchRefused as refusal:
        if refusal.status == 404:
            raise source_refused("nothing_found", name=name, what=what) from None
        raise


def _hash(bodies: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for body in bodies:
        found.update(body)
    return found.hexdigest()


ASK: dict[str, Callable[[Client, Sequence[str]], Gathered]] = {
    "tvmaze": ask_tvmaze,
    "wikidata": ask_wikidata,
}
