"""Canonical JSON (RFC 8785), restricted to what the ledger stores.

Entries hold text, whole numbers, booleans, null, lists and objects with ASCII keys. For these
RFC 8785 asks for no white space, keys in order of their UTF-16 units (for ASCII: of their bytes)
and the shortest escapes, which is what orjson writes. Numbers with a fraction are refused: their
text form is where implementations differ.
"""

from __future__ import annotations

from typing import TypeAlias

import orjson

Value: TypeAlias = "None | bool | int | str | list[Value] | dict[str, Value]"
# Beyond 2^53 other languages' JSON readers lose whole numbers (RFC 8785, section 3.2.2.3).
LARGEST_INTEGER = 2**53 - 1


class NotCanonical(TypeError):
    """The value has no place in the ledger; the message says which part and why."""


def canonical(value: Value) -> bytes:
    """Return the canonical bytes of the value. Raises NotCanonical for what the ledger cannot hold."""
    _check(value, "value")
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _check(value: object, where: str) -> None:
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) > LARGEST_INTEGER:
                raise NotCanonical(f"{where} is beyond 2^53: {value}")
        case dict():
            for key, part in value.items():
                if not (isinstance(key, str) and key.isascii()):
                    raise NotCanonical(f"{where} has a key that is no ASCII text: {key!r}")
                _check(part, f"{where}.{key}")
        case list():
            for position, part in enumerate(value):
                _check(part, f"{where}[{position}]")
        case _:
            raise NotCanonical(f"{where} is {type(value).__name__}, which the ledger cannot hold")
