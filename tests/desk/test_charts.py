"""Files of charts taken in, restated and taken back. All titles and numbers are made up."""

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.charts import preview_charts, read_chart_file, run_charts
from clapometer.desk.charttitles import season_number, season_title
from clapometer.desk.undoing import undo_import
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.signals.charts import charts_of
from clapometer.signals.models import Chart, ChartTitle, Placing
from tests.catalogue.stating import state
from tests.desk.chartfiles import COUNTRY_COLUMNS, country, line, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def take(tmp_path):
    def take(*rows, name="charts.tsv", **more):
        return run_charts(read_chart_file(write(tmp_path / name, rows, **more)))

    return take


def series(title="salt road"):
    return Work.objects.get(key=title, kind="series")


def drawn():
    """Everything that is drawn from the entries about charts."""
    return [sorted(model.objects.values_list()) for model in (Chart, Placing, ChartTitle)]


def test_a_file_becomes_charts_and_its_titles_works(take):
    outcome = take(line(), line(rank=2, show="Tide", season="N/A"),
                   line(show="The Tide", season="N/A", category="Films (English)"))  # fmt: skip
    assert (outcome.rows, outcome.charts, outcome.added, outcome.works) == (3, 2, 3, 4)
    season = Work.objects.get(kind="season")
    assert (season.parent_id, season.number, season.title) == (series().id, 1, "Season 1")
    assert Work.objects.get(kind="film").title == "The Tide"


def test_the_same_file_again_writes_nothing(take):
    rows = [line(rank=rank, show=f"Made-up Show {rank}", season="N/A") for rank in range(1, 11)]
    take(*rows)
    before = head()
    again = take(*rows)
    assert (again.import_id, again.unchanged, head()) == (None, 10, before)


def test_restated_lines_become_one_correction_that_says_what_was_before(take):
    take(line(hours=1000), line(rank=2, show="Tide", season="Tide: Season 2", hours=900))
    outcome = take(line(hours=1010), line(rank=2, show="Tide", season="Tide: Part 2", hours=900))
    assert (outcome.restated, outcome.cells, outcome.added, outcome.unchanged) == (2, 2, 0, 0)
    entry = list(read_entries())[-2]
    assert entry.kind == "chart.corrected"
    assert [one[3] for one in entry.data["before"]] == [1000, 900]
    assert [one[3] for one in entry.data["lines"]] == [1010, 900]


def test_a_form_that_tells_more_completes_and_one_that_tells_less_denies_nothing(take):
    columns = ("week", "category", "weekly_rank", "show_title", "season_title",
               "weekly_hours_viewed", "runtime", "weekly_views",
               "cumulative_weeks_in_top_10")  # fmt: skip
    week, category, *rest, hours, weeks = line()
    take(line())
    fuller = take((week, category, *rest, hours, "1.5", 700, weeks), columns=columns)
    assert (fuller.cells, fuller.completed) == (0, 2)
    assert take(line()).unchanged == 1
    assert Placing.objects.get(until=None).views == 700


def test_a_place_that_is_gone_is_no_longer_told_but_was(take):
    take(line(), line(rank=2, show="Tide", season="Tide: Season 1"))
    known = list(read_entries())[-1].recorded_at
    assert take(line()).gone == 1
    assert charts_of(series("tide")).weeks == ()
    (week,) = charts_of(series("tide"), known=known).weeks
    assert week.rank == 2


def test_a_place_told_twice_is_refused(take):
    outcome = take(line(), line(show="Tide"))
    assert (outcome.added, outcome.refused) == (1, 1)
    assert "told twice" in outcome.refusals[0].sentence


def test_two_works_of_one_title_are_left_to_a_person(take):
    with writing("test") as writer:
        writer.append([work_added(kind="series", title="Salt Road", year=y) for y in (1999, 2025)])
    outcome = take(line())
    assert set(outcome.ambiguous) == {"Salt Road"}
    assert len(outcome.ambiguous["Salt Road"]) == 2
    assert not ChartTitle.objects.exists()
    assert outcome.added == 1


def test_a_season_that_the_catalogue_has_is_taken_by_its_number(take):
    with writing("test") as writer:
        show = writer.append_one(work_added(kind="series", title="Salt Road")).seq
        second = work_added(kind="season", title="Second run", parent=show, number=2)
        season = writer.append_one(second).seq
    outcome = take(line(season="Salt Road: Season 2"))
    assert outcome.works == 0
    assert ChartTitle.objects.get().work_id == season


