"""Badges that have to settle, by a rule of the site's own; everything here is made up."""

import pytest
from django.conf import settings as site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.reviews import scoreboard, scores
from clapometer.reviews.scoreboard import badges_held, position_and_turn
from clapometer.reviews.scores import score_of
from clapometer.scoring.describe import describe
from clapometer.scoring.rules import RuleRefused, canonical, own_rule, preset
from clapometer.scoring.settling import Settled
from tests.reviews.telling import DAY, START, Story

pytestmark = pytest.mark.django_db
OWN = """
based_on = "clapometer"
name = "patient"
title = "Patient (made up)"
dated = "2026"
minimum = 1
[badge]
name = "calm"
label = "Calm"
enter = "75/100"
keep = "70/100"
minimums = { season = 4 }
[badge.settled]
days = 3
reviews = 2
"""


@pytest.fixture
def patient():
    path = site.DATA / "rules" / "patient.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(OWN, encoding="utf-8")
    yield path
    path.unlink()


@pytest.fixture
def today(monkeypatch):
    """Let it be a day of the story."""

    def be(day):
        for room in (scores, scoreboard):
            monkeypatch.setattr(room, "now", lambda: START + day * DAY)

    return be


def test_settled_is_read_from_a_rule_told_and_part_of_its_digest():
    rule = own_rule(OWN)
    assert rule.badge.settled == Settled(3 * DAY, 2)
    without = own_rule(OWN.partition("[badge.settled]")[0])
    assert rule.digest != without.digest
    assert b'"settled":{"lasting":259200000000,"reviews":2}' in canonical(rule)
    assert b'"settled"' not in canonical(preset("clapometer")), "other digests stay as they are"
    said = "It changes only once it has been so for 3 days and over 2 further reviews."
    assert ("Badge Calm", said) in describe(rule)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("days = -1", "badge.settled.days must be a whole number from 0 to 3660, not “-1”."),
        ("days = 0", "badge.settled must have days or reviews from 1."),
        ("weeks = 1", "badge.settled.weeks is no key here; there are days, reviews."),
    ],
)
def test_what_is_wrong_with_it_is_told_by_key(written, sentence):
    with pytest.raises(RuleRefused) as refused:
        own_rule(OWN.partition("days =")[0] + written)
    assert sentence in str(refused.value)


def test_a_badge_is_won_only_once_it_has_settled_also_by_time_alone(patient, today):
    today(1)
    story = Story()
    story.adopt("patient")
    for critic in range(4):
        story.post(critic, True, day=0)  # it could be won from day 0 on
    waits = score_of(story.work).badge
    assert (waits.state, waits.waiting.since, waits.waiting.reviews) == ("none", START, 0)
    assert waits.distance.text == (
        "won after 2 more positive reviews in a row, not before it has been so for 3 days"
    )
    story.post(4, True, day=1)
    story.post(5, False, day=1)  # 5 of 6: the two further reviews are there, two days are missing
    today(2)
    badge = score_of(story.work).badge
    assert (badge.state, badge.distance.reviews) == ("none", 0)
    assert badges_held([story.work_id]) == set()
    before = position_and_turn()
    today(3)
    badge = score_of(story.work).badge
    assert (badge.state, badge.since) == ("held", START + 3 * DAY)
    assert badges_held([story.work_id]) == {story.work_id}
    assert position_and_turn() == (before[0], START + 3 * DAY), "pages are new without an entry"
    states = [score_of(story.work, at=START + day * DAY).badge.state for day in (0, 2, 3, 9)]
    assert states == ["none", "none", "held", "held"]


# Invariant: the rows that lists and pages go by say what the reviews say, at every instant.
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=14))
def test_the_rows_of_a_settling_badge_equal_what_is_told(patient, story):
    told = Story()
    told.adopt("patient")
    for critic, (verdict, day) in enumerate(story):
        told.post(critic, verdict, day=day)
    with pytest.MonkeyPatch.context() as patch:
        for day in range(16):
            for room in (scores, scoreboard):
                patch.setattr(room, "now", lambda then=START + day * DAY: then)
            if day < max((when for _, when in story), default=0):
                continue
            held = score_of(told.work).badge.state == "held"
            assert (told.work_id in badges_held([told.work_id])) == held
            at = score_of(told.work, at=START + day * DAY).badge.state == "held"
            assert at == held
