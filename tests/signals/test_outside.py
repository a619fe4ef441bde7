"""Scores as others print them. All publishers, works and numbers are made up."""

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact
from clapometer.facts.typed import FactRefused
from clapometer.reviews.scores import score_of
from clapometer.signals.outside import OUTSIDE_SCORE, outside_scores_of
from tests.catalogue.telling import add
from tests.signals.announced import on

pytestmark = pytest.mark.django_db
ACTOR = "member:1"
SAID = {"printed_by": "A Made-up Aggregator", "panel": "critics", "scale": "percent"}


@pytest.fixture
def film():
    return add("A Made-up Film")


def note(film, when, value, **more):
    return add_fact(OUTSIDE_SCORE, film, {**SAID, "when": when, "value": value, **more}, ACTOR)


def values(film, at=None, known=None):
    return [
        (one.last.said["printed_by"], one.last.said["panel"], one.last.said["value"],
         [fact.said["value"] for fact in one.earlier])
        for one in outside_scores_of(film, at, known)
    ]  # fmt: skip


def test_each_measure_tells_what_it_printed_last_and_before(film):
    note(film, "2023-08-03", "100%", count="31")
    note(film, "2023-08-07", "97%", count="37", badge="Made-up Gold")
    note(film, "2023-08-07", "96%", panel="audience", count="250", bound="at least")
    note(film, "2023-08-07", "7.9", printed_by="Base of Made-up Films", scale="10")
    assert values(film) == [
        ("A Made-up Aggregator", "audience", "96%", []),
        ("A Made-up Aggregator", "critics", "97%", ["100%"]),
        ("Base of Made-up Films", "critics", "7.9", []),
    ]


def test_both_clocks_are_asked(film):
    first = note(film, "2023-08-03", "100%")
    note(film, "2023-08-07", "97%")
    assert values(film, at=on("2023-08-05")) == [("A Made-up Aggregator", "critics", "100%", [])]
    assert values(film, known=first.recorded_at)[0][2] == "100%"
    assert values(film, at=on("2023-08-02")) == []


# What others print is no part of any score that is made here.
def test_it_is_never_counted(film):
    before = score_of(Work.objects.get(id=film)).score
    note(film, "2023-08-03", "100%", count="31")
    assert score_of(Work.objects.get(id=film)).score == before


@pytest.mark.parametrize(
    ("value", "scale", "taken"),
    [("97%", "percent", True), ("97 %", "percent", True), ("101%", "percent", False),
     ("8,1", "10", True), ("8.1/10", "10", False), ("A-", "letter", True), ("A-", "5", False),
     ("nan", "10", False), ("Must see", "word", True)],
)  # fmt: skip
def test_a_value_has_to_fit_its_scale(film, value, scale, taken):
    if taken:
        note(film, "2023-08-03", value, scale=scale)
        assert values(film)[0][2] == value
        return
    with pytest.raises(FactRefused) as refused:
        note(film, "2023-08-03", value, scale=scale)
    assert [one.field for one in refused.value.problems] == ["value"]


def test_a_line_says_who_printed_it():
    said = {**SAID, "value": "96%", "panel": "audience", "count": 250, "bound": "at least"}
    assert OUTSIDE_SCORE.line(said) == (
        "96% from at least 250, as printed by A Made-up Aggregator (audience)"
    )
