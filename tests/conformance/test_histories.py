"""Badges and moments: our engines on every vector, the oracle, and the kit's own formulas."""

from __future__ import annotations

import hashlib
from fractions import Fraction

import pyarrow
import pytest

from clapometer.scoring.badges import BadgeRule, badge_history
from clapometer.scoring.history import history
from clapometer.scoring.moments import KINDS, Asked, moments
from clapometer.scoring.settling import Settled
from tests.conformance.engines import ENGINES
from tests.conformance.kit import cases, events_of, named, rule_of, table_of
from tests.scoring import oracle
from tools.kit.moments import moment_data

BADGES, MOMENTS = cases("badges"), cases("moments")


def badge_of(data):
    """The badge, from the kit's data alone."""
    settled = data["settled"]
    return BadgeRule(
        **{
            **data,
            "enter": Fraction(data["enter"]),
            "keep": Fraction(data["keep"]),
            "minimums": tuple(data["minimums"].items()),
            "settled": Settled(**settled) if settled else None,
        }
    )


@pytest.mark.parametrize("case", BADGES, ids=named)
def test_badges_by_the_scalar_engine(case):
    given = case.given
    steps = history(events_of(given["events"]))
    turns = badge_history(badge_of(given["badge"]), steps, given["size"], given["until"])
    assert [{"at": one.at, "moment": one.moment} for one in turns] == case.expected["transitions"]
    last = turns[-1] if turns else None
    assert (case.expected["state"], case.expected["since"]) == (
        (last.state, last.at) if last else ("none", None)
    )


@pytest.mark.parametrize("case", [one for one in BADGES if not one.given["badge"]["settled"]],
                         ids=named)  # fmt: skip
def test_badges_by_the_oracle(case):
    badge, events = case.given["badge"], events_of(case.given["events"])
    entries = oracle.entries(events, None, None)
    ends = sorted({oracle.instant(event) for event in entries})
    tallies = [(at, oracle.tally(events, at=at)) for at in ends]
    least = badge["minimums"][case.given["size"]]
    enter, keep = Fraction(badge["enter"]), Fraction(badge["keep"])
    found = oracle.badge_moments(tallies, enter, keep, least, badge["top"])
    assert found == [(one["at"], one["moment"]) for one in case.expected["transitions"]]


def fewest(badge, size, held, tally):
    """How many more reviews in a row turn it, tried one after another."""
    count, positive, top = tally
    for more in range(400):
        n = count + more
        share = Fraction(positive + (0 if held else more), n) if n else None
        if held and (share is None or share < Fraction(badge["keep"])):
            return more
        lacking = max(0, badge["top"] - top)
        if held or share is None or share < Fraction(badge["enter"]) or more < lacking:
            continue
        if n >= badge["minimums"][size]:
            return more
    return None


@pytest.mark.parametrize("case", [one for one in BADGES if not one.given["badge"]["settled"]],
                         ids=named)  # fmt: skip
def test_what_comes_next_by_trying(case):
    given, comes = case.given, case.expected["next"]
    count, positive, *_, top, _ = oracle.tally(events_of(given["events"]))
    held = case.expected["state"] == "held"
    assert comes["reviews"] == fewest(given["badge"], given["size"], held, (count, positive, top))
    assert (
        comes["moment"]
        == {"none": "won", "held": "lost", "lost": "regained"}[case.expected["state"]]
    )


@pytest.mark.parametrize("case", MOMENTS, ids=named)
def test_moments_by_the_scalar_engine(case):
    given = case.given
    rule = rule_of(given["rule"])
    steps = history(events_of(given["events"]), counts=rule.counts, versions=rule.versions)
    asked = Asked(
        given["work"], given["size"], given["release"], given["until"],
        tuple(given["thresholds"]), tuple(given["milestones"]), Settled(**given["settled"]),
    )  # fmt: skip
    assert [moment_data(one) for one in moments(steps, rule, asked)] == case.expected


@pytest.mark.parametrize("case", MOMENTS, ids=named)
def test_ids_and_texts_by_the_words_of_the_readme(case):
    for one in case.expected:
        parts = (case.given["work"], one["kind"], one["about"], str(one["cause"]))
        assert one["id"] == hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
        places = {
            **one, "before": one["shown"][0], "after": one["shown"][1],
            "about": one["label"] or one["about"],
        }  # fmt: skip
        assert one["text"] == KINDS[one["kind"]].says.format_map(places)


@pytest.mark.parametrize("engine", [one for one in ENGINES if one.moments], ids=named)
@pytest.mark.parametrize("case", MOMENTS, ids=named)
def test_moments_by_the_engines_for_tables(case, engine):
    given = case.given
    table = table_of([(given["work"], event) for event in events_of(given["events"])])
    size = pyarrow.array([given["size"]] * table.num_rows, pyarrow.string())
    release = pyarrow.array([given["release"]] * table.num_rows, pyarrow.int64())
    table = table.append_column("size", size).append_column("release", release)
    found = engine.moments(table, rule_of(given["rule"]), at=given["until"])
    members = ("id", "kind", "undated", "text", "before", "after", "positive", "count", "cause")
    assert [{name: row[name] for name in members} for row in found.to_pylist()] == [
        {name: one[name] for name in members} for one in case.expected
    ]
    instants = [one["happened_at"] for one in case.expected]
    assert found["at"].cast(pyarrow.int64()).to_pylist() == instants
