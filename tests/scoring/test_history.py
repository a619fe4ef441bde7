"""Histories and tallies at an instant, by hand and against the oracle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.badges import badge_history
from clapometer.scoring.events import Event, KindUnknown
from clapometer.scoring.history import history, standing, tally_at
from clapometer.scoring.rules import preset
from clapometer.scoring.tally import EMPTY, Tally
from tests.scoring import oracle
from tests.scoring.strategies import INSTANTS, event_lists

COUNTS = st.sampled_from(["reviewer", "critic"])
VERSIONS = st.sampled_from(["latest", "first"])


def post(seq: int, reviewer: int, at: int | None, **more: object) -> Event:
    fields: dict[str, object] = {"critic": reviewer, "kind": "posted", "recorded_at": 100 + seq}
    return Event(seq=seq, reviewer=reviewer, happened_at=at, **(fields | more))  # type: ignore[arg-type]


def shares(events: list[Event], **asked: object) -> list[tuple[int, int, int]]:
    steps = history(events, **asked)  # type: ignore[arg-type]
    return [(step.at, step.tally.positive, step.tally.count) for step in steps]


def test_a_revision_takes_the_old_verdict_away_and_adds_the_new() -> None:
    events = [
        post(1, 1, 10, positive=True, grade=8000),
        post(2, 2, 20, positive=True),
        post(3, 1, 30, kind="revised", positive=False, grade=3000, top=True),
    ]
    last = history(events)[-1].tally
    assert last == Tally(2, 1, 1, 3000, 9_000_000, 1, 0)
    assert shares(events) == [(10, 1, 1), (20, 2, 2), (30, 1, 2)]


def test_posted_twice_is_one_reviewer_whose_later_words_count() -> None:
    events = [post(1, 1, 10, positive=True), post(2, 1, 20, positive=False)]
    assert tally_at(events) == Tally(count=1)


def test_withdrawn_excluded_and_restored() -> None:
    events = [
        post(1, 1, 10, positive=True),
        post(2, 1, 20, kind="withdrawn"),
        post(3, 1, 30, kind="restored"),
        post(4, 1, 40, kind="excluded"),
        post(5, 1, 50, kind="revised", positive=False),
        post(6, 1, 60, kind="restored"),
    ]
    # The revision of an excluded review stays out until the editor restores it.
    assert shares(events) == [
        (10, 1, 1), (20, 0, 0), (30, 1, 1), (40, 0, 0), (50, 0, 0), (60, 0, 1),
    ]  # fmt: skip


def test_the_first_version_counts_where_the_rule_says_so() -> None:
    events = [post(1, 1, 10, positive=False), post(2, 1, 20, kind="revised", positive=True)]
    assert tally_at(events, versions="first").positive == 0
    assert tally_at(events, versions="latest").positive == 1


def test_of_one_critic_the_earliest_published_copy_counts() -> None:
    copies = [
        post(1, 1, 30, critic=7, positive=True),
        post(2, 2, 20, critic=7, positive=False),
        post(3, 3, 20, critic=7, positive=True),
        post(4, 4, 20, critic=None, positive=True),
        post(5, 5, 20, critic=None, positive=True),
    ]
    assert tally_at(copies, counts="reviewer") == Tally(5, 4)
    assert tally_at(copies, counts="critic") == Tally(3, 2)
    gone = [*copies, post(6, 2, 40, critic=7, kind="withdrawn")]
    assert tally_at(gone, counts="critic") == Tally(3, 3)


def test_two_clocks() -> None:
    late = [
        post(1, 1, 10, positive=True, recorded_at=10),
        post(2, 2, 20, positive=False, recorded_at=50),
    ]
    assert tally_at(late, at=20) == Tally(2, 1), "the score of that day, as known today"
    assert tally_at(late, at=20, known=20) == Tally(1, 1), "what the page showed on that day"
    assert shares(late, clock="recorded") == [(10, 1, 1), (50, 1, 2)]


def test_an_old_review_found_late_does_not_undo_a_newer_revision() -> None:
    events = [
        post(1, 1, 30, kind="revised", positive=False, recorded_at=40),
        post(2, 1, 10, positive=True, recorded_at=50),
    ]
    assert shares(events, clock="recorded") == [(40, 0, 1), (50, 0, 1)]
    assert tally_at(events, at=20).positive == 1


def test_a_review_of_unknown_time_counts_from_its_recording_and_says_so() -> None:
    events = [post(1, 1, None, positive=True, recorded_at=70), post(2, 2, 80, positive=True)]
    assert tally_at(events, at=69) == EMPTY
    assert tally_at(events, at=70) == Tally(1, 1)
    assert [step.undated for step in history(events)] == [True, False]


def test_an_entry_taken_back_counts_until_its_undo_was_recorded() -> None:
    undone = [post(1, 1, 10, positive=True, recorded_at=20, voided_at=60)]
    assert history(undone) == []
    assert tally_at(undone, known=59) == Tally(1, 1)
    assert tally_at(undone, known=60) == EMPTY
    steps = history(undone, clock="recorded")
    assert [(s.at, s.tally.count, s.voided) for s in steps] == [(20, 1, False), (60, 0, True)]


def test_standing_names_the_words_in_force() -> None:
    first, second = post(1, 1, 10, positive=True), post(2, 1, 20, kind="revised", positive=False)
    gone = [post(3, 2, 10, positive=True), post(4, 2, 20, kind="withdrawn")]
    assert standing([first, second, *gone]) == {1: second}
    assert standing([first, second, *gone], at=10) == {1: first, 2: gone[0]}
    assert standing([first, second], versions="first") == {1: first}


@pytest.mark.parametrize("clock", ["happened", "recorded"])
def test_an_unknown_kind_is_named(clock: str) -> None:
    with pytest.raises(KindUnknown, match="“praised” is no kind of event; known are posted"):
        history([post(1, 1, 10, kind="praised")], clock=clock)  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", [{"counts": "reviewers"}, {"versions": "last"}])
def test_an_unknown_way_to_count_is_named(asked: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        history([], **asked)  # type: ignore[arg-type]


# At any instant of published time, known at any instant, both implementations agree.
@given(event_lists(), st.none() | INSTANTS, st.none() | INSTANTS, COUNTS, VERSIONS)
def test_the_tally_agrees_with_the_oracle(
    events: list[Event], at: int | None, known: int | None, counts: str, versions: str
) -> None:
    mine = tally_at(events, at=at, known=known, counts=counts, versions=versions)
    assert mine == oracle.tally(events, at=at, known=known, counts=counts, versions=versions)
    assert standing(events, at=at, known=known, versions=versions) == oracle.standing(
        events, at, known, versions
    )


# Every step of a history holds the tally of all entries up to it, in published order.
@given(event_lists(), st.none() | INSTANTS, COUNTS, VERSIONS)
def test_every_step_agrees_with_the_oracle(
    events: list[Event], known: int | None, counts: str, versions: str
) -> None:
    ordered = oracle.entries(events, None, known)
    steps = history(events, known=known, counts=counts, versions=versions)
    assert [step.event for step in steps] == ordered
    for number, step in enumerate(steps, 1):
        prefix = [event._replace(voided_at=None) for event in ordered[:number]]
        assert step.tally == oracle.tally(prefix, counts=counts, versions=versions)
        assert step.at == oracle.instant(step.event)
        assert step.undated == (step.event.happened_at is None)


# On the recorded clock, the last step of an instant holds what was known at that instant.
@given(event_lists(), st.none() | INSTANTS, COUNTS, VERSIONS)
def test_the_recorded_clock_shows_what_was_known(
    events: list[Event], known: int | None, counts: str, versions: str
) -> None:
    steps = history(events, known=known, counts=counts, versions=versions, clock="recorded")
    undone = {e.voided_at for e in events if e.voided_at is not None}
    instants = {e.recorded_at for e in events} | undone
    assert {step.at for step in steps} == {i for i in instants if known is None or i <= known}
    for step in {step.at: step for step in steps}.values():
        expected = oracle.tally(events, known=step.at, counts=counts, versions=versions)
        assert step.tally == expected
        at = tally_at(
            events, at=step.at, known=known, counts=counts, versions=versions, clock="recorded"
        )
        assert at == expected


# The last step at or before an instant is the tally at that instant.
@given(event_lists(), INSTANTS, COUNTS)
def test_a_history_answers_for_every_instant(events: list[Event], at: int, counts: str) -> None:
    before = [step.tally for step in history(events, counts=counts) if step.at <= at]
    assert tally_at(events, at=at, counts=counts) == (before[-1] if before else EMPTY)


@st.composite
def recorded_twice(draw: st.DrawFn) -> tuple[list[Event], list[Event]]:
    """The same events, recorded in two orders; entries of one reviewer at one instant keep theirs.

    An entry of unknown time takes place when it was recorded, so it keeps its recording.
    """
    events = sorted(draw(event_lists()))
    seqs = draw(st.permutations(range(len(events))))
    slots: dict[tuple[int, int], list[int]] = {}
    for event, seq in zip(events, seqs, strict=True):
        slots.setdefault((event.reviewer, oracle.instant(event)), []).append(seq)
    for slot in slots.values():
        slot.sort(reverse=True)
    again = [
        event._replace(
            seq=slots[event.reviewer, oracle.instant(event)].pop(),
            recorded_at=event.recorded_at if event.happened_at is None else draw(INSTANTS),
        )
        for event in events
    ]
    return events, again


# In which order reviews were recorded does not matter to the published-time score, nor to badges.
@given(recorded_twice(), INSTANTS, COUNTS, VERSIONS)
def test_the_order_of_recording_does_not_matter(
    both: tuple[list[Event], list[Event]], at: int, counts: str, versions: str
) -> None:
    one, other = (
        (
            tally_at(events, at=at, counts=counts, versions=versions),
            [
                (change.at, change.moment)
                for change in badge_history(
                    EASY, history(events, counts=counts, versions=versions), "season"
                )
            ],
        )
        for events in both
    )
    assert one == other


OVATION = preset("clapometer").badge
assert OVATION is not None
EASY = type(OVATION)("easy", "Easy", OVATION.enter, OVATION.keep, (("season", 2),), 1)


# Withdrawing a review restores the tally that would stand without its reviewer, exactly.
@given(event_lists(), st.sampled_from(range(8)), COUNTS, VERSIONS)
def test_withdrawing_restores_the_earlier_tally(
    events: list[Event], reviewer: int, counts: str, versions: str
) -> None:
    without = [event for event in events if event.reviewer != reviewer]
    critic = next((e.critic for e in events if e.reviewer == reviewer), None)
    withdrawal = Event(999, reviewer, critic, "withdrawn", 99, 99)
    gone = tally_at([*events, withdrawal], counts=counts, versions=versions)
    assert gone == tally_at(without, counts=counts, versions=versions)


# A new reviewer's review followed by its withdrawal leaves the tally as it was, step by step.
@given(event_lists(), st.booleans(), st.integers(0, 10_000), COUNTS)
def test_posting_and_withdrawing_cancel(
    events: list[Event], positive: bool, grade: int, counts: str
) -> None:
    posted = Event(998, 50, 50, "posted", 98, 98, None, positive, grade, True)
    withdrawn = Event(999, 50, 50, "withdrawn", 99, 99)
    before = tally_at(events, counts=counts)
    *_, added, gone = history([*events, posted, withdrawn], counts=counts)
    assert added.tally - Tally.of(posted) == before
    assert gone.tally == before


# Excluding and restoring every reviewer leaves everything as it was.
@given(event_lists(), COUNTS, VERSIONS)
def test_restoring_undoes_an_exclusion(events: list[Event], counts: str, versions: str) -> None:
    posted = [event for event in events if event.kind in ("posted", "revised")]
    both = [
        event._replace(seq=1000 + number, kind=kind, happened_at=99, voided_at=None)
        for kind in ("excluded", "restored")
        for number, event in enumerate(posted)
    ]
    out = [event for event in both if event.kind == "excluded"]
    same = {"counts": counts, "versions": versions}
    assert tally_at([*posted, *out], **same) == EMPTY
    later = [event._replace(happened_at=100) for event in both if event.kind == "restored"]
    assert tally_at([*posted, *out, *later], **same) == tally_at(posted, **same)


# A voided entry never happened, unless one asks what was known before its undo.
@given(event_lists(), COUNTS, VERSIONS)
def test_voided_entries_never_happened(events: list[Event], counts: str, versions: str) -> None:
    whole = [event for event in events if event.voided_at is None]
    same = {"counts": counts, "versions": versions}
    assert tally_at(events, **same) == tally_at(whole, **same)
    unvoided = [event._replace(voided_at=None) for event in events]
    before = min((event.voided_at for event in events if event.voided_at is not None), default=99)
    assert tally_at(events, known=before - 1, **same) == tally_at(
        unvoided, known=before - 1, **same
    )
