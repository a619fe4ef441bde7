"""Tables of texts whose verdict is known, with or without a header, quoted or not."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from .fields import FIELDS, header_key
from .lines import text_lines, whole_lines
from .problems import CellRefused, Remarks, file_refused
from .records import Refusal
from .sniff import HEAD, sniff
from .streams import Source
from .tables import open_table
from .text import clean
from .words import VERDICT_WORDS, read_verdict, word

FOLD_NAMES = ("fold",)
"""Names of a column that says which part a text is held out with."""
SAMPLE = 200
"""Rows that are looked at to find the columns, or to see whether cells are quoted."""
_NAMES = {one.name: one.synonyms for one in FIELDS}
_TEXT_NAMES = (*_NAMES["quote"], "sentence", "comment", "body", "phrase", "tweet", "document")
_VERDICT_NAMES = (*_NAMES["verdict"], "class", "target", "y", "gold")


class Labelled(NamedTuple):
    """A text, whether it is positive, and the fold its table puts it into, "" for none."""

    text: str
    positive: bool
    fold: str


class Columns(NamedTuple):
    """Names and places of the columns that were taken; `fold` is None where there is none."""

    text: str
    verdict: str
    fold: str | None
    places: tuple[int, int, int | None]


class LabelledTable(NamedTuple):
    """What was read: the texts, the columns they came from, and how many rows were left out."""

    rows: list[Labelled]
    columns: Columns
    left_out: int


def read_labelled(path: Path, text: str | None = None, verdict: str | None = None) -> LabelledTable:
    """Return the texts of a CSV, TSV, JSON Lines or Parquet file that have a verdict.

    `text` and `verdict` name columns, or count them from 1; else they are guessed. Rows without a
    text or with no word for a verdict (see VERDICT_WORDS) are left out and counted.
    Raises FileRefused for a file that is no table or has no such columns.
    """
    header, rows = _table(path)
    every = list(rows)
    # From the whole table, as many tables have all the positive texts first.
    sample = every[:: len(every) // SAMPLE + 1]
    columns = _columns(header, sample, path.name, text, verdict)
    found: list[Labelled] = []
    left_out = 0
    for row in every:
        one = _labelled(row, columns)
        if one is None:
            left_out += 1
        else:
            found.append(one)
    return LabelledTable(found, columns, left_out)


def _table(path: Path) -> tuple[Sequence[str], Iterator[Sequence[str]]]:
    """Return the names of the columns and the rows; a table without a header gets numbers."""
    source = Source(path, Remarks())
    head = b"".join(islice(source.blocks(), 1))[:HEAD]
    if not head:
        raise file_refused("empty", path.name)
    sniffed = sniff(head, path.name)
    if sniffed.format in {"jsonl", "parquet"}:
        table = open_table(path)
        return table.columns, (row[1] for row in table.rows if not isinstance(row, Refusal))
    lines = text_lines(whole_lines(Source(path, Remarks()), sniffed.newline), Remarks())
    begin = list(islice(lines, SAMPLE))
    rows = _split(chain(begin, lines), begin, sniffed.delimiter)
    first = next(rows, [])
    if any(word(cell) in VERDICT_WORDS and not _is_name(cell) for cell in first):
        return [str(place) for place in range(1, len(first) + 1)], chain([first], rows)
    return [" ".join(cell.split()) for cell in first], rows


def _is_name(cell: str) -> bool:
    return header_key(cell) in {header_key(name) for name in (*_VERDICT_NAMES, *_TEXT_NAMES)}


def _split(lines: Iterable[str], begin: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    if not _is_quoted(begin, delimiter):
        return (line.rstrip("\r\n").split(delimiter) for line in lines if line.strip())
    return _parsed(lines, delimiter)


def _parsed(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            yield []
            continue
        if row is None:
            return
        if row:
            yield row


def _is_quoted(begin: Sequence[str], delimiter: str) -> bool:
    """Return whether quotation marks enclose cells here, rather than being part of the text.

    Of tab-separated files many are never quoted. They are known by a mark that opens a cell and
    closes elsewhere than at the end of one: “he calls it "fine"” and “"fine" , he says”.
    """
    if delimiter != "\t":
        return True
    cells = [cell for line in begin for cell in line.rstrip("\r\n").split(delimiter)]
    opened = [cell for cell in cells if cell.startswith('"')]
    loose = any('"' in cell and not cell.startswith('"') for cell in cells)
    closed = all(len(cell) > 1 and cell.endswith('"') for cell in opened)
    doubled = all('"' not in cell[1:-1].replace('""', "") for cell in opened)
    return bool(opened) and closed and doubled and not loose


def _columns(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    name: str,
    text: str | None,
    verdict: str | None,
) -> Columns:
    verdicts = _named(header, verdict, name) if verdict else _verdicts(header, rows)
    if verdicts is None:
        fields = "a verdict (name it with --verdict)"
        raise file_refused("no_labels", name, fields=fields, columns=", ".join(header))
    texts = _named(header, text, name) if text else _texts(header, rows, verdicts)
    if texts is None:
        fields = "a text (name it with --text)"
        raise file_refused("no_labels", name, fields=fields, columns=", ".join(header))
    fold = _known(header, FOLD_NAMES)
    label = None if fold is None else header[fold]
    return Columns(header[texts], header[verdicts], label, (texts, verdicts, fold))


def _named(header: Sequence[str], wanted: str, name: str) -> int:
    keys = [header_key(one) for one in header]
    if header_key(wanted) in keys:
        return keys.index(header_key(wanted))
    if wanted.isdecimal() and 1 <= int(wanted) <= len(header):
        return int(wanted) - 1
    columns = ", ".join(header)
    raise file_refused("no_labels", name, fields=f"“{wanted}”", columns=columns)


def _known(header: Sequence[str], names: Sequence[str]) -> int | None:
    keys = [header_key(one) for one in header]
    return next((keys.index(key) for key in map(header_key, names) if key in keys), None)


def _verdicts(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """Return the column of the verdict: by its name, else the first that holds nothing else."""
    for name in _VERDICT_NAMES:
        place = _known(header, (name,))
        if place is not None and _are_verdicts(_cells(rows, place)):
            return place
    places = range(len(header))
    return next((place for place in places if _are_verdicts(_cells(rows, place))), None)


def _are_verdicts(cells: Sequence[str]) -> bool:
    known = [VERDICT_WORDS.get(word(cell)) for cell in cells if cell.strip()]
    return bool(known) and known.count(None) <= len(known) / 10 and len({*known} - {None}) > 1


def _texts(header: Sequence[str], rows: Sequence[Sequence[str]], but: int) -> int | None:
    """Return the column of the text: by its name, else the one with the longest cells."""
    place = _known(header, _TEXT_NAMES)
    if place is not None and place != but:
        return place
    lengths = {
        place: sum(map(len, _cells(rows, place))) for place in range(len(header)) if place != but
    }
    return max(lengths, key=lambda place: lengths[place], default=None)


def _cells(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in rows if place < len(row)]


def _labelled(row: Sequence[str], columns: Columns) -> Labelled | None:
    texts, verdicts, fold = columns.places
    if max(texts, verdicts, fold or 0) >= len(row):
        return None
    try:
        positive = read_verdict(row[verdicts])
    except CellRefused:
        return None
    text = clean(row[texts])
    if positive is None or not text:
        return None
    return Labelled(text, positive, "" if fold is None else clean(row[fold]))
