"""What a review says keeps its bytes and its fingerprint. All names are made up."""

import pytest

from clapometer.reviews.contents import Content
from clapometer.reviews.models import ReviewEvent
from clapometer.reviews.record import reviews_at
from tests.reviews.telling import Story

OLD = Content(
    True, "4/5", None, 1_780_000_000_000_000, "day", "converted", True,
    "https://example.org/1", "Words.",
)  # fmt: skip


def test_an_unmarked_review_is_written_as_it_always_was():
    told = OLD.told()
    assert told.digest == 251_190_658_921_698
    assert told.json == (
        b'{"dated":"day","grade":"4/5","link":"https://example.org/1","positive":true,'
        b'"reading":"fraction","scale":"of-5","top":true,"value":8000,"verdict_by":"converted"}'
    )


def test_a_marked_review_says_something_else():
    marked = OLD._replace(first_episodes=True).told()
    assert b'"first_episodes":true' in marked.json
    assert marked.digest != OLD.told().digest


@pytest.mark.django_db
def test_the_mark_is_kept_with_the_entry_and_a_revision_may_take_it_off():
    story = Story()
    story.post(0, positive=True, day=1, first_episodes=True)
    story.post(1, positive=True, day=1)
    story.post(2, positive=True, day=1, first_episodes=True)
    story.post(2, positive=False, day=9)
    marks = ReviewEvent.objects.order_by("seq").values_list("first_episodes", flat=True)
    assert list(marks) == [1, 0, 1, 0]
    assert [said.first_episodes for said in reviews_at(story.work)] == [False, False, True]
