"""Rows of JSON Lines: one object a line; names inside names are joined with a dot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

import orjson

from .columns import COLUMN_LIMIT
from .lines import latin_1, whole_lines
from .problems import Remarks
from .records import Refusal, Row, refusal
from .sniff import Sniffed
from .streams import Source
from .values import cell_text

SAMPLE = 1_000
"""Objects whose names make the columns; values with names first seen later are left out."""
NESTING = 4
"""How deep names inside names become columns; what lies deeper is kept as JSON text."""


class _Unreadable(Exception):
    """The line is no JSON object; `code` is a key of the table of row refusals."""

    def __init__(self, code: str, why: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.why = why


def json_keys(source: Source, sniffed: Sniffed) -> tuple[str, ...]:
    """Return the keys in the first objects, in the order of their first appearance."""
    keys: dict[str, None] = {}
    for number, line in _lines(source, sniffed):
        with suppress(_Unreadable):
            keys.update(dict.fromkeys(_flat(_parsed(line, number, Remarks()))))
        if number >= SAMPLE or len(keys) > COLUMN_LIMIT:
            break
    return tuple(keys)


def json_rows(
    source: Source, sniffed: Sniffed, keys: tuple[str, ...], remarks: Remarks
) -> Iterator[Row | Refusal]:
    """Yield the objects as rows in the order of the keys, or why a line was left out."""
    known = set(keys)
    for number, line in _lines(source, sniffed):
        try:
            found = _flat(_parsed(line, number, remarks))
        except _Unreadable as problem:
            raw = {"line": line[:4_000].decode("utf-8", "replace").strip()}
            yield refusal(number, problem.code, raw, why=problem.why)
            continue
        cells = [cell_text(found.get(key)) for key in keys]
        if not known.issuperset(found):
            late = [name for name in found if name not in known]
            remarks.note("late_key", first=number, detail=late[0][:60], count=len(late))
        yield number, cells


def _lines(source: Source, sniffed: Sniffed) -> Iterator[tuple[int, bytes]]:
    number = 0
    for block in whole_lines(source, sniffed.newline):
        for line in BytesIO(block):
            if not line.isspace():
                number += 1
                yield number, line


def _parsed(line: bytes, number: int, remarks: Remarks) -> dict[str, object]:
    try:
        line.decode()
        text: bytes | str = line
    except UnicodeDecodeError:
        remarks.note("latin_1", first=number)
        text = latin_1(line)
    try:
        value = orjson.loads(text)
    except (ValueError, RecursionError) as error:
        raise _Unreadable("broken_json", str(error)) from None
    if not isinstance(value, dict):
        raise _Unreadable("not_an_object")
    return value


def _flat(found: dict[str, object], depth: int = 1) -> dict[str, object]:
    """Return the object with names inside names joined with a dot."""
    if not any(isinstance(value, dict) for value in found.values()):
        return found
    flat: dict[str, object] = {}
    for name, value in found.items():
        if isinstance(value, dict) and depth < NESTING:
            inner = _flat(value, depth + 1)
            flat |= {f"{name}.{key}": part for key, part in inner.items()}
        else:
            flat[name] = value
    return flat
