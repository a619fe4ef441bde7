"""What rules print: the scalar engine, engines for tables, and a second reader on every vector."""

from __future__ import annotations

import pytest

from clapometer.scoring.events import Event
from clapometer.scoring.rounding import ROUNDINGS
from clapometer.scoring.rules import score
from clapometer.scoring.tally import Tally
from tests.conformance import reader
from tests.conformance.engines import ENGINES
from tests.conformance.kit import cases, named, rule_of, table_of
from tools.kit.reading import reading

READING, ROUNDING = cases("reading"), cases("rounding")
# More reviews than that a table need not spell out one by one.
_LONGEST = 400


@pytest.mark.parametrize("case", READING, ids=named)
def test_the_scalar_engine_says_so(case):
    rule = rule_of(case.given["rule"])
    for tally, expected in zip(case.given["tallies"], case.expected, strict=True):
        assert reading(rule, Tally(**tally)) == expected
        assert (score(rule, Tally(**tally)).printed is not None) == expected["enough"]


def unread(case):
    """What the second reader does not know of the case's rule: parts that came after it."""
    rule, plain = case.given["rule"], READING[0].given["rule"]
    parts = {name for name in rule.keys() - reader.KNOWN if rule[name] != plain[name]}
    bands = [*rule["bands"], *rule["marks"]]
    return parts | {name for one in bands for name in one.keys() - reader.BAND if one[name]}


@pytest.mark.parametrize("case", [one for one in READING if not unread(one)], ids=named)
def test_a_second_reader_of_the_data_says_so(case):
    rule = case.given["rule"]
    for tally, expected in zip(case.given["tallies"], case.expected, strict=True):
        said = reader.read(rule, tally)
        assert said == {name: expected[name] for name in said}
        bounds, between = reader.interval(rule, tally), expected["interval"]
        assert (bounds is None) == (between is None)
        if bounds and between:
            near = pytest.approx(bounds, abs=between["tolerance"])
            assert (between["low"], between["high"]) == near


def test_most_presets_are_read_by_the_second_reader():
    assert len([case for case in READING if unread(case)]) * 3 < len(READING)


@pytest.mark.parametrize("case", ROUNDING, ids=named)
def test_roundings_by_our_functions_and_by_the_second_reader(case):
    name = case.given["rounding"]
    for number, printed in zip(case.given["numbers"], case.expected, strict=True):
        part, whole, most = number["part"], number["whole"], number["most"]
        assert ROUNDINGS[name].printed(part, whole, most) == printed
        assert reader.rounded(name, part, whole, most) == printed


def spelled_out(tally: dict[str, int], work: str) -> list[tuple[str, Event]]:
    """The reviews that such a tally can come from."""
    return [
        (work, Event(n, n, n, "posted", n, n, None, n < tally["positive"]))
        for n in range(tally["count"])
    ]


TABLES = [
    pytest.param(engine, case, id=f"{engine.name}, {case.name}")
    for engine in ENGINES
    for case in READING
    if engine.scores and engine.reads(rule_of(case.given["rule"]))
]


@pytest.mark.parametrize(("engine", "case"), TABLES)
def test_the_engines_for_tables_print_so(engine, case):
    rule = rule_of(case.given["rule"])
    pairs = [
        (tally, expected)
        for tally, expected in zip(case.given["tallies"], case.expected, strict=True)
        if 0 < tally["count"] <= _LONGEST
    ]
    rows = [row for n, (tally, _) in enumerate(pairs) for row in spelled_out(tally, f"work {n}")]
    found = engine.scores(table_of(rows), rule).to_pylist()
    assert [row["printed"] for row in found] == [expected["printed"] for _, expected in pairs]
