"""What can be set in a saved query, and reading what was set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class QueryRefused(ValueError):
    """A query or one of its parameters cannot be used; the message is one sentence."""


class Parameter(NamedTuple):
    """A whole number that a query can be asked with."""

    name: str
    means: str
    default: int
    least: int = 1
    most: int = 1_000_000


LIMIT = Parameter(
    "limit", "how many rows at most; all that tie with the last of them are printed too", 20, 1, 500
)


def read_values(parameters: Sequence[Parameter], given: Mapping[str, str]) -> dict[str, int]:
    """Return the value of each parameter, its default where none is given. Raises QueryRefused."""
    known = {one.name for one in parameters}
    for name in given:
        if name not in known:
            raise QueryRefused(
                f"This query has no parameter “{name[:40]}”; it has {', '.join(sorted(known))}."
            )
    return {one.name: _value(one, given.get(one.name, "")) for one in parameters}


def _value(parameter: Parameter, text: str) -> int:
    text = text.strip()
    if not text:
        return parameter.default
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not parameter.least <= value <= parameter.most:
        raise QueryRefused(
            f"“{text[:40]}” cannot be “{parameter.name}”; write a whole number from"
            f" {parameter.least:,} to {parameter.most:,}."
        )
    return value
