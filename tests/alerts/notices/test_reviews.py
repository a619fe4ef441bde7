"""New reviews for those who follow a critic or an outlet. All made up."""

import pytest

from clapometer.alerts.models import Notice
from tests.alerts.notices.followed import Watched, at, follow, keys_of, run, told

pytestmark = pytest.mark.django_db


def test_a_new_review_is_told_to_those_who_follow_its_critic():
    story = Watched()
    story.say(1, 0, True)
    run(at(1.5))
    follow(f"critic:{story.critics[0]}", minute=2)
    assert told("settling", "withdrawn") == []
    other = Watched("film")
    other.critics, other.outlets = story.critics, story.outlets
    seq = other.say(10, 0, False, grade="2/5")
    run(at(21))
    (notice,) = Notice.objects.filter(kind="review")
    assert notice.title == f"Invented Critic 0 of story {story.work_id} on A Made-up Work (2026)"
    assert notice.text.startswith("Negative, 2/5: A Made-up Work (2026), by Invented Critic 0")
    assert notice.url == f"/entry/{seq}"
    assert keys_of(notice) == [
        f"critic:{story.critics[0]}", f"outlet:{story.outlets[0]}",
    ]  # fmt: skip


def test_an_old_review_is_no_news_and_one_taken_back_is_not_told():
    story = Watched()
    story.say(1, 0, True)
    run(at(1.5))
    follow(f"outlet:{story.outlets[0]}", minute=2)
    story.say(5, 1, True, outlet=0, happened_at=at(-9000))
    seq = story.say(6, 2, True)
    follow(f"outlet:{story.outlets[2]}", minute=5)
    run(at(7))
    story.take_back(8, 2, seq)
    run(at(100))
    assert told() == []
