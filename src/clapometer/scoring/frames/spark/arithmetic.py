"""The rule as arithmetic on Spark's own columns: windows over reviewers, sums over works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as f

from clapometer.scoring.events import KINDS
from clapometer.scoring.frames.columns import HISTORY, SCORES
from clapometer.scoring.frames.intake import Asked
from clapometer.scoring.grades import POINTS
from clapometer.scoring.rules import Rule
from clapometer.scoring.tally import Tally

from .cells import Cells
from .intake import type_of
from .reading import read

_ORDER = ("instant", "seq")
_SO_FAR = (Window.unboundedPreceding, Window.currentRow)
_READ_ON = ("count", "positive", "graded", "grade_sum")
# Of the rows of a reviewer that meet a condition, the value of the newest one, or of the first.
Find = Callable[[Column, Column, bool], Column]


def history(events: DataFrame, rule: Rule, asked: Asked) -> DataFrame:
    """Return the tally after each row: what each row changes, added up along its work."""
    by_reviewer = Window.partitionBy("work", "reviewer").orderBy(*_ORDER)
    by_work = Window.partitionBy("work").orderBy(*_ORDER)

    def found(value: Column, met: Column, first: bool) -> Column:
        take = f.first if first else f.last
        return take(f.when(met, value), ignorenulls=True).over(by_reviewer.rowsBetween(*_SO_FAR))

    kept = (*map(f.col, ("work", "reviewer", *_ORDER)), _counts(asked).alias("counts"))
    adds = {name: value for name, value in _adds().items() if name in _READ_ON}
    said = read(events, asked).select(*kept, *_states(found, rule, asked))
    after = said.select("work", "reviewer", *_ORDER, "counts", *_named(adds))
    change = {name: f.col(name) - f.lag(name, 1, 0).over(by_reviewer) for name in adds}
    changed = after.select("work", *_ORDER, "counts", *_named(change))
    sums = {name: f.sum(name).over(by_work.rowsBetween(*_SO_FAR)) for name in adds}
    summed = changed.select("work", "seq", "counts", *_named(sums))
    return summed.select(*(_column(name, rule, f.col("counts")) for name in HISTORY))


def scores(events: DataFrame, rule: Rule, asked: Asked) -> DataFrame:
    """Return one row per work: what each reviewer says at last, added up."""

    def found(value: Column, met: Column, first: bool) -> Column:
        take = f.min_by if first else f.max_by
        return take(value, f.when(met, f.struct(*_ORDER)))

    last = read(events, asked).groupBy("work", "reviewer").agg(*_states(found, rule, asked))
    sums = {name: f.sum(value) for name, value in _adds().items()}
    summed = last.groupBy("work").agg(*_named(sums))
    return summed.select(*(_column(name, rule, f.lit(True)) for name in SCORES))


def _counts(asked: Asked) -> Column:
    """Return whether a row counts at the instants asked for."""
    recorded, voided = f.col("recorded"), f.col("voided")
    if asked.known is None:
        counts = voided.isNull()
    else:
        counts = (recorded <= asked.known) & (voided.isNull() | (voided > asked.known))
    return counts if asked.at is None else counts & (f.col("instant") <= asked.at)


def _states(find: Find, rule: Rule, asked: Asked) -> tuple[Column, ...]:
    """Return what a reviewer says and the two marks on it, as the table KINDS sets them."""
    counts, kinds = _counts(asked), list(KINDS.values())
    speaks = _of([code for code, kind in enumerate(kinds) if kind.says])
    first = rule.versions == "first"
    said = find(_taken(rule), counts & speaks, first).alias("said")
    marks = []
    for mark in ("withdrawn", "excluded"):
        sets = {code: getattr(kind, mark) for code, kind in enumerate(kinds)}
        setting = _of([code for code, becomes in sets.items() if becomes is not None])
        becomes = _of([code for code, becomes in sets.items() if becomes])
        found = find(becomes, counts & setting, False)
        marks.append(f.coalesce(found, f.lit(False)).alias(mark))
    return (said, *marks)


def _taken(rule: Rule) -> Column:
    """Return what a row says as the rule takes it in, and whether a top critic says it."""
    positive, grade = f.col("positive"), f.col("grade")
    if rule.conversion.changes:
        if rule.conversion.positive_from is not None:
            positive = rule.conversion.positive(Cells(grade)).column == 1
        grade = rule.conversion.grade(Cells(grade)).column
    return f.struct(positive.alias("positive"), grade.alias("grade"), f.col("top"))


def _of(codes: list[int]) -> Column:
    return f.col("kind").isin(codes)


def _adds() -> dict[str, Column]:
    """Return what a reviewer adds to each sum of a Tally; see clapometer.scoring.tally."""
    live = f.col("said").isNotNull() & ~f.col("withdrawn") & ~f.col("excluded")
    positive, grade, top = (f.col(f"said.{name}") for name in ("positive", "grade", "top"))
    known, points = live & positive.isNotNull(), f.coalesce(grade, f.lit(0))
    favourable, graded = known & positive, live & grade.isNotNull()
    return {
        "count": _one_if(known),
        "positive": _one_if(favourable),
        "graded": _one_if(graded),
        "grade_sum": _one_if(graded) * points,
        "grade_squares": _one_if(graded) * points * points,
        "top_count": _one_if(known & top),
        "top_positive": _one_if(favourable & top),
    }


def _one_if(condition: Column) -> Column:
    return f.when(condition, 1).otherwise(0).cast("long")


def _named(columns: Mapping[str, Column]) -> list[Column]:
    return [column.alias(name) for name, column in columns.items()]


def _column(name: str, rule: Rule, counts: Column) -> Column:
    """Return a documented column, the rule's own arithmetic run on Spark's columns."""
    if name in {"work", "seq"}:
        return f.col(name)
    sums: Any = (Cells(f.col(one)) for one in _READ_ON)
    tally: Any = Tally(*sums)
    counted, (part, whole) = rule.measure.counted(tally), rule.measure.read(tally)
    enough = (counted.column > 0) & (rule.enough(counted).column == 1) & f.lit(not rule.lacks)
    read: dict[str, tuple[Column, Any]] = {
        "share": (tally.count.column > 0, tally.positive / _some(tally.count)),
        "mean": (tally.graded.column > 0, tally.grade_sum / (_some(tally.graded) * POINTS)),
        "printed": (enough, rule.printing.number(rule.printed(part, _some(whole)))),
    }
    there, value = read.get(name, (f.lit(True), Cells(f.col(name))))
    return f.when(counts & there, value.column.cast(type_of(name, rule))).alias(name)


def _some(cells: Cells) -> Cells:
    """Return the numbers, 1 in place of 0: what is divided by it is shown nowhere."""
    return Cells(f.greatest(cells.column, f.lit(1)))
