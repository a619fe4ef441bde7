"""States at an instant, worked by hand. All shows, streamers and people are made up."""

from datetime import UTC

import pytest

from clapometer.signals.statuses import moves, stages, vocabulary
from clapometer.signals.statuses.periods import agree, passes_at
from clapometer.signals.statuses.state import states_at
from tests.signals.announced import DAY, on, told

STREAM = {"by": "Made-up Stream"}
# A show ordered in January 2021; a date; a tease; two more seasons a month after the first; and so
# on, to a final film: the pattern of a show that a streamer renews for two seasons at once.
PATTERN = told(
    ("2021-01-20", "ordered", "official", (), STREAM),
    ("2022-03-01", "dated", "official", [1], {"date": "2022-04-22", **STREAM}),
    ("2022-05-10", "renewed", "teased", [2], {"by": "The author"}),
    ("2022-05-12", "cancelled", "rumoured"),
    ("2022-05-20", "two-season-renewal", "official", [2, 3], STREAM),
    ("2022-09-20", "in-production", "official", [2], STREAM),
    ("2023-05-01", "dated", "official", [2], {"date": "2023-08-03", **STREAM}),
    ("2023-08-09", "renewed", "teased", [4, 5, 6, 7], {"by": "The star"}),
    ("2024-05-01", "dated", "official", [3], {"date": "2024-10", **STREAM}),
    ("2024-10-03", "released", "official", [3], STREAM),
)


def at(day, statements=PATTERN, **more):
    return states_at(statements, on(day), **more)


def short(state):
    return (state.word, state.certainty)


def beside(state):
    return [(one.statement.status, one.statement.certainty, one.standing) for one in state.beside]


def test_on_20_may_2022_seasons_2_and_3_are_renewed_officially_by_the_streamer():
    found = at("2022-05-20")
    assert list(found.seasons) == [1, 2, 3]
    for number in (2, 3):
        state = found.seasons[number]
        assert short(state) == ("renewed", "official")
        assert (state.position.since, state.position.decided_by.by) == (
            on("2022-05-20"), "Made-up Stream",
        )  # fmt: skip
        assert [one.seq for one in state.position.rests_on] == [5]
    assert short(found.whole) == ("renewed", "official")


def test_a_day_before_they_are_not_and_what_was_teased_and_rumoured_stands_beside():
    found = at("2022-05-19")
    assert short(found.seasons[2]) == ("nothing announced", "")
    assert beside(found.seasons[2]) == [("renewed", "teased", "open")]
    assert 3 not in found.seasons
    assert short(found.whole) == ("released", "official")
    assert beside(found.whole) == [("cancelled", "rumoured", "open")]


def test_the_renewal_confirms_the_tease_and_overtakes_the_rumour():
    found = at("2022-05-20")
    assert beside(found.seasons[2]) == [("renewed", "teased", "confirmed")]
    assert beside(found.whole) == [("cancelled", "rumoured", "overtaken")]
    assert found.whole.beside[0].by.status == "two-season-renewal"


def test_what_this_site_learned_later_is_not_yet_known():
    known = on("2022-05-20") + 4
    assert list(at("2022-05-20", known=known).seasons) == [1, 2]


@pytest.mark.parametrize(
    ("day", "number", "word", "by_time"),
    [
        ("2022-04-21", 1, "dated", False),
        ("2022-04-22", 1, "released", True),
        ("2022-09-20", 2, "in production", False),
        ("2022-09-20", 3, "renewed", False),
        ("2023-08-02", 2, "dated", False),
        ("2023-08-03", 2, "released", True),
        ("2023-08-09", 4, "nothing announced", False),
        ("2024-10-02", 3, "dated", False),
        ("2024-10-03", 3, "released", False),
    ],
)
def test_a_season_goes_its_way(day, number, word, by_time):
    state = at(day).seasons[number]
    assert (state.word, state.position.by_time) == (word, by_time)


