"""The engine for tables without NumPy and Numba: the scalar engine, work by work.

The same columns and the same bits as the compiled one, some hundred times slower; and it scores
by every rule, also by those that convert grades or print a mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow

from clapometer.scoring.events import Event
from clapometer.scoring.grades import POINTS
from clapometer.scoring.history import history, tally_at
from clapometer.scoring.moments import Moment, moments
from clapometer.scoring.rules import Rule
from clapometer.scoring.tally import Tally

from .intake import Asked, opened, split_names
from .scalar import Read, read_events
from .works import facts

_MOST_OF_A_BYTE = 127


def plain_history(
    events: object, rule: Rule, known: int | None, names: Mapping[str, str] | None
) -> pyarrow.Table:
    """See clapometer.scoring.frames.history."""
    read = read_events(events, names, Asked(known=known), by_critic=rule.counts == "critic")
    after: list[Tally | None] = [None] * read.size
    for entries in read.works:
        row_of = {entry.event.seq: entry.row for entry in entries}
        told = rule.conversion.taken(_events(entries))
        for step in history(told, counts=rule.counts, versions=rule.versions, known=known):
            after[row_of[step.event.seq]] = step.tally
    seq = read.seq if read.seq is not None else pyarrow.array(range(read.size), pyarrow.int64())
    columns = {"seq": seq.cast(pyarrow.int64()), "work": read.work, **_columns(rule, after)}
    return pyarrow.table(columns)


def plain_scores(
    events: object, rule: Rule, asked: Asked, names: Mapping[str, str] | None
) -> pyarrow.Table:
    """See clapometer.scoring.frames.scores."""
    read = read_events(events, names, asked, by_critic=rule.counts == "critic")
    tallies = [_tally(entries, rule, asked) for entries in read.works]
    sums = {
        name: pyarrow.array([getattr(tally, name) for tally in tallies], pyarrow.int64())
        for name in ("grade_sum", "grade_squares", "top_count", "top_positive")
    }
    return pyarrow.table({"work": _first_of_each(read), **_columns(rule, tallies), **sums})


def plain_moments(
    events: object, rule: Rule, asked: Asked, names: Mapping[str, str] | None
) -> pyarrow.Table:
    """See clapometer.scoring.frames.moments."""
    from .result import moment_table

    names, own = split_names(names)
    table, _ = opened(events, names)
    read = read_events(table, names, asked, by_critic=rule.counts == "critic")
    said, firsts = facts(table, read.work, own), [entries[0].row for entries in read.works]
    named, seqs = (
        _first_of_each(read).to_pylist(),
        None if read.seq is None else read.seq.to_pylist(),
    )
    found: list[tuple[int, Moment]] = []
    for number, (work, entries) in enumerate(zip(named, read.works, strict=True)):
        told = rule.conversion.taken(_numbered(entries, seqs))
        steps = history(told, counts=rule.counts, versions=rule.versions, known=asked.known)
        found += [(number, one) for one in moments(steps, rule, said.asked(work, rule, asked.at))]
    return moment_table(found, firsts, read.work, rule)


def _events(entries: Iterable[Any]) -> list[Event]:
    return [entry.event for entry in entries]


def _numbered(entries: Iterable[Any], seqs: Sequence[int] | None) -> list[Event]:
    """Return the events under the table's own numbers, where it has any."""
    if seqs is None:
        return _events(entries)
    return [entry.event._replace(seq=seqs[entry.row]) for entry in entries]


def _tally(entries: Iterable[Any], rule: Rule, asked: Asked) -> Tally:
    told = rule.conversion.taken(_events(entries))
    return tally_at(
        told, at=asked.at, known=asked.known, counts=rule.counts, versions=rule.versions
    )


def _first_of_each(read: Read) -> Any:
    firsts = [entries[0].row for entries in read.works]
    return read.work.take(pyarrow.array(firsts, pyarrow.int64()))


def _columns(rule: Rule, tallies: Iterable[Tally | None]) -> dict[str, Any]:
    """Return the columns from `count` to `printed`, empty where there is no tally."""
    held, printed = list(tallies), printer(rule)
    whole = pyarrow.int32()
    shares = [t.positive / t.count if t and t.count else None for t in held]
    means = [t.grade_sum / (t.graded * POINTS) if t and t.graded else None for t in held]
    return {
        "count": pyarrow.array([t and t.count for t in held], whole),
        "positive": pyarrow.array([t and t.positive for t in held], whole),
        "share": pyarrow.array(shares, pyarrow.float64()),
        "mean": pyarrow.array(means, pyarrow.float64()),
        "graded": pyarrow.array([t and t.graded for t in held], whole),
        "printed": pyarrow.array([t and printed(t) for t in held], printed_type(rule)),
    }


def printed_type(rule: Rule) -> Any:
    """Return the type of the column `printed`: small whole numbers, or such with decimals."""
    small = rule.printing.out_of <= _MOST_OF_A_BYTE and not rule.printing.decimals
    return pyarrow.int8() if small else pyarrow.float64()


def printer(rule: Rule) -> Callable[[Tally], float | int | None]:
    """Return what gives the printed number of a tally in the rule's unit, None where there is none.

    Many tallies of a table are equal, so what was printed is remembered.
    """

    @cache
    def printed(part: int, whole: int) -> float | int:
        return rule.printing.number(int(rule.printed(part, whole)))

    def read(tally: Tally) -> float | int | None:
        counted = rule.measure.counted(tally)
        if rule.lacks or not counted or not rule.enough(counted):
            return None
        return printed(*rule.read(tally))

    return read
