"""Whose turn it is: nobody waits longer than a round, the urgent are served more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.outbox.fairness import QUANTUM, WEIGHTS, Turns, weight_of

HUGE, SMALL = 1, 2


def serve(turns: Turns, messages: int, due: dict[int, int]) -> list[int]:
    """Serve lanes as a worker does, until so many messages are sent; return what each was."""
    told = dict.fromkeys(due, 0)
    while sum(told.values()) < messages and turns.order():
        lane = turns.order()[0]
        count = min(turns.share(lane), due[lane] - told[lane])
        told[lane] += count
        turns.served(lane, count)
        if told[lane] == due[lane]:
            turns.rest(lane)
    return [told[lane] for lane in sorted(due)]


def test_twenty_followers_are_served_before_the_huge_title_has_its_next_turn():
    turns = Turns()
    turns.keep([(HUGE, 2)])
    serve(turns, 100_000, {HUGE: 2_600_000})
    turns.keep([(HUGE, 2), (SMALL, 2)])
    huge, small = serve(turns, QUANTUM * weight_of(2) + 20, {HUGE: 2_600_000, SMALL: 20})
    assert small == 20
    assert huge <= 2 * QUANTUM * weight_of(2)


def test_the_urgent_get_more_and_the_others_something():
    turns = Turns()
    turns.keep([(1, 1), (2, 3)])
    urgent, other = serve(turns, 100_000, {1: 10**6, 2: 10**6})
    assert 0.9 < urgent / other / (WEIGHTS[1] / WEIGHTS[3]) < 1.1


def test_of_two_that_come_together_the_urgent_is_first():
    turns = Turns()
    turns.keep([(1, 4), (2, 0), (3, 2)])
    assert turns.order() == [2, 3, 1]


# A lane is served within one round: until then no other gets more than two of its turns, however
# long it had been served alone, or had been away, before.
@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=8), st.integers(0, 200_000), st.integers(0, 4)
)
def test_a_new_lane_is_served_within_a_round(priorities, before, priority):
    lanes = list(enumerate(priorities, start=1))
    turns = Turns()
    turns.keep(lanes)
    serve(turns, before, {lane: 10**7 for lane, _ in lanes})
    new = len(lanes) + 1
    turns.keep([*lanes, (new, priority)])
    served = {lane: 0 for lane, _ in lanes}
    while (lane := turns.order()[0]) != new:
        served[lane] += turns.share(lane)
        turns.served(lane, turns.share(lane))
    assert all(
        count <= 2 * QUANTUM * weight_of(dict(lanes)[lane]) for lane, count in served.items()
    )
