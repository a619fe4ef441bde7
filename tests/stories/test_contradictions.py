"""Sources that disagree. All works, sources and numbers are made up."""

import pytest

from clapometer.desk.stating import add_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import fact_numbered
from clapometer.stories.agreeing import AGREEMENTS
from clapometer.stories.contradictions import against, contradictions_of
from clapometer.stories.drafts import contradiction_settled
from tests.catalogue.telling import add

from .madeup import tell

pytestmark = pytest.mark.django_db
SCORE = {"printed_by": "A Made-up Aggregator", "panel": "critics", "scale": "percent"}
DAY = "2026-07-01"


@pytest.fixture
def film():
    return add("A Made-up Film")


def say(film, kind, **typed):
    return add_fact(kind_named(kind), film, {"when": DAY, **typed}, "member:1").seq


def test_every_kind_that_is_compared_has_the_fields_it_names():
    for name, rule in AGREEMENTS.items():
        fields = {one.name for one in kind_named(name).fields}
        assert {*rule.same, *rule.value, rule.period} <= fields | {""}


def test_two_scores_of_one_day_contradict_each_other(film):
    one = say(film, "outside-score", **SCORE, value="97%", count="37")
    other = say(film, "outside-score", **SCORE, value="98 %")
    (found,) = contradictions_of([film])
    assert [fact.id for fact in found.facts] == [one, other]
    assert found.open
    assert against(fact_numbered(other)).facts == found.facts
    undo_fact(other, "", "member:1")
    assert contradictions_of([film]) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"value": "97%"}, {"value": "97 %", "count": "37"}),
        ({"value": "97%"}, {"value": "98%", "when": "2026-07-02"}),
        ({"value": "97%"}, {"value": "98%", "panel": "audience"}),
        ({"value": "97%"}, {"value": "98%", "printed_by": "Another Made-up Aggregator"}),
    ],
)
def test_what_can_both_be_so_is_none(film, first, second):
    for typed in (first, second):
        say(film, "outside-score", **{**SCORE, **typed})
    assert contradictions_of([film]) == []


def test_a_day_of_release_stands_against_another_one(film):
    say(film, "release", when="2026-07-03", territory="GB")
    say(film, "release", when="2026-07", territory="GB")
    say(film, "release", when="2026-08-03", territory="FR")
    assert contradictions_of([film]) == []
    say(film, "release", when="2026-07-04", territory="GB")
    (found,) = contradictions_of([film])
    assert len(found.facts) == 2


def test_a_rumour_contradicts_nobody(film):
    told = {"status": "dated", "date": "2026-09-01"}
    say(film, "announcement", **told, certainty="official")
    say(film, "announcement", **{**told, "date": "2026-10-01"}, certainty="rumoured")
    assert contradictions_of([film]) == []
    say(film, "announcement", **{**told, "date": "2026-09-08"}, certainty="reported")
    assert len(contradictions_of([film])) == 1


# It stays visible until an editor settles it, and is open again for another pair.
def test_a_settled_contradiction_stays_with_its_reason(film):
    numbers = [say(film, "takings", value=value, currency="USD") for value in ("9", "10")]
    seq = tell(contradiction_settled(numbers, "one counts previews, the other does not"))
    (found,) = contradictions_of([film])
    assert not found.open
    assert found.settled.id == seq
    say(film, "takings", value="11", currency="USD")
    (found,) = contradictions_of([film])
    assert found.open
    assert len(found.facts) == 3


# Words like “so far” mean another time in every story; “opening weekend” always the same.
@pytest.mark.parametrize(
    ("period", "contradicts"), [("opening weekend", True), ("to date", False), ("", False)]
)
def test_periods_are_of_one_time_or_count_from_the_story(film, period, contradicts):
    for day, value in (("2026-07-01", "9"), ("2026-07-20", "10")):
        say(film, "takings", value=value, currency="USD", period=period, when=day)
    assert bool(contradictions_of([film])) == contradicts
