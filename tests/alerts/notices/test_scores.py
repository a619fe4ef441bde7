"""Scores told by hand-worked stories: what is sent, and what is not. All works are made up."""

import pytest

from clapometer.alerts.models import Notice
from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import review_marked
from tests.alerts.notices.followed import Watched, at, follow, keys_of, run, texts, told

pytestmark = pytest.mark.django_db


def debut(minute=1, **facts):
    """A season whose fifth review makes its first score, told by the eleventh minute after it."""
    story = Watched(**facts)
    for critic in range(5):
        story.say(minute, critic, True)
    return story


def test_nothing_of_the_past_is_told():
    from tests.reviews.telling import Story

    story = Story()
    for critic in range(5):
        story.post(critic, True, day=0, recorded=0)
    follow(f"work:{story.work_id}")
    run(at(0))
    run(at(60))
    assert told() == []


def test_a_debut_is_told_once_it_has_settled():
    story = debut()
    run(at(2))
    assert told() == []
    run(at(10.9))
    assert told() == []
    run(at(12))
    assert told() == [("score", "A Made-up Work: first score 100 %")]
    (text,) = texts()
    assert text.startswith("Debut: 100 % (5 of 5 reviews positive). 28 May 2026, with a review in ")
    assert text.endswith(f"Invented Outlet 4 of story {story.work_id}.")
    (notice,) = Notice.objects.filter(state="due")
    page = f"w{story.work_id}/a-made-up-work?at=2026-05-28T20:27:40Z"
    assert notice.url.endswith(page)
    run(at(12))
    run(at(5000))
    assert len(told()) == 1
    assert keys_of(notice) == [f"work:{story.work_id}"]


def test_a_fall_is_one_message_with_all_that_it_means():
    story = debut()
    run(at(12))
    story.say(100, 5, False)
    run(at(111))
    assert told()[1:] == [("score", "A Made-up Work: perfect score lost, 83 %")]
    assert texts()[1].startswith("Perfect score lost: 83 % (5 of 6 reviews positive). 28 May 2026")
    assert "Below 90 %: 83 %" in texts()[1]


def test_a_review_that_is_taken_back_within_the_settling_time_is_never_told():
    story = debut()
    run(at(12))
    seq = story.say(100, 5, False)
    run(at(101))
    story.take_back(105, 5, seq)
    run(at(106))
    run(at(200))
    assert len(told()) == 1


def test_what_was_sent_and_is_taken_back_later_is_corrected_once():
    story = debut()
    run(at(12))
    seq = story.say(100, 5, False)
    run(at(111))
    story.take_back(150, 5, seq)
    for minute in (151, 160, 161, 170, 5000):
        run(at(minute))
    corrections = Notice.objects.filter(state="due", kind="correction")
    (one,) = corrections.exclude(corrects_id=None)
    assert (
        one.corrects_id == Notice.objects.get(title="A Made-up Work: perfect score lost, 83 %").id
    )
    assert one.title == "Correction: A Made-up Work: perfect score lost, 83 %"
    assert one.text.endswith("The score is now 100 % (5 of 5 reviews positive).")
    (cited,) = corrections.filter(corrects_id=None)
    assert cited.text == (
        "A review was taken back on 28 May 2026: the score is 100 % of 5 reviews, and was 83 % of"
        " 6."
    )


def test_ten_flaps_are_one_message():
    story = debut()
    run(at(12))
    for flap in range(11):
        story.say(100 + 20 * flap, 5, bool(flap % 2))
        run(at(100 + 20 * flap))
        run(at(111 + 20 * flap))
    run(at(400))
    run(at(3000))
    assert [title for _, title in told()[1:]] == ["A Made-up Work: perfect score lost, 83 %"]


def test_flaps_within_the_settling_time_are_none():
    story = debut()
    run(at(12))
    for flap in range(10):
        story.say(100 + flap, 5, bool(flap % 2))
        run(at(100 + flap))
    run(at(3000))
    assert len(told()) == 1


def test_where_it_ended_is_told_a_day_later():
    story = debut()
    run(at(12))
    for flap in range(3):
        story.say(100 + 20 * flap, 5, bool(flap % 2))
        run(at(111 + 20 * flap))
    run(at(200))
    assert len(told()) == 2
    story.say(300, 5, True)
    run(at(311))
    assert len(told()) == 2
    run(at(3000))
    assert told()[2:] == [("score", "A Made-up Work: perfect score reached")]


def test_old_reviews_are_no_news():
    story = Watched()
    for critic in range(30):
        story.say(1, critic, critic % 3 > 0, happened_at=at(-100_000 + critic))
    run(at(2))
    run(at(100))
    assert told("settling", "due", "folded", "withdrawn") == []


def test_an_older_review_that_moves_a_cause_corrects_nothing():
    story = debut()
    run(at(12))
    story.take_back(50, 2, story.review_of(2))
    story.say(50, 6, True, happened_at=at(-3))
    run(at(61))
    run(at(500))
    assert [kind for kind, _ in told()] == ["score"]


def test_a_review_that_an_editor_takes_out_is_told_as_a_correction_whatever_its_day():
    story = debut()
    story.say(2, 5, False)
    run(at(20))
    draft = review_marked("excluded", story.review_of(5), story.work_id, at(3), "made up")
    with writing("member:1", recorded_at=at(6000)) as writer:
        writer.append_one(draft)
    run(at(6000))
    run(at(6011))
    corrections = Notice.objects.filter(state="due", kind="correction")
    (correction,) = corrections.filter(audience="keys")
    assert correction.title == "A Made-up Work: the score was corrected"
    assert correction.text.startswith("An excluded review moved the score: ")
