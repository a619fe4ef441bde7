"""Scales confirmed and taken back: what they read, when, and what the clocks say of it.

All names are made up.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head
from clapometer.reviews.models import Outlet
from clapometer.reviews.people import tally_written_by
from clapometer.reviews.readings import Hand, confirmed_scales
from clapometer.reviews.record import reviews_at
from clapometer.reviews.scaleproposals import propose
from clapometer.reviews.scales import ScaleRefused, confirm, hand_named, look_ahead, take_back
from clapometer.reviews.scoreboard import site_rule
from clapometer.reviews.scores import score_of, steps_of
from tests.reviews.telling import DAY, START, Story

pytestmark = pytest.mark.django_db
EDITOR = "A Made-up Editor"


def grades(story, known=None):
    """What the reviews in force print, and what it is read as, on which scale."""
    said = reviews_at(story.work, known=known)
    return sorted(((one.grade, one.value, one.scale) for one in said), key=str)


def means(story, known=None):
    tally = score_of(story.work, known=known).score.tally
    return tally.graded, tally.grade_sum


def test_seven_reads_as_seven_of_ten_once_confirmed_and_says_by_which_scale():
    story = Story()
    story.post(0, True, grade="7")
    story.post(1, True, grade="4/5")
    before = head()[1]
    assert means(story) == (1, 8000)
    entry, did = confirm(Hand(outlet=story.outlets[0]), "of-10", EDITOR)
    assert (did.grades, did.gained, did.changed, did.works) == (1, 1, 0, 1)
    assert grades(story) == [("4/5", 8000, "of-5"), ("7", 7000, "of-10")]
    assert means(story) == (2, 15000)
    by = {one.grade: one.confirmed for one in reviews_at(story.work)}
    assert by["4/5"] is None
    assert (by["7"].id, by["7"].by, by["7"].recorded_at) == (entry.seq, EDITOR, entry.recorded_at)
    # What this site knew before was less, and stays so.
    assert means(story, known=before) == means(story, known=entry.recorded_at - 1) == (1, 8000)
    assert means(story, known=entry.recorded_at) == (2, 15000)
    assert grades(story, known=before) == [("4/5", 8000, "of-5"), ("7", None, "")]


def test_the_text_as_printed_and_its_first_reading_stay_in_the_ledger():
    story = Story()
    seq = story.post(0, True, grade="B-")
    confirm(Hand(critic=story.critics[0]), "letters-school", EDITOR)
    (said,) = reviews_at(story.work)
    assert (said.seq, said.grade, said.value, said.scale, said.reading) == (
        seq, "B-", 8000, "letters-school", "letter")  # fmt: skip
    assert [step.event.seq for step in steps_of(story.work, site_rule())] == [seq]


def test_reviews_that_come_later_are_read_by_it_too_and_revisions():
    story = Story()
    story.post(0, True, grade="7")
    confirm(Hand(outlet=story.outlets[0]), "of-10", EDITOR)
    story.post(0, True, day=2, grade="8")
    story.post(5, False, day=3, grade="9", outlet=0)
    story.post(6, False, day=3, grade="9")
    assert grades(story) == [("8", 8000, "of-10"), ("9", 9000, "of-10"), ("9", None, "")]


def test_what_is_taken_back_reads_nothing_any_more():
    story = Story()
    story.post(0, True, grade="7")
    entry, _ = confirm(Hand(outlet=story.outlets[0]), "of-10", EDITOR)
    then = head()[1]
    undone = take_back(entry.seq, "it was of 20", EDITOR)
    assert means(story) == (0, 0)
    assert means(story, known=then) == (1, 7000)
    assert means(story, known=undone.recorded_at) == (0, 0)
    story.post(0, True, day=2, grade="8")
    assert means(story) == (0, 0)
    assert confirmed_scales()[0].voided_at == undone.recorded_at
    with pytest.raises(ScaleRefused, match="taken back already"):
        take_back(entry.seq, "", EDITOR)
    with pytest.raises(ScaleRefused, match="no confirmed scale 1;"):
        take_back(1, "", EDITOR)


def test_a_period_ends_with_its_last_instant_and_unknown_times_are_in_none():
    story = Story()
    for critic, day in enumerate((0, 1, 2, None)):
        story.post(critic, True, day=day, grade="3", outlet=0)
    outlet = story.outlets[0]
    confirm(Hand(outlet, until=START + DAY), "of-4", EDITOR)
    confirm(Hand(outlet, since=START + DAY + 1), "of-5", EDITOR)
    assert grades(story) == [
        ("3", 6000, "of-5"), ("3", 7500, "of-4"), ("3", 7500, "of-4"), ("3", None, ""),
    ]  # fmt: skip


def test_the_narrowest_scale_holds_and_of_equals_the_last():
    story = Story()
    story.post(0, True, grade="4")
    outlet, critic = story.outlets[0], story.critics[0]
    both, _ = confirm(Hand(outlet, critic), "of-5", EDITOR)
    assert look_ahead(Hand(outlet), "of-10").changed == 0
    confirm(Hand(outlet), "of-10", EDITOR)
    assert means(story) == (1, 8000)
    take_back(both.seq, "", EDITOR)
    assert means(story) == (1, 4000)
    confirm(Hand(outlet), "of-8", EDITOR)
    assert means(story) == (1, 5000)
    confirm(Hand(critic=critic), "of-20", EDITOR)
    assert means(story) == (1, 2000)


def test_what_states_its_scale_is_read_by_that_one():
    story = Story()
    story.post(0, True, grade="3/4")
    did = confirm(Hand(outlet=story.outlets[0]), "of-10", EDITOR)[1]
    assert (did.grades, did.gained, did.changed, did.works) == (1, 0, 0, 0)
    assert did.weighed.contradicts[0].why == "of-4"
    assert means(story) == (1, 7500)


def test_the_pages_sums_follow():
    story = Story()
    story.post(0, True, grade="7")
    outlet = Outlet.objects.get(id=story.outlets[0])
    assert tally_written_by(outlet).graded == 0
    confirm(Hand(outlet=outlet.id), "of-10", EDITOR)
    assert tally_written_by(outlet).grade_sum == 7000


def test_refusals():
    story = Story()
    story.post(0, True, grade="7")
    outlet = story.outlets[0]
    for hand, scale, words in [
        (Hand(outlet), "of-1", "No scale is called “of-1”"),
        (Hand(), "of-10", "Name an outlet or a critic"),
        (Hand(outlet, since=2, until=1), "of-10", "ends before it begins"),
    ]:
        with pytest.raises(ScaleRefused, match=words):
            confirm(hand, scale, EDITOR)
    confirm(Hand(outlet), "of-10", EDITOR)
    with pytest.raises(ScaleRefused, match="confirmed already, by entry"):
        confirm(Hand(outlet), "of-10", EDITOR)
    name = Outlet.objects.get(id=outlet).name
    assert hand_named(name.upper()) == Hand(outlet)
    with pytest.raises(ScaleRefused, match="No outlet or critic is called “Nobody”"):
        hand_named("Nobody")
    with pytest.raises(ScaleRefused, match="No critic is called"):
        hand_named(name, "critic")


def test_proposals_come_from_all_grades_and_go_once_they_are_confirmed():
    old, new = [(n, "3/4") for n in range(6)], [(n, "4/5") for n in range(10, 16)]
    story = Story()
    for critic, (day, text) in enumerate([*old, (3, "3.5"), *new, (12, "4.5"), (None, "3")]):
        story.post(critic, True, day=day, grade=text, outlet=0)
    story.post(90, True, grade="3")
    proposals = propose()
    first, second = sorted(proposals.proposed, key=lambda one: one.hand.since or 0)
    change = START + 10 * DAY
    assert first.hand == Hand(story.outlets[0], until=change - 1)
    assert second.hand == Hand(story.outlets[0], since=change)
    assert [(one.proposal.scale, len(one.opens)) for one in (first, second)] == [
        ("of-4", 1), ("of-5", 1)]  # fmt: skip
    assert proposals.left == 2
    for one in proposals.proposed:
        confirm(one.hand, one.proposal.scale, EDITOR)
    assert propose().proposed == ()
    assert ("3.5", 8750, "of-4") in grades(story)
    assert ("4.5", 9000, "of-5") in grades(story)


def test_a_critic_with_another_scale_has_a_proposal_of_their_own():
    story = Story()
    texts = {0: ("7/10", "8/10", "6/10", "7"), 1: ("3/4", "2/4", "4/4", "3")}
    stories = [story, *(Story() for _ in range(3))]
    for critic, said in texts.items():
        for place, text in enumerate(said):
            one = stories[place]
            one.critics, one.outlets = story.critics, story.outlets
            one.post(critic, True, grade=text, outlet=0)
    found = {(one.hand, one.proposal.scale) for one in propose().proposed}
    outlet = story.outlets[0]
    assert found == {
        (Hand(outlet, story.critics[0]), "of-10"), (Hand(outlet, story.critics[1]), "of-4"),
    }  # fmt: skip


# Whatever is told in whatever order: the projection that follows entry by entry is the one that is
# built afresh, and what was known at an instant is what stood there then.
@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(
                st.just("post"), st.integers(0, 3), st.sampled_from(["7", "3/4", "B", "9/9", ""])
            ),
            st.tuples(st.just("scale"), st.integers(0, 3), st.sampled_from(["of-10", "of-20"])),
            st.tuples(st.just("undo"), st.integers(0, 3), st.just("")),
        ),
        max_size=14,
    )
)
def test_following_is_building_afresh_and_the_past_stays(told):
    story = Story()
    stood = {}
    for what, number, text in told:
        if what == "post":
            story.post(number, True, day=number, grade=text, outlet=number % 2)
        elif what == "scale" and number in story.critics:
            hand = Hand(critic=story.critics[number]) if number > 1 else Hand(story.outlets[number])
            if not any(
                (one.outlet, one.critic, one.scale, one.voided_at) == (*hand[:2], text, None)
                for one in confirmed_scales()
            ):
                confirm(hand, text, EDITOR)
        elif what == "undo":
            for one in [one for one in confirmed_scales() if one.voided_at is None][:1]:
                take_back(one.id, "", EDITOR)
        stood[head()[1]] = (means(story), grades(story))
    for known, then in stood.items():
        assert (means(story, known), grades(story, known)) == then
    now = means(story)
    rebuild()
    assert means(story) == now
