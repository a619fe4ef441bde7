"""Grades: our reader on every vector, and the scales' own tables read anew."""

from __future__ import annotations

from fractions import Fraction

import pytest

from clapometer.scoring.scales import FORMS, MAXIMA, NAMED, REFUSALS
from tests.conformance.kit import cases, named
from tools.kit.grades import reading

GRADES = cases("grades")
SCALES = [case for case in GRADES if "scale" in case.given]


def pairs(case):
    """(text, scale, what it reads as) of a case."""
    for one, expected in zip(case.given["texts"], case.expected, strict=True):
        yield one["text"], one["scale"], expected


@pytest.mark.parametrize("case", GRADES, ids=named)
def test_our_reader_says_so(case):
    for text, scale, expected in pairs(case):
        assert reading(text, scale) == expected


@pytest.mark.parametrize("case", SCALES, ids=named)
def test_values_are_those_of_the_scale_s_own_data(case):
    scale = case.given["scale"]
    worst, best, least = (Fraction(scale[name]) for name in ("worst", "best", "least"))
    names = {shown.casefold(): key for key, shown in scale["written"].items()}
    for text, _, expected in pairs(case):
        key = text if text in scale["places"] else names.get(text.casefold())
        if key in scale["places"]:
            assert expected["value"] == str(Fraction(scale["places"][key]))
            continue
        mark = Fraction(scale["marks"][key] if key in scale["marks"] else text.split("/")[0])
        step = scale["step"]
        if mark > max(worst, best) or mark < least or (step and mark % Fraction(step)):
            assert "refused" in expected, text
            continue
        start = Fraction(0) if scale["normaliser"] == "share" else worst
        assert expected["value"] == str((mark - start) / (best - start))


def test_every_scale_form_and_refusal_occurs():
    names = {case.given["scale"]["name"] for case in SCALES}
    assert names == {*NAMED, *(f"of-{maximum}" for maximum in MAXIMA)}
    found = [expected for case in GRADES for *_, expected in pairs(case)]
    assert {one["refused"] for one in found if "refused" in one} == set(REFUSALS)
    assert {one["rule"] for one in found if "rule" in one} == set(FORMS)
