"""Roll-ups and reconciling: our engine on every vector, and everything counted out anew."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest

from clapometer.scoring.reconcile import Published, reconcile
from clapometer.scoring.rollup import Part, Weighing, roll_up
from tests.conformance import reader
from tests.conformance.kit import cases, events_of, named, rule_of
from tests.scoring import oracle
from tools.kit.rollup import reading_data

ROLLUP, RECONCILE = cases("rollup"), cases("reconcile")
# Beyond so many sequences, counting every one of them takes too long.
_MOST = 200_000


def part_of(data):
    """The work with its parts, from the kit's data."""
    parts = tuple(part_of(one) for one in data["parts"])
    first = frozenset(data["first_episodes"])
    return Part(data["name"], data["kind"], events_of(data["events"]), parts, first)


@pytest.mark.parametrize("case", ROLLUP, ids=named)
def test_roll_ups_by_the_engine(case):
    given = case.given
    weighing = Weighing(Fraction(given["weighing"]["episode"]),
                        given["weighing"]["first_episodes"])  # fmt: skip
    found = roll_up(part_of(given["work"]), rule_of(given["rule"]), weighing, at=given["at"],
                    known=given["known"], clock=given["clock"])  # fmt: skip
    assert reading_data(found) == case.expected


def pooled(given, work, expected):
    """(positive, weight, reviews) of a work, counted anew; every part's reading is checked too."""
    limit = {"known": given["at"]} if given["clock"] == "recorded" else {"at": given["at"]}
    events = [
        event
        for event in events_of(work["events"])
        if given["weighing"]["first_episodes"] == "count" or event.seq not in work["first_episodes"]
    ]
    count, positive, *_ = oracle.tally(events, **limit, counts=given["rule"]["counts"])
    sums = [Fraction(positive), Fraction(count), count]
    shares, minimum = [], given["rule"]["minimum"]
    for part, reading in zip(work["parts"], expected["parts"], strict=True):
        episode = part["kind"] == "episode"
        weight = Fraction(given["weighing"]["episode"]) if episode else Fraction(1)
        below = pooled(given, part, reading)
        for place, add in enumerate((weight * below[0], weight * below[1])):
            sums[place] += add
        sums[2] += below[2] if weight else 0
        if below[2] >= minimum:
            shares.append(below[0] / below[1])
    mean = sum(shares, Fraction(0)) / len(shares) if shares else None
    share = sums[0] / sums[1] if sums[1] else None
    assert (expected["share"], expected["mean"]) == (reader.text(share), reader.text(mean))
    enough = sums[2] >= minimum and share is not None
    assert expected["printed"] == (rounded(given["rule"], share) if enough else None)
    return sums


def rounded(rule, share):
    """The share as the rule prints it, by the second reader."""
    return reader.rounded(rule["rounding"], share.numerator, share.denominator, 100)


@pytest.mark.parametrize("case", ROLLUP, ids=named)
def test_roll_ups_counted_out(case):
    found = pooled(case.given, case.given["work"], case.expected)
    said = case.expected["pooled"]
    assert found == [Fraction(said["positive"]), Fraction(said["weight"]), said["reviews"]]


def span_data(span):
    return span._asdict() if span.size else None


@pytest.mark.parametrize("case", RECONCILE, ids=named)
def test_reconciling_by_the_engine(case):
    rows = [Published(**row) for row in case.given["published"]]
    found = reconcile(rows, rule_of(case.given["rule"]))
    assert found.histories == case.expected["histories"]
    assert [
        {"verdict": day.verdict, "alone": span_data(day.alone),
         "together": span_data(day.together), "withdrawn": day.withdrawn, "changed": day.changed}
        for day in found.days
    ] == case.expected["days"]  # fmt: skip


def numbers(span):
    return [] if span is None else list(range(span["least"], span["most"] + 1))


@pytest.mark.parametrize("case", RECONCILE, ids=named)
def test_possible_numbers_counted_out(case):
    rule, rows = case.given["rule"], case.given["published"]
    alone = [
        [p for p in range(row["count"] + 1) if printed(rule, p, row["count"]) == row["printed"]]
        for row in rows
    ]
    assert [numbers(day["alone"]) for day in case.expected["days"]] == alone
    verdicts = [day["verdict"] for day in case.expected["days"]]
    whole = [at for at, row in enumerate(rows)
             if alone[at] and row["count"] >= rule["minimum"]]  # fmt: skip
    assert whole == [at for at, one in enumerate(verdicts) if one not in ("impossible", "too-few")]
    if "changed" in verdicts:
        return
    ways = [
        way
        for way in product(*(alone[at] for at in whole))
        if all(leads(rows[a], p, rows[b], q) for (a, p), (b, q) in pairwise(
            zip(whole, way, strict=True)))
    ]  # fmt: skip
    assert len(ways) == case.expected["histories"] or not whole
    for place, at in enumerate(whole):
        together = numbers(case.expected["days"][at]["together"])
        assert together == sorted({way[place] for way in ways})


def printed(rule, positive, count):
    return reader.rounded(rule["rounding"], positive, count, 100)


def leads(row, positive, after, later):
    """Whether new reviews alone, or withdrawals alone, lead from one number to the other."""
    more = after["count"] - row["count"]
    return min(0, more) <= later - positive <= max(0, more)
