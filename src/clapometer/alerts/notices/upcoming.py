"""How many would be told of something, before it is said: for those who announce it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from clapometer.alerts.kinds import KINDS
from clapometer.catalogue.models import Work

from .about import keys_of

COUNTED = 10_000
"""So many followers are counted one by one; of more it is said that there are more."""


@dataclass(frozen=True, slots=True)
class WouldTell:
    """How many followers would be told, and at how many places by channel.

    `more`: there are more than that; the numbers are those of the followers that were counted.
    """

    followers: int
    endpoints: Mapping[str, int]
    more: bool = False


def would_tell(kind: str, work: Work, more_keys: Sequence[str] = ()) -> WouldTell:
    """Return how many a notice of this kind about the work would be told.

    `more_keys`: what else it would be about, such as a person. Who has it told in a digest counts
    too. It takes the same time for ten thousand followers and for millions.
    """
    keys = list(dict.fromkeys([*keys_of(work), *more_keys]))
    marks = ",".join(["%s"] * len(keys))
    chosen = (
        f"SELECT DISTINCT follower_id FROM (SELECT follower_id FROM alerts_follow"
        f" WHERE key IN ({marks}) AND (kinds & %s) <> 0 LIMIT %s) one"
    )
    given: list[str | int] = [*keys, KINDS[kind].bit, COUNTED + 1]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH told AS ({chosen}) SELECT '', count(*) FROM told UNION ALL"
            " SELECT e.channel, count(*) FROM told JOIN alerts_endpoint e"
            " ON e.follower_id = told.follower_id JOIN alerts_follower f ON f.id = e.follower_id"
            " WHERE e.state = 'on' AND NOT f.paused GROUP BY e.channel",
            given,
        )
        found = dict(cursor.fetchall())
    followers = found.pop("", 0)
    return WouldTell(min(followers, COUNTED), dict(sorted(found.items())), followers > COUNTED)