# Each row: what was said of season 2, one step after the other, and the state after the last, on
# 1 June 2023: its word, how certain, the date, and what stands beside.
CASES = {
    "a report makes a state where nothing is official":
        ([("2023-01-01", "renewed", "reported", [2])], ("renewed", "reported", ""), []),
    "a rumour of cancellation does not cancel":
        ([("2023-01-01", "renewed", "official", [2]), ("2023-02-01", "cancelled", "rumoured", [2])],
         ("renewed", "official", ""), [("cancelled", "rumoured", "open")]),
    "a report does not cancel either, once it is official":
        ([("2023-01-01", "renewed", "official", [2]), ("2023-02-01", "cancelled", "reported", [2])],
         ("renewed", "official", ""), [("cancelled", "reported", "open")]),
    "what is official outranks a report that arrives later and tells of later":
        ([("2023-03-01", "in-production", "reported", [2]),
          ("2023-01-01", "renewed", "official", [2])],
         ("renewed", "official", ""), [("in-production", "reported", "open")]),
    "later official replaces earlier official":
        ([("2023-01-01", "renewed", "official", [2]), ("2023-02-01", "cancelled", "official", [2])],
         ("cancelled", "official", ""), []),
    "a denied report is no state any more":
        ([("2023-01-01", "cancelled", "reported", [2]), ("2023-01-05", "cancelled", "denied", [2])],
         ("nothing announced", "", ""),
         [("cancelled", "reported", "denied"), ("cancelled", "denied", "open")]),
    "a denial does not reach what is said after it":
        ([("2023-01-01", "cancelled", "denied", [2]),
          ("2023-01-05", "cancelled", "reported", [2])],
         ("cancelled", "reported", ""), [("cancelled", "denied", "open")]),
    "a denial that something official belies is overtaken":
        ([("2023-01-01", "renewed", "denied", [2]), ("2023-02-01", "renewed", "official", [2])],
         ("renewed", "official", ""), [("renewed", "denied", "overtaken")]),
    "an open question is settled by what is decided":
        ([("2023-01-01", "renewed", "undecided", [2]), ("2023-02-01", "renewed", "official", [2])],
         ("renewed", "official", ""), [("renewed", "undecided", "overtaken")]),
    "delayed without a new date has none":
        ([("2023-01-01", "dated", "official", [2], {"date": "2023-05-05"}),
          ("2023-04-01", "delayed", "official", [2])],
         ("delayed", "official", ""), []),
    "delayed to a date that passes is released":
        ([("2023-01-01", "dated", "official", [2], {"date": "2023-03-05"}),
          ("2023-02-01", "delayed", "official", [2], {"date": "2023-05-05"})],
         ("released", "official", "2023-05-05"), []),
    "delayed after its date passed unseen":
        ([("2023-01-01", "dated", "official", [2], {"date": "2023-03-05"}),
          ("2023-03-06", "delayed", "official", [2], {"date": "2023-07"})],
         ("delayed", "official", "2023-07"), []),
    "a month is over before what it dates is out":
        ([("2023-01-01", "dated", "official", [2], {"date": "2023-06"})],
         ("dated", "official", "2023-06"), []),
    "a rumoured date that differs from the official one":
        ([("2023-01-01", "dated", "rumoured", [2], {"date": "2023-07-01"}),
          ("2023-02-01", "dated", "official", [2], {"date": "2023-08-03"})],
         ("dated", "official", "2023-08-03"), [("dated", "rumoured", "overtaken")]),
    "a rumoured month that the official day lies in":
        ([("2023-01-01", "dated", "rumoured", [2], {"date": "2023-08"}),
          ("2023-02-01", "dated", "official", [2], {"date": "2023-08-03"})],
         ("dated", "official", "2023-08-03"), [("dated", "rumoured", "confirmed")]),
    "filming does not undate what is dated":
        ([("2023-01-01", "dated", "official", [2], {"date": "2023-08-03"}),
          ("2023-02-01", "in-production", "official", [2])],
         ("dated", "official", "2023-08-03"), [("in-production", "official", "confirmed")]),
    "a cancelled season that another carrier takes":
        ([("2023-01-01", "cancelled", "official", [2]),
          ("2023-02-01", "moved", "official", [2], {"carrier": "Other Stream"})],
         ("moved", "official", ""), []),
    "a cancellation that is taken back":
        ([("2023-01-01", "in-production", "official", [2]),
          ("2023-02-01", "cancelled", "official", [2]),
          ("2023-03-01", "un-cancelled", "official", [2])],
         ("in production", "official", ""), []),
    "the series is cancelled and takes an ordered season along":
        ([("2023-01-01", "renewed", "official", [2]), ("2023-02-01", "cancelled")],
         ("cancelled", "official", ""), []),
    "the series is cancelled and a filmed season still comes":
        ([("2023-01-01", "filming-wrapped", "official", [2]), ("2023-02-01", "cancelled")],
         ("filming wrapped", "official", ""), []),
    "a filmed season that is shelved":
        ([("2023-01-01", "filming-wrapped", "official", [2]),
          ("2023-02-01", "shelved", "official", [2])],
         ("shelved", "official", ""), []),
    "what takes effect later is still to come":
        ([("2023-01-01", "renewed", "official", [2]),
          ("2023-02-01", "in-production", "official", [2], {"effective_at": on("2023-09-01")})],
         ("renewed", "official", ""), [("in-production", "official", "to-come")]),
    "an end of what is not out yet is out of place":
        ([("2023-01-01", "renewed", "official", [2]), ("2023-02-01", "ended", "official", [2])],
         ("renewed", "official", ""), [("ended", "official", "out-of-place")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_of_one_season(name):
    rows, expected, left = CASES[name]
    state = (
        at("2023-06-01", told(*rows)).seasons.get(2)
        or at("2023-06-01", told(*rows), seasons=[2]).seasons[2]
    )
    assert (state.word, state.certainty, state.position.date) == expected
    assert beside(state) == left


def test_a_final_season_orders_and_ends():
    final = told(
        ("2022-01-01", "released", "official", [1]),
        ("2023-01-01", "final-season", "official", [2]),
        ("2023-02-01", "in-production", "official", [2]),
    )
    first = at("2023-01-01", final)
    assert short(first.seasons[2]) == ("final season", "official")
    assert short(first.whole) == ("ending", "official")
    later = at("2023-02-01", final)
    assert short(later.seasons[2]) == ("in production", "official")
    assert later.seasons[2].position.final
    more = told(*[("2022-01-01", "final-season", "official", [2]),
                  ("2023-01-01", "renewed", "official", [3])])  # fmt: skip
    assert short(at("2023-01-01", more).whole) == ("renewed", "official")
    assert not at("2023-01-01", more).whole.position.final


def test_a_later_season_says_that_the_final_one_was_not():
    story = told(
        ("2022-01-01", "final-season", "official", [5]),
        ("2022-06-01", "renewed", "rumoured", [6]),
        ("2023-01-01", "final-season", "official", [6]),
    )
    assert at("2022-06-01", story).seasons[5].position.final
    found = at("2023-01-01", story)
    assert [found.seasons[number].position.final for number in (5, 6)] == [False, True]
    assert [found.seasons[number].word for number in (5, 6)] == ["ordered", "final season"]
    assert short(found.whole) == ("ending", "official")


def test_a_series_that_is_revived_by_another_carrier():
    story = told(
        ("2020-01-01", "released", "official", [1]),
        ("2021-01-01", "cancelled"),
        ("2022-01-01", "revived", "official", [2], {"carrier": "Other Stream"}),
    )
    assert short(at("2021-06-01", story).whole) == ("cancelled", "official")
    found = at("2022-01-01", story)
    assert short(found.whole) == ("revived", "official")
    assert found.whole.position.carrier == "Other Stream"
    assert short(found.seasons[1]) == ("released", "official")


def test_a_series_that_is_taken_back_from_its_cancellation_takes_its_season_along():
    story = told(
        ("2020-01-01", "renewed", "official", [2]),
        ("2021-01-01", "cancelled"),
        ("2021-02-01", "un-cancelled"),
    )
    assert short(at("2021-01-15", story).seasons[2]) == ("cancelled", "official")
    assert short(at("2021-02-01", story).seasons[2]) == ("renewed", "official")


def test_a_film_has_no_seasons():
    story = told(
        ("2020-01-01", "greenlit"),
        ("2020-05-01", "dated", "official", (), {"date": "2021"}),
    )
    assert short(at("2020-01-01", story, series=False).whole) == ("greenlit", "official")
    assert short(at("2020-12-31", story, series=False).whole) == ("dated", "official")
    assert short(at("2021-12-31", story, series=False).whole) == ("dated", "official")
    assert short(at("2022-01-01", story, series=False).whole) == ("released", "official")


@pytest.mark.parametrize(
    ("text", "day"),
    [("2023-08-03", "2023-08-03"), ("2023-08", "2023-09-01"), ("2023", "2024-01-01"),
     ("2023-12", "2024-01-01"), ("2024-02", "2024-03-01")],
)  # fmt: skip
def test_a_date_passes_as_its_day_begins_and_a_month_or_year_as_it_is_over(text, day):
    assert passes_at(text, UTC) == on(day)


def test_the_last_year_there_is_passes_too():
    assert passes_at("9999", UTC) > on("9999-12-31") + DAY - 1_000_000


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [("2023-08-03", "2023-08", True), ("2023", "2023-08-03", True), ("2023-08", "2023-09", False),
     ("2023-08-03", "2023-08-03", True), ("2022", "2023-01", False)],
)  # fmt: skip
def test_two_dates_can_be_one_day(one, other, can_be):
    assert agree(one, other) is agree(other, one) is can_be


def test_the_tables_name_only_what_there_is():
    for table in (moves.SEASON, moves.SERIES, moves.SPREAD):
        for status, row in table.items():
            assert status in {*vocabulary.STATUSES, moves.GOES_ON}
            assert row.keys() <= stages.STAGES.keys()
            assert set(row.values()) <= {*stages.STAGES, moves.KEEP, moves.BACK}
    assert moves.SEASON.keys() == moves.SERIES.keys() == vocabulary.STATUSES.keys()
    assert stages.STANDINGS.keys() == stages.STANDINGS_MEAN.keys()


def test_every_status_moves_something():
    for table in (moves.SEASON, moves.SERIES):
        assert all(set(row.values()) - {moves.KEEP} for row in table.values())
