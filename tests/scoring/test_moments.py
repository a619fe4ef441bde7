"""Moments: the golden story by hand, each kind by hand, and what holds for every history."""

from __future__ import annotations

import string
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.measures import Measure
from clapometer.scoring.moments import KINDS, Asked, Moment, Sibling, moments
from clapometer.scoring.rules import Rule, preset, score
from clapometer.scoring.settling import DAY, Settled
from tests.scoring.strategies import event_lists

RULE = preset("rotten-tomatoes-2020")
AT_ONCE = Settled()


def post(seq: int, day: int, positive: bool, kind: str = "posted", who: int | None = None) -> Event:
    """A made-up critic's entry; every one of them is a top critic."""
    reviewer = seq if who is None else who
    return Event(seq, reviewer, reviewer, kind, day * DAY, day * DAY, None, positive, None, True)


def small() -> Rule:
    """The rule of 2020 with a minimum that made-up histories reach."""
    return replace(RULE, minimum=2)


def story(verdicts: str, day: int = 0) -> list[Event]:
    """A review a day, + positive and - negative."""
    return [post(n, day + n, verdict == "+") for n, verdict in enumerate(verdicts)]


def tell(events: list[Event], rule: Rule = RULE, **asked) -> list[Moment]:
    steps = history(events, counts=rule.counts, versions=rule.versions)
    return moments(steps, rule, Asked(work="w1", size="season", **asked))


