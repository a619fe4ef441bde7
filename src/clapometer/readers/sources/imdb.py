"""IMDb's daily tables (developer.imdb.com/non-commercial-datasets): TSV without quoting, `\\N` for
nothing. They are read as streams, so their size does not matter.

IMDb allows these tables for personal and non-commercial use only; a site that uses them has to ask
itself whether it is that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeAlias

import orjson

from ..lines import decoded, whole_lines
from ..problems import Remarks, file_refused
from ..records import Refusal
from ..streams import Source
from .problems import WorkRefused, refused_work
from .works import (
    YEARS,
    SourcePerson,
    SourceWork,
    Statement,
    as_text,
    as_whole,
    statement,
)

NAME = "IMDb"
NOTHING = "\\N"
KINDS = {
    "movie": "film", "tvMovie": "film", "short": "film", "tvShort": "film", "video": "film",
    "tvSpecial": "film", "tvSeries": "series", "tvMiniSeries": "series", "tvEpisode": "episode",
}  # fmt: skip
"""IMDb's types of titles -> kinds of works; others (games, pilots) are left out."""
ROLES = {
    "actor": "cast", "actress": "cast", "director": "directed by", "writer": "written by",
    "composer": "music by", "cinematographer": "cinematography by", "editor": "edited by",
    "producer": "produced by", "production_designer": "production design by",
    "casting_director": "casting by",
}  # fmt: skip
"""IMDb's categories of principals -> roles of credits; others are left out."""
TITLE_TYPES = {"original": "original", "working": "working", "imdbDisplay": "translated"}
Cells: TypeAlias = dict[str, str]


class Form(NamedTuple):
    """One of the tables: its name, the columns it is known by, and what is taken from it."""

    name: str
    columns: frozenset[str]
    tells: str


FORMS = (
    Form("title.basics", frozenset({"tconst", "titleType", "primaryTitle"}),
         "titles, kinds and years"),
    Form("title.akas", frozenset({"titleId", "title", "region"}), "titles in other countries"),
    Form("title.episode", frozenset({"tconst", "parentTconst", "seasonNumber"}),
         "of which series an episode is a part, and its numbers"),
    Form("title.principals", frozenset({"tconst", "nconst", "category"}),
         "credits; the names come from name.basics beside it"),
    Form("name.basics", frozenset({"nconst", "primaryName"}),
         "names of people, read beside title.principals"),
)  # fmt: skip
"""The tables that are read."""


class Dump(NamedTuple):
    """One table, found by its header; `lines` are its rows, each with its number."""

    path: Path
    form: Form
    columns: tuple[str, ...]
    source: Source


def open_dump(path: Path) -> Dump:
    """Return a table by what its header says. Raises FileRefused for a file of another kind."""
    source = Source(path, Remarks())
    header = next(_lines(source), b"")
    columns = tuple(decoded(header).rstrip("\r\n").split("\t"))
    form = next((one for one in FORMS if one.columns <= set(columns)), None)
    if form is None:
        raise file_refused("no_dump", path.name, columns=", ".join(columns[:12])[:300],
                           known=", ".join(one.name for one in FORMS))  # fmt: skip
    return Dump(path, form, columns, source)


def read_dump(
    dump: Dump, wanted: Callable[[str], bool], names: Names
) -> Iterator[SourceWork | Refusal]:
    """Yield the works of a table whose identifier (imdb:tt…) is wanted; refused rows too.

    `names`: of the people that title.principals speaks of, by identifier (imdb:nm…).
    """
    reader = _READERS[dump.form.name]
    for row, cells in _rows(dump):
        if isinstance(cells, Refusal):
            yield cells
            continue
        if not wanted(f"imdb:{cells.get('tconst') or cells.get('titleId', '')}"):
            continue
        try:
            work = reader(row, cells, names)
        except WorkRefused as problem:
            yield refused_work(row, problem, cells)
            continue
        if work is not None:
            yield work


Names: TypeAlias = dict[str, str]


def people_of(dump: Dump, wanted: Callable[[str], bool]) -> set[str]:
    """Return the identifiers of the people that title.principals names for the wanted works."""
    return {
        f"imdb:{cells['nconst']}"
        for _, cells in _rows(dump)
        if not isinstance(cells, Refusal)
        and wanted(f"imdb:{cells['tconst']}")
        and cells["category"] in ROLES
    }


