"""When somebody's grades changed their scale."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.infer import infer_scale
from clapometer.scoring.periods import infer_periods

# Years stand for instants here: only their order matters.
OF_FOUR = [(year, text) for year, text in zip(range(2001, 2009), ["3/4", "2/4"] * 4, strict=True)]
OF_FIVE = [(year, text) for year, text in zip(range(2009, 2015), ["4/5", "2/5"] * 3, strict=True)]


def told(grades):
    return [(one.since, one.until, one.proposal.scale) for one in infer_periods(grades)]


def test_until_2009_of_four_and_since_then_of_five():
    grades = [*OF_FIVE, *OF_FOUR, (2004, "3"), (2012, "3"), (2012, "4.5"), (None, "3")]
    assert told(grades) == [(None, 2009, "of-4"), (2009, None, "of-5")]
    old, new = infer_periods(grades)
    assert (old.proposal.stated, old.proposal.opened) == (8, 1)
    assert (new.proposal.stated, new.proposal.opened) == (6, 2)


def test_a_grade_of_the_other_scale_now_and_then_is_no_change():
    grades = [*OF_FOUR, (2005, "4/5"), (2007, "3/5")]
    assert told(grades) == [(None, None, "of-4")]
    assert infer_periods(grades)[0].proposal == infer_scale(text for _, text in grades)


def test_two_scales_side_by_side_are_no_change():
    both = [(year, text) for year in range(2001, 2013) for text in ("3/4", "4/5")]
    assert told(both) == [(None, None, None)]


def test_there_may_be_several_changes_and_one_slip_does_not_hide_them():
    later = [(year, "B+") for year in range(2015, 2020)]
    grades = [*OF_FOUR, *OF_FIVE, *later, (2018, "4/5")]
    assert told(grades) == [
        (None, 2009, "of-4"), (2009, 2015, "of-5"), (2015, None, "letters")]  # fmt: skip


def test_too_few_statements_and_no_dates_are_no_change():
    assert told([*OF_FOUR, *OF_FIVE[:2]]) == [(None, None, "of-4")]
    undated = [(None, text) for _, text in [*OF_FOUR, *OF_FIVE]]
    assert told(undated) == [(None, None, None)]
    assert told([]) == [(None, None, None)]


# Whatever the grades: the periods follow each other without a gap, the order of the grades changes
# nothing, and every dated grade is counted once.
@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(0, 30), st.sampled_from(["3/4", "4/5", "7/10", "3", "B", ""])
        ),
        max_size=40,
    ),
    st.randoms(use_true_random=False),
)
def test_periods_follow_each_other(grades, rng):
    found = infer_periods(grades)
    assert found[0].since is None and found[-1].until is None
    assert all(one.until == other.since for one, other in pairwise(found))
    shuffled = list(grades)
    rng.shuffle(shuffled)
    assert infer_periods(shuffled) == found
    counted = [at for at, text in grades if text and (at is not None or len(found) == 1)]
    assert sum(one.proposal.total for one in found) == len(counted)
