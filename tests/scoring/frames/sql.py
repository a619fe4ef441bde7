"""The third opinion: a naive query in SQL that asks, for every row, what stood at that moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from tests.scoring.frames.strategies import Row

STANDING = """
WITH entry AS (
    SELECT *, coalesce(happened_at, recorded_at) AS at FROM event WHERE voided_at IS NULL
),
moment AS (
    SELECT now.seq AS now, one.work, one.reviewer,
        max(printf('%020d %09d', one.at + 1000000, one.seq))
            FILTER (WHERE one.kind IN ('posted', 'revised')) AS said,
        max(printf('%020d %09d', one.at + 1000000, one.seq))
            FILTER (WHERE one.kind = 'withdrawn') AS withdrawn,
        max(printf('%020d %09d', one.at + 1000000, one.seq))
            FILTER (WHERE one.kind IN ('posted', 'revised', 'restored')) AS not_withdrawn,
        max(printf('%020d %09d', one.at + 1000000, one.seq))
            FILTER (WHERE one.kind = 'excluded') AS excluded,
        max(printf('%020d %09d', one.at + 1000000, one.seq))
            FILTER (WHERE one.kind = 'restored') AS restored
    FROM entry AS now JOIN entry AS one
        ON one.work = now.work AND (one.at, one.seq) <= (now.at, now.seq)
    GROUP BY now.seq, one.reviewer
)
SELECT now, count(saying.positive), coalesce(sum(saying.positive), 0), count(saying.grade),
    coalesce(sum(saying.grade), 0)
FROM moment LEFT JOIN event AS saying
    ON saying.seq = CAST(substr(moment.said, 22) AS INTEGER)
    AND coalesce(moment.withdrawn, '') <= coalesce(moment.not_withdrawn, '')
    AND coalesce(moment.excluded, '') <= coalesce(moment.restored, '')
GROUP BY now
"""


def tallies(rows: Sequence[Row]) -> dict[int, tuple[Any, ...]]:
    """seq -> count, positive, graded, sum of grades after it; rows that do not count are not in."""
    database = sqlite3.connect(":memory:")
    try:
        database.execute(
            "CREATE TABLE event (work, seq, reviewer, critic, kind, happened_at, recorded_at, "
            "voided_at, positive, grade, top)"
        )
        marks = ", ".join("?" * 11)
        database.executemany(
            f"INSERT INTO event VALUES ({marks})", [(work, *event) for work, event in rows]
        )
        return {now: tuple(sums) for now, *sums in database.execute(STANDING)}
    finally:
        database.close()
