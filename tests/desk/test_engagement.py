"""Half-yearly reports taken in: hours and views become counters. All of it is made up."""

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.counterfiles import preview_counters, run_counters
from clapometer.desk.engagement import read_engagement_file
from clapometer.desk.undoing import undo_import
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.readers.problems import FileRefused
from clapometer.signals.counters import counters_of

pytestmark = pytest.mark.django_db
FIRST = "title,available_globally,release_date,hours_viewed\n"
LATER = "Title,Available Globally?,Release Date,Hours Viewed,Runtime,Views\n"


@pytest.fixture
def write(tmp_path):
    def write(*rows, header=FIRST, name="engagement_2023H1.csv"):
        path = tmp_path / name
        path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def take(write):
    return lambda *rows, **more: run_counters(read_engagement_file(write(*rows, **more)))


def told(*works):
    return [
        (one.measure.name, one.of, [(point.as_of, point.digits) for point in one.points])
        for one in counters_of([work.id for work in works])
    ]


def test_titles_become_works_with_counters_of_the_half_year(take):
    outcome = take("Salt Road: Season 1,Yes,,812100000", "Tide,No,,400000")
    assert (outcome.rows, outcome.taken.told, outcome.works) == (2, 2, 3)
    season = Work.objects.get(kind="season")
    assert (season.parent.title, season.number) == ("Salt Road", 1)
    hours = ("netflix-engagement-hours", "Salt Road: Season 1", [("2023-06-30", 812_100_000)])
    assert told(season) == [hours]


def test_the_next_report_adds_to_the_counters_and_brings_views(take):
    take("Tide,Yes,,100000")
    row = "Tide,Yes,,200000,2:00,100000"
    take(row, header=LATER, name="What_We_Watched_2023Jul-Dec.csv")
    film = Work.objects.get(kind="film")
    assert told(film) == [
        ("netflix-engagement-hours", "Tide", [("2023-06-30", 100_000), ("2023-12-31", 200_000)]),
        ("netflix-engagement-views", "Tide", [("2023-12-31", 100_000)]),
    ]


def test_the_same_report_again_writes_nothing(take):
    rows = ["Salt Road: Season 1,Yes,,5", "Tide (2016),No,,4", "Salt Road: Part 2,Yes,,3"]
    take(*rows)
    before = head()
    again = take(*rows)
    assert (again.import_id, again.taken.unchanged, head()) == (None, 3, before)


def test_a_film_with_its_year_is_the_film_of_that_year(take):
    with writing("test") as writer:
        drafts = [work_added(kind="film", title="Tide", year=year) for year in (1999, 2016)]
        (_, later) = [one.seq for one in writer.append(drafts)]
    outcome = take("Tide (2016),Yes,,5")
    assert outcome.works == 0
    assert len(told(Work.objects.get(id=later))) == 1


def test_a_part_is_a_season_only_of_a_known_series(take):
    take("Salt Road: Season 1,Yes,,5", "Salt Road: Part 2,Yes,,4", "Tide: Part 2,Yes,,3")
    assert Work.objects.filter(kind="season").count() == 2
    assert Work.objects.get(kind="film").title == "Tide: Part 2"


def test_titles_that_cannot_be_told_apart_are_refused(take):
    outcome = take("Noise // Bruit,Yes,,5", "NOISE // Lärm,Yes,,4", "Tide,Yes,,3")
    assert (outcome.taken.told, outcome.refused) == (1, 2)
    assert "a person has to say which is which" in outcome.refusals[0].sentence


def test_an_ambiguous_title_is_left_to_a_person(take):
    with writing("test") as writer:
        writer.append([work_added(kind="film", title="Tide", year=year) for year in (1999, 2016)])
    outcome = take("Tide,Yes,,5")
    assert (outcome.taken.told, outcome.refused) == (0, 1)
    assert "Tide (1999)" in outcome.refusals[0].sentence


def test_a_preview_writes_nothing(write):
    before = head()
    seen = preview_counters(read_engagement_file(write("Salt Road: Season 1,Yes,,5")))
    assert (seen.taken.told, seen.works, head()) == (1, 2, before)


def test_a_file_whose_name_tells_no_half_year_is_refused(write):
    with pytest.raises(FileRefused, match="of which half-year"):
        read_engagement_file(write("Tide,Yes,,5", name="report.csv"))


def test_undo_takes_the_report_back_with_its_works_and_it_can_be_taken_in_again(take):
    outcome = take("Salt Road: Season 1,Yes,,5", "Tide (2016),Yes,,4")
    undo_import(outcome.import_id)
    assert not Work.objects.exists()
    again = take("Salt Road: Season 1,Yes,,5", "Tide (2016),Yes,,4")
    assert (again.taken.told, again.works) == (2, 3)


@pytest.mark.realdata
def test_nearly_every_title_of_the_real_report_has_one_work(realdata):
    path = realdata / "netflix-top10" / "engagement_2023H1.csv.gz"
    seen = preview_counters(read_engagement_file(path))
    assert seen.rows == 9_107
    assert seen.taken.told == seen.rows - seen.refused
    assert seen.refused < 30
