"""Rules: the presets, what they read out of a tally, and that bad data is refused."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.describe import describe
from clapometer.scoring.pooling import APART, Weighing
from clapometer.scoring.rounding import floating_half_up
from clapometer.scoring.rules import (
    PRESETS,
    RuleRefused,
    RuleUnknown,
    preset,
    presets,
    rule_from,
    score,
)
from clapometer.scoring.tally import EMPTY, Tally

FOLDER = files("clapometer.scoring").joinpath("rules")


def data_of(name: str) -> dict[str, Any]:
    return tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("positive", "count", "printed"),
    [
        (115, 116, 99), (6, 13, 46), (418, 468, 89), (125, 200, 63), (34, 34, 100), (0, 9, 0),
        (245, 246, 99),  # 99.59 is nearest to 100, but somebody is against.
        (23, 40, 57), (46, 80, 57), (69, 120, 57),  # 57.5, which floating point puts just below.
        (119, 200, 60),
    ],
)  # fmt: skip
def test_printed_shares(positive: int, count: int, printed: int) -> None:
    assert floating_half_up(positive, count) == printed
    assert score(preset("clapometer"), Tally(count, positive)).printed == printed


def test_our_bands_are_decided_on_the_exact_share() -> None:
    near = score(preset("clapometer"), Tally(200, 119))
    assert (near.printed, near.value, near.band) == (60, Fraction(119, 200), "slow-clap")
    assert score(preset("clapometer"), Tally(200, 120)).band == "applause"


def test_the_publisher_of_2020_decided_on_the_printed_number() -> None:
    assert score(preset("rotten-tomatoes-2020"), Tally(200, 119)).band == "fresh"
    assert score(preset("rotten-tomatoes-2020"), Tally(200, 118)).band == "rotten"


def test_under_the_minimum_nothing_is_printed_but_all_is_known() -> None:
    few = score(preset("clapometer"), Tally(4, 3, 2, 13_000))
    assert (few.enough, few.printed, few.band) == (False, None, None)
    assert (few.value, few.mean) == (Fraction(3, 4), Fraction(13, 20))
    assert few.interval is not None
    enough = score(preset("clapometer"), Tally(5, 3))
    assert (enough.enough, enough.printed, enough.mean) == (True, 60, None)


def test_nothing_at_all() -> None:
    nothing = score(preset("clapometer"), EMPTY)
    assert nothing.enough is False
    assert {nothing.value, nothing.printed, nothing.mean, nothing.interval, nothing.band} == {None}


def test_the_interval_is_wilsons() -> None:
    interval = score(preset("clapometer"), Tally(35, 34)).interval
    assert interval == pytest.approx((0.854669, 0.994939), abs=1e-6)


def test_jeffreys_by_name() -> None:
    rule = rule_from(data_of("clapometer") | {"interval": "jeffreys"})
    assert score(rule, Tally(5, 5)).interval == pytest.approx((0.620623, 1.0), abs=1e-6)


def test_the_presets_are_the_packaged_files() -> None:
    packaged = {one.name.removesuffix(".toml") for one in FOLDER.iterdir()}
    assert packaged == set(PRESETS) == {rule.name for rule in presets()}


def test_how_the_presets_differ() -> None:
    ours, theirs = preset("clapometer"), preset("rotten-tomatoes-2020")
    assert (ours.counts, theirs.counts) == ("critic", "reviewer")
    assert (ours.decides, theirs.decides) == ("exact", "printed")
    assert [(band.label, band.at_least) for band in ours.bands] == [
        ("Applause", Fraction(3, 5)), ("Slow clap", 0),
    ]  # fmt: skip
    assert ours.badge is not None
    assert theirs.badge is not None
    assert ours.badge.label == "Standing ovation"
    assert dict(ours.badge.minimums) == {"season": 20, "limited": 40, "wide": 80}
    assert ours.badge.minimums == theirs.badge.minimums
    assert theirs.published
    assert theirs.assumed


def test_an_unknown_rule_names_the_candidates() -> None:
    with pytest.raises(RuleUnknown) as unknown:
        preset("tomatoes")
    assert unknown.value.candidates == PRESETS
    assert str(unknown.value) == (f"No rule is called “tomatoes”; there are {', '.join(PRESETS)}.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"counts": "outlet"}, "counts must be one of reviewer, critic, not “outlet”."),
        ({"versions": "newest"}, "versions must be one of latest, first, not “newest”."),
        ({"rounding": "up"}, "rounding must be one of floating-half-up, half-up, down, not “up”."),
        ({"decides": "both"}, "decides must be one of exact, printed, not “both”."),
        ({"interval": "none"}, "interval must be one of wilson, jeffreys, not “none”."),
        ({"panel": "cats"}, "panel must be one of critics, audience, ballots, not “cats”."),
        ({"minimum": -1}, "minimum must be a whole number from 1, not “-1”."),
        ({"minimum": "5"}, "minimum must be a whole number from 1, not “5”."),
        ({"confidence": "1"}, "confidence must be a number between 0 and 1 in quotes"),
        ({"confidence": "1/0"}, "confidence must be a number between 0 and 1 in quotes"),
        ({"confidence": 0.95}, "such as “95/100”, not “0.95”."),
        ({"bands": 5}, "bands must be a list of tables, as [[bands]]."),
        (
            {"bands": [{"name": "x", "label": "X", "at_least": "1/2"}]},
            "bands: the lowest must begin at 0.",
        ),
        (
            {"badge": {"name": "x"}},
            "badge.enter is missing: it must be a share from 0 to 1 in quotes",
        ),
        ({"colour": "red"}, "colour is no key here; there are parameters, given, based_on, print"),
        ({"printing": {"decimals": 9}}, "printing.decimals must be a whole number from 0 to 3"),
        ({"measure": {"kind": "median"}}, "measure.kind must be one of share-positive, mean-grade"),
        ({"measure": {"kind": "mean-grade"}}, "interval must be one of t, bayesian, not “wilson”."),
        ({"grades": {"step": 0}}, "grades.step must be a whole number from 1 to 10000, not “0”."),
        ({"grades": {"instead": {"a": 1}}}, "grades.instead must give a whole number for each"),
        ({"sources": "x"}, "sources must be a list of texts, not “x”."),
        ({"title": 5}, "title must be text in quotes, not “5”."),
        ({"rollup": {"episode": -1}}, "rollup.episode must be a number from 0 on in quotes, such"),
        (
            {"rollup": {"first_episodes": "maybe"}},
            "rollup.first_episodes must be one of count, leave-out, not “maybe”.",
        ),
        ({"given": {"m": 1}}, "given.m must be a parameter of the rule: none."),
        (
            {"badge": data_of("clapometer")["badge"] | {"minimums": {"series": 1}}},
            "badge.minimums must be named season, limited, wide, not series",
        ),
        (
            {"badge": data_of("clapometer")["badge"] | {"keep": "4/5"}},
            "badge.keep must be badge.enter or less.",
        ),
    ],
)
def test_wrong_data_is_refused_with_the_field(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RuleRefused, match=re.escape(sentence)):
        rule_from(data_of("clapometer") | change)


def test_a_rule_may_declare_how_it_pools_and_has_another_digest_then() -> None:
    plain = preset("clapometer")
    data = {**data_of("clapometer"), "rollup": {"episode": "1/2", "first_episodes": "leave-out"}}
    rule, without = rule_from(data), rule_from(data_of("clapometer"))
    assert rule.rollup == Weighing(Fraction(1, 2), "leave-out")
    assert without.rollup == plain.rollup == APART
    assert rule.digest != without.digest
    assert rule_from({**data_of("clapometer"), "rollup": {"episode": 0}}).digest == without.digest
    assert [told for label, told in describe(rule) if label == "Roll-up"] == [
        "A review of an episode counts 1/2 in its season.",
        "A review marked as of the first episodes only does not count.",
    ]
    assert not [told for label, told in describe(without) if label == "Roll-up"]


def test_a_missing_field_is_refused() -> None:
    data = data_of("clapometer")
    del data["minimum"]
    with pytest.raises(RuleRefused, match=r"^minimum is missing: it must be a whole"):
        rule_from(data)


def test_the_digest_covers_what_decides_numbers_and_no_prose() -> None:
    data = data_of("clapometer")
    rule = rule_from(data)
    assert re.fullmatch("[0-9a-f]{64}", rule.digest)
    assert (
        rule_from(data | {"notes": "Other words.", "sources": ["Elsewhere."]}).digest == rule.digest
    )
    for change in (
        {"minimum": 6},
        {"counts": "reviewer"},
        {"confidence": "9/10"},
        {"dated": "2027"},
    ):
        assert rule_from(data | change).digest != rule.digest
    without = {name: value for name, value in data.items() if name != "badge"}
    assert rule_from(without).digest != rule.digest


# The digests of published presets are for ever: a changed number needs a new name or date.
def test_the_digests_of_the_presets() -> None:
    assert {rule.name: rule.digest for rule in presets()[:2]} == {
        "clapometer": "bde9a51db0118c98ce53939b33383253f73f15ce731a611541852fafbe00b034",
        "rotten-tomatoes-2020": "5326a56bebbcb0361c894b8b93865cabb3d9e570c05b48cfdc45cfab6477ac19",
    }


def test_a_rule_tells_all_it_decides() -> None:
    told = dict(describe(preset("clapometer")))
    assert told["Minimum"] == "No score is printed from fewer than 5 reviews."
    assert told["Band Applause"] == "From 60 %."
    assert told["Band Slow clap"] == "From 0 % to less than 60 %."
    assert "at 95 %" in told["Interval"]
    badge = [sentence for label, sentence in describe(preset("clapometer")) if "ovation" in label]
    assert badge[0].startswith("Won when the share is at least 75 %")
    assert badge[-1] == (
        "Reviews needed: 20 for a season of a series, 40 for a film in limited release, "
        "80 for a film in wide release; 5 of them by top critics."
    )


COUNTS = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# The arithmetic gives the same on a column of numbers as on one number.
@given(st.lists(COUNTS, min_size=1))
def test_one_definition_for_numbers_and_arrays(pairs: list[tuple[int, int]]) -> None:
    positive, count = np.array(pairs).T
    rule = preset("clapometer")
    assert floating_half_up(positive, count).tolist() == [floating_half_up(p, n) for p, n in pairs]
    assert rule.enough(count).tolist() == [rule.enough(n) for _, n in pairs]
    for band in rule.bands:
        assert band.reached(positive, count).tolist() == [band.reached(p, n) for p, n in pairs]


# A score lies in its bounds: 100 only when nobody is against, the printed number within one half.
@given(COUNTS)
def test_a_score_keeps_its_bounds(pair: tuple[int, int]) -> None:
    positive, count = pair
    read = score(preset("clapometer"), Tally(count, positive))
    assert read.value == Fraction(positive, count)
    assert read.interval is not None
    assert read.interval[0] <= positive / count <= read.interval[1]
    if read.enough:
        assert read.printed is not None
        assert (read.printed == 100) == (positive == count)
        assert abs(read.printed - 100 * Fraction(positive, count)) <= 1
        assert (read.band == "applause") == (Fraction(positive, count) >= Fraction(3, 5))