def names_of(dump: Dump, people: set[str]) -> Names:
    """Return the names that name.basics tells of these people."""
    return {
        f"imdb:{cells['nconst']}": as_text(cells["primaryName"], 200)
        for _, cells in _rows(dump)
        if not isinstance(cells, Refusal) and f"imdb:{cells['nconst']}" in people
    }


def _lines(source: Source) -> Iterator[bytes]:
    for block in whole_lines(source):
        yield from BytesIO(block)


def _rows(dump: Dump) -> Iterator[tuple[int, Cells | Refusal]]:
    lines = _lines(dump.source)
    next(lines, b"")
    for row, line in enumerate(lines, 1):
        cells = decoded(line).rstrip("\r\n").split("\t")
        if len(cells) != len(dump.columns):
            problem = WorkRefused("wrong_cells", found=len(cells), expected=len(dump.columns))
            yield row, refused_work(row, problem, cells[:8])
        else:
            pairs = zip(dump.columns, cells, strict=True)
            yield row, {name: "" if cell == NOTHING else cell for name, cell in pairs}


def _basics(row: int, cells: Cells, _: Names) -> SourceWork | None:
    kind = KINDS.get(cells["titleType"], "")
    if not kind:
        return None
    key, title = _key(cells["tconst"]), as_text(cells["primaryTitle"])
    if not title:
        raise WorkRefused("no_title")
    year = as_whole(cells.get("startYear", ""))
    original = as_text(cells.get("originalTitle", ""))
    titles = (
        (statement("title", text=original, type="original"),)
        if original != title and original
        else ()
    )
    return SourceWork(
        row=row, key=key, identifiers=(key,), kind=kind, title=title,
        year=year if year in YEARS else None, other_titles=(original,) if titles else (),
        statements=titles, link=_page(key),
    )  # fmt: skip


def _akas(row: int, cells: Cells, _: Names) -> SourceWork | None:
    key, title = _key(cells["titleId"]), as_text(cells["title"])
    if not title:
        raise WorkRefused("no_title")
    sorts = cells.get("types", "").split("\x02")
    sort = next((TITLE_TYPES[one] for one in sorts if one in TITLE_TYPES), "alias")
    region, language = cells.get("region", ""), cells.get("language", "")
    told = statement(
        "title", text=title, type="original" if cells.get("isOriginalTitle") == "1" else sort,
        territory=region if len(region) == 2 and region.isalpha() else "",
        language=language if len(language) in (2, 3) and language.isalpha() else "",
    )  # fmt: skip
    return _partial(row, key, (told,))


def _episode(row: int, cells: Cells, _: Names) -> SourceWork | None:
    key, series = _key(cells["tconst"]), _key(cells["parentTconst"])
    season = as_whole(cells["seasonNumber"], 9_999)
    parent = f"{series}/season/{season}" if season else series
    return SourceWork(row=row, key=key, identifiers=(key,), kind="episode", title="",
                      parent=parent, number=as_whole(cells.get("episodeNumber", ""), 99_999),
                      link=_page(key))  # fmt: skip


def _principals(row: int, cells: Cells, names: Names) -> SourceWork | None:
    key, person = _key(cells["tconst"]), f"imdb:{cells['nconst']}"
    role, name = ROLES.get(cells["category"], ""), names.get(person, "")
    if not role or not name:
        return None
    told = statement(
        "credit", person=person, role=role, character=_character(cells.get("characters", ""))
    )
    return _partial(row, key, (told,), (SourcePerson(person, name),))


def _character(text: str) -> str:
    """Return the first of the characters, which are a JSON list of texts."""
    try:
        found = orjson.loads(text) if text else []
    except ValueError:
        return ""
    return as_text(found[0]) if isinstance(found, list) and found else ""


def _partial(
    row: int, key: str, told: tuple[Statement, ...], people: tuple[SourcePerson, ...] = ()
) -> SourceWork:
    """Return what a table adds to a work that another table describes."""
    return SourceWork(row=row, key=key, identifiers=(key,), kind="", title="",
                      statements=told, people=people, link=_page(key))  # fmt: skip


def _key(text: str) -> str:
    if not (
        text.startswith("tt") and text[2:].isascii() and text[2:].isdigit() and 9 <= len(text) <= 12
    ):
        raise WorkRefused("no_identifier", name=NAME)
    return f"imdb:{text}"


def _page(key: str) -> str:
    return f"https://www.imdb.com/title/{key.removeprefix('imdb:')}/"


_READERS: dict[str, Callable[[int, Cells, Names], SourceWork | None]] = {
    "title.basics": _basics,
    "title.akas": _akas,
    "title.episode": _episode,
    "title.principals": _principals,
}
