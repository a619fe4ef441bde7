"""Which keys anybody follows: only for those is anything worked out.

Both questions are answered by the index of follows by key, in time that grows with the keys and not
with who follows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

_AT_ONCE = 400
_THERE = (
    "SELECT key FROM wanted WHERE EXISTS (SELECT 1 FROM alerts_follow f WHERE f.key = wanted.key)"
)
# From each key straight to the next one: a key with millions of followers costs one step.
_DISTINCT = (
    "WITH RECURSIVE every (key) AS (SELECT min(key) FROM alerts_follow UNION ALL"
    " SELECT (SELECT min(f.key) FROM alerts_follow f WHERE f.key > every.key) FROM every"
    " WHERE every.key IS NOT NULL) SELECT key FROM every WHERE key IS NOT NULL"
)


def followed(keys: Iterable[str]) -> set[str]:
    """Return which of the keys somebody follows."""
    wanted = sorted(set(keys))
    found: set[str] = set()
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), _AT_ONCE):
            part: Sequence[str] = wanted[start : start + _AT_ONCE]
            values = ",".join(["(CAST(%s AS text))"] * len(part))
            cursor.execute(f"WITH wanted (key) AS (VALUES {values}) {_THERE}", part)
            found.update(row[0] for row in cursor.fetchall())
    return found


def every_key() -> list[str]:
    """Return each key that somebody follows, once."""
    with connection.cursor() as cursor:
        cursor.execute(_DISTINCT)
        return [row[0] for row in cursor.fetchall()]
