"""How grades go with verdicts. All names are made up."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.consistency import CUT, Agreement, Marked, Torn, consistency
from clapometer.scoring.grades import GradeRefused, read_grade
from clapometer.scoring.infer import Hand

ADA, BO = Hand("Made-up Gazette", "Ada"), Hand("Made-up Gazette", "Bo")


def test_a_critic_who_gives_one_grade_both_verdicts():
    reviews = [
        *(Marked(ADA, text, positive) for text, positive in [
            ("2.5/4", True), ("2 1/2 / 4", False), ("2.5/4", True), ("3/4", True), ("1/4", False),
        ]),
        Marked(BO, "2.5/4", True), Marked(BO, "3/4", True), Marked(BO, "3/4", True),
        Marked(ADA, "5/4", True), Marked(ADA, "", True),
    ]  # fmt: skip
    found = consistency(reviews)
    assert (found.graded, found.alone, found.inferred) == (9, 8, 8)
    assert found.reasons == found.left == {"above_maximum": 1}
    assert found.repeating == 2
    texts = ("2 1/2 / 4", "2.5/4")
    assert found.torn == (Torn(ADA, "of-4", Fraction(5, 8), texts, 2, 1),)
    # 7 of 8 by "60 % and more": only the negative 62.5 % goes against it. No other cut does better.
    assert found.agreement == {"of-4": Agreement(8, 7, Fraction(5, 8), 7)}


def test_a_cut_of_ones_own_may_go_with_more_verdicts():
    marks = [("2/4", False), ("2.5/4", False), ("2.5/4", False), ("3/4", True), ("4/4", True)]
    found = consistency(Marked(ADA, *one) for one in marks)
    assert found.agreement["of-4"] == Agreement(5, 3, Fraction(3, 4), 5)


def test_scales_are_those_that_the_grades_propose():
    texts = ["7/10", "8/10", "6/10", "9"]
    found = consistency(Marked(ADA, text, None) for text in texts)
    assert (found.alone, found.inferred, found.reasons, found.left) == (
        3, 4, {"needs_scale": 1}, {})  # fmt: skip
    assert found.agreement == {} and found.torn == () and found.repeating == 0


def test_unnamed_critics_are_no_hand_of_one_person():
    nobody = Hand("Made-up Gazette", "")
    found = consistency([Marked(nobody, "3/5", True), Marked(nobody, "3/5", False)])
    assert (found.repeating, found.torn) == (0, ())


# Whatever the reviews: every grade is counted once, and the best cut is the best of all cuts that
# there are, tried one by one.
@given(
    st.lists(
        st.builds(
            Marked,
            st.sampled_from([ADA, BO, Hand("", "Cy")]),
            st.sampled_from(["1/4", "2/4", "2.5/4", "3/4", "4/4", "B", "7", "7/10", "9/9"]),
            st.sampled_from([True, False, None]),
        ),
        max_size=25,
    )
)
def test_the_best_cut_is_the_best(reviews):
    found = consistency(reviews)
    assert found.alone + sum(found.reasons.values()) == found.graded == len(reviews)
    assert found.inferred + sum(found.left.values()) == found.graded
    pairs = [(read_grade(one.text).value, one.positive) for one in reviews
             if one.positive is not None and _scale(one.text) == "of-4"]  # fmt: skip
    if not pairs:
        return
    told = found.agreement["of-4"]
    cuts = [Fraction(n, 40) for n in range(41)]
    right = {cut: sum((value >= cut) == positive for value, positive in pairs) for cut in cuts}
    of_values = max(right[cut] for cut in {value for value, _ in pairs})
    assert told.reviews == len(pairs) and told.by_cut == right[CUT]
    assert told.by_best == right[told.cut] == of_values


def _scale(text):
    try:
        return read_grade(text).scale
    except GradeRefused:
        return None
