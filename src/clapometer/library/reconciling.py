"""Which reviews can have made the scores that a site printed?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clapometer.scoring.reconcile import Day, Published, Reconciled, RuleUnfit
from clapometer.scoring.reconcile import reconcile as explain

from .answers import Answer
from .instants import instant
from .problems import Refused, refusing_files
from .rulebook import RuleLike
from .rulebook import rule as rule_named

if TYPE_CHECKING:
    import pyarrow

    from clapometer.scoring.rule import Rule

RULE = "rotten-tomatoes-2020"


class Reconciliation(Answer):
    """What reconcile() gives: one row per day, and by work all that was found.

    Columns: `work`, `at`, `printed`, `count`, `verdict` (of the reference of reconciling), `least`
    and `most` (how many reviews can have been positive), `withdrawn`, `changed` (how many at least
    were withdrawn or changed sides since the row before). `unread`: rows left out, in sentences.
    """

    def __init__(
        self, table: pyarrow.Table, works: dict[str, Reconciled], unread: tuple[str, ...]
    ) -> None:
        super().__init__(table)
        self.works, self.unread = works, unread

    @property
    def explained(self) -> int:
        """On how many days new reviews and withdrawals alone explain the score."""
        return sum(one.explained for one in self.works.values())

    def head(self) -> str:
        """Return how many days there are, and how many are explained."""
        return f"{len(self):,} days, {self.explained:,} explained by new reviews and withdrawals"


def reconcile(
    printed: object, rule: RuleLike = RULE, *, names: Mapping[str, str] | None = None
) -> Reconciliation:
    """Return which reviews can have made the scores that a site printed day by day.

    `printed`: a table with `date`, `score` (0 to 100), `count` and, if of several works, `work`: of
    pandas, Polars, DuckDB or pyarrow, a list of dicts, or the path of a file; `names` maps these to
    the table's. `rule`: the one whose rounding and minimum printed them. Raises Refused.

    >>> import clapometer as clap
    >>> days = [
    ...     {"date": "2024-03-01", "score": 100, "count": 9},
    ...     {"date": "2024-03-02", "score": 90, "count": 10},
    ...     {"date": "2024-03-03", "score": 89, "count": 9},
    ...     {"date": "2024-03-04", "score": 95, "count": 9},
    ... ]
    >>> clap.reconcile(days).table["verdict"].to_pylist()
    ['first', 'grown', 'withdrawn', 'impossible']
    """
    read = rule_named(rule)
    works, unread = _read(printed, dict(names or {}))
    try:
        found = {work: explain(rows, read) for work, rows in works.items()}
    except RuleUnfit as unfit:
        raise Refused(str(unfit)) from None
    return Reconciliation(_table(found, read), found, unread)


Read = tuple[dict[str, list[Published]], tuple[str, ...]]


def _read(printed: object, names: dict[str, str]) -> Read:
    if isinstance(printed, str | Path):
        return _from_file(printed, names)
    from .events import events_of

    rows = events_of(printed).table.to_pylist()
    called = {name: names.get(name, name) for name in ("date", "score", "count", "work")}
    works: dict[str, list[Published]] = {}
    for place, row in enumerate(rows):
        try:
            at = _instant(row[called["date"]])
            one = Published(at, int(row[called["score"]]), int(row[called["count"]]))
        except KeyError as missing:
            raise Refused(f"The table has no column {missing}; map its name.") from None
        except (TypeError, ValueError) as error:
            raise Refused(f"Row {place} (the first is 0) cannot be read: {error}.") from None
        works.setdefault(str(row.get(called["work"]) or ""), []).append(one)
    return works, ()


def _instant(cell: object) -> int:
    found = instant(cell if isinstance(cell, int | str | date) else str(cell))
    assert found is not None
    return found


def _from_file(path: str | Path, names: dict[str, str]) -> Read:
    from clapometer.readers.published import PublishedRefusal, choose_columns, read_published
    from clapometer.readers.tables import open_table

    works: dict[str, list[Published]] = {}
    unread: list[str] = []
    with refusing_files():
        table = open_table(path)
        for one in read_published(table, choose_columns(table.columns, list(names.items()))):
            if isinstance(one, PublishedRefusal):
                unread.append(one.sentence)
            else:
                row = Published(one.at, one.printed, one.reviews)
                works.setdefault(one.work, []).append(row)
    return works, tuple(unread)


def _table(found: dict[str, Reconciled], rule: Rule) -> pyarrow.Table:
    import pyarrow

    when, whole, text = pyarrow.timestamp("us", "UTC"), pyarrow.int64(), pyarrow.string()
    schema = pyarrow.schema(
        [
            ("work", text), ("at", when), ("printed", pyarrow.float64()), ("count", whole),
            ("verdict", text), ("least", whole), ("most", whole), ("withdrawn", whole),
            ("changed", whole),
        ]
    )  # fmt: skip
    rows = [_row(work, day, rule) for work, one in found.items() for day in one.days]
    return pyarrow.Table.from_pylist(rows, schema)


def _row(work: str, day: Day, rule: Rule) -> dict[str, Any]:
    some = day.together.size > 0
    return {
        "work": work or None,
        "at": day.published.at,
        "printed": float(rule.printing.number(day.published.printed)),
        "count": day.published.count,
        "verdict": day.verdict,
        "least": day.together.least if some else None,
        "most": day.together.most if some else None,
        "withdrawn": day.withdrawn,
        "changed": day.changed,
    }
