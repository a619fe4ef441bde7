"""Which of one critic's reviews of a work is a copy of which. All are made up."""

import pytest

from clapometer.ledger.consumers import rebuild
from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import entry_undone, review_marked
from clapometer.reviews.models import Review
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db


def links():
    """Return review -> (what it is a copy of, whether it repeats it), of those that are copies."""
    linked = Review.objects.filter(copy_of__isnull=False)
    return {review.id: (review.copy_of, review.repeats) for review in linked}


def test_the_same_day_or_the_same_words_repeat():
    story = Story()
    first = story.post(0, True, day=1, quote="Made-up words!")
    same_day = story.post(0, True, day=1, outlet=10, quote="Other words.")
    same_words = story.post(0, True, day=3, outlet=11, quote="made-up WORDS")
    another = story.post(0, False, day=4, outlet=12, quote="Something else.")
    story.post(1, True, day=1, quote="Made-up words!")
    assert links() == {same_day: (first, True), same_words: (first, True), another: (first, False)}


def test_the_earliest_published_is_the_first_whenever_it_came_in():
    story = Story()
    late = story.post(0, True, day=5)
    early = story.post(0, True, day=2, outlet=10)
    assert links() == {late: (early, False)}


def test_a_revision_makes_no_other_review_of_it():
    story = Story()
    first = story.post(0, True, day=1, quote="Made-up words.")
    copy = story.post(0, True, day=1, outlet=10, quote="Made-up words.")
    story.post(0, False, day=9, quote="Second thoughts.")
    assert links() == {copy: (first, True)}


# A review that is not in force is no copy, and none is a copy of it; and what was linked before is
# linked as a rebuild would link it.
@pytest.mark.parametrize("kind", ["undone", "withdrawn", "excluded"])
@pytest.mark.parametrize("which", [0, 1])
def test_a_review_that_is_gone_has_no_copies_and_is_none(kind, which):
    story = Story()
    gone = [story.post(0, True), story.post(0, True, outlet=10)][which]
    assert len(links()) == 1
    with writing("test") as writer:
        if kind == "undone":
            draft = entry_undone("review.undone", f"review:{gone}", gone, story.work_id)
        else:
            draft = review_marked(kind, gone, story.work_id, None, "made-up reason")
        writer.append_one(draft)
    assert links() == {}
    rebuild()
    assert links() == {}


def test_of_three_the_others_stay_linked_when_the_first_goes():
    story = Story()
    first, second, third = (story.post(0, True, outlet=outlet) for outlet in (0, 10, 11))
    assert links() == {second: (first, True), third: (first, True)}
    with writing("test") as writer:
        writer.append_one(review_marked("withdrawn", first, story.work_id, None, "made-up reason"))
    assert links() == {third: (second, True)}
