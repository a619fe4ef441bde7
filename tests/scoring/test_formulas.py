"""Every preset is explained: its formula, an example worked by the engine, its sources."""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor

import pytest

from clapometer.scoring.examples import worked
from clapometer.scoring.formulas import badge_numbers, formula, least_to
from clapometer.scoring.rules import given, preset, presets, score
from clapometer.scoring.tally import Tally
from tools.machine import ROOT
from tools.pages import headings
from tools.rulespage import supposed

PAGE = ROOT / "docs" / "explanation" / "rules.md"
TEXT = PAGE.read_text(encoding="utf-8")


def section(name: str) -> str:
    return TEXT.partition(f"\n### {name}\n")[2].partition("\n### ")[0]


def complete(rule):
    """The rule with whatever its publisher does not say."""
    values = supposed(rule)
    return given(rule.name, values) if values else rule


def test_the_page_has_one_section_for_each_preset():
    assert headings(PAGE, 3) == [rule.name for rule in presets()]


@pytest.mark.parametrize("rule", presets(), ids=lambda rule: rule.name)
def test_a_section_has_formula_example_badge_and_sources(rule):
    text = section(rule.name)
    for name, said in formula(rule):
        assert name in text and said in text
    for name, said in worked(complete(rule)).steps:
        assert name in text and said in text
    assert rule.sources and all(f"- {source}" in text for source in rule.sources)
    assert ("won from" in text) == (rule.badge is not None)
    assert f"rules.md#{rule.name}" in text


@pytest.mark.parametrize("rule", presets(), ids=lambda rule: rule.name)
def test_the_example_is_what_the_engine_says(rule):
    rule = complete(rule)
    found = worked(rule)
    assert found.score == score(rule, found.tally)
    assert found.score.enough and found.score.printed is not None
    steps = dict(found.steps)
    assert f"= {float(found.score.measured):.6f}" in steps["measured"]
    assert rule.printing.text(found.score.printed) in steps["printed"]


# The arithmetic that is shown, computed anew from its own text, is the result beside it.
@pytest.mark.parametrize("rule", presets(), ids=lambda rule: rule.name)
def test_the_arithmetic_shown_adds_up(rule):
    for name, said in worked(complete(rule)).steps:
        if name not in {"measured", "printed"}:
            continue
        left, right = said.split(" = ")
        expression = left.replace(",", "").replace("×", "*").replace("÷", "/").replace("½", "0.5")
        assert re.fullmatch(r"[-+*/(). \dflor]+", expression)
        computed = eval(expression, {"__builtins__": {}, "floor": floor})
        shown = float(re.match(r"[\d.,]+", right)[0].rstrip(",").replace(",", ""))
        # A measure is written with six places, its parts with four where they are a mean.
        assert abs(computed - shown) < 1e-4


def test_formulas_by_hand():
    told = dict(formula(preset("imdb-top-250")))
    assert told["m"] == "25,000" and told["C"] == "7 of 10"
    assert told["enough"] == "n ≥ 25,000"
    assert dict(formula(preset("mal")))["C"] == "to be given, of 10"
    assert dict(formula(preset("steam")))["printed"] == "floor(x × 100) %, exactly"
    assert dict(formula(preset("rotten-tomatoes-audience")))["positive"] == "g ≥ 7/10"
    assert "equal ÷ 2" in dict(formula(preset("criticker")))["g"]


def test_a_window_is_part_of_the_formula():
    assert formula(preset("steam-recent"))[0] == ("counted", "posted less than 30 days ago")


def test_what_a_badge_takes_by_hand():
    badge = preset("clapometer").badge
    # 75 % of 80 is 60, and 70 % is 56; one fewer is not enough.
    assert least_to(badge, "enter", 80, "wide") == 60
    assert least_to(badge, "keep", 80, "wide") == 56
    assert not badge.holds("enter", Tally(80, 59, top_count=5), "wide")
    # Decided on the printed number, 89.6 % is 90.
    audience = preset("rotten-tomatoes-audience")
    assert Fraction(448, 500) == Fraction(896, 1000)
    assert badge_numbers(audience)[-1][2] == "448 of 500"
    assert badge_numbers(preset("opencritic")) == []