def told(events: list[Event], *kinds: str, **asked) -> list[tuple[str, int, str]]:
    """(kind, day, about) of the moments of these kinds."""
    return [
        (one.kind, one.happened_at // DAY, one.about)
        for one in tell(events, **asked)
        if one.kind in kinds
    ]


@pytest.fixture
def season() -> list[Event]:
    """31 reviews in favour on the day of release, 97 % of 37 four days later."""
    first = [post(n, 3, True) for n in range(31)]
    later = [post(31, 4, True), post(32, 5, False), *(post(n, 7, True) for n in range(33, 37))]
    return first + later


def test_the_golden_story(season: list[Event]) -> None:
    """100 % at its debut from 31 reviews, 97 % of 37 four days later, certified all along."""
    found = tell(season, release=4 * DAY - 1)
    assert [(one.kind, one.happened_at, one.about, one.before, one.after, one.count)
            for one in found] == [
        ("debut", 3 * DAY, "", None, 100, 31),
        ("badge-won", 3 * DAY, "certified", None, 100, 31),
        ("milestone", 3 * DAY, "10", None, 100, 31),
        ("milestone", 3 * DAY, "20", None, 100, 31),
        ("release", 4 * DAY - 1, "", None, 100, 31),
        ("perfect-lost", 5 * DAY, "", 100, 97, 33),
        ("record-low", 5 * DAY, "", 100, 97, 33),
    ]  # fmt: skip
    assert [one.text for one in found if one.kind in ("debut", "badge-won", "perfect-lost")] == [
        "Debut: 100 % (31 of 31 reviews positive).",
        "Certified won with 31 of 31 reviews positive.",
        "Perfect score lost: 97 % (32 of 33 reviews positive).",
    ]
    lost = next(one for one in found if one.kind == "perfect-lost")
    assert lost.cause == 32, "the pan, not a review of another day"
    assert "badge-lost" not in {one.kind for one in found}
    assert score(RULE, history(season)[-1].tally).printed == 97


def test_a_debut_needs_the_minimum_and_names_the_review_that_reached_it() -> None:
    (debut,) = [one for one in tell(story("++-++++")) if one.kind == "debut"]
    assert (debut.happened_at, debut.cause, debut.after, debut.count) == (4 * DAY, 4, 80, 5)
    assert told(story("++++"), "debut") == []


def test_perfect_is_lost_and_reached_again_and_the_debut_is_no_reaching() -> None:
    events = [*story("+++++-"), post(9, 8, True, "revised", who=5)]
    assert told(events, "perfect-lost", "perfect-reached") == [
        ("perfect-lost", 5, ""), ("perfect-reached", 8, ""),
    ]  # fmt: skip


def test_thresholds_are_crossed_both_ways() -> None:
    # 4 of 5 is 80; 4 of 6 is 66.7, 4 of 7 57.1; 5 of 8 62.5.
    assert told(story("++++---+"), "crossed-up", "crossed-down", thresholds=(60, 75)) == [
        ("crossed-down", 5, "75"), ("crossed-down", 6, "60"), ("crossed-up", 7, "60"),
    ]  # fmt: skip


def test_a_crossing_settles_by_time_and_by_reviews_and_does_not_flap() -> None:
    kinds = ("crossed-up", "crossed-down", "settled-up", "settled-down")
    # 60 %, then 50, 57, 62.5, 55.6 and 60 %.
    flapping = story("+++--" + "-++-+")
    asked = {"thresholds": (60,), "settled": Settled(2 * DAY, 2)}
    seen = told(flapping, *kinds, **asked)
    assert len(seen) == 4
    assert {kind for kind, *_ in seen} == {"crossed-up", "crossed-down"}
    fallen = story("+++++++---" + "-----")
    # 7 of 12 on day 11 is below 60; two further reviews and two days later it has settled.
    assert told(fallen, *kinds, **asked) == [("crossed-down", 11, "60"), ("settled-down", 13, "60")]


def test_time_alone_settles_what_enough_reviews_have_confirmed() -> None:
    events = [*story("+++++"), *(post(10 + n, 5, False) for n in range(5)), post(30, 5, False),
              post(40, 6, False)]  # fmt: skip
    asked = {"thresholds": (60,), "settled": Settled(3 * DAY, 1)}
    assert told(events, "settled-down", **asked) == [], "the history ends on day 6"
    (settled,) = [one for one in tell(events, until=9 * DAY, **asked) if one.kind == "settled-down"]
    assert (settled.happened_at, settled.recorded_at) == (8 * DAY, 8 * DAY)
    assert told(events, "settled-down", until=8 * DAY - 1, **asked) == []


def test_bands_and_badges() -> None:
    events = story("+" * 21 + "-" * 10 + "+" * 9)
    assert told(events, "badge-won", "badge-lost", "badge-regained") == [
        ("badge-won", 19, "certified"), ("badge-lost", 30, "certified"),
        ("badge-regained", 39, "certified"),
    ]  # fmt: skip
    changed = [one for one in tell(story("+++---")) if one.kind == "band-changed"]
    assert [one.text for one in changed] == [
        "Rotten instead of Fresh: 50 % (3 of 6 reviews positive).",
    ]  # fmt: skip


def test_records_begin_after_the_debut_and_bear_the_count() -> None:
    # Printed: 60, 67, 57, 63, 67, 70.
    records = [(one.kind, one.after, one.count) for one in tell(story("+++--+-+++"))
               if one.kind.startswith("record")]  # fmt: skip
    assert records == [("record-high", 67, 6), ("record-low", 57, 7), ("record-high", 70, 10)]


def test_a_milestone_is_reached_once() -> None:
    events = [*story("+" * 10), post(20, 11, True, "withdrawn", who=0), post(21, 12, True)]
    assert told(events, "milestone") == [("milestone", 9, "10")]


@pytest.mark.parametrize("kind", ["revised", "withdrawn", "excluded"])
def test_what_became_of_a_review_and_moved_the_score(kind: str) -> None:
    events = [*story("+++++-"), post(9, 8, True, kind, who=5)]
    (one,) = [one for one in tell(events) if one.kind == f"review-{kind}"]
    assert (one.before, one.after, one.cause) == (83, 100, 9)
    silent = [*story("+++++"), post(9, 8, True, kind, who=0)]
    assert told([*silent, post(10, 8, True)], f"review-{kind}") == [], "100 % before and after"


def test_an_undo_is_told_in_recorded_time_only() -> None:
    events = [*story("+++++"), post(9, 6, False)._replace(voided_at=7 * DAY)]
    steps = history(events, clock="recorded")
    found = {one.kind: one for one in moments(steps, RULE, Asked("w1"))}
    assert (found["entry-undone"].before, found["entry-undone"].after) == (83, 100)
    assert "entry-undone" not in {one.kind for one in tell(events)}


def test_the_score_goes_and_comes_back() -> None:
    events = [*story("+++++"), post(9, 8, True, "withdrawn", who=0), post(10, 9, False)]
    assert told(events, "debut", "score-gone", "score-back", "perfect-lost") == [
        ("debut", 4, ""), ("score-gone", 8, "5"), ("score-back", 9, ""), ("perfect-lost", 9, ""),
    ]  # fmt: skip
    gone = next(one for one in tell(events) if one.kind == "score-gone")
    assert gone.text == "No score any more (4 of 5 reviews needed)."


def test_a_sibling_is_passed_at_the_same_age() -> None:
    """The first season fell from 80 to 62 % by its eighth review; its debut was on day 104."""
    first = Sibling("w0", "Season 1", history(story("++++---+", day=100)))
    events = story("+++--++++")
    (passed,) = [one for one in tell(events, siblings=(first,)) if one.kind == "sibling-passed"]
    # Ages in days: 0: 60 against 80; 1: 67 against 67; 2: 71 against 57.
    assert (passed.happened_at, passed.text) == (
        6 * DAY, "Ahead of Season 1 at the same age: 71 % against 57 %.",
    )  # fmt: skip


def test_with_both_releases_known_age_is_counted_from_them() -> None:
    """The first season had four days of reviews before its release on day 104, this one none."""
    first = Sibling("w0", "Season 1", history(story("++++---+", day=100)), release=104 * DAY)
    events = story("+++--++++")
    told = tell(events, siblings=(first,), release=0)
    kinds = [(one.kind, one.happened_at // DAY) for one in told if one.kind.startswith("sibling")]
    # Ages in days: 4: 60 against 62; before it this season had no score, after it 67 and more.
    assert kinds == [("sibling-passed", 5)]
    half_known = tell(events, siblings=(replace(first, release=None),), release=0)
    assert [one.happened_at // DAY for one in half_known if one.kind == "sibling-passed"] == [6]


def test_a_rule_of_grades_tells_its_own_number() -> None:
    """Mean grades of 60 % and then more: printed in the rule's unit, crossed in per cent of it."""
    rule = preset("mal")
    events = [
        Event(n, n, n, "posted", n * DAY, n * DAY, None, False, 6000 + 2000 * (n > 29))
        for n in range(90)
    ]
    rule = replace(rule, measure=Measure("mean-grade"), minimum=5, lacks=())
    found = {(one.kind, one.about): one for one in tell(events, rule)}
    assert found["debut", ""].text.startswith("Debut: 6.00 of 10 ")
    # The mean reaches 7 of 10 with the sixtieth review: 30 of 6 and 30 of 8.
    crossed = found["crossed-up", "70"]
    assert (crossed.happened_at, crossed.text[:36]) == (
        59 * DAY, "Up to 7 of 10 or more: 7.00 of 10 (0",
    )  # fmt: skip
    assert not [kind for kind, _ in found if kind.startswith("perfect")]


def test_every_text_has_only_places_that_are_filled(season: list[Event]) -> None:
    places = set(tell(season)[0].places())
    for kind, row in KINDS.items():
        named = {name for _, name, _, _ in string.Formatter().parse(row.says) if name}
        assert named <= places, kind


# Whatever happened, later entries never change or take away a moment: it has the same id, texts
# and instants, whether the history ends with its instant or goes on.
@given(event_lists(), st.integers(-5, 20))
def test_later_entries_change_no_moment(events: list[Event], end: int) -> None:
    steps = history(events)
    asked = Asked("w1", "season", thresholds=(50,), milestones=(2, 3), settled=Settled(3, 1))
    rule = small()
    then = moments([step for step in steps if step.at <= end], rule, asked)
    now = [one for one in moments(steps, rule, asked) if one.happened_at <= end]
    assert set(then) <= set(now)
    until = moments(steps, rule, replace(asked, until=end))
    assert until == now or {one.kind for one in set(until) ^ set(now)} <= {
        "settled-up", "settled-down",
    }  # fmt: skip


# Ids are unique, and a moment's cause is an entry of the history that took place by then.
@given(event_lists(), st.sampled_from(["happened", "recorded"]))
def test_ids_are_unique_and_causes_precede(events: list[Event], clock: str) -> None:
    steps = history(events, clock=clock)
    found = moments(steps, small(), Asked("w1", thresholds=(50, 60), milestones=(1, 2, 3)))
    assert len({one.id for one in found}) == len(found)
    by_seq: dict[int, list[Step]] = {}
    for step in steps:
        by_seq.setdefault(step.event.seq, []).append(step)
    for one in found:
        assert any(step.at <= one.happened_at for step in by_seq[one.cause])


# Of one threshold, crossings up and down take turns, and so do the settled ones, of which there
# are never more.
@given(event_lists(24), st.integers(0, 4), st.integers(0, 2))
def test_crossings_alternate(events: list[Event], lasting: int, reviews: int) -> None:
    asked = Asked("w1", thresholds=(50,), milestones=(), settled=Settled(lasting, reviews))
    kinds = [one.kind for one in moments(history(events), small(), asked)]
    for how in ("crossed", "settled"):
        ways = [kind for kind in kinds if kind.startswith(how)]
        assert all(before != after for before, after in pairwise(ways))
    count = Counter(kind.partition("-")[0] for kind in kinds)
    assert count["settled"] <= count["crossed"]


# What settles at once is the crossing itself.
@given(event_lists())
def test_settled_at_once_is_crossed(events: list[Event]) -> None:
    asked = Asked("w1", thresholds=(50,), settled=AT_ONCE)
    found = moments(history(events), small(), asked)
    at = {how: [(one.kind.removeprefix(how), one.happened_at) for one in found
                if one.kind.startswith(how)] for how in ("crossed", "settled")}  # fmt: skip
    assert at["crossed"] == at["settled"]


# An entry of another clock changes nothing: told twice, told the same, in whatever order the
# events come.
@given(event_lists(), st.randoms())
def test_the_order_of_the_events_is_of_no_matter(events: list[Event], random) -> None:
    asked = Asked("w1", "season", thresholds=(50,))
    shuffled = list(events)
    random.shuffle(shuffled)
    assert moments(history(shuffled), small(), asked) == moments(history(events), small(), asked)


# Records grow: each record high is above all printed before it, each record low below.
@given(event_lists(20))
def test_records_are_strictly_beyond_those_before(events: list[Event]) -> None:
    found = moments(history(events), small(), Asked("w1"))
    highs = [one.after for one in found if one.kind == "record-high"]
    lows = [one.after for one in found if one.kind == "record-low"]
    assert highs == sorted(set(highs))
    assert lows == sorted(set(lows), reverse=True)
