"""What the histories of a table say in words: debut, crossings, records, badges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clapometer.scoring.moments import Asked, Moment
from clapometer.scoring.moments import moments as tell
from clapometer.scoring.rule import Rule

from .answers import Answer, worded
from .instants import InstantLike, instant
from .problems import refusing
from .rulebook import DEFAULT, RuleLike
from .rulebook import rule as rule_named

if TYPE_CHECKING:
    from .events import Told


class Moments(Answer):
    """What moments() gives: one row per moment, in order of time, work by work.

    Columns: `work`, `at` (when it happened), `text`, `kind`, `before` and `after` (printed numbers
    in the rule's unit), `positive` and `count` afterwards, `about`, `undated`, `recorded_at` (the
    first instant at which it could be told), `cause` (`seq` or row of the entry behind it), `id`.
    """

    def shown(self) -> tuple[Sequence[str], list[tuple[object, ...]]]:
        """Return what a person is shown: when, of which work, what."""
        rows = self.table.select(["at", "work", "text"]).slice(0, _FIRST).to_pylist()
        return ("at", "work", "moment"), [tuple(map(worded, row.values())) for row in rows]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_pylist())


_FIRST = 30


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
    of all works, for the badge. `release`: the instant of release. `at`: up to this instant, which
    also says how far time has gone; else each work's last entry does. The kinds are those of the
    reference of moments.

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
    import pyarrow

    from .events import events_of, only, steps_of, works_of

    told, read = events_of(reviews, names), rule_named(rule)
    out, until, then = instant(release), instant(at), instant(known)
    rows: list[dict[str, object]] = []
    for work in works_of(told):
        asked = Asked(work=str(work), size=size if read.badge else None, release=out, until=until)
        with refusing():
            found = tell(steps_of(only(told, work), read, then), read, asked)
        rows += [_row(work, moment, read) for moment in found]
    return Moments(pyarrow.Table.from_pylist(rows, _schema(told, pyarrow)))


def _row(work: object, moment: Moment, rule: Rule) -> dict[str, object]:
    number = rule.printing.number
    return {
        "work": work,
        "at": moment.happened_at,
        "text": moment.text,
        "kind": moment.kind,
        "before": None if moment.before is None else number(moment.before),
        "after": None if moment.after is None else number(moment.after),
        "positive": moment.positive,
        "count": moment.count,
        "about": moment.about or None,
        "undated": moment.undated,
        "recorded_at": moment.recorded_at,
        "cause": moment.cause,
        "id": moment.id,
    }


def _schema(told: Told, pyarrow: Any) -> Any:
    from clapometer.scoring.frames.values import plain

    from .events import value_type

    when, text, whole = pyarrow.timestamp("us", "UTC"), pyarrow.string(), pyarrow.int64()
    work = value_type(plain(told.table.column(told.column("work"))).type)
    return pyarrow.schema(
        [
            ("work", work), ("at", when), ("text", text), ("kind", text),
            ("before", pyarrow.float64()), ("after", pyarrow.float64()), ("positive", whole),
            ("count", whole), ("about", text), ("undated", pyarrow.bool_()), ("recorded_at", when),
            ("cause", whole), ("id", text),
        ]
    )  # fmt: skip
