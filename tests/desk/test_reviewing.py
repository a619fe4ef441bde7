"""Entering reviews by hand. All names, works and reviews are made up."""

from __future__ import annotations

import pytest

from clapometer.desk.marking import foresee_mark, mark_review, undo_entry
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.reviewing import (
    AGAIN,
    EARLIER,
    NEW,
    REVISED,
    UNCHANGED,
    change_review,
    enter_review,
    foresee_review,
)
from clapometer.ledger.consumers import cursor_of
from clapometer.ledger.reading import head, read_some
from clapometer.ledger.texts import read_texts
from clapometer.ledger.writing import writing
from clapometer.reviews.contents import Content
from clapometer.reviews.drafts import Reviewer, outlet_added, review_posted
from clapometer.reviews.models import Critic, Outlet, Review
from clapometer.reviews.record import said_by
from clapometer.reviews.scoreboard import consumer_name
from clapometer.reviews.scores import score_of
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db
ME = "member:7"
TYPED = {
    "link": "https://www.made-up-mail.example/a-work",
    "grade": "B+",
    "critic": "Ada Invented",
    "outlet": "Made-up Mail",
    "date": "2026-03-02",
    "quote": "It floats, mostly.",
}


@pytest.fixture
def work(db):
    return Story().work


def typed(**changes):
    return TYPED | changes


def said(seq):
    return said_by([seq])[seq]


def test_a_review_is_one_entry_with_its_names_in_front_and_its_writer(work):
    before = head()[0]
    entered = enter_review(work, typed(), ME)
    entries = read_some(range(before + 1, head()[0] + 1))
    kinds = ["outlet.added", "critic.added", "review.posted"]
    assert [one.kind for one in entries.values()] == kinds
    assert {one.actor for one in entries.values()} == {ME}
    assert entered == (NEW, head()[0])
    one = said(entered.seq)
    assert (one.critic.name, one.outlet.name, one.grade) == ("Ada Invented", "Made-up Mail", "B+")
    assert (one.positive, one.verdict_by, one.value, one.dated) == (True, "converted", 8333, "day")
    assert read_texts([entered.seq], "quote") == {entered.seq: "It floats, mostly."}


# However a reviewer is spelt, one critic in one outlet has one review of a work.
def test_the_same_reviewer_again_revises_and_says_so(work):
    first = enter_review(work, typed(), ME)
    again = enter_review(work, typed(critic="ADA  invented", grade="D", date="2026-03-05"), ME)
    assert (again.became, said(again.seq).kind) == (REVISED, "revised")
    assert said(again.seq).review == first.seq
    assert enter_review(work, typed(date="2026-02-01", grade="C"), ME).became == EARLIER
    assert score_of(work).score.tally[:2] == (1, 0)
    assert Critic.objects.filter(key="ada invented").count() == 1


def test_what_stands_already_is_not_written_again(work):
    enter_review(work, typed(), ME)
    before = head()
    assert enter_review(work, typed(), ME) == (UNCHANGED, None)
    assert head() == before


# A form is written once, however often its bytes arrive, and also if the record went on meanwhile.
def test_a_form_sent_twice_is_written_once(work):
    first = enter_review(work, typed(), ME, "a token")
    enter_review(work, typed(grade="C", date="2026-03-06"), ME, "another token")
    before = head()
    assert enter_review(work, typed(), ME, "a token") == (AGAIN, first.seq)
    assert head() == before
    assert enter_review(work, typed(critic="Bo Invented"), "member:8", "a third").became == NEW


# A preview writes nothing, and it tells what then really happens.
def test_a_preview_is_what_comes_of_it(work):
    before = head()
    foreseen = foresee_review(work, typed(), ME)
    assert head() == before
    assert not Outlet.objects.filter(name="Made-up Mail").exists()
    assert foreseen.became == NEW
    enter_review(work, typed(), ME)
    assert foreseen.effect.after.score == score_of(work).score
    assert foreseen.effect.before.score.tally.count == 0
    assert foreseen.effect.moved


