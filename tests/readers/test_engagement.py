"""Half-yearly reports, in their forms. All titles and numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.engagement import HalfYear, half_year, read_engagement, split_season
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import open_table

FIRST = "title,available_globally,release_date,hours_viewed\n"
LATER = "Title,Available Globally?,Release Date,Hours Viewed,Runtime,Views\n"


@pytest.fixture
def read(tmp_path):
    def read(text, name="engagement_2023H1.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return list(read_engagement(open_table(path)))

    return read


def test_the_first_form_has_hours(read):
    (season, film) = read(
        FIRST + "Salt Road: Season 1 // Salzweg: Staffel 1,Yes,2023-03-23,812100000\n"
        "Tide (2016),No,,400000\n"
    )
    assert (season.show, season.season, season.hours) == ("Salt Road", "Season 1", 812_100_000)
    assert (season.title, season.views) == ("Salt Road: Season 1", None)
    assert (film.title, film.season) == ("Tide (2016)", "")


def test_the_later_form_has_views_and_runtime(read):
    (one,) = read(LATER + 'Salt Road: Season 2,Yes,2024-01-11,"144,800,000",5:29,"26,400,000"\n')
    assert (one.hours, one.views, one.runtime) == (144_800_000, 26_400_000, 54_833)


def test_a_row_without_a_number_or_a_title_is_refused(read):
    rows = read(FIRST + "Tide,Yes,,\n,Yes,,5\nTide,Yes,,many\n")
    assert [one.code for one in rows if isinstance(one, Refusal)] == [
        "unreadable_number", "no_name", "unreadable_number",
    ]  # fmt: skip


def test_a_table_of_another_kind_is_refused(read):
    with pytest.raises(FileRefused):
        read("title,critic,verdict\nTide,A,fresh\n")


@pytest.mark.parametrize(
    ("name", "half"),
    [
        ("engagement_2023H1.csv.gz", HalfYear(2023, 1)),
        ("2024-h2.csv", HalfYear(2024, 2)),
        ("What_We_Watched_A_Netflix_Engagement_Report_2023Jan-Jun.csv", HalfYear(2023, 1)),
        ("What We Watched 2024Jul-Dec.csv", HalfYear(2024, 2)),
        ("July-December 2025.csv", HalfYear(2025, 2)),
        ("january_to_june_2026.csv", HalfYear(2026, 1)),
        ("engagement.csv", None),
        ("engagement_2023.csv", None),
        ("12023H1.csv", None),
    ],
)
def test_the_half_year_stands_in_the_files_name(name, half):
    assert half_year(name) == half


def test_a_half_year_ends_in_june_or_december():
    assert HalfYear(2023, 1).last == date(2023, 6, 30)
    assert HalfYear(2023, 2).last == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Salt Road: Season 1", ("Salt Road", "Season 1", False)),
        ("Salt Road: Limited Series", ("Salt Road", "Limited Series", False)),
        ("Salt: The Road: Season 2: North", ("Salt: The Road", "Season 2: North", False)),
        ("Salt Road: Part 2", ("Salt Road", "Part 2", True)),
        ("Salt Road: Season of Storms", ("Salt Road: Season of Storms", "", False)),
        ("Salt: A Road Story", ("Salt: A Road Story", "", False)),
    ],
)
def test_seasons_are_told_from_titles(title, told):
    assert split_season(title) == told


# Whatever the name: a half-year comes out or none, and splitting a title loses nothing of it.
@given(st.text(max_size=40))
def test_any_name_and_title_is_read(text):
    found = half_year(text)
    assert found is None or found.half in (1, 2)
    show, season, _ = split_season(text)
    assert text == (f"{show}: {season}" if season else show)
