"""What an origin may have in flight follows from what it speaks and how it behaves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clapometer.fetching.origins import STREAMS, Origin


def origin(streams: int = 1, connections: int = 6, most: int = 500) -> Origin:
    return Origin("push.test", True, connections, most, streams=streams)


def test_http2_shares_connections_up_to_the_bound_of_all() -> None:
    assert origin().bound == 6
    assert origin(STREAMS).bound == 500
    assert origin(STREAMS, connections=2).bound == 200
    assert origin(connections=6, most=4).bound == 4


def test_each_failure_in_a_row_halves_and_an_answer_gives_all_back() -> None:
    one = origin(STREAMS, connections=1)
    bounds = []
    for _ in range(9):
        one.flying += 1
        one.ended(answered=False)
        bounds.append(one.bound)
    assert bounds == [50, 25, 12, 6, 3, 1, 1, 1, 1]
    one.flying += 1
    one.ended(answered=True)
    assert one.bound == 100


@given(st.lists(st.booleans()), st.integers(1, 8), st.integers(1, 500))
def test_an_origin_always_gets_another_chance(
    answers: list[bool], connections: int, most: int
) -> None:
    """Whatever happened, with nothing in flight there is room for one."""
    one = origin(STREAMS, connections, most)
    for answered in answers:
        one.flying += 1
        one.ended(answered=answered)
    assert 1 <= one.bound <= most
    assert one.has_room(0.0)


def test_it_rests_until_the_instant() -> None:
    one = origin()
    one.resting = 10.0
    assert [one.has_room(now) for now in (0.0, 9.9, 10.0)] == [False, False, True]
    assert one.is_busy(9.9)
    assert not one.is_busy(10.0)
