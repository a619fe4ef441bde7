"""Tiers that are shares of a population. Every score here is made up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.describe import describe
from clapometer.scoring.formulas import formula
from clapometer.scoring.grades import POINTS
from clapometer.scoring.population import deciding_score, with_cut_offs
from clapometer.scoring.rules import RuleRefused, canonical, own_rule, preset, score
from clapometer.scoring.rulewriting import rule_text
from clapometer.scoring.tally import EMPTY, Tally
from clapometer.scoring.tiers import Tier, cut_offs

OPENCRITIC = preset("opencritic-2017")
LATER = """
based_on = "opencritic-2017"
name = "later-shares"
[[bands]]
name = "mighty"
label = "Mighty"
of_works = "10/100"
[[bands]]
name = "rest"
label = "Rest"
of_works = "90/100"
"""


def tiers(*shares):
    return [Tier(f"t{place}", f"T{place}", Fraction(one)) for place, one in enumerate(shares)]


def told(shares, *per_cents):
    """Where each tier begins in per cent, and how many works are in it."""
    cuts = cut_offs(tiers(*shares), [Fraction(one, 100) for one in per_cents])
    return [(None if a is None else a * 100, works) for _, a, works in cuts]


def mean_of(grades, per_cent):
    points = per_cent * POINTS // 100
    return Tally(0, 0, grades, grades * points, grades * points**2)


def test_the_example_of_the_definition():
    assert told(("20/100", "30/100", "50/100"), 90, 80, 80, 70, 60) == [(90, 1), (80, 2), (60, 2)]


def test_twenty_works_in_the_shares_of_2017():
    shares = [tier.of_works for tier in OPENCRITIC.tiers]
    # 10, 30, 20 and 40 % of 20 works are 2, 6, 4 and 8.
    found = told(shares, *range(60, 80))
    assert found == [(78, 2), (72, 6), (68, 4), (60, 8)]


def test_works_that_are_equal_are_in_one_tier_and_may_leave_the_next_empty():
    assert told(("10/100", "40/100", "50/100"), 80, 80, 80, 80, 50, 40) == [
        (80, 4), (None, 0), (40, 2),
    ]  # fmt: skip
    assert told(("10/100", "90/100"), 70, 70, 70) == [(70, 3), (None, 0)]


def test_of_few_works_the_best_is_in_the_first_tier():
    shares = [tier.of_works for tier in OPENCRITIC.tiers]
    assert told(shares, 50) == [(50, 1), (None, 0), (None, 0), (None, 0)]
    assert told(shares, 50, 90) == [(90, 1), (None, 0), (50, 1), (None, 0)]
    assert told(shares) == [(None, 0)] * 4


scores = st.lists(st.fractions(0, 1, max_denominator=12), max_size=40)
shares = st.lists(st.integers(1, 9), min_size=1, max_size=5).map(
    lambda parts: [Fraction(one, sum(parts)) for one in parts]
)


# Every work is in the tier that counting the works better than it gives, one by one.
@given(shares, scores)
def test_the_tiers_are_those_of_a_slow_count(parts, values):
    expected = [0] * len(parts)
    for value in values:
        better = Fraction(sum(other > value for other in values), len(values))
        place = next(p for p in range(len(parts)) if better < sum(parts[: p + 1]))
        expected[place] += 1
    cuts = cut_offs(tiers(*parts), values)
    assert [cut.works for cut in cuts] == expected
    upper = [cut.at_least for cut in cuts if cut.at_least is not None]
    assert upper == sorted(upper, reverse=True), "each tier begins below the one before"


# Down to each tier there are at least as many works as its share, and without those equal to the
# last of them fewer.
@given(shares, scores)
def test_shares_are_kept_as_far_as_equal_works_allow(parts, values):
    held, upto = 0, Fraction(0)
    for cut in cut_offs(tiers(*parts), values):
        held, upto = held + cut.works, upto + cut.tier.of_works
        assert held >= upto * len(values)
        if cut.at_least is not None:
            assert sum(value > cut.at_least for value in values) < upto * len(values)


# The order in which the works come decides nothing.
@given(shares, scores, st.randoms())
def test_the_order_of_the_works_decides_nothing(parts, values, chance):
    mixed = chance.sample(values, len(values))
    assert cut_offs(tiers(*parts), mixed) == cut_offs(tiers(*parts), values)


# A rule with the cut-offs puts every work of the population into the tier it was counted in.
@given(st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_bands_with_cut_offs_hold_the_works_that_were_counted(per_cents):
    tallies = [mean_of(3, one) for one in per_cents]
    values = [deciding_score(OPENCRITIC, tally) for tally in tallies]
    rule = with_cut_offs(OPENCRITIC, values)
    there = [score(rule, tally).band for tally in tallies]
    assert [there.count(cut.tier.name) for cut in cut_offs(OPENCRITIC.tiers, values)] == [
        cut.works for cut in cut_offs(OPENCRITIC.tiers, values)
    ]
    assert rule.bands[-1].at_least == 0
    assert not rule.tiers
    assert rule.digest != OPENCRITIC.digest


def test_a_work_under_the_minimum_is_none_of_the_population():
    assert deciding_score(OPENCRITIC, mean_of(2, 90)) is None
    assert deciding_score(OPENCRITIC, EMPTY) is None
    assert deciding_score(OPENCRITIC, mean_of(3, 90)) == Fraction(9, 10)


def test_where_the_printed_number_decides_it_is_what_is_ranked():
    printed = own_rule(LATER + "", {})
    assert deciding_score(printed, Tally(0, 0, 3, 25_000, 0)) == Fraction(25_000, 30_000)
    rule = own_rule(LATER.replace("[[bands]]", 'decides = "printed"\n[[bands]]', 1))
    assert deciding_score(rule, Tally(0, 0, 3, 25_000, 0)) == Fraction(83, 100)


def test_one_work_alone_has_a_score_and_no_tier():
    read = score(OPENCRITIC, mean_of(5, 95))
    assert (read.printed, read.band) == (95, None)
    said = dict(describe(OPENCRITIC))
    assert said["Tier Mighty"] == "The best 10 % of all works."
    assert "`clapometer tiers opencritic-2017`" in said["Tiers"]
    assert dict(formula(OPENCRITIC))["Weak"] == "all other works"


def test_cut_offs_need_tiers_and_a_score():
    with pytest.raises(ValueError, match="has no tiers"):
        with_cut_offs(preset("opencritic"), [Fraction(1)])
    with pytest.raises(ValueError, match="No work has a score"):
        with_cut_offs(OPENCRITIC, [])


def test_tiers_are_in_what_decides_and_only_where_there_are_any():
    assert b'"tiers":[["mighty","1/10"],["strong","3/10"]' in canonical(OPENCRITIC)
    assert b"tiers" not in canonical(preset("opencritic"))


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('"90/100"', '"80/100"', "bands: the shares of_works must add up to 1."),
        ('"90/100"', '"most"', "bands[2].of_works must be a share from 0 to 1 in quotes"),
        ('of_works = "90/100"', 'at_least = "0"', "bands[2].of_works is missing"),
        ('of_works = "90/100"', 'at_least = "0"', "bands[2].at_least is no key here"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_tiers_is_said_by_key(before, after, sentence):
    with pytest.raises(RuleRefused) as refused:
        own_rule(LATER.replace(before, after))
    assert sentence in str(refused.value)


def test_an_empty_tier_is_refused():
    empty = '[[bands]]\nname = "no"\nlabel = "No"\nof_works = "0"\n'
    with pytest.raises(RuleRefused, match="of_works must be more than 0"):
        own_rule(LATER + empty)


def test_a_rule_is_read_again_as_it_was_written():
    import tomllib

    data = tomllib.loads(LATER + '[given]\n"a key" = "“said”\\n"\n')
    assert tomllib.loads(rule_text(data)) == data
