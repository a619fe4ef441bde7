"""Works of Wikidata: its entities as the API answers, and flat lists of films made from it.

Wikidata is under CC0. What a property means is said at wikidata.org/wiki/Property:P577 and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import orjson

from ..identifiers import known_identifier
from ..records import Refusal
from .claims import Claim, Values, claims_of, ordinal_of
from .countries import COUNTRIES
from .problems import WorkRefused, read_json, refused_work, source_refused
from .works import (
    WHEN,
    Json,
    SourcePerson,
    SourceWork,
    Statement,
    as_day,
    as_object,
    as_objects,
    as_text,
    each_once,
    statement,
    year_of,
)

NAME = "Wikidata"
KINDS = {
    **dict.fromkeys(
        ("Q11424", "Q24862", "Q202866", "Q506240", "Q93204", "Q229390", "Q24869", "Q20650540",
         "Q29168811", "Q17517379", "Q226730", "Q20667187", "Q110900120", "Q18011172"), "film"),
    **dict.fromkeys(
        ("Q5398426", "Q1259759", "Q581714", "Q63952888", "Q526877", "Q117467246", "Q15416",
         "Q1366112", "Q113671041", "Q21188110", "Q1259759", "Q98807719"), "series"),
    **dict.fromkeys(("Q3464665", "Q100269041", "Q69154911"), "season"),
    **dict.fromkeys(("Q21191270", "Q1983062", "Q50062923"), "episode"),
}  # fmt: skip
"""What an item is an instance of (P31) -> kind of work."""
IDENTIFIERS = {
    "P345": "imdb:{}", "P1258": "rt:{}", "P1712": "metacritic:{}", "P6127": "letterboxd:film/{}",
    "P4947": "tmdb:movie/{}", "P4983": "tmdb:tv/{}", "P8600": "tvmaze:shows/{}",
    "P2704": "eidr:{}",
}  # fmt: skip
"""Properties that hold identifiers elsewhere -> how such an identifier is written here."""
CREDITS = {
    "P170": "created by", "P57": "directed by", "P58": "written by", "P161": "cast",
    "P725": "voice", "P86": "music by", "P344": "cinematography by", "P1040": "edited by",
    "P162": "produced by", "P1431": "executive producer", "P2438": "narrator",
}  # fmt: skip
"""Properties of people -> roles of credits."""
CARRIERS = {"P449": "network", "P437": ""}
ORIGINAL_TITLE, PUBLISHED, PLACE, CHARACTER = "P1476", "P577", "P291", "P453"
BASED_ON, SERIES, SEASON = "P144", "P179", "P4908"
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ru", "tr",
             "ja", "ko", "zh")  # fmt: skip
"""Languages whose titles are taken in, beside English and the original."""
SOURCE_TYPES = {
    "Q8261": "novel", "Q571": "book", "Q49084": "short story", "Q725377": "graphic novel",
    "Q1004": "comic", "Q14406742": "comic", "Q21198342": "manga", "Q8274": "manga",
    "Q213369": "webcomic", "Q25379": "play", "Q2743": "musical", "Q7889": "game",
    "Q24634210": "podcast", "Q191067": "article", "Q5185279": "poem", "Q7366": "song",
    "Q11424": "film", "Q5398426": "series", "Q112983": "memoir", "Q7725634": "book",
    "Q47461344": "book",
}  # fmt: skip
"""What a source work is an instance of -> sort of source work."""
_MOST_CAST = 60
_QID = re.compile(r"Q[1-9][0-9]{0,11}")


class Name(NamedTuple):
    """What is known of an item that a work refers to: its English label, what it is, its makers."""

    label: str
    instances: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


Names = Mapping[str, Name]


def is_item(text: str) -> bool:
    """Return whether the text is the number of an item, like Q42."""
    return _QID.fullmatch(text) is not None


def read_entities(body: bytes) -> dict[str, Json]:
    """Return the items of an answer, those that are missing left out. Raises SourceRefused."""
    found = read_json(body, NAME)
    if not isinstance(found, dict) or not isinstance(found.get("entities"), dict):
        raise source_refused("no_work", name=NAME, what="items")
    entities = {str(name): as_object(one) for name, one in found["entities"].items()}
    return {name: one for name, one in entities.items() if one and "missing" not in one}


def referred(entity: Json) -> tuple[str, ...]:
    """Return the items whose names are needed to tell the work: people, carriers, source works."""
    claims = claims_of(entity)
    named = (*CREDITS, *CARRIERS, BASED_ON, CHARACTER)
    found = [claim.item for name in named for claim in claims.get(name, ())[:_MOST_CAST]]
    characters = [item for name in CREDITS for claim in claims.get(name, ())[:_MOST_CAST]
                  for item in claim.items(CHARACTER)]  # fmt: skip
    return tuple(dict.fromkeys(item for item in (*found, *characters) if item))


def read_names(entities: Mapping[str, Json]) -> dict[str, Name]:
    """Return the names of items that works refer to."""
    return {item: _name(one) for item, one in entities.items()}


def _name(entity: Json) -> Name:
    claims = claims_of(entity)
    instances = tuple(claim.item for claim in claims.get("P31", ()) if claim.item)
    authors = tuple(claim.item for claim in claims.get("P50", ()) if claim.item)
    return Name(_label(entity, "en"), instances, authors)


def read_entity(row: int, entity: Json, names: Names) -> SourceWork | Refusal:
    """Return the work that an item tells of, or why it is none."""
    try:
        return _work(row, entity, names)
    except WorkRefused as problem:
        return refused_work(row, problem, {"id": entity.get("id")})


def _work(row: int, entity: Json, names: Names) -> SourceWork:
    number = as_text(entity.get("id"), 20)
    if not is_item(number):
        raise WorkRefused("no_identifier", name=NAME)
    values = Values(claims_of(entity))
    kind = _kind(values)
    original = values.monolingual(ORIGINAL_TITLE)
    title = _label(entity, "en") or (original[0].text if original else "") or _any_label(entity)
    if not title:
        raise WorkRefused("no_title")
    parent, place = _parent(values, kind)
    published = min(filter(None, (claim.day for claim in values.of(PUBLISHED))), default="")
    titles = each_once(_titles(entity, title, values))
    people, roles = _credits(values, names)
    told = (
        *titles,
        *_releases(values, kind),
        *_carriers(values, names),
        *roles,
        *_based(values, names),
    )
    return SourceWork(
        row=row,
        key=f"wikidata:{number}",
        identifiers=(f"wikidata:{number}", *_identifiers(values)),
        kind=kind,
        title=title,
        year=year_of(published),
        released=published,
        parent=f"wikidata:{parent}" if parent else "",
        number=place,
        other_titles=tuple(dict.fromkeys(dict(one.said)["text"] for one in titles)),
        statements=each_once(told),
        people=people,
        link=f"https://www.wikidata.org/wiki/{number}",
    )


def _kind(values: Values) -> str:
    instances = [claim.item for claim in values.of("P31")]
    kinds = [KINDS[one] for one in instances if one in KINDS]
    if not kinds:
        raise WorkRefused("other_kind", what=", ".join(instances[:3]) or "nothing that is said")
    return kinds[0]


def _parent(values: Values, kind: str) -> tuple[str, int | None]:
    """Return the item that a season or episode is a part of, and its place in it."""
    if kind not in ("season", "episode"):
        return "", None
    for name in (SEASON, SERIES) if kind == "episode" else (SERIES,):
        for claim in values.of(name):
            if claim.item:
                return claim.item, ordinal_of(claim)
    return "", None


def _identifiers(values: Values) -> Iterator[str]:
    for name, form in IDENTIFIERS.items():
        for claim in values.of(name):
            written = form.format(claim.text)
            bare = written if name != "P2704" else claim.text
            known = known_identifier(bare)
            if known or (claim.text and name in ("P1712", "P6127", "P4947", "P4983", "P8600")
                         and re.fullmatch(r"[\w!+./-]{1,200}", claim.text, re.ASCII)):  # fmt: skip
                yield known or written


def _label(entity: Json, language: str) -> str:
    return as_text(as_object(as_object(entity.get("labels")).get(language)).get("value"))


def _any_label(entity: Json) -> str:
    labels = as_object(entity.get("labels"))
    return next((text for name in sorted(labels) if (text := _label(entity, str(name)))), "")


def _titles(entity: Json, title: str, values: Values) -> Iterator[Statement]:
    for claim in values.monolingual(ORIGINAL_TITLE):
        if claim.text != title:
            yield statement("title", text=claim.text, type="original", language=claim.language)
    for language in LANGUAGES:
        text = _label(entity, language)
        if text and text != title:
            yield statement("title", text=text, type="translated", language=language)
    for alias in as_objects(as_object(entity.get("aliases")).get("en")):
        if text := as_text(alias.get("value")):
            yield statement("title", text=text, type="alias", language="en")


def _releases(values: Values, kind: str) -> Iterator[Statement]:
    """Yield the days of release; one whose place is no country of the table is left out."""
    for claim in values.of(PUBLISHED):
        places = claim.items(PLACE)
        territories = [COUNTRIES[place] for place in places if place in COUNTRIES]
        if claim.day and (territories or not places) and kind != "episode":
            for territory in territories or [""]:
                yield statement("release", territory=territory, **{WHEN: claim.day})


def _carriers(values: Values, names: Names) -> Iterator[Statement]:
    for claim in values.of("P449"):
        if label := _named(claim, names):
            yield statement("carrier", name=label)


def _named(claim: Claim, names: Names) -> str:
    return names[claim.item].label if claim.item in names else ""


def _credits(values: Values, names: Names) -> tuple[tuple[SourcePerson, ...], list[Statement]]:
    people: dict[str, SourcePerson] = {}
    found: list[Statement] = []
    for name, role in CREDITS.items():
        for place, claim in enumerate(values.of(name)[:_MOST_CAST], 1):
            if not (label := _named(claim, names)):
                continue
            person = f"wikidata:{claim.item}"
            people[person] = SourcePerson(person, label[:200])
            played = (names[one].label for one in claim.items(CHARACTER) if one in names)
            character = next(filter(None, played), "")
            found.append(
                statement("credit", person=person, role=role, character=character, billing=place)
            )
    return tuple(people.values()), found


def _based(values: Values, names: Names) -> Iterator[Statement]:
    for claim in values.of(BASED_ON):
        work = names.get(claim.item)
        sort = (
            next((SOURCE_TYPES[one] for one in work.instances if one in SOURCE_TYPES), "")
            if work
            else ""
        )
        if work and work.label and sort:
            authors = (names[one].label for one in work.authors if one in names)
            yield statement("source_work", type=sort, title=work.label,
                            authors=" and ".join(filter(None, authors))[:300])  # fmt: skip


def read_flat(rows: Iterable[bytes]) -> Iterator[SourceWork | Refusal]:
    """Yield the films of a flat list made from Wikidata, one JSON object a line."""
    for place, line in enumerate(rows, 1):
        yield read_flat_line(place, line)


def read_flat_line(row: int, line: bytes) -> SourceWork | Refusal:
    """Return the film of one line, whose names are `wikidata_id`, `label`, `publication_date` …"""
    try:
        found = orjson.loads(line)
        if not isinstance(found, dict):
            raise WorkRefused("not_an_object")
        return _flat_work(row, found)
    except (ValueError, RecursionError) as error:
        return refused_work(
            row, WorkRefused("broken_json", why=error), line[:200].decode("utf-8", "replace")
        )
    except WorkRefused as problem:
        return refused_work(row, problem, line[:200].decode("utf-8", "replace"))


def _flat_work(row: int, found: Json) -> SourceWork:
    number = as_text(found.get("wikidata_id"), 20)
    if not is_item(number):
        raise WorkRefused("no_identifier", name=NAME)
    page = _PAGE_NOTE.sub("", as_text(found.get("enwiki_title")))
    title = as_text(found.get("label")) or page
    if not title:
        raise WorkRefused("no_title")
    published = _known_part(as_day(found.get("publication_date")))
    elsewhere = (
        known_identifier(as_text(found.get(name), 200))
        for name in ("imdb_id", "rotten_tomatoes_id")
    )
    return SourceWork(
        row=row,
        key=f"wikidata:{number}",
        identifiers=tuple(filter(None, (f"wikidata:{number}", *elsewhere))),
        kind="film",
        title=title,
        year=year_of(published),
        released=published,
        other_titles=(page,) if page and page != title else (),
        link=f"https://www.wikidata.org/wiki/{number}",
    )  # fmt: skip


def _known_part(day: str) -> str:
    """Return the year alone for the first of January, by which such lists write a year."""
    return day[:4] if day.endswith("-01-01") else day


_PAGE_NOTE = re.compile(r"\s\([^()]*(?:film|movie|miniseries|series)[^()]*\)$")
