"""How many would be told: followers of some keys, by channel, also where these are millions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from clapometer.alerts.kinds import KINDS

SAMPLE = 20_000
"""Followers up to which each is counted; of more, as many are looked at and the rest reckoned."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many would be told of something.

    `followers`: who follows it and asked for its kind; `by_channel`: the places of those who are
    told at once, by channel; `in_digests`: who gets it in a digest. `about`: whether these were
    reckoned from a sample; `followers` of one key is then within a few in a hundred.
    """

    followers: int = 0
    by_channel: Mapping[str, int] = field(default_factory=dict)
    in_digests: int = 0
    about: bool = False


def reach_of(keys: Iterable[str], kind: str) -> Reach:
    """Return whom a notice of this kind, with these keys, would be told to now."""
    wanted = sorted(set(keys))
    bit = KINDS[kind].bit
    if not wanted or not bit:
        return Reach()
    step = 1 + sum(map(_count, wanted)) // SAMPLE
    marks = ", ".join(["%s"] * len(wanted))
    follows = (
        f"FROM alerts_follow f WHERE f.key IN ({marks}) AND f.follower_id %% {step} = 0"
        f" AND (f.kinds & {bit}) > 0"
    )
    at_once = f"SELECT f.follower_id {follows} AND f.cadence = 'now'"
    (followers,) = _row(f"SELECT COUNT(DISTINCT f.follower_id) {follows}", wanted)
    (now,) = _row(f"SELECT COUNT(DISTINCT f.follower_id) {follows} AND f.cadence = 'now'", wanted)
    places = _rows(
        "SELECT e.channel, COUNT(*) FROM alerts_endpoint e JOIN alerts_follower o"
        f" ON o.id = e.follower_id WHERE e.follower_id IN ({at_once}) AND e.state = 'on'"
        " AND NOT o.paused GROUP BY e.channel ORDER BY 2 DESC, 1",
        wanted,
    )
    return Reach(
        followers * step,
        {str(channel): count * step for channel, count in places},
        (followers - now) * step,
        about=step > 1,
    )


def is_over(keys: Iterable[str], kind: str, bound: int) -> bool:
    """Return whether more than so many follows ask for a notice; no more than these are read."""
    wanted = sorted(set(keys))
    marks = ", ".join(["%s"] * len(wanted))
    if not wanted:
        return False
    (count,) = _row(
        f"SELECT COUNT(*) FROM (SELECT 1 FROM alerts_follow f WHERE f.key IN ({marks})"
        f" AND (f.kinds & {KINDS[kind].bit}) > 0 LIMIT {bound + 1}) AS asked",
        wanted,
    )
    return int(count) > bound


def _count(key: str) -> int:
    """Return how many follow a key: read from the index alone."""
    (count,) = _row("SELECT COUNT(*) FROM alerts_follow WHERE key = %s", [key])
    return int(count)


def _row(statement: str, values: Sequence[str]) -> tuple[int, ...]:
    return _rows(statement, values)[0]


def _rows(statement: str, values: Sequence[str]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
