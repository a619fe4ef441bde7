"""Charts of the most watched, in all their forms. Titles and numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.charts import FORMS, form_of, read_charts
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import open_table

FIRST = (
    "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed"
    "\tcumulative_weeks_in_top_10"
)
STAGGERED = (
    "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed\truntime"
    "\tweekly_views\tcumulative_weeks_in_top_10\tis_staggered_launch\tepisode_launch_details"
)
COUNTRIES = (
    "country_name\tcountry_iso2\tweek\tcategory\tweekly_rank\tshow_title\tseason_title"
    "\tcumulative_weeks_in_top_10"
)


@pytest.fixture
def read(tmp_path):
    def read(text, name="charts.tsv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return list(read_charts(open_table(path)))

    return read


def test_the_first_form_has_hours_and_no_views(read):
    line = f"{FIRST}\n2022-05-01\tTV (English)\t5\tSalt Road\tSalt Road: Season 1\t23940000\t2\n"
    (placing,) = read(line)
    assert placing.form == "global"
    assert (placing.week, placing.category, placing.rank) == (date(2022, 5, 1), "TV (English)", 5)
    assert (placing.show, placing.season) == ("Salt Road", "Salt Road: Season 1")
    assert (placing.hours, placing.views, placing.runtime, placing.weeks) == (
        23_940_000,
        None,
        None,
        2,
    )
    assert placing.staggered is None


def test_views_and_runtime_are_taken_as_published(read):
    details = '"[{""episodesLaunched"":6,""countryList"":[""AR"",""CL""]}]"'
    rows = [
        "2023-12-17\tTV (Non-English)\t2\tSalz\tSalz: Staffel 1\t33600000\t0\t4200000\t4\ttrue\t"
        + details,
        "2023-12-17\tFilms (English)\t1\tThe Tide\tN/A\t106200000\t2.3667\t44900001\t2\tfalse\t",
    ]
    parted, film = read("\n".join([STAGGERED, *rows]))
    # A runtime of 0 was not known, and views are never worked out from hours and runtime.
    assert (parted.runtime, parted.views, parted.staggered) == (None, 4_200_000, True)
    assert (film.runtime, film.views, film.season, film.staggered) == (
        23_667,
        44_900_001,
        "",
        False,
    )


@pytest.mark.parametrize(("runtime", "read_as"), [("1:58", 19_667), ("2:00", 20_000), ("2", 20_000),
                                                  ("0.25", 2_500), ("", None)])  # fmt: skip
def test_a_runtime_is_in_ten_thousandths_of_an_hour(read, runtime, read_as):
    rows = (
        f"2024-06-30\tFilms (English)\t1\tThe Tide\tN/A\t1,000,000\t{runtime}\t500000\t1\tfalse\t"
    )
    (placing,) = read(f"{STAGGERED}\n{rows}")
    assert (placing.runtime, placing.hours) == (read_as, 1_000_000)


def test_columns_that_are_new_do_no_harm(read):
    header = FIRST.replace("weekly_hours_viewed", "weekly_hours_viewed\tshow_id\tposter")
    row = "2025-07-06\tTV (English)\t5\tSalt Road\tSalt Road: Season 1\t100\t81\thttps://e.x/p\t2"
    (placing,) = read(f"{header}\n{row}\n")
    assert (placing.hours, placing.weeks) == (100, 2)


def test_country_lists_tell_the_country(read):
    (placing,) = read(f"{COUNTRIES}\nArgentina\tAR\t2021-11-14\tFilms (English)\t1\tTide\tN/A\t1\n")
    assert (placing.form, placing.territory, placing.hours) == ("countries", "AR", None)


@pytest.mark.parametrize(
    ("columns", "days", "views"),
    [
        ("hours_viewed_first_28_days", 28, None),
        ("hours_viewed_first_91_days\truntime\tviews_first_91_days", 91, 50),
    ],
)
def test_the_most_popular_say_over_how_many_first_days(read, columns, days, views):
    header = f"category\trank\tshow_title\tseason_title\t{columns}"
    numbers = "100\t2.0\t50" if "views" in columns else "100"
    (placing,) = read(f"{header}\nTV (English)\t1\tSalt Road\tSalt Road: Season 1\t{numbers}\n")
    assert (placing.form, placing.week, placing.hours) == ("most-popular", None, 100)
    assert (placing.days, placing.views) == (days, views)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("2022-05-02\tTV\t5\tA\tB\t1\t2", "named by the Sunday"),
        ("someday\tTV\t5\tA\tB\t1\t2", "no date"),
        ("2022-05-01\tTV\tfirst\tA\tB\t1\t2", "no whole number of rank"),
        ("2022-05-01\tTV\t0\tA\tB\t1\t2", "no place in a list"),
        ("2022-05-01\tTV\t1\t\tB\t1\t2", "neither an identifier nor a title"),
        ("2022-05-01\tTV\t1\tA\tB\tmany\t2", "no whole number of hours"),
        ("2022-05-01\tTV\t1\tA\tB\t-5\t2", "no whole number of hours"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_and_the_rest_goes_on(read, row, says):
    good = "2022-05-01\tTV\t2\tA\tB\t1\t2"
    refused, placing = read(f"{FIRST}\n{row}\n{good}\n")
    assert isinstance(refused, Refusal)
    assert says in refused.sentence
    assert placing.rank == 2


@pytest.mark.parametrize("text", ["null", '<a href="x">Moved Permanently</a>.\n', ""])
def test_error_pages_are_refused_in_one_sentence(read, text):
    with pytest.raises(FileRefused) as refused:
        read(text)
    assert refused.value.sentence.endswith(".")


def test_another_table_is_refused_with_the_forms_there_are(read):
    with pytest.raises(FileRefused, match="known lists have") as refused:
        read("film\tcritic\nA\tB\n")
    assert refused.value.code == "no_chart"


def test_every_form_is_known_by_its_own_columns():
    for form in FORMS:
        assert form_of(sorted(form.columns)) is form
    assert form_of(["title", "grade"]) is None


# Whatever stands in the cells, a line is read or refused, and nothing else happens.
@given(st.lists(st.text(max_size=40), min_size=7, max_size=7))
def test_any_cells_are_read_or_refused(cells):
    from clapometer.readers.charts import _Reader
    from clapometer.readers.problems import CellRefused

    reader = _Reader(FORMS[1], FIRST.split("\t"))
    try:
        placing = reader.placing(1, cells)
    except CellRefused:
        return
    assert placing.show
    assert placing.week
    assert placing.week.isoweekday() == 7
