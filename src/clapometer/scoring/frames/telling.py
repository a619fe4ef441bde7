"""The scalar engine's words for the instants of a table at which something can turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any

import numpy as np

from clapometer.scoring.events import KINDS, Event
from clapometer.scoring.history import Step
from clapometer.scoring.moments import Asked, Moment, told
from clapometer.scoring.rules import Rule
from clapometer.scoring.settling import Instant
from clapometer.scoring.tally import EMPTY, Tally

from .grouped import Grouped, Told
from .words import Array

_make = tuple.__new__
_KIND_NAMES = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class Besides:
    """What the words need besides tallies, by row: who, when recorded, and the order of entries.

    `critics` is None where nobody counts once as a critic; -1 is a critic without a name. `undated`
    and `seq` are None where every row is dated, or is its own number.
    """

    instants: Array
    recorded: Array
    kinds: Array
    reviewers: Array
    critics: Array | None
    undated: Array | None
    seq: Array | None


def moments_told(
    group: Grouped, tale: Told, kept: Array, rule: Rule, works: Sequence[Asked], besides: Besides
) -> Iterator[tuple[int, Moment]]:
    """Yield (work, moment) of the works told, work by work."""
    for work, together in groupby(_instants(group, tale, kept, besides), key=itemgetter(0)):
        for moment in told([instant for _, instant in together], rule, works[work]):
            yield work, moment


def _instants(
    group: Grouped, tale: Told, kept: Array, besides: Besides
) -> Iterator[tuple[int, Instant]]:
    """Yield (work, instant) of the instants kept."""
    firsts, lasts = tale.firsts[kept], tale.lasts[kept]
    lengths = lasts - firsts + 1
    ends = lengths.cumsum()
    spread = np.repeat(firsts - ends + lengths, lengths) + np.arange(lengths.sum())
    steps = _steps(group.rows[tale.base + spread], tale.sums[spread], besides)
    works = tale.works[kept]
    begins = firsts == group.starts[works] - tale.base
    before = _tallies(tale.sums[np.maximum(firsts - 1, 0)])
    columns = (works, tale.at[kept], begins, ends, tale.arrived[kept], tale.recorded[kept])
    start = 0
    for (work, at, begin, end, arrived, recorded), tally in zip(
        zip(*(column.tolist() for column in columns), strict=True), before, strict=True
    ):
        own = tuple(steps[start:end])
        start = end
        yield work, Instant(at, own, EMPTY if begin else tally, own[-1].tally, arrived, recorded)


def _steps(rows: Array, sums: Array, besides: Besides) -> list[Step]:
    """Return the steps of some rows; of an event only what the words ask is filled in."""
    at = besides.instants[rows].tolist()
    nobody, dated = [None] * rows.size, [False] * rows.size
    undated = dated if besides.undated is None else besides.undated[rows].tolist()
    critics: list[Any] = nobody
    if besides.critics is not None:
        critics = [None if one < 0 else one for one in besides.critics[rows].tolist()]
    seq = rows if besides.seq is None else besides.seq[rows]
    events = zip(
        seq.tolist(), besides.reviewers[rows].tolist(), critics,
        map(_KIND_NAMES.__getitem__, besides.kinds[rows].tolist()), at,
        besides.recorded[rows].tolist(), nobody, nobody, nobody, dated, strict=True,
    )  # fmt: skip
    made = map(_make, repeat(Event), events)
    steps = zip(at, made, _tallies(sums), undated, dated, strict=True)
    return list(map(_make, repeat(Step), steps))


def _tallies(sums: Array) -> Iterator[Tally]:
    """Return tallies without grades, which a share of verdicts does not ask."""
    count, positive, top, top_positive = (column.tolist() for column in sums.T)
    none = [0] * len(count)
    return map(
        _make, repeat(Tally), zip(count, positive, none, none, none, top, top_positive, strict=True)
    )
