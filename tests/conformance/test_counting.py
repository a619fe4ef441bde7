"""Who counts: the scalar engine, the engines for tables, and the slow oracle on every vector."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from clapometer.scoring.history import history
from clapometer.scoring.rules import preset
from tests.conformance.engines import ENGINES
from tests.conformance.kit import cases, events_of, named, table_of
from tests.scoring import oracle

COUNTING = cases("counting")
PUBLISHED = [case for case in COUNTING if case.given["clock"] == "happened"]


@pytest.mark.parametrize("case", COUNTING, ids=named)
def test_the_scalar_engine_says_so(case):
    given = case.given
    steps = history(events_of(given["events"]), counts=given["counts"], versions=given["versions"],
                    known=given["known"], clock=given["clock"])  # fmt: skip
    found = [
        {"at": step.at, "seq": step.event.seq, "undated": step.undated, "voided": step.voided,
         "tally": step.tally._asdict()} for step in steps
    ]  # fmt: skip
    assert found == case.expected["steps"]


@pytest.mark.parametrize("case", PUBLISHED, ids=named)
def test_the_oracle_says_so_after_every_entry(case):
    given = case.given
    ways = {"counts": given["counts"], "versions": given["versions"]}
    entries = oracle.entries(events_of(given["events"]), None, given["known"])
    assert [event.seq for event in entries] == [one["seq"] for one in case.expected["steps"]]
    for position, step in enumerate(case.expected["steps"], 1):
        so_far = [event._replace(voided_at=None) for event in entries[:position]]
        assert oracle.tally(so_far, **ways) == tuple(step["tally"].values())


@pytest.mark.parametrize("case", [one for one in COUNTING if one not in PUBLISHED], ids=named)
def test_the_oracle_says_so_of_recorded_time_at_the_end_of_each_instant(case):
    given, steps = case.given, case.expected["steps"]
    events = events_of(given["events"])
    ways = {"counts": given["counts"], "versions": given["versions"]}
    ends = [step for step, after in pairwise([*steps, {"at": None}]) if step["at"] != after["at"]]
    for step in ends:
        assert oracle.tally(events, known=step["at"], **ways) == tuple(step["tally"].values())
    assert len(steps) == sum(
        (event.recorded_at <= limit) + (event.voided_at is not None and event.voided_at <= limit)
        for event in events
        for limit in [10**6 if given["known"] is None else given["known"]]
    ), "a step for every recording and every undo"


@pytest.mark.parametrize("engine", ENGINES, ids=named)
@pytest.mark.parametrize("case", PUBLISHED, ids=named)
def test_the_engines_for_tables_say_so(case, engine):
    given = case.given
    rule = replace(preset("clapometer"), counts=given["counts"], versions=given["versions"])
    table = table_of([("made-up", event) for event in events_of(given["events"])])
    rows = {
        row["seq"]: row for row in engine.history(table, rule, known=given["known"]).to_pylist()
    }
    steps = {step["seq"]: step["tally"] for step in case.expected["steps"]}
    for seq, row in rows.items():
        tally = steps.get(seq, dict.fromkeys(("count", "positive", "graded")))
        assert {name: row[name] for name in ("count", "positive", "graded")} == {
            name: tally[name] for name in ("count", "positive", "graded")
        }
        if tally["graded"]:
            assert row["mean"] == tally["grade_sum"] / (tally["graded"] * 10_000)
