"""From what the reader of pages keeps of a review to a proposal. All is made up."""

from __future__ import annotations

import pytest

from clapometer.desk.proposals.naming import Named
from clapometer.desk.proposals.pagereviews import named_work, place_of, propose_page
from clapometer.readers.text import LIMITS

pytestmark = pytest.mark.django_db
FOUND = {
    "work": "Salt Road", "year": 2023, "kind": "film", "identifiers": [],
    "critic": "Wanda Invented", "outlet": "", "grade": "4/5", "positive": None,
    "published": "2023-08-04T10:00:00+02:00", "quote": "It tastes of salt.", "confidence": 0.9,
    "link": "https://mail.made-up.example/salt", "found": {"grade": "JSON-LD"},
}  # fmt: skip


def test_a_page_becomes_a_proposal_with_its_words_marked(taken_in):
    reading = taken_in("So: It tastes of salt. End.", page={"review": FOUND})
    proposal = propose_page(reading).proposal
    said, backing = proposal.said, proposal.backings.get()
    assert (said["outlet"], said["date"], said["verdict"]) == ("Made-up Mail", "2023-08-04", "")
    assert reading.text[backing.start : backing.end] == backing.quote == "It tastes of salt."
    assert (backing.rule, proposal.confidence) == ("JSON-LD", 0.9)


def test_a_page_that_is_no_review_proposes_nothing(taken_in):
    assert propose_page(taken_in(page={"review": None})) is None
    assert propose_page(taken_in("other")) is None


@pytest.mark.parametrize(("positive", "verdict"), [(True, "positive"), (False, "negative")])
def test_a_verdict_of_the_page_is_the_critics_own(taken_in, positive, verdict):
    page = {"review": FOUND | {"grade": "", "positive": positive}}
    assert propose_page(taken_in(page=page)).proposal.said["verdict"] == verdict


@pytest.mark.parametrize(
    ("work", "kind", "named"),
    [
        ("Salt Road: Season 2", "season", Named("Salt Road", None, "series", 2)),
        ("Salt Road – Season Two", "series", Named("Salt Road", None, "series", 2)),
        ("Salt Road (Season 12)", "", Named("Salt Road", None, "series", 12)),
        ("Salt Road", "series", Named("Salt Road", 2023, "series")),
        ("Season 2", "", Named("Season 2", 2023, "")),
        ("A Film of Season 2", "film", Named("A Film of Season 2", 2023, "film")),
        ("Salt Road, Episode 3", "episode", Named("Salt Road, Episode 3", 2023, "")),
    ],
)
def test_a_season_is_told_from_its_series(work, kind, named):
    assert named_work(FOUND | {"work": work, "kind": kind}) == named


def test_what_is_too_long_is_cut_behind_a_word(taken_in):
    page = {"review": FOUND | {"quote": "word " * 5000, "critic": "x" * 999}}
    said = propose_page(taken_in(page=page)).proposal.said
    assert len(said["quote"]) <= LIMITS["quote"]
    assert said["quote"].endswith("word…")
    assert len(said["critic"]) <= LIMITS["critic"]


def test_words_are_found_where_they_stand_or_nowhere():
    assert place_of("salt", "a salt") == (2, 6)
    assert place_of("", "a salt") == place_of("pepper", "a salt") == (0, 0)
