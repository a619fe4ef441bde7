"""Where an outlet's reviews stand on the web, and who writes them: what a link alone tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from django.db import connection

from clapometer.ledger.bulk import execute_rows

from .models import NOBODY, Critic, Outlet

LONGEST_HOST = 253
# An outlet has a regular critic if that one wrote so many of its last so many reviews.
LAST, SHARE = 10, 0.8
Seen: TypeAlias = Mapping[tuple[str, int], int]


def host_of(link: str) -> str:
    """Return the host of a link without `www.` and port, "" for what is no link of the web."""
    scheme, mark, rest = link.partition("://")
    if not mark or scheme not in {"http", "https"}:
        return ""
    for sign in "/?#":
        rest = rest.partition(sign)[0]
    host = rest.rpartition("@")[2].partition(":")[0].lower()
    return host.removeprefix("www.")[:LONGEST_HOST]


def note_hosts(seen: Seen) -> None:
    """Write down, for each (host, outlet), the position of the last entry that said so."""
    execute_rows(
        "INSERT INTO reviews_linkhost (host, outlet_id, seq) VALUES (%s, %s, %s)"
        " ON CONFLICT (host, outlet_id) DO UPDATE SET seq = excluded.seq",
        [(*key, seq) for key, seq in seen.items()],
    )


def outlet_on(host: str) -> Outlet | None:
    """Return the outlet that was last named for a review on the host; None where none was.

    Reviews that stand speak before those that were taken back.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT h.outlet_id FROM reviews_linkhost h JOIN reviews_outlet o ON o.id = h.outlet_id"
            " LEFT JOIN reviews_review r ON r.id = h.seq WHERE h.host = %s"
            " ORDER BY r.standing IS NULL, h.seq DESC LIMIT 1",
            [host],
        )
        row = cursor.fetchone()
    return Outlet.objects.filter(id=row[0]).first() if row else None


def regular_critic(outlet: int) -> Critic | None:
    """Return who wrote nearly all of an outlet's last reviews; None where nobody did."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT critic_id FROM reviews_review WHERE outlet_id = %s AND standing IS NOT NULL"
            f" ORDER BY id DESC LIMIT {LAST}",
            [outlet],
        )
        last = [row[0] for row in cursor.fetchall()]
    found = _most(last)
    if found == NOBODY or last.count(found) < SHARE * len(last):
        return None
    return Critic.objects.filter(id=found).first()


def _most(ids: Iterable[int]) -> int:
    """Return which id is there most often; NOBODY for none at all."""
    every = list(ids)
    return max(every, key=every.count, default=NOBODY)
