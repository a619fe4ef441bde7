"""What holds of every list of statements: against a second implementation, and in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.signals.statuses.moves import KEEP, SEASON, SERIES
from clapometer.signals.statuses.stages import STAGES, UNKNOWN
from clapometer.signals.statuses.state import states_at
from clapometer.signals.statuses.vocabulary import STATUSES
from tests.signals import status_oracle
from tests.signals.announced import DAY, INSTANTS, on, statements

END = on("2023-06-01")
OFFICIAL = ("official",)
UNDECIDING = ("rumoured", "teased", "denied", "undecided")


def summary(found):
    return {one.season: gist(one) for one in found.every}


def gist(state):
    position = state.position
    return (position.stage, state.certainty, position.date, position.carrier, position.final)


# The tables and the rules in words make the same states, at any instant, of seasons and of wholes.
@settings(max_examples=120)
@given(statements(), INSTANTS, st.booleans())
def test_a_second_implementation_finds_the_same(told, at, series):
    told = told if series else [one._replace(seasons=()) for one in told]
    found = summary(states_at(told, at, series=series))
    assert found == status_oracle.states(told, at, series=series)
    assert summary(states_at(told, END)) == status_oracle.states(told, END)


# Each cell of the tables is what the rules in words say of that stage and that status.
@pytest.mark.parametrize("status", sorted(STATUSES.keys() - {"un-cancelled"}))
def test_every_cell_of_the_tables_is_as_in_words(status):
    cells = {"stay": KEEP, None: None}
    for stage in STAGES:
        in_words = status_oracle.where(stage, status, False, False)
        if stage != "ending":
            assert SEASON[status].get(stage) == cells.get(in_words, in_words), stage
        in_words = status_oracle.where(stage, status, True, False)
        assert SERIES[status].get(stage) == cells.get(in_words, in_words), stage


# What is said later, or recorded later, has no part in the state.
@given(statements(), INSTANTS, INSTANTS)
def test_the_future_of_neither_clock_is_seen(told, at, known):
    seen = [one for one in told if one.said_at <= at and one.recorded_at <= known]
    assert states_at(told, at, known=known) == states_at(seen, at)


# In which order statements arrive is without influence, unless they are of one instant.
@given(statements(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_is_without_influence(told, chance):
    apart = [one._replace(said_at=one.said_at + one.seq, effective_at=None) for one in told]
    mixed = apart.copy()
    chance.shuffle(mixed)
    again = [one._replace(seq=number) for number, one in enumerate(mixed, 1)]
    assert summary(states_at(again, END)) == summary(states_at(apart, END))


# Rumours, teases, denials and open questions alone decide nothing.
@given(statements(certainties=UNDECIDING))
def test_without_a_decision_nothing_is_decided(told):
    assert {one.stage for one in states_at(told, END).every} == {UNKNOWN}


# Where something official decides, nothing else moves the state.
@given(statements(), INSTANTS)
def test_what_is_official_outranks_all_else(told, at):
    alone = states_at([one for one in told if one.certainty == "official"], at)
    every = summary(states_at(told, at))
    for state in alone.every:
        if state.certainty:
            assert every[state.season] == gist(state)


# What is said of one season leaves the others alone, unless it is said of the series; but that a
# later season is ordered says that an earlier one is not the last.
@given(statements(), INSTANTS)
def test_a_season_hears_only_of_itself_and_its_series(told, at):
    for number in (1, 2, 3):
        own = [one for one in told if not one.seasons or max(one.seasons) >= number]
        alone = states_at(own, at, seasons=[number]).seasons[number]
        found = states_at(told, at, seasons=[number]).seasons[number]
        assert gist(alone) == gist(found)


# The statements that a state rests on are among those given, in the order in which they count, and
# are enough: they alone lead to the same state.
@given(statements(seasons=()), INSTANTS)
def test_what_a_state_rests_on_is_enough(told, at):
    state = states_at(told, at, series=False).whole
    rests = list(state.position.rests_on)
    assert all(one in told and one.at <= at for one in rests)
    assert rests == sorted(rests, key=lambda one: (one.at, one.said_at, one.seq))
    assert gist(states_at(rests, at, series=False).whole) == gist(state)


# Every statement about a subject either carries its state or stands beside it, and never both.
@given(statements(), INSTANTS)
def test_nothing_that_was_said_gets_lost(told, at):
    for state in states_at(told, at).every:
        said = {one.seq for one in told if one.said_at <= at and one.concerns(state.season)}
        carried = {one.seq for one in state.position.rests_on}
        beside = [one.statement.seq for one in state.beside]
        assert said <= carried | set(beside)
        assert not carried & set(beside)
        assert len(beside) == len(set(beside))


# Between two days on which something is said, takes effect or was to be released, nothing changes.
@given(statements(most=6), st.integers(0, 200))
def test_time_alone_changes_a_state_only_as_a_date_passes(told, day):
    at = on("2022-01-01") + day * DAY
    before, after = (states_at(told, instant) for instant in (at, at + DAY - 1))
    assert summary(before) == summary(after)
