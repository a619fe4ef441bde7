"""What a file is, told from its first bytes: which format, which separator, or no table at all."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

import orjson

from .lines import BYTE_ORDER_MARK, decoded
from .problems import FileRefused, file_refused
from .streams import GZIP_MAGIC

HEAD = 1 << 16
"""Bytes looked at."""
DELIMITERS = {",": "csv", "\t": "tsv", ";": "csv", "|": "csv"}
"""Separators of cells and the format they make, in the order in which they win a tie."""
PARQUET_MAGIC = b"PAR1"
MAGIC: dict[bytes, str] = {
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    GZIP_MAGIC: "packed with gzip twice",
    b"%PDF": "a PDF document",
    b"SQLite format 3\x00": "a SQLite database",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Excel workbook",
    b"ARROW1": "an Arrow file",
    b"ORC": "an ORC file",
    b"Obj\x01": "an Avro file",
}
"""First bytes of things people take for a table, and what they are."""
NO_VALUES = frozenset({"null", "undefined", "nan", "none", "true", "false", "[]", "{}", '""'})
"""Whole files that programs write when they have nothing to say."""
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_XML = re.compile(
    r"<(\?xml|rss|feed|rdf)\b(?!.*<(!doctype html|html)\b)", re.IGNORECASE | re.DOTALL
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))
_CONTROL_SHARE = 0.02
_SAMPLE_RECORDS = 20


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the first bytes say: format, separator, line end and encoding."""

    format: str
    """"csv", "tsv", "jsonl" or "parquet"."""
    delimiter: str = ""
    newline: bytes = b"\n"
    encoding: str = "utf-8"


def sniff(head: bytes, name: str) -> Sniffed:
    """Return what the file is; raises FileRefused when it is no table that can be read."""
    if head.startswith(PARQUET_MAGIC):
        return Sniffed("parquet", encoding="binary")
    _refuse_binary(head, name)
    body = head.removeprefix(BYTE_ORDER_MARK)
    newline = b"\r" if b"\r" in body and b"\n" not in body else b"\n"
    encoding = "utf-8" if _is_utf8(body, len(head) >= HEAD) else "latin-1"
    text = decoded(body).replace("\r", "\n") if newline == b"\r" else decoded(body)
    start = text.lstrip()
    _refuse_no_table(start, name)
    if start[0] in "{[":
        if _has_object(start):
            return Sniffed("jsonl", "", newline, encoding)
        raise file_refused("json_document", name)
    delimiter = _delimiter(text, name)
    return Sniffed(DELIMITERS[delimiter], delimiter, newline, encoding)


def _refuse_binary(head: bytes, name: str) -> None:
    if head.startswith(_ZIP_MAGIC):
        raise file_refused("zip", name)
    if head.startswith(_UTF16_MARKS):
        raise file_refused("utf16", name)
    for magic, what in MAGIC.items():
        if head.startswith(magic):
            raise file_refused("binary", name, what=what)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\0" in head or controls > len(head) * _CONTROL_SHARE:
        raise file_refused("binary", name, what="binary data")


def _refuse_no_table(start: str, name: str) -> None:
    if not start:
        raise file_refused("empty", name)
    word = start.rstrip()
    if word.lower() in NO_VALUES:
        raise file_refused("no_value", name, text=word)
    if start[0] == "<":
        raise file_refused("markup" if _XML.match(start[:4_096]) else "web_page", name)


def _is_utf8(data: bytes, cut: bool) -> bool:
    """Whether the bytes are UTF-8; the end of a cut head may be in the middle of a character."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return cut and error.start >= len(data) - 3
    return True


def _has_object(text: str) -> bool:
    """Whether a line is a JSON object with a name in it, or a line too long to end in the head."""
    lines = text.split("\n")
    if len(lines) == 1 and text[0] == "{" and len(text) >= HEAD // 4:
        return True
    return any(_is_object(line) for line in lines)


def _is_object(line: str) -> bool:
    if line.lstrip()[:1] != "{":
        return False
    try:
        return isinstance(orjson.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _delimiter(text: str, name: str) -> str:
    """Return the separator that splits header and rows into the most cells, most alike."""
    scores = {delimiter: _alike(text, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    if scores[best] == 0:
        raise _one_column(text, name)
    return best


def _alike(text: str, delimiter: str) -> float:
    records = list(_first_records(text, delimiter))
    width = len(records[0]) if records else 0
    if width < 2:
        return 0
    same = sum(len(cells) == width for cells in records)
    return width * same / len(records)


def _first_records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline="\n"), delimiter=delimiter)
    found = 0
    try:
        for cells in reader:
            if cells:
                yield cells
                found += 1
            if found >= _SAMPLE_RECORDS:
                return
    except csv.Error:
        return


def _one_column(text: str, name: str) -> FileRefused:
    first = text.lstrip().partition("\n")[0].strip()
    if first.count('"') % 2:
        return file_refused("broken_header", name)
    return file_refused("one_column", name, text=first[:60])
