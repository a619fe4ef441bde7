"""Each preset by hand: the numbers its publisher printed, and what its data says of them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from clapometer.scoring.describe import describe
from clapometer.scoring.events import Event
from clapometer.scoring.history import tally_at
from clapometer.scoring.rules import (
    PRESETS,
    Rule,
    RuleRefused,
    Score,
    applies,
    given,
    own_rule,
    preset,
    presets,
    rule_from,
    score,
)
from clapometer.scoring.tally import Tally
from clapometer.scoring.weighing import weighted_mean

PUBLISHED_IN_A_SHARE = [rule.name for rule in presets() if rule.measure.of == "verdicts"]


def graded(rule: Rule, *grades: int) -> Tally:
    """The tally of reviews with these grades, in ten-thousandths, as the rule takes them in."""
    events = [Event(i, i, i, "posted", i, i, grade=one) for i, one in enumerate(grades, 1)]
    return tally_at(rule.conversion.taken(events), counts=rule.counts, versions=rule.versions)


def read(name: str, *grades: int) -> Score:
    return score(preset(name), graded(preset(name), *grades))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_has_a_date_sources_and_what_is_published_and_assumed(name: str) -> None:
    rule = preset(name)
    assert rule.name == name
    assert rule.dated
    assert rule.title
    assert rule.sources
    assert rule.published
    assert rule.assumed or name == "clapometer"
    assert all(sentence.endswith(".") for _, sentence in describe(rule))


def test_digests_differ() -> None:
    assert len({rule.digest for rule in presets()}) == len(PRESETS)


# Certified in the 2000s: 40 reviews, 5 by the cream of the crop, lost below 60 %.
def test_the_certificate_of_the_2000s() -> None:
    old, new = preset("rotten-tomatoes-2000s").badge, preset("rotten-tomatoes-2010s").badge
    assert old is not None
    assert new is not None
    forty = Tally(40, 30, top_count=5)
    assert old.holds("enter", forty, "wide")
    assert not new.holds("enter", forty, "wide")
    assert new.holds("enter", forty, "limited")
    assert not new.holds("enter", Tally(40, 30, top_count=4), "limited")
    assert old.holds("keep", Tally(100, 60), "wide")
    assert new.holds("below", Tally(100, 60), "wide")
    assert new.holds("keep", Tally(100, 70), "wide")
    assert old.holds("below", Tally(100, 59), "wide")


@pytest.mark.parametrize(
    ("tier", "minimum"), [("small", 10), ("middle", 20), ("large", 40)]
)  # fmt: skip
def test_the_minimum_of_2024_goes_by_the_release_tier(tier: str, minimum: int) -> None:
    rule = given("rotten-tomatoes-2024", {"tier": tier})
    assert score(rule, Tally(minimum - 1, minimum - 1)).printed is None
    assert score(rule, Tally(minimum, minimum)).shown == "100 %"
    assert (rule.digest == preset("rotten-tomatoes-2024").digest) == (tier == "small")


def test_a_season_shown_with_18_reviews_agrees_with_the_lowest_tier() -> None:
    assert score(preset("rotten-tomatoes-2024"), Tally(18, 18)).printed == 100
    assert score(preset("rotten-tomatoes-2020"), Tally(4, 4)).printed is None


# 3.5 stars of 5 and more are positive: 7 of 10. A rating's own verdict is not asked.
def test_the_audience_score() -> None:
    rule = preset("rotten-tomatoes-audience")
    tally = graded(rule, *[7000] * 30, *[10_000] * 15, *[6999] * 30)
    assert (tally.count, tally.positive) == (75, 45)
    assert (score(rule, tally).shown, score(rule, tally).band) == ("60 %", "hot")
    assert score(rule, tally + Tally(1)).band == "stale"
    badge = rule.badge
    assert badge is not None
    assert badge.holds("enter", Tally(500, 450), "wide")
    assert not badge.holds("enter", Tally(499, 499), "wide")
    assert badge.holds("keep", Tally(500, 400), "wide")
    assert badge.holds("below", Tally(500, 395), "wide")
    without = rule.conversion.taken([Event(1, 1, 1, "posted", 1, 1, positive=True)])
    assert tally_at(without).count == 0


# The publisher's own example of the difference: 91 % and 7.5 beside 100 % and 9.0.
def test_the_average_rating() -> None:
    assert read("rotten-tomatoes-average", 7500, 7500, 7000, 8000, 7500).shown == "7.5 of 10"
    assert read("rotten-tomatoes-average", 10_000, 9000, 8000, 9500, 8500).shown == "9.0 of 10"
    four = read("rotten-tomatoes-average", 7500, 7500, 7000, 8000)
    assert (four.enough, four.printed, four.shown) == (False, None, None)
    assert (four.mean, four.measured) == (Fraction(3, 4), Fraction(3, 4))


@pytest.mark.parametrize(
    ("points", "of_100"),
    [
        (8333, 83), (6667, 67),  # B+ and B-, as the publisher says.
        (6000, 60), (7500, 75), (5000, 50), (2500, 25),  # 3 of 5; 3, 2 and 1 of 4.
        (9167, 91), (5833, 58), (4167, 42), (3333, 33), (1667, 16), (833, 8),  # A- C+ C- D+ D- F+
        (8750, 88), (6250, 63), (3750, 38), (1250, 12), (0, 0), (10_000, 100),
    ],
)  # fmt: skip
def test_the_conversion_table_of_metacritic(points: int, of_100: int) -> None:
    assert preset("metacritic-films").conversion.grade(points) == of_100 * 100


def test_must_see_from_81_of_15_publications() -> None:
    assert read("metacritic-films", *[8100] * 15).marks == ("must-see",)
    assert read("metacritic-films", *[8100] * 14).marks == ()
    assert read("metacritic-films", *[8000] * 15).marks == ()
    assert read("metacritic-games", *[9000] * 15).marks == ("must-play",)
    assert read("metacritic-games", *[8900] * 15).marks == ()


@pytest.mark.parametrize(
    ("of_100", "film", "game"),
    [
        (100, "universal-acclaim", "universal-acclaim"),
        (90, "universal-acclaim", "universal-acclaim"),
        (89, "universal-acclaim", "favorable"), (81, "universal-acclaim", "favorable"),
        (80, "favorable", "favorable"), (75, "favorable", "favorable"), (74, "favorable", "mixed"),
        (61, "favorable", "mixed"), (60, "mixed", "mixed"), (50, "mixed", "mixed"),
        (49, "mixed", "unfavorable"), (40, "mixed", "unfavorable"),
        (39, "unfavorable", "unfavorable"), (20, "unfavorable", "unfavorable"),
        (19, "dislike", "dislike"), (0, "dislike", "dislike"),
    ],
)  # fmt: skip
def test_the_bands_of_metacritic(of_100: int, film: str, game: str) -> None:
    for name, band in (("metacritic-films", film), ("metacritic-games", game)):
        answer = read(name, *[of_100 * 100] * 4)
        assert (answer.band, answer.printed, answer.shown) == (band, of_100, f"{of_100} of 100")


def test_metacritic_takes_the_first_version_only_and_needs_four() -> None:
    rule = preset("metacritic-films")
    told = [Event(i, i, i, "posted", i, i, grade=8000) for i in range(1, 5)]
    told.append(Event(9, 1, 1, "revised", 9, 9, grade=0))
    first = tally_at(told, versions=rule.versions)
    assert score(rule, first).printed == 80
    assert score(rule, tally_at(told)).printed == 60
    assert read("metacritic-films", 8000, 8000, 8000).printed is None


# Weights that the user gives: 100 twice and 40 once is 80; without weights 70.
def test_metacritic_by_given_weights() -> None:
    rule = preset("metacritic-films")
    tally = graded(rule, 10_000, 4000, 10_000, 4000)
    weights = {"a": Fraction(2)}
    mean = weighted_mean([("a", 10_000), ("b", 4000), ("a", 10_000), ("b", 4000)], weights)
    assert mean == Fraction(8, 10)
    weighted = score(rule, tally, weighted=mean)
    assert (weighted.printed, weighted.interval, weighted.band) == (80, None, "favorable")
    assert score(rule, tally).printed == 70
    assert weighted_mean([], weights) is None
    assert weighted_mean([("a", 1)], {"a": Fraction(0)}) is None


@pytest.mark.parametrize(
    ("of_100", "tier"),
    [(84, "mighty"), (83, "strong"), (75, "strong"), (74, "fair"), (66, "fair"), (65, "weak")],
)
def test_the_tiers_of_opencritic(of_100: int, tier: str) -> None:
    answer = score(preset("opencritic"), Tally(3, 2, 3, 3 * of_100 * 100, 3 * (of_100 * 100) ** 2))
    assert (answer.band, answer.value) == (tier, Fraction(2, 3))


def test_stars_of_five() -> None:
    assert read("allocine", 6000, 8000, 6000).shown == "3.3 of 5"
    assert read("sfi", 6000, 8000, 6000, 8000, 6000).shown == "3.4 of 5"
    assert read("sfi", 6000, 8000, 6000, 8000).printed is None


# An agency's review in three papers is one source: five papers, three sources.
def test_sfi_uses_each_source_once() -> None:
    rule = preset("sfi")
    critics = [1, 1, 1, 2, 3]
    told = [Event(i, i, c, "posted", i, i, grade=6000) for i, c in enumerate(critics, 1)]
    assert tally_at(told, counts=rule.counts).graded == 3


# WR = v/(v+m) R + m/(v+m) C by hand: 13 votes of 10.0 and 17 of 7.0 give 249/30 = 8.3, the pair of
# ratings that The Kashmir Files had (10.0, then 8.3); how many voted, or how, is not published.
def test_the_bayesian_mean_of_imdb() -> None:
    rule = given("imdb-top-250", {"weight": "17", "mean": "7.0"})
    rule = rule_from_minimum(rule)
    answer = score(rule, graded(rule, *[10_000] * 13))
    assert (answer.measured, answer.shown) == (Fraction(83, 100), "8.3 of 10")
    ours = preset("imdb-top-250")
    assert (ours.measure.weight, ours.measure.mean) == (25_000, Fraction(7, 10))
    votes = Tally(0, 0, 25_000, 25_000 * 9000, 25_000 * 9000**2)
    assert score(ours, votes).shown == "8.0 of 10"
    assert score(ours, Tally(0, 0, 24_999, 24_999 * 9000, 24_999 * 9000**2)).printed is None


def rule_from_minimum(rule: Rule) -> Rule:
    text = f'''
        based_on = "{rule.name}"
        name = "hand-worked"
        minimum = 1
        [given]
        weight = {rule.measure.weight}
        mean = "7.0"
    '''
    return own_rule(text)


@pytest.mark.parametrize(("name", "weight"), [("mal", 50), ("filmweb", 5000)])
def test_what_is_not_published_must_be_given(name: str, weight: int) -> None:
    many = Tally(0, 0, weight, weight * 9000, weight * 9000**2)
    lacking = score(preset(name), many)
    assert (lacking.lacks, lacking.printed, lacking.measured) == (("mean",), None, None)
    assert not applies(preset(name))
    told = dict(describe(preset(name)))["Parameter mean"]
    assert told.endswith("Nothing is printed until it is given.")
    answer = score(given(name, {"mean": "7.0"}), many)
    assert (answer.lacks, answer.measured) == ((), Fraction(8, 10))


def test_criticker_reads_percentiles_only() -> None:
    assert read("criticker", 7900).lacks == ("grades",)
    rule = given("criticker", {"grades": "percentile"})
    assert score(rule, graded(rule, 7900, 7900, 8100)).shown == "80 of 100"
    with pytest.raises(RuleRefused, match=r"given\.grades must be one of percentile, not"):
        given("criticker", {"grades": "share"})


@pytest.mark.parametrize(
    ("positive", "count", "label"),
    [
        (95, 100, "Very Positive"), (475, 500, "Overwhelmingly Positive"),
        (474, 500, "Very Positive"), (40, 50, "Very Positive"), (40, 49, "Positive"),
        (39, 49, "Mostly Positive"), (7, 10, "Mostly Positive"), (6, 10, "Mixed"), (4, 10, "Mixed"),
        (3, 10, "Mostly Negative"), (2, 10, "Mostly Negative"), (1, 10, "Negative"),
        (5, 50, "Very Negative"), (50, 500, "Overwhelmingly Negative"),
    ],
)  # fmt: skip
def test_the_labels_of_steam(positive: int, count: int, label: str) -> None:
    rule = preset("steam")
    answer = score(rule, Tally(count, positive))
    assert {band.name: band.label for band in rule.bands}[answer.band or ""] == label
    assert score(rule, Tally(9, 9)).printed is None
    assert score(rule, Tally(1000, 799)).shown == "79 %"


@pytest.mark.parametrize(
    ("letters", "shown"),
    [
        ("AAAA", "A+"), ("AAAB", "A"), ("AAB", "A"), ("AABB", "A−"), ("ABBB", "B+"), ("BBBB", "B"),
        ("BBBC", "B−"), ("CCCC", "C"), ("DDDD", "D"), ("FFFF", "F"), ("DF", "D−"),
    ],
)  # fmt: skip
def test_the_letters_of_cinemascore(letters: str, shown: str) -> None:
    points = {"A": 10_000, "B": 7500, "C": 5000, "D": 2500, "F": 0}
    assert read("cinemascore", *[points[letter] for letter in letters * 200]).shown == shown
    assert read("cinemascore", *[10_000] * 399).shown is None


GRADES = st.lists(st.integers(0, 10_000), min_size=1, max_size=60)


# Every rule's arithmetic gives the same on a column of numbers as on one number.
@drawn(st.sampled_from(PRESETS), st.lists(GRADES, min_size=1, max_size=5))
def test_one_definition_for_numbers_and_arrays(name: str, works: list[list[int]]) -> None:
    rule = preset(name)
    rule = given(name, {"mean": "7.0"}) if "mean" in rule.lacks else rule
    column = np.array([grade for grades in works for grade in grades])
    assert rule.conversion.grade(column).tolist() == [rule.conversion.grade(int(g)) for g in column]
    tallies = [Tally(len(g), len(g) // 2, len(g), sum(g)) for g in works]
    arrays = Tally(*(np.array(sums) for sums in zip(*tallies, strict=True)))
    parts, wholes = rule.measure.read(arrays)
    each = [rule.measure.read(tally) for tally in tallies]
    assert parts.tolist() == [part for part, _ in each]
    assert rule.printed(parts, wholes).tolist() == [rule.printed(*pair) for pair in each]


# Whatever is printed lies within one last place of the exact number, and inside the scale.
@drawn(st.sampled_from(PRESETS), GRADES, st.data())
def test_a_printed_number_is_near_the_exact_one(
    name: str, grades: list[int], data: st.DataObject
) -> None:
    rule = preset(name)
    count = len(grades)
    positive = data.draw(st.integers(0, count))
    tally = Tally(count, positive, count, sum(grades), sum(grade**2 for grade in grades))
    answer = score(rule, tally)
    if answer.printed is not None:
        assert answer.measured is not None
        assert abs(answer.printed - answer.measured * rule.printing.most) <= 1
        assert 0 <= answer.printed <= rule.printing.most
        assert answer.interval is not None
        low, high = answer.interval
        assert -1e-9 <= low <= answer.measured + 1e-9 <= high + 2e-9


def test_a_rule_of_ones_own_starts_from_a_preset() -> None:
    rule = own_rule(
        'based_on = "opencritic"\nname = "our-games"\ndated = "2026"\nminimum = 7\n'
        '[[bands]]\nname = "best"\nlabel = "Best"\nat_least = "90/100"\n'
        '[[bands]]\nname = "rest"\nlabel = "Rest"\nat_least = "0"\n'
    )
    assert (rule.name, rule.minimum, rule.measure.kind) == ("our-games", 7, "mean-grade")
    assert [band.name for band in rule.bands] == ["best", "rest"]
    assert applies(rule)


def test_the_shortest_rule() -> None:
    rule = own_rule('name = "mine"\ntitle = "Mine"\ndated = "2026"\nminimum = 1')
    assert score(rule, Tally(8, 5)).shown == "63 %"
    assert score(rule, Tally(8, 5)).band is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name =", "The rule is no readable TOML: "),
        ('based_on = "x"', "based_on must be one of clapometer, "),
        ('name = "steam"', "name must not be that of a preset, as “steam” is."),
        ('based_on = "steam"', "name is missing: a rule of one's own needs its own."),
        ('name = "A b"', "name must be a name of small letters, digits and hyphens, not “A b”."),
        ('name = "x"', "title is missing: it must be text in quotes."),
        ('based_on = "mal"\nname = "x"\n[given]\nmean = "11"', "measure.mean must lie between 0"),
        ('based_on = "mal"\nname = "x"\n[given]\nmean = "x"', "measure.mean must be a number bet"),
        ('based_on = "opencritic"\nname = "x"\nrounding = "floating-half-up"',
         "rounding must be half-up or down where grades are measured."),
    ],
)  # fmt: skip
def test_each_fault_of_ones_own_rule_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        own_rule(text)
    assert any(fault.startswith(sentence) for fault in refused.value.faults)
    assert all(fault.endswith(".") for fault in refused.value.faults)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(RuleRefused) as refused:
        rule_from({"name": "x", "title": "X", "dated": "", "minimum": 0, "panel": 1, "colour": 1})
    assert len(refused.value.faults) == 3


# No data whatever raises anything but the one refusal.
@drawn(
    st.dictionaries(
        st.sampled_from(["name", "minimum", "bands", "badge", "grades", "measure", "printing",
                         "marks", "parameters", "given", "confidence", "x"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
            lambda inner: st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["name", "kind", "sets", "mean", "minimums", "step",
                                               "instead", "choices", "at_least", "1"]), inner),
            max_leaves=8,
        ),
    )
)  # fmt: skip
def test_no_data_raises_anything_else(data: dict[str, object]) -> None:
    base = {"name": "x", "title": "X", "dated": "2026", "minimum": 1}
    try:
        rule = rule_from(base | data)
    except RuleRefused as refused:
        assert refused.faults
    else:
        assert score(rule, Tally(3, 2, 3, 9000)).rule == rule.name
