"""From events to the tally after each of them, on either of the two clocks.

Published time orders entries by (happened_at, seq); an entry whose time is unknown takes place at
its recorded_at. Recorded time asks what this site knew: the state at an instant is made of every
entry recorded by then and not yet voided, put in published order.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from operator import itemgetter
from typing import Literal, NamedTuple

from clapometer.scoring.bench import Bench, instant_of
from clapometer.scoring.events import Event
from clapometer.scoring.tally import Tally

Clock = Literal["happened", "recorded"]
Row = tuple[int, int, Event]

_in_order = itemgetter(0, 1)
_make = tuple.__new__


class Step(NamedTuple):
    """The tally after one event.

    `at`: the instant on the clock asked for. `undated`: the time of publication is unknown, so the
    step must not be drawn as if it had happened then. `voided`: the step is the undo of the event,
    which only the recorded clock shows.
    """

    at: int
    event: Event
    tally: Tally
    undated: bool = False
    voided: bool = False


def history(
    events: Iterable[Event],
    *,
    counts: str = "reviewer",
    versions: str = "latest",
    known: int | None = None,
    clock: Clock = "happened",
) -> list[Step]:
    """Return one step per entry, in the order of the clock.

    `counts`: "reviewer" counts each critic × outlet; "critic" counts of one critic's live reviews
    only the earliest published (tie: the lowest reviewer). `versions`: "latest", or "first" where
    a revision changes nothing. `known`: only what was recorded by that instant, and not voided by
    then. Raises KindUnknown.
    """
    bench = Bench(counts, versions)
    if clock == "recorded":
        return _recorded(events, bench, known)
    return _published(_rows(events, known), bench)


def tally_at(
    events: Iterable[Event],
    *,
    at: int | None = None,
    known: int | None = None,
    counts: str = "reviewer",
    versions: str = "latest",
    clock: Clock = "happened",
) -> Tally:
    """Return the tally at an instant of the clock (None: after everything). See history()."""
    if clock == "recorded":
        known, at = _earlier(known, at), None
    bench = Bench(counts, versions)
    return _published_tally(_until(_rows(events, known), at), bench)


def standing(
    events: Iterable[Event],
    *,
    at: int | None = None,
    known: int | None = None,
    versions: str = "latest",
) -> dict[int, Event]:
    """Return reviewer -> the event whose verdict and grade are in force at the instant.

    Withdrawn and excluded reviews are left out; which copies of one critic's review count is the
    rule's affair and not decided here.
    """
    bench = Bench("reviewer", versions)
    bench.changes(event for _, _, event in _until(_rows(events, known), at))
    return bench.in_force()


def _earlier(known: int | None, at: int | None) -> int | None:
    return min((instant for instant in (known, at) if instant is not None), default=None)


def _rows(events: Iterable[Event], known: int | None) -> list[Row]:
    """Return (instant, seq, event) in published order, of the entries that count at `known`."""
    if known is None:
        rows = [(e[5] if e[4] is None else e[4], e[0], e) for e in events if e[6] is None]
    else:
        rows = [
            (e[5] if e[4] is None else e[4], e[0], e)
            for e in events
            if e[5] <= known and (e[6] is None or e[6] > known)
        ]
    rows.sort(key=_in_order)
    return rows


def _until(rows: Sequence[Row], at: int | None) -> Sequence[Row]:
    return rows if at is None else [row for row in rows if row[0] <= at]


def _published(rows: Sequence[Row], bench: Bench) -> list[Step]:
    if not rows:
        return []
    instants, _, events = zip(*rows, strict=True)
    return _steps(instants, events, bench.changes(events), repeat(False, len(events)))


def _steps(
    instants: Iterable[int], events: Sequence[Event], deltas: list[Tally], voided: Iterable[bool]
) -> list[Step]:
    """Return the steps whose tallies are the running sums of the deltas.

    The sums of the seven columns and the making of the tuples run in the interpreter's C: this is
    the hot part of every page.
    """
    columns = map(accumulate, zip(*deltas, strict=True))
    tallies = map(_make, repeat(Tally), zip(*columns, strict=True))
    undated = [event[4] is None for event in events]
    return list(
        map(_make, repeat(Step), zip(instants, events, tallies, undated, voided, strict=True))
    )


def _published_tally(rows: Sequence[Row], bench: Bench) -> Tally:
    deltas = bench.changes(event for _, _, event in rows)
    return Tally(*map(sum, zip(*deltas, strict=True)))


def _recorded(events: Iterable[Event], bench: Bench, known: int | None) -> list[Step]:
    """Return a step per recording and per undo, each with the state of all that was known then."""
    recordings = _recordings(events, known)
    stories: dict[int, list[Row]] = {}
    deltas = []
    for _, _, voided, event in recordings:
        row = (instant_of(event), event.seq, event)
        story = stories.setdefault(event.reviewer, [])
        if voided:
            story.remove(row)
        else:
            insort(story, row, key=_in_order)
        if len(story) == 1 and not voided:
            deltas += bench.changes((event,))
        else:
            deltas.append(bench.replace(event, [part for _, _, part in story]))
    return _steps(
        [at for at, *_ in recordings],
        [event for *_, event in recordings],
        deltas,
        [voided for _, _, voided, _ in recordings],
    )


def _recordings(events: Iterable[Event], known: int | None) -> list[tuple[int, int, bool, Event]]:
    """Return (instant, seq, is it the undo?, event) of every recording and undo up to `known`."""
    recordings = []
    for event in events:
        if known is None or event.recorded_at <= known:
            recordings.append((event.recorded_at, event.seq, False, event))
            if event.voided_at is not None and (known is None or event.voided_at <= known):
                recordings.append((event.voided_at, event.seq, True, event))
    recordings.sort(key=_in_order)
    return recordings
