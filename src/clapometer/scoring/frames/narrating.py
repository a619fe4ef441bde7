"""A table of events goes in, the moments of its works come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow
import pyarrow.compute as compute

from clapometer.scoring.moments import Asked as Wanted
from clapometer.scoring.rules import Rule

from . import values
from .ahead import ahead
from .following import changes, joined
from .grouped import Grouped, grouped, told
from .intake import Asked, Intake, opened, split_names, take_in
from .occasions import NEVER, SIZE_CODES, occasions
from .outcome import first_rows, work_codes
from .packing import kind_codes, whole
from .result import moment_table
from .telling import Besides, moments_told
from .works import facts

_ROWS_AT_ONCE = 1 << 20
"""Works are told together until they have so many rows."""


def moments_table(events: object, rule: Rule, asked: Asked, names: Mapping[str, str] | None) -> Any:
    """Return the moments of every work; see clapometer.scoring.frames.moments."""
    names, own = split_names(names)
    table, given = opened(events, names)
    intake = take_in(table, names, rule.counts == "critic", asked)
    said = facts(table, intake.work, own)
    firsts = first_rows(intake)
    order = np.flatnonzero(firsts >= 0)
    order = order[firsts[order].argsort()]
    numbers = np.full(firsts.size, -1, np.int64)
    numbers[order] = np.arange(order.size)
    group = grouped(ahead(changes(intake, rule.versions), intake.size), work_codes(intake),
                    numbers, intake.size)  # fmt: skip
    named = intake.work.take(pyarrow.array(firsts[order])).to_pylist()
    works = [said.asked(work, rule, asked.at) for work in named]
    parts = _told(group, rule, works, _besides(intake, given))
    tables = [moment_table(part, firsts[order].tolist(), intake.work, rule) for part in parts]
    return pyarrow.concat_tables(tables)


def _besides(intake: Intake, given: dict[str, Any]) -> Besides:
    codes = ("reviewer", intake.reviewers) if intake.reviewers else ("review", intake.reviews)
    happened, recorded = values.instants(given["happened_at"], "happened_at"), intake.instants
    if "recorded_at" in given:
        recorded = values.instants(given["recorded_at"], "recorded_at")
        recorded = compute.coalesce(recorded, intake.instants)
    return Besides(
        instants=joined(intake.instants),
        recorded=joined(recorded),
        kinds=kind_codes(intake),
        reviewers=whole(intake, *codes),
        critics=None if intake.critics is None else whole(intake, "critic", intake.critics),
        undated=joined(happened.is_null()) if happened.null_count else None,
        seq=None if intake.seq is None else joined(intake.seq),
    )


def _told(
    group: Grouped, rule: Rule, works: list[Wanted], besides: Besides
) -> Iterator[list[tuple[int, Any]]]:
    """Yield (work, moment) of some works at a time; of none at all at first, for an empty table."""
    yield []
    sizes = np.array([SIZE_CODES.get(one.size, -1) for one in works], np.int64)
    releases = [NEVER if one.release is None else one.release for one in works]
    first, last = 0, len(works)
    while first < last:
        wanted = group.starts[first] + _ROWS_AT_ONCE
        after = max(first + 1, int(np.searchsorted(group.starts, wanted, side="right")) - 1)
        tale = told(group, first, after, besides.instants, besides.recorded, besides.kinds)
        goes_on = works[0].until is not None
        kept = occasions(tale, rule, sizes, np.array(releases, np.int64), goes_on)
        yield list(moments_told(group, tale, kept, rule, works, besides))
        first = after