@pytest.mark.parametrize(
    ("changes", "field", "part"),
    [
        ({"critic": "", "outlet": ""}, "outlet", "Name the outlet"),
        ({"link": "no link at all"}, "link", "is no link"),
        ({"link": "javascript:alert(1)"}, "link", "is no link"),
        ({"grade": ""}, "grade", "Give the grade"),
        ({"grade": "seven bells"}, "grade", "say the verdict too"),
        ({"date": "soon"}, "date", "no date"),
        ({"date": "3/4/2026"}, "date", "day first or month first"),
        ({"date": "2999-01-01"}, "date", "lies ahead"),
        ({"verdict": "maybe"}, "verdict", "Choose"),
        ({"critic": "x" * 201}, "critic", "at most 200"),
        ({"quote": "x" * 5001}, "quote", "at most 5000"),
        ({"grade": "x" * 300}, "grade", ""),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field_and_nothing_is_written(
    work, changes, field, part
):
    before = head()
    with pytest.raises(EntryRefused) as refused:
        enter_review(work, typed(**changes), ME)
    assert part in refused.value.of(field)
    assert refused.value.of(field)
    assert head() == before


def test_every_problem_is_told_at_once(work):
    with pytest.raises(EntryRefused) as refused:
        enter_review(work, {"link": "x y", "date": "soon", "grade": ""}, ME)
    assert {one.field for one in refused.value.problems} == {"link", "date", "grade", "outlet"}


@pytest.mark.parametrize(
    ("grade", "verdict", "positive", "verdict_by"),
    [
        ("3/5", "", True, "converted"),
        ("2.5/5", "", False, "converted"),
        ("59/100", "", False, "converted"),
        ("★★★", "", None, None),
        ("", "positive", True, "given_by_critic"),
        ("9/10", "negative", False, "given_by_critic"),
        ("", "read-negative", False, "interpreted"),
        ("seven bells", "read-positive", True, "interpreted"),
        ("7/10", "none", None, ""),
    ],
)
def test_the_verdict_is_the_grade_s_or_what_the_editor_says(
    work, grade, verdict, positive, verdict_by
):
    if positive is None and verdict_by is None:
        with pytest.raises(EntryRefused):
            enter_review(work, typed(grade=grade, verdict=verdict), ME)
        return
    one = said(enter_review(work, typed(grade=grade, verdict=verdict), ME).seq)
    assert (one.positive, one.verdict_by) == (positive, verdict_by)
    assert one.grade == grade


def test_a_change_by_the_reviewer_is_later_and_a_typing_error_is_taken_back(work):
    first = enter_review(work, typed(), ME)
    review = Review.objects.get(id=first.seq)
    with pytest.raises(EntryRefused) as refused:
        change_review(review, typed(date="2026-03-01"), ME)
    assert refused.value.of("date")
    changed = change_review(review, typed(date="2026-03-04", grade="C-"), ME)
    assert said(changed.seq).kind == "revised"
    righted = change_review(review, typed(date="2026-03-03", grade="C"), ME, mistyped=True)
    kinds = [one.kind for one in read_some([righted.seq - 1, righted.seq]).values()]
    assert kinds == ["review.undone", "review.revised"]
    assert Review.objects.get(id=first.seq).standing == righted.seq
    assert change_review(review, typed(date="2026-03-03", grade="C"), ME) == (UNCHANGED, None)


def test_a_first_entry_that_was_mistyped_is_said_again_as_the_first(work):
    first = enter_review(work, typed(grade="F"), ME)
    review = Review.objects.get(id=first.seq)
    righted = change_review(review, typed(date="2026-02-01"), ME, mistyped=True)
    assert said(righted.seq).kind == "posted"
    assert score_of(work).score.tally[:2] == (1, 1)


def test_a_review_is_excluded_with_a_reason_restored_and_withdrawn(work):
    review = Review.objects.get(id=enter_review(work, typed(), ME).seq)
    with pytest.raises(EntryRefused) as refused:
        mark_review("excluded", review, {"date": "today"}, ME)
    assert refused.value.of("reason")
    effect = foresee_mark("excluded", review, {"reason": "He plays in it.", "date": "today"}, ME)
    assert (effect.before.score.tally.count, effect.after.score.tally.count) == (1, 0)
    seq = mark_review("excluded", review, {"reason": "He plays in it.", "date": "today"}, ME, "t")
    assert mark_review("excluded", review, {"reason": "He plays in it."}, ME, "t") == seq
    assert score_of(work).score.tally.count == 0
    with pytest.raises(EntryRefused):
        mark_review("withdrawn", review, {"date": "today"}, ME)
    with pytest.raises(EntryRefused):
        enter_review(work, typed(grade="A", date="today"), ME)
    mark_review("restored", review, {"date": "today"}, ME)
    assert score_of(work).score.tally.count == 1
    mark_review("withdrawn", review, {"date": "today"}, ME)
    assert score_of(work).score.tally.count == 0


def test_an_undo_is_a_counter_entry_and_takes_bare_names_along(work):
    entered = enter_review(work, typed(), ME)
    undone = undo_entry(entered.seq, ME)
    assert (undone.kind, undone.data["entry"], undone.actor) == (
        "review.undone", entered.seq, ME,
    )  # fmt: skip
    assert not Critic.objects.filter(name="Ada Invented").exists()
    assert not Outlet.objects.filter(name="Made-up Mail").exists()
    assert score_of(work).score.tally.count == 0
    for seq in (entered.seq, undone.seq, 1, 10**9):
        with pytest.raises(EntryRefused):
            undo_entry(seq, ME)
    assert enter_review(work, typed(), ME).became == NEW
    assert score_of(work).score.tally.count == 1


def test_an_undo_leaves_names_that_others_use(work):
    first = enter_review(work, typed(), ME)
    enter_review(Story().work, typed(), ME)
    undo_entry(first.seq, ME)
    assert Critic.objects.filter(name="Ada Invented").count() == 1


# A preview is right, and quick, also while an import runs whose scores are not told yet.
def test_a_preview_needs_no_scores_to_be_up_to_date(work):
    with writing("import", ("catalogue", "reviews")) as writer:
        content = Content(True, happened_at=0, dated="day")
        outlet = writer.append_one(outlet_added("Made-up Other")).seq
        writer.append_one(review_posted(Reviewer(0, outlet, work.id, "a"), content))
    behind = cursor_of(consumer_name())
    foreseen = foresee_review(work, typed(), ME)
    assert foreseen.effect.before.score.tally.count == 1
    assert foreseen.effect.after.score.tally.count == 2
    assert cursor_of(consumer_name()) == behind
