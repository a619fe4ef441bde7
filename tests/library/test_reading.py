"""Files of reviews in any layout become tables of events; printed scores are reconciled."""

from __future__ import annotations

import csv
from datetime import date

import pytest

import clapometer as clap

HEADER = (
    "movieId,reviewId,criticName,publicationName,creationDate,reviewState,originalScore,"
    "isTopCritic,reviewUrl,quote\n"
)
MADE_UP = HEADER + (
    "b1,r1,Ada Made-Up,The Hive,2024-03-01,fresh,4/5,True,,\n"
    "b1,r2,,The Comb,2024-03-02,rotten,C-,False,,\n"
    "b1,r3,,The Comb,2024-03-02,rotten,C-,False,,\n"
    "b1,r4,Ada Made-Up,The Hive,2024-03-05,rotten,7,True,,\n"
    "b1,r5,Bo Made-Up,The Comb,2000-01-01,fresh,,False,,\n"
    "b1,r6,Cy Made-Up,The Comb,2999-01-01,fresh,,False,,\n"
    ",r7,Di Made-Up,The Comb,2024-03-01,fresh,,False,,\n"
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "critic_reviews.csv"
    path.write_text(MADE_UP, encoding="utf-8")
    return path


def test_a_known_layout_by_hand(file):
    found = clap.read_reviews(file, recorded_at="2024-06-30")
    rows = found.to_pylist()
    assert [row["row"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0]["work"] == "rt-id:b1"
    assert rows[0]["reviewer"] == rows[3]["reviewer"] == "Ada Made-Up | The Hive"
    # Two reviews without a name in one outlet are by two people.
    assert rows[1]["reviewer"] != rows[2]["reviewer"] and rows[1]["critic"] is None
    assert [row["grade"] for row in rows] == [8000, 4167, 4167, None, None]
    assert dict(found.unread) == {"needs_scale": 1}
    # 1 January 2000 stands for an unknown day: the review counts from when it was learned of.
    assert rows[4]["happened_at"] is None
    assert [(one.row, one.code) for one in found.refused] == [(6, "future_date"), (7, "no_work")]
    assert "2 rows refused" in repr(found)
    score = clap.score(found, "rotten-tomatoes-2020")
    assert (score.positive, score.count) == (1, 4)
    assert clap.score(found, "rotten-tomatoes-2020", at="2024-03-03").positive == 1


def test_a_scale_reads_what_states_none(file):
    found = clap.read_reviews(file, scale="of-10", recorded_at="2024-06-30")
    assert found.to_pylist()[3]["grade"] == 7000 and not found.unread


def test_own_columns_are_mapped(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text("Thing\tWho\tSaid\tOn\nMade-up Bees (2023)\tAda\tyes\t03/04/2024\n")
    columns = {"work_title": "Thing", "critic": "Who", "verdict": "Said", "date": "On",
               "date_order": "day-first"}  # fmt: skip
    (row,) = clap.read_reviews(path, map=columns).to_pylist()
    assert row["work"] == "Made-up Bees (2023)" and row["positive"] is True
    assert row["happened_at"].date() == date(2024, 4, 3)


def test_any_table_may_be_given_as_its_path(file):
    assert clap.score(file, "rotten-tomatoes-2020").count == 4
    assert clap.history(file).works == ("rt-id:b1",)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"profile": "none-such"}, "is no profile"),
        ({"map": {"colour": "film"}}, "“colour” is no field"),
        ({"time_zone": "Mars/Base"}, "“Mars/Base” is no time zone"),
        ({"profile": "nowhere.toml"}, "nowhere.toml cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused(file, arguments, sentence):
    with pytest.raises(clap.Refused, match=sentence):
        clap.read_reviews(file, **arguments)


def test_what_is_no_table_is_refused(tmp_path):
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(clap.Refused, match="empty"):
        clap.read_reviews(tmp_path / "empty.csv")
    with pytest.raises(clap.Refused, match="does not exist"):
        clap.read_reviews(tmp_path / "nowhere.csv")


def made_up_frames():
    import io

    import pandas
    import polars

    yield pandas.read_csv(io.StringIO(MADE_UP))
    yield polars.read_csv(io.StringIO(MADE_UP), infer_schema=False)
    yield list(csv.DictReader(io.StringIO(MADE_UP)))


def test_a_table_of_any_maker_says_what_its_file_says(file):
    told = clap.read_reviews(file, recorded_at="2024-06-30")
    for frame in made_up_frames():
        found = clap.read_reviews(frame, recorded_at="2024-06-30")
        assert found.table.equals(told.table)
        assert [one.code for one in found.refused] == [one.code for one in told.refused]


def test_a_table_without_what_is_needed_is_refused():
    with pytest.raises(clap.Refused, match="the table"):
        clap.read_reviews([{"colour": "red"}])
    with pytest.raises(clap.Refused, match="must be a table"):
        clap.read_reviews(7)


PRINTED = [("2024-03-01", 100, 9), ("2024-03-02", 90, 10), ("2024-03-03", 95, 9)]


def test_printed_scores_are_reconciled_from_tables_and_files(tmp_path):
    rows = [
        {"day": date.fromisoformat(d), "score": s, "n": n, "work": "Bees"} for d, s, n in PRINTED
    ]
    found = clap.reconcile(rows, names={"date": "day", "count": "n"})
    assert found.table["verdict"].to_pylist() == ["first", "grown", "impossible"]
    assert found.explained == 2 and list(found.works) == ["Bees"]
    path = tmp_path / "printed.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("date", "score", "count"), *PRINTED])
    same = clap.reconcile(path)
    assert same.table["verdict"].to_pylist() == found.table["verdict"].to_pylist()
    assert repr(same).startswith("3 days, 2 explained")


@pytest.mark.parametrize(
    ("rows", "rule", "sentence"),
    [
        ([{"date": "2024-03-01", "score": 3}], "clapometer", "no column 'count'"),
        ([{"date": "2024-03-01", "score": "x", "count": 3}], "clapometer", "Row 0"),
        ([{"date": "2024-03-01", "score": 3, "count": 3}], "opencritic", "prints a mean of grades"),
    ],
)
def test_what_cannot_be_reconciled_is_refused(rows, rule, sentence):
    with pytest.raises(clap.Refused, match=sentence):
        clap.reconcile(rows, rule)
