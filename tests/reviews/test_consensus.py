"""The consensus: whose words, at which score, and whether it still holds. All of it is made up."""

import pytest

from clapometer.desk.stating import add_fact, correct_fact
from clapometer.facts.reading import versions_of
from clapometer.instants import format_instant
from clapometer.ledger.consumers import rebuild
from clapometer.reviews.consensus import (
    CONSENSUS,
    REASONS,
    WRITTEN_AT,
    consensus_of,
    reasons,
    stated,
)
from clapometer.reviews.scores import score_of
from tests.reviews.telling import DAY, START, Story

pytestmark = pytest.mark.django_db
ACTOR = "member:1"
TEXT = "A made-up harbour, and every critic wants to live there."


@pytest.fixture
def story():
    told = Story()
    for critic in range(6):
        told.post(critic, critic < 5, day=critic)
    return told


def write(story, day, text=TEXT):
    when = format_instant(START + day * DAY)
    typed = {"text": text, "author": "A. Made-up", "when": when}
    return add_fact(CONSENSUS, story.work_id, typed, ACTOR)


def test_the_desk_states_the_score_it_was_written_at(story):
    entry = write(story, day=6)
    told = consensus_of(story.work)
    assert entry.data["said"]["written_at"] == told.written_at
    assert told.written_at.keys() == WRITTEN_AT.keys()
    assert (told.written_at["positive"], told.written_at["count"]) == (5, 6)
    assert told.written_at["shown"] == "83 %"
    assert told.written_at["rule"] == "clapometer"
    assert (told.fact.said["text"], told.fact.said["author"]) == (TEXT, "A. Made-up")
    assert "A. Made-up" not in entry.body


def test_a_text_of_an_earlier_day_states_the_score_of_that_day(story):
    write(story, day=4)
    assert consensus_of(story.work).written_at["count"] == 5


def test_a_score_that_nobody_has_is_stated_as_none():
    story = Story()
    write(story, day=0)
    stated_score = consensus_of(story.work).written_at
    assert (stated_score["printed"], stated_score["shown"], stated_score["count"]) == (None, "–", 0)


def test_a_text_holds_from_its_date_until_the_next_and_all_can_be_read(story):
    first, second = write(story, day=6), write(story, day=9, text="Made-up waves, less loved.")
    told = consensus_of(story.work)
    assert [one.id for one in told.versions] == [first.seq, second.seq]
    assert told.fact.said["text"] == "Made-up waves, less loved."
    assert consensus_of(story.work, at=START + 8 * DAY).fact.id == first.seq
    assert consensus_of(story.work, known=first.recorded_at).fact.id == first.seq
    assert consensus_of(story.work, at=START + 5 * DAY) is None


def test_a_slip_of_the_pen_leaves_the_score_it_was_written_at(story):
    number = write(story, day=6).seq
    for critic in range(6, 9):
        story.post(critic, False, day=7)
    when = format_instant(START + 6 * DAY)
    correct_fact(number, {"text": f"{TEXT}!", "author": "A. Made-up", "when": when}, ACTOR)
    told = consensus_of(story.work)
    assert (told.fact.said["text"], told.written_at["count"]) == (f"{TEXT}!", 6)
    assert [one.said["text"] for one in versions_of(number)] == [TEXT, f"{TEXT}!"]


def test_it_is_flagged_when_the_score_has_changed_side_and_only_from_then_on(story):
    write(story, day=6)
    assert consensus_of(story.work).reasons == ()
    for critic in range(6, 11):
        story.post(critic, False, day=10)
    told = consensus_of(story.work)
    assert (told.now.score.band != told.written_at["band"], told.reasons) == (True, ("band",))
    assert consensus_of(story.work, at=START + 9 * DAY).reasons == ()
    rebuild()
    assert consensus_of(story.work).reasons == ("band",)


def test_it_is_flagged_when_the_reviews_have_doubled(story):
    write(story, day=6)
    for critic in range(6, 11):
        story.post(critic, True, day=10)
    assert consensus_of(story.work).reasons == ()
    story.post(11, True, day=11)
    assert consensus_of(story.work).reasons == ("doubled",)


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({"badge": "held"}, {"badge": "lost"}, ("badge",)),
        ({"badge": "held"}, {"badge": "held"}, ()),
        ({"badge": "none"}, {"badge": "lost"}, ()),
        ({"band": ""}, {"band": "slow-clap"}, ()),
        ({"band": "applause"}, {"band": ""}, ()),
        ({"count": 0}, {"count": 9}, ()),
        ({"badge": "held", "band": "applause", "count": 4},
         {"badge": "lost", "band": "slow-clap", "count": 8}, ("band", "badge", "doubled")),
    ],
)  # fmt: skip
def test_the_reasons_one_by_one(then, now, expected):
    plain = {"band": "applause", "badge": "", "count": 10}
    assert reasons(plain | then, plain | now) == expected
    assert set(expected) <= REASONS.keys()


# A score that has not changed gives no reason, whatever it is.
def test_the_score_it_was_written_at_is_no_reason(story):
    now = stated(score_of(story.work))
    assert reasons(now, now) == ()
