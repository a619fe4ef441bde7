"""Badges: won, kept, lost, regained, and the distance to each, by hand and against the oracle."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.badges import (
    CONDITIONS,
    STATES,
    TRANSITIONS,
    BadgeRule,
    SizeUnknown,
    Waiting,
    badge_history,
    badge_state,
    badge_waiting,
    distance,
    missing,
)
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.rules import preset
from clapometer.scoring.settling import DAY, Settled
from clapometer.scoring.tally import Tally
from tests.scoring import oracle
from tests.scoring.strategies import event_lists


def badge_of(name: str) -> BadgeRule:
    badge = preset(name).badge
    assert badge is not None
    return badge


OVATION = badge_of("clapometer")
CERTIFIED = badge_of("rotten-tomatoes-2020")
SMALL = BadgeRule("small", "Small", Fraction(3, 4), Fraction(7, 10), (("season", 3),), 1)


def run(verdicts: str, top: int = 5) -> list[Step]:
    """A review a day, + positive and - negative; the first `top` are by top critics."""
    return history(
        Event(day, day, day, "posted", day, day, None, verdict == "+", None, day < top)
        for day, verdict in enumerate(verdicts)
    )


def moments(badge: BadgeRule, steps: list[Step], size: str = "season") -> list[tuple[int, str]]:
    return [(change.at, change.moment) for change in badge_history(badge, steps, size)]


def test_won_with_the_twentieth_review_of_a_season() -> None:
    assert moments(OVATION, run("+" * 19)) == []
    assert moments(OVATION, run("+" * 25)) == [(19, "won")]
    assert moments(OVATION, run("-" * 5 + "+" * 15)) == [(19, "won")], "15 of 20 is 75 %"
    assert moments(OVATION, run("-" * 6 + "+" * 17)) == [], "17 of 23 is less"


def test_films_need_more_and_top_critics_are_needed() -> None:
    assert moments(OVATION, run("+" * 80), "limited") == [(39, "won")]
    assert moments(OVATION, run("+" * 80), "wide") == [(79, "won")]
    assert moments(OVATION, run("+" * 80, top=4)) == []


def test_kept_down_to_seventy_lost_below_regained_at_seventy_five() -> None:
    # 21 of 30 is 70 %: kept. 21 of 31: lost. 24 of 34 is above 70 but not 75: still lost.
    # 30 of 40 is 75 % again.
    story = "+" * 21 + "-" * 9 + "-" + "+" * 9
    assert moments(OVATION, run(story)) == [(19, "won"), (30, "lost"), (39, "regained")]
    state = badge_state(OVATION, run(story), "season")
    assert (state.state, state.since, len(state.transitions)) == ("held", 39, 3)


def test_the_tallies_are_the_hand_worked_ones() -> None:
    steps = run("+" * 21 + "-" * 9 + "-" + "+" * 9)
    assert [(s.tally.positive, s.tally.count) for s in (steps[29], steps[30], steps[39])] == [
        (21, 30), (21, 31), (30, 40),
    ]  # fmt: skip


def test_never_won_has_no_since() -> None:
    assert badge_state(OVATION, [], "season") == ("none", None, ())


def test_reviews_of_one_day_are_judged_together() -> None:
    events = [Event(n, n, n, "posted", 7, 7, None, n < 14, None, True) for n in range(20)]
    assert moments(SMALL, history(events)) == [], "14 of 20, though the first three were positive"


def test_lost_when_no_review_is_left() -> None:
    posted = [Event(n, n, n, "posted", 1, 1, None, True, None, True) for n in range(3)]
    gone = [Event(3 + n, n, n, "withdrawn", 2, 2) for n in range(3)]
    assert moments(SMALL, history([*posted, *gone])) == [(1, "won"), (2, "lost")]


def test_other_sizes_cannot_hold_it() -> None:
    with pytest.raises(SizeUnknown, match="Standing ovation is held by works of size season, "):
        badge_history(OVATION, [], "series")


def test_the_printed_number_decides_where_the_rule_says_so() -> None:
    assert CERTIFIED.reaches(Fraction(7, 10), Tally(125, 87)), "69.6 is printed 70"
    assert not OVATION.reaches(Fraction(7, 10), Tally(125, 87))
    assert CERTIFIED.reaches(Fraction(3, 4), Tally(200, 149)), "74.5 is printed 75"
    assert not CERTIFIED.reaches(Fraction(3, 4), Tally(139, 103)), "74.1 is printed 74"


@pytest.mark.parametrize(
    ("state", "tally", "reviews", "text"),
    [
        ("held", Tally(35, 34, top_count=9), 14, "lost after 14 more negative reviews in a row"),
        ("held", Tally(30, 21, top_count=9), 1, "lost after 1 more negative review"),
        (
            "none",
            Tally(18, 18, top_count=9),
            2,
            "won after 2 more positive reviews in a row (18 of 20 reviews needed)",
        ),
        (
            "lost",
            Tally(31, 21, top_count=9),
            9,
            "regained after 9 more positive reviews in a row (21 of 31 is below 75 %)",
        ),
        (
            "none",
            Tally(25, 20, top_count=2),
            3,
            (
                "won after 3 more positive reviews in a row, 3 of them by top critics "
                "(2 of 5 top critics needed)"
            ),
        ),
        ("none", Tally(30, 30, top_count=9), 0, "won by these numbers"),
    ],
)
def test_distance(state: str, tally: Tally, reviews: int, text: str) -> None:
    found = distance(OVATION, state, tally, "season")
    assert (found.reviews, found.text) == (reviews, text)


def test_a_perfect_share_cannot_be_won_after_a_negative_review() -> None:
    perfect = BadgeRule("perfect", "Perfect", Fraction(1), Fraction(0), (("season", 3),), 0)
    found = distance(perfect, "none", Tally(5, 4), "season")
    assert (found.reviews, found.text) == (
        None, "won by no number of reviews: 4 of 5 is below 100 %",
    )  # fmt: skip
    held = distance(perfect, "held", Tally(5, 5), "season")
    assert (held.reviews, held.text) == (None, "it cannot be lost by negative reviews")


def test_the_table_of_transitions_is_a_machine() -> None:
    for change in TRANSITIONS:
        assert {change.state, change.becomes} <= set(STATES)
        assert change.condition in CONDITIONS
    keys = [(change.state, change.condition) for change in TRANSITIONS]
    assert len(keys) == len(set(keys))
    assert {state for state, _ in keys} == set(STATES), "no state is a dead end"


# The machine agrees with the oracle, which folds the tally at the end of each instant.
@given(event_lists(), st.sampled_from(["3/4", "1/2"]), st.integers(1, 3), st.integers(0, 2))
def test_the_machine_agrees_with_the_oracle(
    events: list[Event], enter: str, minimum: int, top: int
) -> None:
    keep = Fraction(enter) - Fraction(1, 5)
    badge = BadgeRule("b", "B", Fraction(enter), keep, (("season", minimum),), top)
    instants = sorted({oracle.instant(event) for event in oracle.entries(events, None, None)})
    tallies = [(at, oracle.tally(events, at=at)) for at in instants]
    expected = oracle.badge_moments(tallies, Fraction(enter), keep, minimum, top)
    assert moments(badge, history(events)) == expected


TALLIES = st.integers(0, 150).flatmap(
    lambda count: st.builds(
        Tally, st.just(count), st.integers(0, count), top_count=st.integers(0, min(count, 9))
    )
)
BADGES = st.sampled_from([OVATION, CERTIFIED])
SIZES = st.sampled_from(["season", "limited", "wide"])


# A held badge is lost by exactly that many more negative reviews, and by no fewer.
@given(BADGES, TALLIES, SIZES)
def test_the_distance_to_a_loss_is_exact(badge: BadgeRule, tally: Tally, size: str) -> None:
    found = distance(badge, "held", tally, size).reviews
    held = 0
    while badge.holds("keep", tally + Tally(count=held), size):
        held += 1
    assert found == held


# The badge is won by exactly that many more positive reviews, the first of them by top critics.
@given(BADGES, TALLIES, SIZES)
def test_the_distance_to_winning_is_exact(badge: BadgeRule, tally: Tally, size: str) -> None:
    found = distance(badge, "lost", tally, size)
    more = 0
    while not badge.holds("enter", tally + Tally(more, more, top_count=min(more, found.top)), size):
        more += 1
    assert found.reviews == more
    assert bool(found.missing) == (more > 0)


SETTLING = replace(SMALL, settled=Settled(lasting=3, reviews=2))
"""Won from three reviews at 75 %, lost below 70 %, each held for 3 instants and 2 more reviews."""


def test_presets_do_not_settle() -> None:
    assert OVATION.settled is None and CERTIFIED.settled is None


def test_a_badge_that_settles_waits_for_time_and_for_reviews() -> None:
    # The entry's numbers hold from instant 2; two further reviews are there at 4, time is up at 5.
    assert moments(SETTLING, run("+++++++")) == [(5, "won")]
    assert badge_history(SETTLING, run("+++"), "season", until=99) == [], "no further reviews"
    # Two reviews more at instant 3 only: nothing comes in at 5, and the badge is won all the same.
    events = [Event(n, n, n, "posted", at, at, None, True, None, True)
              for n, at in enumerate((0, 1, 2, 3, 3))]  # fmt: skip
    steps = history(events)
    assert moments(SETTLING, steps) == [], "the history ends before it has settled"
    (won,) = badge_history(SETTLING, steps, "season", until=5)
    assert (won.at, won.moment, won.step) == (5, "won", steps[-1])
    assert badge_state(SETTLING, steps, "season", until=4).state == "none"


def test_a_short_fall_does_not_lose_a_badge_that_settles() -> None:
    # Won at 5. 7 of 11 at instant 10 is 64 %, 10 of 14 three reviews later 71 %.
    short = "+++++++----+++"
    assert [m for _, m in moments(SMALL, run(short))] == ["won", "lost"]
    assert moments(SETTLING, run(short)) == [(5, "won")]
    # Below 70 % from instant 10 on; two further reviews are there at 12, time is up at 13.
    assert moments(SETTLING, run("+++++++-------")) == [(5, "won"), (13, "lost")]


def test_what_has_begun_to_settle_is_told() -> None:
    steps = run("++++")
    assert badge_waiting(SETTLING, steps, "season") == Waiting("held", 2, 1)
    assert badge_waiting(SETTLING, run("++"), "season") is None
    assert badge_waiting(SMALL, steps, "season") is None
    waiting = badge_waiting(SETTLING, steps, "season")
    three_days = replace(SETTLING, settled=Settled(3 * DAY, 2))
    assert distance(three_days, "none", steps[-1].tally, "season", waiting) == (
        "won", 1, 0, (), "won after 1 more positive review, not before it has been so for 3 days",
    )  # fmt: skip


# A badge that settles agrees with the oracle, which looks at every instant at how long, and over
# how many further reviews, the condition has held without a break.
@given(event_lists(20), st.integers(0, 5), st.integers(0, 3), st.integers(20, 30))
def test_settling_agrees_with_the_oracle(
    events: list[Event], lasting: int, reviews: int, until: int
) -> None:
    badge = replace(SMALL, enter=Fraction(1, 2), keep=Fraction(2, 5), top=0,
                    settled=Settled(lasting, reviews))  # fmt: skip
    steps = history(events)
    ends = {step.at: step.tally for step in steps}
    rises = [step.at for before, step in zip([None, *steps], steps, strict=False)
             if step.tally.count > (before.tally.count if before else 0)]  # fmt: skip
    state, since, expected = "none", None, []
    for now in range(-6, until + 1):
        tally = max(((at, tally) for at, tally in ends.items() if at <= now), default=None)
        condition = "below" if state == "held" else "enter"
        if tally is None or not badge.holds(condition, tally[1], "season"):
            since = None
            continue
        since = now if since is None else since
        further = sum(since < at <= now for at in rises)
        if now - since >= lasting and further >= reviews:
            moment = {"none": "won", "held": "lost", "lost": "regained"}[state]
            state, since = ("lost" if state == "held" else "held"), None
            expected.append((now, moment))
    found = badge_history(badge, steps, "season", until)
    assert [(change.at, change.moment) for change in found] == expected


# With the further reviews of the distance, all negative and one a day, a badge is lost that day.
@given(TALLIES, st.integers(0, 4))
def test_the_distance_counts_the_further_reviews(tally: Tally, reviews: int) -> None:
    plain = distance(OVATION, "held", tally, "season").reviews
    badge = replace(OVATION, settled=Settled(0, reviews))
    assert distance(badge, "held", tally, "season").reviews == (plain or 0) + reviews


# Entering is told twice, quickly for histories and in sentences for people: both say the same.
@given(
    st.integers(0, 90), st.integers(0, 90), st.integers(0, 8), st.sampled_from(["wide", "season"])
)
def test_what_is_missing_is_why_it_is_not_entered(count, positive, top, size) -> None:
    tally = Tally(count=max(count, positive), positive=positive, top_count=top)
    for badge in (OVATION, CERTIFIED):
        assert badge.holds("enter", tally, size) == (not missing(badge, tally, size))
