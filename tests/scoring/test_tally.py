"""Tallies: what one review adds, and that sums are sums."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.events import Event
from clapometer.scoring.tally import EMPTY, Tally

TALLIES = st.builds(Tally, *[st.integers(0, 10**9)] * 7)


def review(positive: bool | None, grade: int | None, top: bool = False) -> Tally:
    return Tally.of(Event(1, 1, 1, "posted", 0, 0, None, positive, grade, top))


def test_what_one_review_adds() -> None:
    assert review(True, 7000, top=True) == Tally(1, 1, 1, 7000, 49_000_000, 1, 1)
    assert review(False, None, top=True) == Tally(1, 0, 0, 0, 0, 1, 0)
    assert review(None, 5000, top=True) == Tally(0, 0, 1, 5000, 25_000_000, 0, 0)
    assert review(True, 0) == Tally(1, 1, 1, 0, 0, 0, 0)
    assert review(None, None) == EMPTY


def test_sums_go_up_and_down() -> None:
    both = review(True, 7000) + review(False, 3000)
    assert both == Tally(2, 1, 2, 10_000, 58_000_000)
    assert both - review(True, 7000) == review(False, 3000)


# Taking away what was added leaves what was there.
@given(TALLIES, TALLIES)
def test_taking_away_restores(one: Tally, other: Tally) -> None:
    assert one + other - other == one


# The order of adding does not matter.
@given(st.lists(TALLIES, max_size=6), st.randoms())
def test_the_order_of_adding_does_not_matter(tallies: list[Tally], random: object) -> None:
    shuffled = sorted(tallies, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert sum(tallies, EMPTY) == sum(shuffled, EMPTY)
