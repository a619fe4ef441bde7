"""A long list cut into pages, the newest first, each with its own address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of how many, what it holds, and the addresses beside it ("" where none is)."""

    page: int
    pages: int
    part: slice
    newer: str
    older: str


def paging_of(asked: str, total: int, size: int, address: Callable[[str], str]) -> Paging:
    """Return the page asked for by its number as typed, the first for none.

    `address` returns the address of a page, given its number as text ("" for the first). Raises
    Http404 for a page that is not there.
    """
    pages = max(1, -(-total // size))
    page = number_of(asked)
    if not 1 <= page <= pages:
        raise Http404
    return Paging(
        page=page,
        pages=pages,
        part=slice((page - 1) * size, page * size),
        newer=address(str(page - 1) if page > 2 else "") if page > 1 else "",
        older=address(str(page + 1)) if page < pages else "",
    )


def number_of(asked: str) -> int:
    """Return the number of the page asked for: 1 for none, 0 for what is no number of a page."""
    if not asked:
        return 1
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
