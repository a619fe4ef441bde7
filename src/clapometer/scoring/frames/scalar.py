"""A table of events as the scalar engine takes them: an Event for each row, work by work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import pyarrow
import pyarrow.compute as compute

from clapometer.scoring.events import KINDS, Event

from . import values
from .intake import (
    LARGEST_CODE,
    Asked,
    limits,
    numbered_reviews,
    opened,
    require,
    when_each,
    whole_grades,
)
from .problems import grade_beyond
from .values import Codes

_HIGHEST = 10_000


class Entry(NamedTuple):
    """A row of the table, and the event it tells of."""

    row: int
    event: Event


@dataclass(frozen=True, slots=True)
class Read:
    """A table read. `work` and `seq` are columns as they come out; `works` follows appearance.

    The `seq` of each event is the table's own; where that repeats itself, the rank of the row by
    it and then by its place; the place where the table has none.
    """

    size: int
    work: Any
    seq: Any
    works: tuple[tuple[Entry, ...], ...]


def read_events(
    events: object, names: Mapping[str, str] | None, asked: Asked, *, by_critic: bool
) -> Read:
    """Return the table's events; raises FrameRefused as the compiled engine does."""
    table, given = opened(events, names)
    by_critic = by_critic and "critic" in given
    require(given, by_critic, asked)
    places = _ranks(given["seq"]) if "seq" in given else range(table.num_rows)
    works = values.coded(given["work"], "work", table.num_rows // 2)
    gathered: dict[int, list[Entry]] = {}
    rows = _rows(given, asked, places, by_critic, table.num_rows)
    for row, (work, event) in enumerate(zip(works.numbers.to_pylist(), rows, strict=True)):
        gathered.setdefault(work, []).append(Entry(row, event))
    found = tuple(tuple(entries) for entries in gathered.values())
    return Read(table.num_rows, given["work"], given.get("seq"), found)


def _rows(
    given: dict[str, Any], asked: Asked, places: Any, by_critic: bool, size: int
) -> Iterator[Event]:
    """Yield an event for each row."""
    when = when_each(given).to_pylist()
    reviews = numbered_reviews(given)
    reviewers = _ordered(values.coded(given["reviewer"], "reviewer", LARGEST_CODE)) if (
        by_critic or reviews is None
    ) else reviews.numbers.to_pylist()  # fmt: skip
    columns = limits(given, asked)
    happened = values.instants(given["happened_at"], "happened_at").to_pylist()
    recorded = _recorded(given, when)
    voided = columns["voided"].to_pylist() if "voided" in columns else repeat(None, size)
    return map(
        Event, places, reviewers, _critics(given, by_critic, size), _kinds(given, size),
        happened, recorded, voided, _judged(given, "positive", size), _grades(given, size),
        _tops(given, size),
    )  # fmt: skip


def _ranks(seqs: Any) -> list[int]:
    """Return the numbers if each is there once, else the rank of each row by number and place."""
    listed: list[int] = seqs.to_pylist()
    if len(set(listed)) == len(listed):
        return listed
    ranks = [0] * len(listed)
    for rank, row in enumerate(sorted(range(len(listed)), key=listed.__getitem__)):
        ranks[row] = rank
    return ranks


def _ordered(codes: Codes) -> list[int]:
    """Return whole numbers in the order of what they stand for."""
    listed: list[int] = codes.numbers.to_pylist()
    if codes.names is None:
        return listed
    ranks = [0] * len(codes.names)
    for rank, code in enumerate(compute.sort_indices(codes.names).to_pylist()):
        ranks[code] = rank
    return [ranks[code] for code in listed]


def _recorded(given: dict[str, Any], when: list[int]) -> list[int]:
    """Return when each row was recorded; when it took place, where the table does not say."""
    if "recorded_at" not in given:
        return when
    said = values.instants(given["recorded_at"], "recorded_at").to_pylist()
    return [at if one is None else one for one, at in zip(said, when, strict=True)]


def _critics(given: dict[str, Any], by_critic: bool, size: int) -> Iterator[int | None]:
    if not by_critic:
        return repeat(None, size)
    column = given["critic"]
    named = iter(
        values.coded(column.filter(column.is_valid()), "critic", LARGEST_CODE).numbers.to_pylist()
    )
    return (next(named) if there else None for there in column.is_valid().to_pylist())


def _kinds(given: dict[str, Any], size: int) -> Iterator[str]:
    if "kind" not in given:
        return repeat("posted", size)
    column, words = values.kind_names(given["kind"], "kind")
    for word in words:
        if word not in KINDS and compute.any(compute.equal(column, word)).as_py():
            raise values.unknown_kind(word, "kind")
    return (words[one.as_py()] for chunk in column.chunks for one in chunk.indices)


def _judged(given: dict[str, Any], name: str, size: int) -> Iterator[bool | None]:
    if name not in given:
        return repeat(None, size)
    return iter(values.yes_or_no(given[name], name).to_pylist())


def _tops(given: dict[str, Any], size: int) -> Iterator[bool]:
    return map(bool, _judged(given, "top", size))


def _grades(given: dict[str, Any], size: int) -> Iterator[int | None]:
    if "grade" not in given:
        return repeat(None, size)
    column = whole_grades(given["grade"]).cast(pyarrow.int64())
    beyond = compute.or_(compute.less(column, 0), compute.greater(column, _HIGHEST))
    row = compute.index(beyond, True).as_py()
    if row >= 0:
        raise grade_beyond(row, column[row].as_py())
    return iter(column.to_pylist())
