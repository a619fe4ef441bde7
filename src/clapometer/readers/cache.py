"""A bounded memory of conversions: tables repeat their critics, outlets, grades and dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

CACHE_LIMIT = 20_000
"""Texts remembered of one column; then the memory starts anew."""
KEY_LIMIT = 256
"""Characters of the longest text remembered, so that hostile cells cannot fill the memory."""

T = TypeVar("T")


class Passing(Exception):
    """Raised by a conversion that must run each time, because each time is counted."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value: Any = value


class Cached(dict[str, T]):
    """`cached[text]` is what `convert(text)` returned; a text that is refused is not remembered.

    A dictionary, because a look-up that hits then costs no Python call.
    """

    __slots__ = ("_convert",)

    def __init__(self, convert: Callable[[str], T]) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, text: str) -> T:
        try:
            value = self._convert(text)
        except Passing as passing:
            return passing.value  # type: ignore[no-any-return]
        if len(text) <= KEY_LIMIT:
            if len(self) >= CACHE_LIMIT:
                self.clear()
            self[text] = value
        return value
