"""The history of scores: after each row of a table, at any instant, and drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from clapometer.scoring.rule import Rule

from .answers import Answer
from .instants import InstantLike, instant
from .problems import Refused, refusing
from .rulebook import DEFAULT, RuleLike
from .rulebook import rule as rule_named

if TYPE_CHECKING:
    import pyarrow

    from .events import Told
    from .moments import Moments
    from .score import Score
    from .scores import Scores

DRAWN = 20_000
"""Up to so many rows of one work a notebook shows the chart by itself."""


class History(Answer):
    """What history() gives: one row after each review, with what may be asked of it.

    `.table` is pyarrow's, with the columns of the reference of tables; Polars, DuckDB and pandas
    take the object itself as a table. A notebook shows the last rows, and the chart of one work.

    >>> import clapometer as clap
    >>> reviews = [
    ...     {"work": "Bees", "reviewer": n, "happened_at": f"2024-03-0{n}", "positive": n != 6}
    ...     for n in range(1, 8)
    ... ]
    >>> history = clap.history(reviews)
    >>> history.table["printed"].to_pylist()
    [None, None, None, None, 100, 83, 86]
    >>> history.score().shown, history.score(at="2024-03-06").shown
    ('86 %', '83 %')
    """

    def __init__(self, table: pyarrow.Table, told: Told, rule: Rule, known: int | None) -> None:
        super().__init__(table)
        self.rule, self._told, self._known = rule, told, known

    @cached_property
    def works(self) -> tuple[object, ...]:
        """The works, in the order in which they first appear."""
        from .events import works_of

        return works_of(self._told)

    def of(self, work: object) -> History:
        """Return the history of one work alone. Raises Refused where there is none."""
        from .events import Told, only

        mine = only(self._told, work)
        rows = only(Told(self.table, {}), work).table
        return History(rows, mine, self.rule, self._known)

    def at(self, when: InstantLike) -> Scores:
        """Return the score of every work at an instant: a text, a date (its end), a datetime."""
        from .scores import scores

        told = self._told
        return scores(told.table, self.rule, at=when, known=self._known, names=told.names)

    def score(
        self, *, at: InstantLike | None = None, size: str | None = None, work: object = None
    ) -> Score:
        """Return the score of the one work (or of `work`), at an instant or after everything.

        `size` (season, limited, wide) adds where the badge stands.
        """
        from .scores import score

        told = self._told
        return score(
            told.table, self.rule, size=size, work=work, at=at, known=self._known, names=told.names
        )

    def moments(self, *, size: str | None = None, release: InstantLike | None = None) -> Moments:
        """Return what the history says in words; see moments()."""
        from .moments import moments

        told = self._told
        return moments(
            told.table, self.rule, size=size, release=release, known=self._known, names=told.names
        )

    def plot(self, *, kind: str = "auto", size: str | None = None, work: object = None) -> Any:
        """Draw the printed score of one work over time, with a dot for each review.

        `kind`: "matplotlib" gives Axes, "altair" a Chart, "svg" a drawing with .save(path); "auto"
        is the first of them that is installed. `size` marks the badge's changes. The axis says
        where it begins, the score moves in steps, and where nothing is printed the plot is grey.
        """
        from .plotting import plot

        return plot(self._one(work), kind, size)

    def _one(self, work: object) -> History:
        from .events import the_work

        return self.of(the_work(self._told, work, "history.of(work)"))

    def head(self) -> str:
        """Return how many rows and works there are, and the rule."""
        return f"History of {len(self.works):,} works, {len(self):,} rows; rule {self.rule.name}"

    def shown(self) -> tuple[Sequence[str], list[tuple[object, ...]]]:
        """Return the rows that a person is shown, without the columns that say the same."""
        columns, rows = super().shown()
        kept = [place for place, name in enumerate(columns) if name not in {"share", "seq"}]
        return [columns[p] for p in kept], [tuple(row[p] for p in kept) for row in rows]

    def _repr_html_(self) -> str:
        table = super()._repr_html_()
        if len(self.works) != 1 or len(self) > DRAWN:
            return table
        return f"{self.plot(kind='svg')._repr_html_()}{table}"


def history(
    reviews: object,
    rule: RuleLike = DEFAULT,
    *,
    known: InstantLike | None = None,
    names: Mapping[str, str] | None = None,
) -> History:
    """Return the score of each work after every review of a table.

    `reviews`: a table of pandas, Polars, DuckDB, pyarrow or anything with __arrow_c_stream__, a
    list of dicts, or the path of a file. Its columns are those of the reference of tables (work,
    reviewer, happened_at, and positive or grade, must be there); `names` maps ours to the table's.
    A file with other columns is read as read_reviews() does. `rule`: a name, a path, or a Rule.
    `known`: only what had been recorded by then. Raises Refused.

    Without the extra `clapometer[frames]` the engine of the site does it, some hundred times as
    slow and with the same bits.

    >>> import clapometer as clap
    >>> reviews = {
    ...     "work": ["Bees"] * 3,
    ...     "reviewer": ["Ada", "Bo", "Ada"],
    ...     "happened_at": ["2024-03-01", "2024-03-02", "2024-03-05"],
    ...     "positive": [True, True, False],
    ... }
    >>> clap.history(reviews, rule="rotten-tomatoes-2020").table["positive"].to_pylist()
    [1, 2, 1]
    """
    from clapometer.scoring import frames
    from clapometer.scoring.frames.choosing import engine_for

    from .events import events_of

    told, read = events_of(reviews, names), rule_named(rule)
    then, engine = instant(known), engine_for(told.table.num_rows)
    if not told.table.num_columns:
        raise Refused("The table is empty: it has neither rows nor columns.")
    with refusing():
        found = frames.history(told.table, read, known=then, names=told.names, engine=engine)
    return History(found, told, read, then)
