"""Critics and outlets: finding them by words, and what each has written."""

from __future__ import annotations

import re
from typing import TypeVar

from django.db import connection
from django.db.models.functions import Length

from clapometer.catalogue.folding import fold
from clapometer.scoring.tally import Tally

from .models import Critic, Outlet

Named = TypeVar("Named", Critic, Outlet)
# The longest key of a critic or an outlet (see models): a longer text is in no name.
_LONGEST = 200
# The column of a review that names who wrote it.
_COLUMN: dict[type, str] = {Critic: "critic_id", Outlet: "outlet_id"}
_IN_FORCE = (
    "FROM reviews_review AS r JOIN reviews_reviewevent AS e"
    " ON e.work_id = r.work_id AND e.seq = r.standing WHERE r.{column} = %s"
)


def find_named(kind: type[Named], words: str, limit: int = 10) -> list[Named]:
    """Return the critics or outlets whose name holds every word, the shortest names first."""
    key = fold(words)
    if not key or len(key) > _LONGEST:
        return []
    found = kind.objects.order_by(Length("key"), "key")
    for word in set(key.split()):
        found = found.filter(key__contains=word)
    return sorted(found[:500], key=lambda one: _nearness(one, key))[:limit]


def _nearness(one: Critic | Outlet, key: str) -> tuple[bool, bool, int, str]:
    starts = bool(re.search(rf"\b{re.escape(key)}", one.key))
    return (one.key != key, not starts, len(one.key), one.key)


def tally_written_by(one: Critic | Outlet) -> Tally:
    """Return the sums over all reviews in force of a critic or an outlet; squares are left at 0."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(e.positive), coalesce(sum(e.positive), 0), count(e.grade),"
            f" coalesce(sum(e.grade), 0) {_IN_FORCE.format(column=_COLUMN[type(one)])}",
            [one.id],
        )
        count, positive, graded, grade_sum = cursor.fetchone()
    return Tally(count=count, positive=int(positive), graded=graded, grade_sum=int(grade_sum))


def written_by(one: Critic | Outlet, offset: int = 0, limit: int = 100) -> list[int]:
    """Return the positions of what a critic or an outlet says now, newest first, undated last."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.standing {_IN_FORCE.format(column=_COLUMN[type(one)])}"
            " ORDER BY e.happened_at IS NULL, e.happened_at DESC, r.standing DESC"
            " LIMIT %s OFFSET %s",
            [one.id, limit, offset],
        )
        return [row[0] for row in cursor.fetchall()]
