import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.instants import now
from clapometer.ledger.reading import head
from clapometer.reviews.events import events_of_work
from clapometer.reviews.models import BadgeChange, HistoryPoint, Review, WorkScore
from clapometer.reviews.record import moves, reviews_at
from clapometer.reviews.scores import score_of, steps_of
from clapometer.scoring.history import tally_at
from clapometer.scoring.rules import preset
from tests.reviews.telling import DAY, START, Story

pytestmark = pytest.mark.django_db
RT = preset("rotten-tomatoes-2020")


def test_a_story_worked_by_hand():
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=critic, grade="4/5")
    story.post(5, False, day=10, grade="1/5")
    now_ = score_of(story.work)
    # 5 of 6 = 83.33 -> 83; grades 5 x 8000 + 2000 = 42000 over 6 = 0.7
    assert (now_.score.printed, now_.score.tally.positive, now_.score.tally.count) == (83, 5, 6)
    assert float(now_.score.mean) == 0.7
    assert now_.seq == head()[0]
    at_day = {
        day: score_of(story.work, at=START + day * DAY).score.printed for day in (-1, 3, 4, 9, 10)
    }
    assert at_day == {-1: None, 3: None, 4: 100, 9: 100, 10: 83}


def test_the_perfect_score_was_lost_by_the_entry_that_lost_it():
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=0)
    lost_by = story.post(5, False, day=2)
    row = WorkScore.objects.get(work_id=story.work_id)
    assert (row.before, row.printed, row.moved_at, row.moved_by) == (
        100,
        83,
        START + 2 * DAY,
        lost_by,
    )
    move = moves(steps_of(story.work, RT), RT)[-1]
    assert (move.moved, move.before.printed, move.after.printed) == (True, 100, 83)
    assert move.step.event.seq == lost_by


def test_two_clocks_give_two_answers():
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=0, recorded=1)
    story.post(5, False, day=0, recorded=9)  # published on the first day, learned of on the ninth
    friday = START + 2 * DAY
    assert score_of(story.work, at=friday).score.printed == 83
    assert score_of(story.work, at=friday, known=friday).score.printed == 100
    assert score_of(story.work, at=friday, known=START + 10 * DAY).score.printed == 83


def test_withdrawn_excluded_restored_and_undone():
    story = Story()
    for critic in range(6):
        story.post(critic, critic != 5, day=0)
    excluded = story.mark("excluded", 5, day=3, reason="made-up: paid for")
    assert score_of(story.work).score.printed == 100
    assert score_of(story.work, at=START + 2 * DAY).score.printed == 83
    story.mark("restored", 5, day=5)
    assert score_of(story.work).score.printed == 83
    story.mark("withdrawn", 0, day=6)
    assert score_of(story.work).score.tally[:2] == (5, 4)
    story.undo(5, excluded)
    assert score_of(story.work, at=START + 4 * DAY).score.printed == 83
    in_force = {said.review for said in reviews_at(story.work)}
    assert story.review_of(0) not in in_force and story.review_of(5) in in_force


def test_a_critic_in_two_outlets_counts_as_the_rule_says():
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=critic)
    story.post(0, True, day=0, outlet=7)
    story.post(1, True, day=9, outlet=8)
    assert score_of(story.work).score.tally.count == 5
    assert score_of(story.work, RT).score.tally.count == 7
    linked = Review.objects.exclude(copy_of=None).order_by("id").values_list("copy_of", "repeats")
    assert list(linked) == [(story.review_of(0), True), (story.review_of(1), False)]
    assert HistoryPoint.objects.filter(work_id=story.work_id, counts=1).exists()


def test_a_critic_who_revises_a_copy_still_counts_once():
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=critic)
    story.post(0, True, day=1, outlet=7)
    story.post(0, False, day=2, outlet=7)
    assert score_of(story.work).score.tally[:2] == (5, 5)
    assert score_of(story.work, RT).score.tally[:2] == (6, 5)
    story.mark("withdrawn", 0, day=3)
    assert score_of(story.work).score.tally[:2] == (5, 4)


def test_a_review_of_unknown_time_counts_from_when_it_was_recorded():
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=critic, recorded=20)
    seq = story.post(5, False, day=None, recorded=21)
    found = score_of(story.work)
    assert (found.score.printed, found.undated) == (83, 1)
    assert score_of(story.work, at=START + 20 * DAY).score.printed == 100
    (step,) = [step for step in steps_of(story.work, RT) if step.undated]
    assert (step.event.seq, step.at) == (seq, START + 21 * DAY)


def test_a_badge_is_won_and_lost_in_the_projection():
    story = Story(kind="season")
    for critic in range(20):
        story.post(critic, critic < 15, day=0, top=critic < 5)
    assert score_of(story.work).badge.state == "held"
    for critic in range(20, 22):
        story.post(critic, False, day=3)
    lost = score_of(story.work).badge
    assert (lost.state, lost.since) == ("lost", START + 3 * DAY)
    assert score_of(story.work, at=START + DAY).badge.state == "held"
    changes = BadgeChange.objects.filter(work_id=story.work_id).order_by("at")
    assert [change.state for change in changes] == ["held", "lost"]


def test_a_series_or_episode_has_no_badge():
    assert score_of(Story(kind="series").work).badge is None
    assert score_of(Story(kind="episode").work).badge is None


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["post", "post", "post", "withdrawn", "excluded", "restored"]),
        st.integers(0, 3),
        st.integers(0, 5) | st.none(),
        st.booleans(),
        st.integers(0, 1),
    ),
    max_size=12,
)


# The stored history points answer every instant exactly as folding all events does, for both ways
# of counting; and answers as known now equal answers as known at the last entry.
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTIONS)
def test_points_and_events_agree_at_every_instant(actions):
    story = Story()
    for what, critic, day, positive, outlet in actions:
        if what == "post":
            story.post(critic, positive, day=day, outlet=critic + 10 * outlet)
        elif critic in story.critics:
            story.mark(what, critic, day=day or 0)
    events = events_of_work(story.work_id)
    recorded = head()[1]
    for at in [None, *(START + day * DAY for day in range(-1, 6)), now()]:
        for rule in (preset("clapometer"), RT):
            expected = tally_at(events, at=at, counts=rule.counts)
            assert score_of(story.work, rule, at).score.tally == expected
            assert score_of(story.work, rule, at, recorded).score.tally == expected
