"""A form that is sent twice is saved once."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from django.core.cache import cache
from django.db import transaction

# Hours in which the same form may come again: after a broken connection, or from a page left open.
_KEPT = 24 * 3600
_TOKEN = re.compile(r"[0-9a-f]{32}")


def new_token() -> str:
    """Return what a form carries to be told from every other one."""
    return secrets.token_hex(16)


def once(actor: str, token: str, write: Callable[[], int]) -> int:
    """Return what `write` returns; the same form again gets the same, and nothing is written.

    What is remembered lies in a table of the same database and is written in the same transaction,
    so it holds for all processes together, and a refusal forgets it.
    """
    if not _TOKEN.fullmatch(token):
        return write()
    key = _key(actor, token)
    with transaction.atomic():
        if not cache.add(key, 0, _KEPT):
            return int(cache.get(key, 0))
        number = write()
        cache.set(key, number, _KEPT)
        return number


def already(actor: str, token: str) -> int | None:
    """Return what this form was answered with when it was saved; None if it was not."""
    return cache.get(_key(actor, token)) if _TOKEN.fullmatch(token) else None


def _key(actor: str, token: str) -> str:
    return f"form:{actor}:{token}"
