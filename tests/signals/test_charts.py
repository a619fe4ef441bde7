"""What charts say of a work. All titles and numbers are made up."""

from datetime import date

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.instants import parse_instant
from clapometer.signals.charts import charts_of
from tests.desk.chartfiles import COUNTRY_COLUMNS, country, line, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def salt_road(tmp_path):
    """Three weeks of two seasons on the list of the world, and three weeks in countries."""
    world = [
        line(week="2026-05-03", rank=7),
        line(week="2026-05-10", rank=5),
        line(week="2026-05-10", rank=9, season="Salt Road: Season 2"),
        line(week="2026-05-17", rank=5),
    ]
    countries = [
        *(country(code, week="2026-05-03") for code in ("AR", "BR")),
        *(country(code, week="2026-05-10") for code in ("AR", "CL", "PE")),
        country("AR", week="2026-05-17"),
        country("UY", week="2026-05-24", show="Tide", season="Tide: Season 1"),
    ]
    run_charts(read_chart_file(write(tmp_path / "world.tsv", world)))
    path = write(tmp_path / "countries.tsv", countries, columns=COUNTRY_COLUMNS)
    run_charts(read_chart_file(path))
    return Work.objects.get(key="salt road")


def test_a_series_has_the_weeks_of_its_seasons(salt_road):
    weeks = charts_of(salt_road).weeks
    assert [(week.sunday.day, week.rank, week.season[-1]) for week in weeks] == [
        (3, 7, "1"), (10, 5, "1"), (10, 9, "2"), (17, 5, "1"),
    ]  # fmt: skip
    assert weeks[0].monday == date(2026, 4, 27)


def test_a_season_has_its_own(salt_road):
    second = Work.objects.get(parent_id=salt_road.id, number=2)
    assert [week.rank for week in charts_of(second).weeks] == [9]


def test_the_peak_is_the_earliest_of_the_best_places(salt_road):
    charted = charts_of(salt_road)
    assert (charted.peak.rank, charted.peak.sunday) == (5, date(2026, 5, 10))
    assert (charted.first, charted.last) == (date(2026, 5, 3), date(2026, 5, 17))


def test_countries_are_counted_in_three_named_ways(salt_road):
    countries = charts_of(salt_road).countries
    assert countries.codes == ("AR", "BR", "CL", "PE")
    assert (countries.ever, countries.last_week, countries.at_once) == (4, 1, 3)
    assert countries.at_once_week == date(2026, 5, 10)


def test_one_country_can_be_asked_for(salt_road):
    weeks = charts_of(salt_road, territory="CL").weeks
    assert [(week.territory, week.sunday.day) for week in weeks] == [("CL", 10)]


# A week counts from when it was over: on its Sunday it is not told yet, on the next day it is.
@pytest.mark.parametrize(("at", "weeks"), [("2026-05-09", 1), ("2026-05-10T23:59:59Z", 1),
                                           ("2026-05-10", 3), ("2026-05-11", 3)])  # fmt: skip
def test_at_an_instant_only_weeks_that_are_over_count(salt_road, at, weeks):
    from datetime import UTC

    charted = charts_of(salt_road, at=parse_instant(at, UTC))
    assert len(charted.weeks) == weeks


def test_a_work_on_no_chart_has_nothing(db):
    from clapometer.catalogue.drafts import work_added
    from clapometer.ledger.writing import writing

    with writing("test") as writer:
        work = writer.append_one(work_added(kind="film", title="Unseen")).seq
    charted = charts_of(Work.objects.get(id=work))
    assert (charted.weeks, charted.peak, charted.countries.ever) == ((), None, 0)


def test_streaks_are_weeks_in_a_row_of_which_a_list_was_taken_in(salt_road):
    (on_list,) = charts_of(salt_road).streaks
    assert (on_list.key.category, on_list.streaks.total) == ("TV (English)", 3)
    assert on_list.streaks.longest == on_list.streaks.current
    assert on_list.streaks.longest.weeks == 3
    (in_country,) = charts_of(salt_road, territory="AR").streaks
    assert [run.weeks for run in in_country.streaks.runs] == [3]


def test_a_week_whose_list_was_not_taken_in_makes_a_streak_at_least_so_long(salt_road, tmp_path):
    run_charts(read_chart_file(write(tmp_path / "later.tsv", [line(week="2026-05-31", rank=8)])))
    first, second = charts_of(salt_road).streaks[0].streaks.runs
    assert (first.weeks, first.at_least, second.weeks, second.at_least) == (3, True, 1, True)
    assert charts_of(salt_road).streaks[0].streaks.untold == 1


def test_streaks_at_an_instant_know_only_the_weeks_that_were_over(salt_road):
    from datetime import UTC

    (on_list,) = charts_of(salt_road, at=parse_instant("2026-05-11", UTC)).streaks
    assert (on_list.streaks.current.weeks, on_list.last) == (2, date(2026, 5, 10))


def test_streaks_as_known_before_a_later_list_was_taken_in(salt_road, tmp_path):
    from clapometer.ledger.reading import read_entries

    known = list(read_entries())[-1].recorded_at
    run_charts(read_chart_file(write(tmp_path / "later.tsv", [line(week="2026-05-24", rank=8)])))
    (then,) = charts_of(salt_road, known=known).streaks
    (now,) = charts_of(salt_road).streaks
    assert (then.streaks.longest.weeks, now.streaks.longest.weeks) == (3, 4)


def test_what_is_staggered_is_kept(tmp_path, db):
    columns = ("week", "category", "weekly_rank", "show_title", "season_title",
               "weekly_hours_viewed", "runtime", "weekly_views", "cumulative_weeks_in_top_10",
               "is_staggered_launch", "episode_launch_details")  # fmt: skip
    rows = [
        ("2026-05-03", "TV (English)", 1, "Salt Road", "Salt Road: Season 1", 10, 0, 5, 1, "true",
         '"[{""episodesLaunched"":6,""countryList"":[""AR""]}]"'),
        ("2026-05-10", "TV (English)", 1, "Salt Road", "Salt Road: Season 1", 10, 1.5, 5, 2,
         "false", ""),
    ]  # fmt: skip
    run_charts(read_chart_file(write(tmp_path / "world.tsv", rows, columns=columns)))
    weeks = charts_of(Work.objects.get(key="salt road")).weeks
    assert [week.staggered for week in weeks] == [True, False]
