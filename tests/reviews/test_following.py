"""What the projections of reviews owe to corrections, copies and undone imports. All made up."""

import pytest

from clapometer.catalogue.drafts import work_corrected
from clapometer.desk.imports import run_import
from clapometer.desk.plans import plan_import
from clapometer.desk.undoing import undo_import
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import review_marked
from clapometer.reviews.models import WorkScore
from clapometer.reviews.scores import score_of
from tests.desk.files import some, write
from tests.reviews.telling import DAY, START, Story
from tests.reviews.test_rebuild import projections

pytestmark = pytest.mark.django_db


def rebuilt():
    """Return whether a rebuild gives the identical rows."""
    before = projections()
    rebuild()
    return projections() == before


# The names that an undo takes away may come again: a rebuild meets both in one batch.
def test_a_file_taken_back_and_taken_in_again_can_be_rebuilt(tmp_path):
    path = write(tmp_path / "a.csv", some(6))
    undo_import(run_import(plan_import(path)).import_id)
    run_import(plan_import(path))
    assert rebuilt()


# Where a critic counts once, what becomes of a copy that does not count changes nothing.
@pytest.mark.parametrize("kind", ["revised", "withdrawn", "excluded"])
def test_what_becomes_of_a_copy_that_does_not_count_changes_nothing(kind):
    story = Story()
    for critic in range(5):
        story.post(critic, True, day=0)
    copy = story.post(0, True, day=1, outlet=30)
    if kind == "revised":
        story.post(0, False, day=2, outlet=30)
    else:
        with writing("story") as writer:
            draft = review_marked(kind, copy, story.work_id, START + 2 * DAY, "made-up reason")
            writer.append_one(draft)
    tally = score_of(story.work).score.tally
    assert (tally.count, tally.positive) == (5, 5)
    assert rebuilt()


# The width of a release decides which minimum the badge asks for, also when it is known late.
def test_a_corrected_release_moves_the_badge():
    story = Story(kind="film")
    for critic in range(45):
        story.post(critic, True, top=critic < 6)
    assert WorkScore.objects.get(work=story.work_id).badge == "none"
    with writing("story") as writer:
        writer.append_one(work_corrected(story.work_id, {"release": "limited"}, {"release": ""}))
    assert WorkScore.objects.get(work=story.work_id).badge == "held"
    assert rebuilt()


# How many reviews have no known time does not depend on which way the score is read.
def test_undated_reviews_are_counted_alike_by_points_and_by_events():
    story = Story()
    story.post(0, True, day=0)
    story.post(0, True, day=None)
    for positive in (True, False):
        story.post(1, positive, day=None)
    assert score_of(story.work).undated == score_of(story.work, known=head()[1]).undated == 2
