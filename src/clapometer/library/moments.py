"""What the histories of a table say in words: debut, crossings, records, badges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clapometer.scoring.frames.choosing import engine_for

from .answers import Answer, worded
from .events import Told, events_of
from .instants import InstantLike, instant
from .problems import refusing
from .rulebook import DEFAULT, RuleLike
from .rulebook import rule as rule_named

FIRST = 30
"""Rows that a person is shown."""


class Moments(Answer):
    """What moments() gives: one row per moment, in order of time, work by work.

    The columns are those of the reference of tables: `work`, `at` (when it happened), `text`,
    `kind`, `before` and `after` (printed numbers), `positive` and `count` afterwards, and the rest.
    Iterating gives a dict for each.
    """

    def shown(self) -> tuple[Sequence[str], list[tuple[object, ...]]]:
        """Return what a person is shown: when, of which work, what."""
        rows = self.table.select(["at", "work", "text"]).slice(0, FIRST).to_pylist()
        return ("at", "work", "moment"), [tuple(map(worded, row.values())) for row in rows]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_pylist())


def moments(
    reviews: object,
    rule: RuleLike = DEFAULT,
    *,
    size: str | None = None,
    release: InstantLike | None = None,
    at: InstantLike | None = None,
    known: InstantLike | None = None,
    names: Mapping[str, str] | None = None,
) -> Moments:
    """Return what the history of every work of a table says in words.

    `reviews`, `rule`, `known` and `names` are as in history(). `size` (season, limited, wide): that
    of all works, for the badge; `release`: the instant of their release; else the table may say
    both in columns of these names. `at`: up to this instant, which also says how far time has gone;
    else each work's last entry does. The kinds are those of the reference of moments.

    >>> import clapometer as clap
    >>> reviews = [
    ...     {"work": "Bees", "reviewer": n, "happened_at": f"2024-03-0{n}", "positive": n != 6}
    ...     for n in range(1, 8)
    ... ]
    >>> for moment in clap.moments(reviews):
    ...     print(moment["at"].date(), moment["text"])
    2024-03-05 Debut: 100 % (5 of 5 reviews positive).
    2024-03-06 Perfect score lost: 83 % (5 of 6 reviews positive).
    2024-03-06 Below 90 %: 83 % (5 of 6 reviews positive).
    2024-03-06 Lowest score so far: 83 % (5 of 6 reviews positive).
    """
    from clapometer.scoring import frames

    read = rule_named(rule)
    told = _with(events_of(reviews, names), size, instant(release))
    until, then, engine = instant(at), instant(known), engine_for(told.table.num_rows)
    with refusing():
        found = frames.moments(
            told.table, read, at=until, known=then, names=told.names, engine=engine
        )
    return Moments(found)


def _with(told: Told, size: str | None, release: int | None) -> Told:
    """Return the events with what is said of all works put in place of the table's columns."""
    import pyarrow

    table, names = told.table, dict(told.names)
    for name, value in (("size", size), ("release", release)):
        if value is None:
            continue
        if name in table.column_names:
            table = table.drop_columns([name])
        table = table.append_column(name, pyarrow.repeat(value, table.num_rows))
        names.pop(name, None)
    return Told(table, names)
