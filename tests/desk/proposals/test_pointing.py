"""One answer for all that waits under a title. All is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.models import Proposal
from clapometer.desk.proposals.deciding import By, accept
from clapometer.desk.proposals.matches import propose_match
from clapometer.desk.proposals.naming import Named
from clapometer.desk.proposals.pointing import is_same
from clapometer.desk.proposals.proposing import Stand, propose
from clapometer.desk.proposals.takers import taker_of

pytestmark = pytest.mark.django_db
ED = "member:1"


def claim(reading, title, value, season=None):
    said = {"claim": "count", "title": title, "work": "", "season": season, "value": value}
    stand = Stand(reading, 0, 4, "Salt", 0.8)
    return propose("claim", f"{title}{value}", f"{title}: {value}", None, said, [stand]).proposal


def answered(question, work):
    taker = taker_of(question)
    return accept(question.id, By(ED), taker.edited(question, {"work": work}))


def test_one_answer_is_that_of_all_that_waits_under_the_title(taken_in):
    reading = taken_in("They say Salt Road is seen by many.")
    ours = [claim(reading, "Salt Road", 1), claim(reading, "salt road", 2)]
    other = claim(reading, "Nine Lanterns", 3)
    question = propose_match(Named("Salt Road"), [], "why", [Stand(reading)]).proposal
    choices = taker_of(question).compare(question).choices
    assert [one.typed["work"] for one in choices] == ["new film", "new series"]
    answered(question, "new series")
    work = Work.objects.get()
    assert (work.kind, work.title) == ("series", "Salt Road")
    for one in ours:
        one.refresh_from_db()
        assert (one.work, one.said["work"]) == (work.id, work.public_id)
    other.refresh_from_db()
    assert other.work is None


def test_a_claim_keeps_its_season_beside_the_series(taken_in):
    reading = taken_in("Salt Road, season two.")
    one = claim(reading, "Salt Road", 1, season=2)
    question = propose_match(Named("Salt Road", None, "series"), [], "why", [Stand(reading)])
    answered(question.proposal, "new")
    one.refresh_from_db()
    assert one.said["work"] == Work.objects.get(kind="series").public_id


def test_the_same_question_in_other_words_is_gone_with_the_answer(taken_in):
    first, second = taken_in("Salt Road one"), taken_in("Salt Road two")
    asked = [
        propose_match(Named("Salt Road"), [], "why", [Stand(first)]).proposal,
        propose_match(Named("Salt Road", None, "series"), [], "why", [Stand(second)]).proposal,
        propose_match(Named("Salt Road", 1961), [], "why", [Stand(second)]).proposal,
    ]
    answered(asked[0], "new series")
    states = Proposal.objects.filter(kind="match").order_by("id").values_list("state", flat=True)
    assert list(states) == ["accepted", "gone", "waiting"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Named("Salt Road"), Named("salt road", 2023, "film"), True),
        (Named("Salt Road", 2023), Named("Salt Road", 1961), False),
        (Named("Salt Road", None, "film"), Named("Salt Road", None, "series"), False),
        (Named(""), Named(""), False),
    ],
)
def test_names_are_of_one_work_as_far_as_both_tell(one, other, same):
    assert is_same(one, other) is is_same(other, one) is same
