"""Which reviews count: by hand, and made from seeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

from clapometer.scoring.events import KINDS, Event
from clapometer.scoring.history import Clock, Step, history

from .writing import Case, Subject, agree, event_data, tally_data

_BITS = {"+": True, "-": False, "?": None}
_SEEDED = 48


class ByHand(NamedTuple):
    """A story told shortly: `says` has "kind reviewer verdict at" for each entry, in order of seq.

    `after`: (instant, seq, count, positive) after each step of the clock.
    """

    name: str
    why: str
    says: str
    after: Sequence[tuple[int, int, int, int]]
    counts: str = "reviewer"
    versions: str = "latest"
    known: int | None = None
    clock: Clock = "happened"
    change: dict[int, dict[str, Any]] = {}  # noqa: RUF012 -- nobody writes to it


def entries(says: str, change: dict[int, dict[str, Any]] | None = None) -> list[Event]:
    """Return the events of a short story; each reviewer is its own critic unless changed."""
    events = []
    for seq, one in enumerate(says.split(", ")):
        kind, reviewer, verdict, at = one.split()
        event = Event(seq, int(reviewer), int(reviewer), kind, int(at), int(at), None,
                      _BITS[verdict])  # fmt: skip
        events.append(event._replace(**(change or {}).get(seq, {})))
    return events


_LATE = {1: {"recorded_at": 20}}
_UNDONE = {1: {"voided_at": 30}}
_COPIES = {0: {"critic": 7}, 1: {"critic": 7}}
_THREE = {**_COPIES, 2: {"critic": 7}}
_WITHDRAWN = "posted 1 + 10, posted 2 - 20, withdrawn 1 ? 30"
STORIES = (
    ByHand("posted", "Each review adds one.", "posted 1 + 10, posted 2 - 20",
           [(10, 0, 1, 1), (20, 1, 2, 1)]),
    ByHand("revised", "The new verdict takes the place of the old one.",
           "posted 1 + 10, revised 1 - 20", [(10, 0, 1, 1), (20, 1, 1, 0)]),
    ByHand("posted-twice", "Posted again is a revision: a reviewer counts once.",
           "posted 1 + 10, posted 1 - 20", [(10, 0, 1, 1), (20, 1, 1, 0)]),
    ByHand("withdrawn", "A review taken back adds nothing.", "posted 1 + 10, withdrawn 1 ? 20",
           [(10, 0, 1, 1), (20, 1, 0, 0)]),
    ByHand("withdrawn-and-posted-again", "Posting again ends a withdrawal.",
           "posted 1 + 10, withdrawn 1 ? 20, posted 1 - 30",
           [(10, 0, 1, 1), (20, 1, 0, 0), (30, 2, 1, 0)]),
    ByHand("excluded", "An exclusion holds whatever the reviewer says, until it is restored; then "
           "the last words count.",
           "posted 1 + 10, excluded 1 ? 20, revised 1 - 30, restored 1 ? 40",
           [(10, 0, 1, 1), (20, 1, 0, 0), (30, 2, 0, 0), (40, 3, 1, 0)]),
    ByHand("restored-after-withdrawal", "Restoring takes a withdrawal back too.",
           "posted 1 + 10, withdrawn 1 ? 20, restored 1 ? 30",
           [(10, 0, 1, 1), (20, 1, 0, 0), (30, 2, 1, 1)]),
    ByHand("withdrawn-before-posted", "Nothing is said yet, so nothing is taken away; the post "
           "then ends the withdrawal.", "withdrawn 1 ? 10, posted 1 + 20",
           [(10, 0, 0, 0), (20, 1, 1, 1)]),
    ByHand("same-instant", "Entries of one instant go by seq: the revision is the later one.",
           "posted 1 + 10, revised 1 - 10", [(10, 0, 1, 1), (10, 1, 1, 0)]),
    ByHand("undated", "Without a time of publication an entry takes place when it was recorded.",
           "posted 1 + 10, posted 2 - 30", [(10, 0, 1, 1), (30, 1, 2, 1)],
           change={1: {"happened_at": None}}),
    ByHand("happened-clock", "Seq 1 was published at 5 and recorded at 20: in published time it "
           "comes first.", "posted 1 + 10, posted 2 - 5", [(5, 1, 1, 0), (10, 0, 2, 1)],
           change=_LATE),
    ByHand("recorded-clock", "The same entries as this site learned of them.",
           "posted 1 + 10, posted 2 - 5", [(10, 0, 1, 1), (20, 1, 2, 1)], clock="recorded",
           change=_LATE),
    ByHand("known", "What was known at 15: seq 1 was recorded at 20, so it does not count.",
           "posted 1 + 10, posted 2 - 5", [(10, 0, 1, 1)], known=15, change=_LATE),
    ByHand("voided", "An undo took seq 1 back: it does not count.",
           "posted 1 + 10, posted 2 - 20", [(10, 0, 1, 1)], change=_UNDONE),
    ByHand("voided-later", "The undo was at 30; at 25 it was not yet taken back.",
           "posted 1 + 10, posted 2 - 20", [(10, 0, 1, 1), (20, 1, 2, 1)], known=25,
           change=_UNDONE),
    ByHand("voided-as-recorded", "In recorded time the undo is a step of its own, at 30.",
           "posted 1 + 10, posted 2 - 20", [(10, 0, 1, 1), (20, 1, 2, 1), (30, 1, 1, 1)],
           clock="recorded", change=_UNDONE),
    ByHand("copies-of-one-critic-by-reviewer", "Critic 7 writes in outlets 1 and 2; each counts.",
           "posted 1 + 10, posted 2 - 20", [(10, 0, 1, 1), (20, 1, 2, 1)], change=_COPIES),
    ByHand("copies-of-one-critic-by-critic", "Of critic 7's reviews the earliest published counts.",
           "posted 1 + 10, posted 2 - 20", [(10, 0, 1, 1), (20, 1, 1, 1)], counts="critic",
           change=_COPIES),
    ByHand("the-next-copy-steps-in", "The earliest is withdrawn; the later one counts now.",
           _WITHDRAWN, [(10, 0, 1, 1), (20, 1, 1, 1), (30, 2, 1, 0)], counts="critic",
           change=_THREE),
    ByHand("copies-of-one-instant", "Both at 10: the lowest reviewer, 1, counts, although it came "
           "second.", "posted 2 + 10, posted 1 - 10", [(10, 0, 1, 1), (10, 1, 1, 0)],
           counts="critic", change=_COPIES),
    ByHand("critics-without-a-name", "Nobody knows whether they are one: each counts.",
           "posted 1 + 10, posted 2 - 20", [(10, 0, 1, 1), (20, 1, 2, 1)], counts="critic",
           change={0: {"critic": None}, 1: {"critic": None}}),
    ByHand("first-version", "Only the first words count; the revision changes nothing.",
           "posted 1 + 10, revised 1 - 20", [(10, 0, 1, 1), (20, 1, 1, 1)], versions="first"),
    ByHand("first-version-withdrawn", "A withdrawal takes it away; posted again, the first words "
           "are back.", "posted 1 + 10, withdrawn 1 ? 20, posted 1 - 30",
           [(10, 0, 1, 1), (20, 1, 0, 0), (30, 2, 1, 1)], versions="first"),
    ByHand("unknown-verdict", "A review without a verdict is in no count of verdicts.",
           "posted 1 ? 10, posted 2 + 20", [(10, 0, 0, 0), (20, 1, 1, 1)]),
)  # fmt: skip


def _story(one: ByHand) -> Case:
    events = entries(one.says, one.change)
    steps = history(events, counts=one.counts, versions=one.versions, known=one.known,
                    clock=one.clock)  # fmt: skip
    found = [(step.at, step.event.seq, step.tally.count, step.tally.positive) for step in steps]
    agree(one.name, list(one.after), found)
    given = _given(one.counts, one.versions, one.known, one.clock, events)
    return Case(one.name, "hand", one.why, given, {"steps": _steps(steps)})


def _given(
    counts: str, versions: str, known: int | None, clock: Clock, events: list[Event]
) -> dict[str, Any]:
    return {
        "counts": counts,
        "versions": versions,
        "known": known,
        "clock": clock,
        "events": [event_data(event) for event in events],
    }


def _steps(steps: Sequence[Step]) -> list[dict[str, Any]]:
    return [
        {
            "at": step.at,
            "seq": step.event.seq,
            "undated": step.undated,
            "voided": step.voided,
            "tally": tally_data(step.tally),
        }
        for step in steps
    ]


def seeded_events(chance: Random, most: int) -> list[Event]:
    """Return made-up entries on both clocks, some undated, some voided, in no order."""
    events = []
    for seq in range(chance.randint(2, most)):
        reviewer, recorded = chance.randrange(8), chance.randrange(20)
        dated, undone = chance.random() < 0.8, chance.random() < 0.15
        said = chance.choice(["posted", "posted", *KINDS])
        events.append(
            Event(
                seq=seq,
                reviewer=reviewer,
                critic=None if reviewer > 5 else reviewer // 2,
                kind=said,
                happened_at=chance.randrange(20) if dated else None,
                recorded_at=recorded,
                voided_at=recorded + chance.randrange(6) if undone else None,
                positive=chance.choice([True, True, False, None]),
                grade=chance.choice([None, chance.randrange(10_001)]),
                top=chance.random() < 0.4,
            )
        )
    chance.shuffle(events)
    return events


def _seeded() -> Iterator[Case]:
    """Yield made-up stories on every way to count."""
    for seed in range(_SEEDED):
        chance = Random(seed)
        events = seeded_events(chance, 14)
        counts, versions = chance.choice(["reviewer", "critic"]), chance.choice(["latest", "first"])
        known = chance.choice([None, None, chance.randrange(20)])
        clock: Clock = "recorded" if seed % 4 == 3 else "happened"
        steps = history(events, counts=counts, versions=versions, known=known, clock=clock)
        why = f"Made from the seed {seed}; every step counted anew from the whole list of entries."
        given = _given(counts, versions, known, clock, events)
        yield Case(f"seed-{seed}", "second", why, given, {"steps": _steps(steps)})


def _cases() -> Iterator[Case]:
    yield from map(_story, STORIES)
    yield from _seeded()


ABOUT = (
    "Which reviews count, and the tally after each entry, by ways to count, versions, clocks and "
    "what was known."
)


def subject() -> Subject:
    """Return the file counting.json."""
    return Subject("counting", ABOUT, _cases())