def test_country_lists_headed_films_english_are_those_headed_films(take):
    first = country("AR", show="Tide", season="N/A", category="Films (English)")
    take(first, columns=COUNTRY_COLUMNS)
    later = country("AR", show="Tide", season="N/A", category="Films")
    assert take(later, columns=COUNTRY_COLUMNS).unchanged == 1


def test_an_import_is_taken_back_as_a_whole(take):
    before = drawn()
    outcome = take(line(), line(rank=2, show="Tide", season="Tide: Season 1"))
    undo_import(outcome.import_id)
    assert charts_now() == []
    assert not Work.objects.exists()
    assert drawn() != before  # What was known before the undo stays answerable.


def test_a_correction_is_taken_back_to_what_was_before(take):
    take(line(hours=1000))
    outcome = take(line(hours=1010), line(rank=2, show="Tide", season="Tide: Season 1"))
    undo_import(outcome.import_id)
    assert charts_now() == [(1, "Salt Road", 1000)]


def test_what_a_later_file_restated_is_left_standing(take):
    first = take(line(hours=1000), line(week="2026-05-10"))
    take(line(hours=1010))
    undo_import(first.import_id)
    assert charts_now() == [(1, "Salt Road", 1010)]
    assert Work.objects.filter(kind="season").exists()


def test_a_preview_writes_nothing_and_says_the_same(take, tmp_path):
    take(line(hours=1000))
    rows = [line(hours=1010), line(week="2026-05-10")]
    path = write(tmp_path / "b.tsv", rows)
    position = head()
    seen = preview_charts(read_chart_file(path))
    assert head() == position
    done = run_charts(read_chart_file(path))
    assert (seen.added, seen.restated, seen.charts) == (done.added, done.restated, done.charts)


# Thrown away and drawn again from the ledger, every table is what it was.
def test_rebuilding_gives_the_same_tables(take):
    take(line(hours=1000), line(week="2026-05-10", rank=3))
    take(line(hours=1010))
    outcome = take(line(rank=2, show="Tide", season="Tide: Season 1", week="2026-05-17"))
    undo_import(outcome.import_id)
    before = drawn()
    rebuild()
    assert drawn() == before


@pytest.mark.parametrize(
    ("season", "number", "title"),
    [
        ("Salt Road: Season 2", 2, "Season 2"),
        ("Salt Road: Limited Series", 1, "Limited Series"),
        ("Salt Road: Season 4: Part 1", 4, "Season 4: Part 1"),
        ("Salt Road 3", 3, "3"),
        ("Salt Road: Temporada 5", 5, "Temporada 5"),
        ("Salt Road: The Long Night", None, "The Long Night"),
        ("A name of its own", None, "A name of its own"),
    ],
)
def test_seasons_are_known_by_the_number_in_their_names(season, number, title):
    assert season_number("Salt Road", season) == number
    assert season_title("Salt Road", season) == title


def charts_now():
    lines = Placing.objects.filter(until=None).order_by("rank")
    return list(lines.values_list("rank", "show", "hours"))


def test_a_title_on_the_charts_may_be_another_title_of_a_work(take):
    with writing("test") as writer:
        draft = work_added(kind="series", title="Salzstraße (made up)")
        there = writer.append_one(draft).seq
    state("title", there, text="Salt Road", type="translated", language="en")
    take(line())
    assert Work.objects.get(id=ChartTitle.objects.get().work_id).parent_id == there
    assert Work.objects.filter(kind="series").count() == 1


def popular(days, rank=1, hours=1000, show="Salt Road", season="Salt Road: Season 1"):
    header = ("category", "rank", "show_title", "season_title", f"hours_viewed_first_{days}_days")
    return ("TV (English)", rank, show, season, hours), header


def test_a_list_over_91_days_restates_nothing_of_that_over_28(take):
    from clapometer.signals.alltime import all_time_of

    for days, hours in ((28, 1000), (91, 3000), (91, 3100)):
        row, header = popular(days, hours=hours)
        outcome = take(row, columns=header)
    assert (outcome.charts, outcome.restated) == (0, 1)
    works = list(Work.objects.values_list("id", flat=True))
    assert [(line.days, line.rank, line.hours) for line in all_time_of(works)] == [
        (28, 1, 1000), (91, 1, 3100),
    ]  # fmt: skip


def test_a_list_of_all_time_counts_from_when_it_was_learned(take):
    from clapometer.signals.alltime import all_time_of

    row, header = popular(28)
    take(row, columns=header)
    work = Work.objects.get(kind="season").id
    learned = list(read_entries())[-1].recorded_at
    assert all_time_of([work], at=1) == all_time_of([work], known=1) == []
    assert len(all_time_of([work], at=learned, known=learned)) == 1
