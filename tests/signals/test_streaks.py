"""Weeks in a row: golden cases by hand, and a slow second way to count."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clapometer.signals.streaks import WEEK, Run, streaks

FIRST = date(2026, 5, 3)


def weeks(*numbers):
    return {FIRST + WEEK * number for number in numbers}


def run(first, last, *, before=False, after=False):
    return Run(FIRST + WEEK * first, FIRST + WEEK * last, last - first + 1, before, after)


def test_a_gap_parts_two_streaks():
    found = streaks(weeks(1, 2, 4, 5, 6), weeks(*range(10)))
    assert found.runs == (run(1, 2), run(4, 6))
    assert (found.longest, found.current, found.total) == (run(4, 6), None, 5)


def test_the_current_streak_reaches_the_last_week_told():
    found = streaks(weeks(0, 1, 2, 8, 9), weeks(*range(10)))
    assert (found.longest, found.current) == (run(0, 2), run(8, 9))


def test_of_two_longest_the_latest_counts():
    assert streaks(weeks(0, 1, 4, 5), weeks(*range(8))).longest == run(4, 5)


def test_an_untold_week_joins_nothing_and_the_streaks_beside_it_are_at_least_so_long():
    found = streaks(weeks(2, 3, 5, 6), weeks(*range(8)) - weeks(4))
    assert found.runs == (run(2, 3, after=True), run(5, 6, before=True))
    assert all(one.at_least for one in found.runs)
    assert found.untold == 1


def test_a_streak_at_the_edge_of_what_is_told_is_not_doubted():
    found = streaks(weeks(0, 1), weeks(0, 1, 2))
    assert found.runs == (run(0, 1),)


def test_nothing_on_the_list_is_no_streak():
    found = streaks(set(), weeks(0, 1))
    assert (found.runs, found.longest, found.current, found.total) == ((), None, None, 0)
    assert streaks(set(), set()).untold == 0


# Walking week by week over all that is told, as a person with a pencil would, gives the same runs.
@given(st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
def test_walking_week_by_week_gives_the_same(on, more):
    told = on | more
    found = streaks(weeks(*on), weeks(*told))
    walked, begun = [], None
    for number in range(-1, 43):
        if number in on and begun is None:
            begun = number
        elif number not in on and begun is not None:
            walked.append((begun, number - 1))
            begun = None
    assert [(one.first, one.last) for one in found.runs] == [
        (FIRST + timedelta(weeks=a), FIRST + timedelta(weeks=b)) for a, b in walked
    ]
    assert sum(one.weeks for one in found.runs) == len(on) == found.total
    for one, (a, b) in zip(found.runs, walked, strict=True):
        assert one.before == (a - 1 not in told and min(told) < a)
        assert one.after == (b + 1 not in told and max(told) > b)
