"""Taking in files of catalogues: IMDb's tables, and lists of films made from Wikidata."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from django.conf import settings
from django.db import transaction

from clapometer.catalogue.matching.shelf import Shelf
from clapometer.catalogue.matching.stock import whole_shelf
from clapometer.catalogue.models import Identifier
from clapometer.ledger.reading import head
from clapometer.readers.lines import whole_lines
from clapometer.readers.problems import Remarks, file_refused
from clapometer.readers.records import Refusal
from clapometer.readers.sources import imdb, wikidata
from clapometer.readers.sources.works import SourceWork
from clapometer.readers.streams import Source

from ..imports import file_hash
from .intake import Intake, Origin
from .outcome import SourceOutcome
from .placing import incoming_of
from .questions import write_questions
from .queuing import queue_questions
from .sources import SOURCES, CatalogueSource

AT_ONCE = 200
"""Works in one transaction; other writers wait no longer than for these."""
NAMES_TABLE = "name.basics"
PROFILES = {
    "imdb": "IMDb's tables title.basics, title.akas, title.episode and title.principals (with"
    " name.basics beside it)",
    "wikidata-films": "a list of films made from Wikidata, one JSON object a line, with"
    " `wikidata_id`, `label`, `publication_date`, `imdb_id` …",
}
"""Profiles of files of works, and what they are."""
Seen: TypeAlias = Callable[[int, int, int], None]
"""Told how many rows are done, and how many bytes of how many were read."""
Wanted: TypeAlias = Callable[[str], bool]
Reader: TypeAlias = Callable[[Wanted], Iterator[SourceWork | Refusal]]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of works: of which source, and how its records are read, again and again.

    `add`: works that the site lacks are added; else only those that it has are completed.
    """

    path: Path
    source: CatalogueSource
    read: Reader
    reading: Source
    whole_titles: bool
    add: bool


def profile_of(path: Path) -> str:
    """Return the profile of a file of works, "" for any other file. Raises FileRefused."""
    head = next(_lines(Source(path, Remarks())), b"")[:2_000]
    if head.startswith((b"tconst\t", b"titleId\t", b"nconst\t")):
        return "imdb"
    return "wikidata-films" if head.startswith(b'{"wikidata_id"') else ""


def open_source_file(path: Path, profile: str, *, add: bool) -> SourceFile:
    """Return a file of works. Raises FileRefused where it is none of its profile."""
    if profile == "imdb":
        dump = imdb.open_dump(path)
        if dump.form.name == NAMES_TABLE:
            raise file_refused("names_alone", path.name)
        source = SOURCES["imdb"]
        titles = dump.form.name == "title.basics"
        read = _dump_reader(dump)
        return SourceFile(path, source, read, dump.source, titles, add=add and titles)
    reading = Source(path, Remarks())
    return SourceFile(path, SOURCES["wikidata"], _flat_reader(reading), reading, True, add=add)


def _dump_reader(
    dump: imdb.Dump,
) -> Callable[[Callable[[str], bool]], Iterator[SourceWork | Refusal]]:
    def read(wanted: Callable[[str], bool]) -> Iterator[SourceWork | Refusal]:
        names: imdb.Names = {}
        if dump.form.name == "title.principals":
            people = imdb.people_of(dump, wanted)
            names = imdb.names_of(_names_beside(dump), people) if people else {}
        return imdb.read_dump(dump, wanted, names)

    return read


def _flat_reader(reading: Source) -> Reader:
    def read(_: Wanted) -> Iterator[SourceWork | Refusal]:
        return wikidata.read_flat(_lines(reading))

    return read


def _names_beside(dump: imdb.Dump) -> imdb.Dump:
    """Return the table of names in the same folder. Raises FileRefused where there is none."""
    for name in (f"{NAMES_TABLE}.tsv.gz", f"{NAMES_TABLE}.tsv"):
        if (path := dump.path.with_name(name)).exists():
            return imdb.open_dump(path)
    raise file_refused("no_names", dump.path.name)


def _lines(reading: Source) -> Iterator[bytes]:
    for block in whole_lines(reading):
        yield from BytesIO(block)


def look_at_file(file: SourceFile, answers: Mapping[str, int | str], seen: Seen) -> SourceOutcome:
    """Return what taking the file in would do: it is done, looked at, and rolled back."""
    with transaction.atomic():
        outcome = _taken(file, answers, seen).outcome
        transaction.set_rollback(True)
    return outcome


def take_file(file: SourceFile, answers: Mapping[str, int | str], seen: Seen) -> SourceOutcome:
    """Take the file in, in portions that are whole each; the same file again writes nothing.

    What a person has to say waits in the queue, and is also written as a table.
    """
    outcome = _taken(file, answers, seen).finish()
    if outcome.questions:
        folder, place = Path(settings.DATA) / "imports", head()[0]
        outcome.questions_file = folder / f"{file.path.name[:150]}-{place}-questions.csv"
        write_questions(outcome.questions_file, outcome.questions)
        queue_questions(file.source.title, file.path.name, outcome.questions)
    return outcome


def _taken(file: SourceFile, answers: Mapping[str, int | str], seen: Seen) -> Intake:
    shelf = whole_shelf()
    origin = Origin(file.source, file.path.name, file_hash(file.path))
    intake = Intake(origin, shelf, answers, add=file.add)
    known = set(Identifier.objects.values_list("value", flat=True))
    # Of a table of all the world's titles only those are read that the site has, or may have.
    wanted = _any if file.whole_titles else lambda key: key in known
    records = file.read(wanted)
    if not file.add:
        records = _of_this_site(records, known, shelf, answers)
    while batch := list(islice(records, AT_ONCE)):
        intake.take(batch)
        seen(batch[-1].row, file.reading.bytes_read, file.reading.bytes_total)
    return intake


def _any(_key: str) -> bool:
    return True


def _of_this_site(
    records: Iterable[SourceWork | Refusal],
    known: set[str],
    shelf: Shelf,
    answers: Mapping[str, int | str],
) -> Iterator[SourceWork | Refusal]:
    """Yield the records of works that the site has by identifier, or may have by title; of the
    others nothing is said, not even what is wrong with them."""
    for record in records:
        if isinstance(record, Refusal):
            continue
        if (
            not known.isdisjoint(record.identifiers)
            or record.key in answers
            or (record.kind in ("film", "series") and shelf.has_form_of(incoming_of(record)))
        ):
            yield record
