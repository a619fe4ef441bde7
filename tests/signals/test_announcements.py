"""Announcements as facts, and the states that follow on both clocks. All of it is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.facts.releases import RELEASE
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact, correct_fact, undo_fact
from clapometer.facts.reading import fact_numbered
from clapometer.facts.typed import FactRefused
from clapometer.ledger.consumers import rebuild
from clapometer.signals.announcements import marks_of, states_of
from clapometer.signals.announcing import ANNOUNCEMENT
from tests.catalogue.telling import add
from tests.signals.announced import on

pytestmark = pytest.mark.django_db
ACTOR = "member:1"


@pytest.fixture
def series():
    return add("The Made-up Harbour", kind="series")


@pytest.fixture
def seasons(series):
    return {
        number: add(f"Season {number}", kind="season", parent=series, number=number)
        for number in (1, 2)
    }


def announce(work, when, status, certainty="official", **typed):
    return add_fact(
        ANNOUNCEMENT,
        work,
        {"when": when, "status": status, "certainty": certainty, "by": "Made-up Stream", **typed},
        ACTOR,
    )


def words(work, day, known=None):
    found = states_of(Work.objects.get(id=work), on(day), known)
    return {one.season: (one.word, one.certainty) for one in found.states.every}


def test_two_seasons_are_renewed_at_once_and_one_of_them_is_not_in_the_catalogue(series, seasons):
    entry = announce(series, "2022-05-20", "two-season-renewal", seasons="2 and 3")
    renewed, nothing = ("renewed", "official"), ("nothing announced", "")
    assert words(series, "2022-05-20") == {None: renewed, 1: nothing, 2: renewed, 3: renewed}
    assert words(series, "2022-05-19") == dict.fromkeys((None, 1, 2), nothing)
    own = states_of(Work.objects.get(id=seasons[2]), on("2022-05-20")).own
    assert [one.fact for one in own.position.rests_on] == [entry.seq]


def test_what_was_not_known_yet_is_left_out_and_a_rebuild_tells_the_same(series, seasons):
    first = announce(series, "2022-05-20", "renewed", seasons="2")
    second = announce(series, "2022-06-01", "cancelled")
    before = words(series, "2022-06-02", known=first.recorded_at)
    assert before[2] == ("renewed", "official")
    assert words(series, "2022-06-02", known=second.recorded_at)[2] == ("cancelled", "official")
    now = words(series, "2022-06-02")
    rebuild()
    assert words(series, "2022-06-02") == now
    assert words(series, "2022-06-02", known=first.recorded_at) == before


def test_a_correction_and_an_undo_change_what_is_known_from_then_on(series, seasons):
    entry = announce(series, "2022-05-20", "renewed", seasons="2")
    typed = {"when": "2022-05-20", "status": "renewed", "certainty": "rumoured", "seasons": "2"}
    corrected = correct_fact(entry.seq, typed, ACTOR)
    assert words(series, "2022-06-01")[2] == ("nothing announced", "")
    assert words(series, "2022-06-01", known=corrected.recorded_at - 1)[2][0] == "renewed"
    undo_fact(entry.seq, "made-up reason", ACTOR)
    found = states_of(Work.objects.get(id=series), on("2022-06-01"))
    assert [one.beside for one in found.states.every] == [(), (), ()]


def test_what_is_said_of_a_season_itself_is_said_of_its_number(series, seasons):
    announce(seasons[2], "2022-05-20", "renewed")
    assert words(series, "2022-05-20")[2] == ("renewed", "official")
    assert words(series, "2022-05-20")[None] == ("renewed", "official")


def test_a_release_is_official_and_a_festival_is_none(series, seasons):
    announce(series, "2022-01-01", "dated", seasons="1", date="2022-06")
    add_fact(RELEASE, seasons[1], {"when": "2022-05-01", "pattern": "festival"}, ACTOR)
    assert words(series, "2022-05-02")[1] == ("dated", "official")
    fact = add_fact(RELEASE, seasons[1], {"when": "2022-06-10", "carrier": "Made-up"}, ACTOR)
    state = states_of(Work.objects.get(id=series), on("2022-06-10")).states.seasons[1]
    assert (state.stage, state.position.decided_by.fact) == ("released", fact.seq)


def test_the_catalogues_own_day_of_release_counts_where_no_fact_tells_it():
    film = add("A Made-up Film", released=on("2022-03-01"))
    assert words(film, "2022-02-28")[None] == ("nothing announced", "")
    assert words(film, "2022-03-01")[None] == ("released", "official")
    before_it_was_known = Work.objects.get(id=film)
    assert states_of(before_it_was_known, on("2022-03-01"), known=0).own.stage == "unknown"


def test_an_announcement_counts_from_when_it_takes_effect(series, seasons):
    announce(series, "2022-05-20", "in-production", seasons="2", effective="2022-09-20")
    assert words(series, "2022-09-19")[2] == ("nothing announced", "")
    assert words(series, "2022-09-20")[2] == ("in production", "official")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"status": "dated"}, "date"),
        ({"status": "moved"}, "carrier"),
        ({"status": "two-season-renewal", "seasons": "2"}, "seasons"),
        ({"status": "final-season"}, "seasons"),
        ({"status": "renewed", "seasons": "1-51"}, "seasons"),
        ({"status": "asleep"}, "status"),
        ({"status": ""}, "status"),
    ],
)
def test_what_a_status_needs_is_asked_for_in_one_sentence(series, typed, field):
    with pytest.raises(FactRefused) as refused:
        announce(series, "2022-05-20", **typed)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert refused.value.problems[0].sentence.endswith(".")


def test_the_words_that_were_said_are_kept_beside_the_log(series):
    entry = announce(series, "2022-05-20", "renewed", "teased", words="Two fingers, made up.")
    assert "Two fingers" not in entry.body
    assert fact_numbered(entry.seq).said["words"] == "Two fingers, made up."


# The number of queries does not grow with what was announced, nor with the seasons.
def test_states_are_read_in_a_constant_number_of_queries(
    series, seasons, django_assert_num_queries
):
    announce(series, "2022-05-20", "renewed", seasons="2")
    work = Work.objects.select_related("parent").get(id=seasons[1])
    with django_assert_num_queries(2):
        states_of(work, on("2022-06-01"))
    for number in range(3, 9):
        add(f"Season {number}", kind="season", parent=series, number=number)
        announce(series, "2023-05-20", "renewed", "rumoured", seasons=str(number))
    with django_assert_num_queries(2):
        found = states_of(work, on("2024-06-01"))
    assert len(found.states.seasons) == 8


def test_marks_are_the_official_steps_each_once(series, seasons):
    entry = announce(series, "2022-05-20", "two-season-renewal", seasons="2 and 3")
    announce(series, "2022-06-01", "cancelled", "rumoured")
    dated = announce(series, "2023-05-01", "dated", seasons="2", date="2023-08-03")
    marks = marks_of(states_of(Work.objects.get(id=series), on("2024-01-01")))
    assert [(one.at, one.word, one.season, one.fact, one.by_time) for one in marks] == [
        (on("2022-05-20"), "renewed", 2, entry.seq, False),
        (on("2022-05-20"), "renewed", 3, entry.seq, False),
        (on("2023-05-01"), "dated", 2, dated.seq, False),
        (on("2023-08-03"), "released", 2, dated.seq, True),
    ]
    of_season = marks_of(states_of(Work.objects.get(id=seasons[2]), on("2024-01-01")))
    assert of_season == [one for one in marks if one.season == 2]
