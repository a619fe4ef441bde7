"""Roll-ups: by hand, and against an oracle that adds up reviews one by one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.events import Event
from clapometer.scoring.history import tally_at
from clapometer.scoring.returning import returning
from clapometer.scoring.rollup import (
    APART,
    Part,
    RollUp,
    Weighing,
    changed,
    roll_up,
    roll_up_history,
)
from clapometer.scoring.rules import preset
from clapometer.scoring.tally import EMPTY, Tally
from tests.scoring import oracle
from tests.scoring.strategies import event_lists

RULE = preset("rotten-tomatoes-2020")
SMALL = replace(RULE, minimum=1)
ALIKE = Weighing(episode=Fraction(1))


def reviews(verdicts: str, start: int = 0) -> list[Event]:
    """A review a day by critics 0, 1, 2 …, + positive and - negative."""
    return [
        Event(start + n, n, n, "posted", start + n, start + n, None, verdict == "+")
        for n, verdict in enumerate(verdicts)
    ]


def season(name: str, verdicts: str, start: int = 0, *episodes: Part) -> Part:
    return Part(name, "season", reviews(verdicts, start), episodes)


def series(*seasons: Part) -> Part:
    return Part("series", "series", [], seasons)


def test_both_readings_of_a_series() -> None:
    """68 % of 22 and 5 of 6: pooled 71 %, the mean of the seasons 76 %."""
    found = roll_up(series(season("one", "+" * 15 + "-" * 7), season("two", "+++++-", 50)), RULE)
    assert (found.pooled.share, found.printed) == (Fraction(20, 28), 71)
    assert (found.mean, found.printed_mean) == ((Fraction(15, 22) + Fraction(5, 6)) / 2, 76)
    assert [(one.name, one.printed) for one in found.parts] == [("one", 68), ("two", 83)]


def test_a_part_under_the_minimum_is_left_out_of_the_mean_and_named() -> None:
    found = roll_up(series(season("one", "+++++"), season("two", "--", 50)), RULE)
    assert (found.mean, found.left_out) == (Fraction(1), ("two",))
    assert found.printed == 71, "pooled, its two reviews count"


def test_reviews_of_episodes_weigh_what_is_declared() -> None:
    episode = Part("e1", "episode", reviews("+-", 90))
    one = season("one", "+++++-", 0, episode)
    assert roll_up(one, RULE).pooled == (5, 6, 6)
    assert roll_up(one, RULE, ALIKE).pooled == (6, 8, 8)
    half = roll_up(one, RULE, Weighing(episode=Fraction(1, 2)))
    assert half.pooled == (Fraction(11, 2), 7, 8)
    assert half.printed == 79
    assert roll_up(one, SMALL).mean == Fraction(1, 2), "the other reading, of the episodes"


def test_reviews_of_the_first_episodes_only_are_marked() -> None:
    part = replace(season("one", "+++++--"), first_episodes=frozenset({5, 6}))
    counted = roll_up(part, RULE)
    assert (counted.printed, counted.first_episodes[:2]) == (71, (2, 0))
    whole = roll_up(part, RULE, Weighing(first_episodes="leave-out"))
    assert (whole.printed, whole.first_episodes[:2]) == (100, (2, 0))
    again = Event(20, 6, 6, "revised", 20, 20, None, True)
    revised = replace(part, events=[*part.events, again])
    found = roll_up(revised, RULE, Weighing(first_episodes="leave-out"))
    assert (found.pooled.reviews, found.first_episodes.count) == (6, 1), "a review of the whole now"


def test_wrong_weighings_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot weigh less than 0"):
        Weighing(episode=Fraction(-1))
    with pytest.raises(ValueError, match="count, leave-out"):
        Weighing(first_episodes="perhaps")


def test_as_of_and_as_known() -> None:
    late = Event(99, 50, 50, "posted", 3, 80, None, False)
    tree = series(replace(season("one", "+++++"), events=[*reviews("+++++"), late]))
    assert roll_up(tree, RULE, at=4).printed == 83
    assert roll_up(tree, RULE, at=4, known=10).printed == 100
    assert roll_up(tree, RULE, at=79, clock="recorded").printed == 100


def test_a_smaller_pool_is_said_with_its_numbers() -> None:
    # The six critics who come back are those who had liked it.
    found = returning(season("one", "+" * 15 + "-" * 7), season("two", "+++++-", 50))
    assert found.caution
    assert (found.returned, found.returned_positive) == (6, 6)
    assert found.text == (
        "Fewer review this season: 6 reviews after 22 of the season before; those who came back "
        "had given 6 of 6 positive reviews then, all together 15 of 22."
    )
    same_age = returning(
        season("one", "+" * 15 + "-" * 7), season("two", "+++++-", 50), at_before=5, at_now=55
    )
    assert (same_age.before, same_age.now, same_age.caution) == (6, 6, False)


@st.composite
def trees(draw: st.DrawFn) -> Part:
    """A series of up to three seasons of up to two episodes; events have numbers of their own."""
    number = [0]

    def events() -> list[Event]:
        found = draw(event_lists(6))
        number[0] += 100
        return [event._replace(seq=event.seq + number[0]) for event in found]

    def part(name: str, kind: str, parts: tuple[Part, ...]) -> Part:
        told = events()
        marked = [one.seq for one in told if one.seq % 3 == 0]
        return Part(name, kind, told, parts, frozenset(marked))

    def seasons(number: int) -> Part:
        episodes = (part(f"{number}.{n}", "episode", ()) for n in range(draw(st.integers(0, 2))))
        return part(str(number), "season", tuple(episodes))

    return part("s", "series", tuple(seasons(n) for n in range(draw(st.integers(0, 3)))))


WEIGHINGS = st.builds(
    Weighing, st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1)]),
    st.sampled_from(["count", "leave-out"]),
)  # fmt: skip


def added(
    part: Part, weighing: Weighing, at: int | None, known: int | None
) -> tuple[Fraction, Fraction, int]:
    """Positive, all, and number of reviews, by the oracle: review for review, weight for weight."""
    positive, weight, number = Fraction(0), Fraction(0), 0
    for event in oracle.standing(part.events, at, known, RULE.versions).values():
        left_out = weighing.first_episodes == "leave-out" and event.seq in part.first_episodes
        if event.positive is not None and not left_out:
            positive, weight, number = positive + event.positive, weight + 1, number + 1
    for below in part.parts:
        factor = weighing.episode if below.kind == "episode" else Fraction(1)
        more = added(below, weighing, at, known)
        positive, weight = positive + factor * more[0], weight + factor * more[1]
        number += more[2] if factor else 0
    return positive, weight, number


def all_readings(found: RollUp) -> list[RollUp]:
    return [found, *(one for part in found.parts for one in all_readings(part))]


# At any instant of either clock the pool is what adding up the reviews one by one gives, on every
# level.
@given(trees(), WEIGHINGS, st.none() | st.integers(-5, 20), st.none() | st.integers(-5, 20))
def test_the_pool_agrees_with_the_oracle(
    tree: Part, weighing: Weighing, at: int | None, known: int | None
) -> None:
    found = roll_up(tree, SMALL, weighing, at=at, known=known)
    assert found.pooled == added(tree, weighing, at, known)
    for part, reading in zip(tree.parts, found.parts, strict=True):
        assert reading.pooled == added(part, weighing, at, known)


# The mean of the parts lies between the lowest and the highest of their shares, and is that of the
# parts that have one.
@given(trees(), WEIGHINGS)
def test_the_mean_is_that_of_the_parts(tree: Part, weighing: Weighing) -> None:
    for one in all_readings(roll_up(tree, SMALL, weighing)):
        shares = [p.pooled.share for p in one.parts if p.pooled.share is not None]
        if one.mean is None:
            assert not shares
        else:
            assert one.mean * len(shares) == sum(shares)


# With no episodes counted and no marks left out, a season's reading is that of its own tally.
@given(trees())
def test_a_season_apart_is_its_own_tally(tree: Part) -> None:
    for part in roll_up(tree, SMALL, APART).parts:
        assert part.pooled == (part.own.positive, part.own.count, part.own.count)


# Reading after reading, the history has what a roll-up at that entry's instant has: told one entry
# at a time, it ends each instant where the as-of answer does.
@given(trees(), WEIGHINGS, st.sampled_from(["happened", "recorded"]))
def test_the_history_agrees_with_the_answers_at_each_instant(
    tree: Part, weighing: Weighing, clock: str
) -> None:
    steps = list(roll_up_history(tree, SMALL, weighing, clock=clock))
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    last = {step.at: step.reading for step in steps}
    for at, reading in last.items():
        assert reading == roll_up(tree, SMALL, weighing, at=at, clock=clock)


# One more review changes the reading as telling everything again would, on every level, however the
# works weigh and whichever of them it is about; what it does not touch stays the same object.
@given(trees(), WEIGHINGS, st.booleans(), st.booleans(), st.data())
def test_one_more_review_changes_only_what_is_above_it(
    tree: Part, weighing: Weighing, positive: bool, marked: bool, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(list(paths(tree))))
    event = Event(9_999, 999, 999, "posted", 30, 30, None, positive)
    before, after = roll_up(tree, SMALL, weighing), with_one_more(tree, path, event, marked)
    one = Tally._make((1, int(positive), 0, 0, 0, 0, 0))
    last, reading = path[-1], before
    for below in path[1:]:
        reading = next(part for part in reading.parts if part.name == below.name)
    everything = tally_at(last.events, counts=SMALL.counts, versions=SMALL.versions) + one
    marks = reading.first_episodes + (one if marked else EMPTY)
    found = changed(before, path, weighing, everything, marks)
    assert found == roll_up(after, SMALL, weighing)
    for old, new in zip(before.parts, found.parts, strict=True):
        assert (old is new) or old.name == path[1].name


def paths(part: Part, above: tuple[Part, ...] = ()) -> list[tuple[Part, ...]]:
    path = (*above, part)
    return [path, *(one for below in part.parts for one in paths(below, path))]


def with_one_more(tree: Part, path: tuple[Part, ...], event: Event, marked: bool) -> Part:
    if len(path) == 1:
        marks = tree.first_episodes | ({event.seq} if marked else set())
        return replace(tree, events=[*tree.events, event], first_episodes=marks)
    parts = (
        with_one_more(part, path[1:], event, marked) if part is path[1] else part
        for part in tree.parts
    )
    return replace(tree, parts=tuple(parts))
