"""Canonical JSON (RFC 8785), restricted to what the ledger stores.

Entries hold text, whole numbers, booleans, null, lists and objects with ASCII keys. For these
RFC 8785 asks for no white space, keys in order of their UTF-16 units (for ASCII: of their bytes)
and the shortest escapes, which is what orjson writes. Numbers with a fraction are refused: their
text form is where implementations differ.
"""

from __future__ import annotations

from typing import TypeAlias

import orjson

Fragment = orjson.Fragment
"""Bytes that canonical() has made, to stand in a larger value as they are."""
Value: TypeAlias = "bool | int | str | list[Value] | dict[str, Value] | Fragment | None"
_PLAIN = frozenset({str, bool, int, type(None), Fragment})
# Beyond 2^53 other languages' JSON readers lose whole numbers (RFC 8785, section 3.2.2.3).
LARGEST_INTEGER = 2**53 - 1
_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER


class NotCanonical(TypeError):
    """The value has no place in the ledger; the message says which part and why."""


def canonical(value: Value) -> bytes:
    """Return the canonical bytes. Raises NotCanonical for what the ledger cannot hold."""
    check(value)
    return encode(value)


def encode(value: Value) -> bytes:
    """Return the canonical bytes of a value that check() has passed.

    Raises NotCanonical for what cannot be written as UTF-8 text.
    """
    try:
        return orjson.dumps(value, option=_OPTIONS)
    except orjson.JSONEncodeError as problem:
        raise NotCanonical(f"the value cannot be written: {problem}") from None


def check(value: Value) -> None:
    """Raise NotCanonical for what the ledger cannot hold; quick for nearly every entry."""
    if type(value) is not dict or not _is_plain(value):
        _check(value, "value")


def _is_plain(value: dict[str, Value]) -> bool:
    """Return whether it is fine at a glance: the case of nearly every entry."""
    # Whole numbers beyond 2^53 are left to the encoder, which refuses them too.
    return _PLAIN.issuperset(map(type, value.values())) and "".join(value).isascii()


def _check(value: object, where: str) -> None:
    match value:
        case None | bool() | str() | Fragment():
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
