"""Reviews: each row a record, or a refusal that says why not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import orjson
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import from_datetime
from clapometer.readers import cache
from clapometer.readers.guess import guess
from clapometer.readers.mapping import Mapping
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal, ReviewRecord
from clapometer.readers.reviews import read_reviews
from clapometer.readers.tables import open_table

HEADER = "movie_id,title,year,kind,critic,outlet,review_id,verdict,grade,date,top_critic,link,quote"
FULL = (
    "tt0000000,Made-Up (1995),,movie,A. Critic,Made-Up Times,r1,fresh,3½/4,2018-11-10,1,"
    "https://example.org/1,Fine."
)


def read(write, *rows: str, header: str = HEADER, pairs=(), tz=UTC):
    table = open_table(write("\n".join((header, *rows)).encode()))
    mapping = guess(table.columns, table.sample).override(*pairs)
    return list(read_reviews(table, mapping, tz)), table


def one(write, row: str, header: str = HEADER, pairs=(), tz=UTC) -> ReviewRecord:
    [record], _ = read(write, row, header=header, pairs=pairs, tz=tz)
    assert isinstance(record, ReviewRecord), record
    return record


def test_a_full_row(write):
    assert one(write, FULL) == ReviewRecord(
        row=1,
        work="imdb:tt0000000",
        title="Made-Up",
        year=1995,
        kind="film",
        critic="A. Critic",
        outlet="Made-Up Times",
        source_id="r1",
        positive=True,
        verdict_by="reported",
        grade="3½/4",
        happened_at=from_datetime(datetime(2018, 11, 10, tzinfo=UTC)),
        dated="day",
        top=True,
        link="https://example.org/1",
        quote="Fine.",
    )


@pytest.mark.parametrize(
    ("cell", "only"),
    [("yes", True), ("First episodes only", True), ("first_episodes", True), ("", False),
     ("no", False), ("Full season", False)],
)  # fmt: skip
def test_a_review_may_judge_the_first_episodes_only(write, cell, only):
    assert one(write, f"{FULL},{cell}", f"{HEADER},firstEpisodesOnly").first_episodes is only


def test_a_day_starts_in_the_sites_time_zone(write):
    record = one(write, FULL, tz=ZoneInfo("Europe/Berlin"))
    assert record.happened_at == from_datetime(datetime(2018, 11, 9, 23, tzinfo=UTC))


def test_a_row_needs_no_more_than_work_reviewer_and_opinion(write):
    record = one(write, "Made-Up,A,3/5", header="title,critic,grade")
    assert record == ReviewRecord(
        1, "", "Made-Up", None, "", "A", "", "", None, "", "3/5", None, "unknown", False, "", ""
    )


@pytest.mark.parametrize("verdict", ["", "mixed"])
def test_a_review_without_verdict_or_grade_is_kept_and_said(write, verdict):
    found, table = read(write, f"1,,,,A,B,r,{verdict},,,,,")
    assert [(one.positive, one.grade, one.verdict_by) for one in found] == [(None, "", "")]
    assert table.remarks[0].startswith(
        "1 reviews have neither a verdict nor a grade; they are kept"
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",,,,A,B,r,fresh,,,,,", "no_work"),
        ("1,,,,,,r,fresh,,,,,", "no_reviewer"),
        ("1,,,,NaN,-,r,fresh,,,,,", "no_reviewer"),
        ("1,,,,A,B,r,meh,3/5,,,,", "unreadable_verdict"),
        ("1,,,,A,B,r,fresh,,soon,,,", "unreadable_date"),
        ("1,,,,A,B,r,fresh,,1/2/2018,,,", "ambiguous_date"),
        ("1,,,,A,B,r,fresh,,,maybe,,", "unreadable_top"),
        ("1,,,,A,B,r,fresh,,,,,,half of it", "unreadable_first_episodes"),
        ("x" * 201 + ",,,,A,B,r,fresh,,,,,", "work_too_long"),
        ("1,A,fresh", "wrong_cells"),
    ],
)
def test_refused_rows_say_why_and_the_rest_goes_on(write, row, code):
    header, full = HEADER, FULL
    if code == "unreadable_first_episodes":
        header, full = f"{HEADER},first_episodes", f"{FULL},yes"
    found, _ = read(write, full, row, full, header=header)
    assert [type(item) for item in found] == [ReviewRecord, Refusal, ReviewRecord]
    assert (found[1].row, found[1].code) == (2, code)
    assert found[1].sentence.endswith(".")
    assert found[1].raw["movie_id"] == row.split(",")[0]


def test_the_refused_row_is_shown_as_it_stood(write):
    found, _ = read(write, " Made-Up ,A,meh", header="title,critic,verdict")
    assert found == [
        Refusal(
            1,
            "unreadable_verdict",
            "“meh” is no known word for a verdict, positive or negative.",
            {"title": " Made-Up ", "critic": "A", "verdict": "meh"},
        )
    ]


def test_a_column_of_titles_stays_titles_whatever_it_is_mapped_to(write):
    rows = ["Made-Up Two (1995),A,1", "Solo,A,1"]
    pairs = [("work", "movie")]
    found, _ = read(write, *rows, header="movie,critic,fresh", pairs=pairs)
    assert [(r.work, r.title, r.year) for r in found] == [
        ("", "Made-Up Two", 1995),
        ("", "Solo", None),
    ]
    rows = ["made_up_two,A,1", "solo,A,1"]
    found, _ = read(write, *rows, header="movie,critic,fresh", pairs=pairs)
    assert [(r.work, r.title) for r in found] == [("file:made_up_two", ""), ("file:solo", "")]


def test_a_prefix_makes_identifiers_of_any_text(write):
    pairs = [("work", "movie"), ("prefix", "rt:m/")]
    assert one(write, "made_up_two,A,1", header="movie,critic,fresh", pairs=pairs).work == (
        "rt:m/made_up_two"
    )


def test_a_year_of_its_own_goes_before_the_year_in_the_title(write):
    record = one(write, "Made-Up (1995),2001,A,1", header="title,year,critic,fresh")
    assert (record.title, record.year) == ("Made-Up", 2001)


def test_what_is_dropped_or_cut_is_said(write):
    row = "1,Made-Up,20xx,opera,A,B,{},1,,,,ftp://x," + "q" * 6_000
    long = "1,Made-Up,,," + "A" * 201 + ",B," + "r" * 300 + ",1,,,,,"
    pairs = [("link", "link"), ("work_year", "year"), ("work_kind", "kind")]
    found, table = read(write, row.format("r1"), row.format("r2"), long, pairs=pairs)
    assert [(r.year, r.kind, r.link, len(r.quote)) for r in found[:2]] == [
        (None, "", "", 5_000)
    ] * 2
    assert (len(found[2].critic), len(found[2].source_id)) == (200, 200)
    assert set(table.remarks) == {
        "4 texts were too long and were cut, the first one begins “" + "q" * 59 + "…”.",
        (
            "2 links were left out, because only http and https addresses of up to 2,000 "
            "characters are kept, for example “ftp://x”."
        ),
        "2 years could not be read and were left out, for example “20xx”.",
        "2 kinds of work are unknown words and were left out, for example “opera”.",
    }


def test_texts_are_cleaned(write):
    record = one(
        write, 'Made-Up,"  A.\n\tCritic\x07 ","so  so",3/5', header="title,critic,quote,grade"
    )
    assert (record.critic, record.quote) == ("A. Critic", "so so")


def test_a_mapping_that_does_not_fit_is_refused_at_once(write):
    table = open_table(write(b"title,critic\nMade-Up,A\n"))
    with pytest.raises(FileRefused) as caught:
        read_reviews(table, guess(table.columns, table.sample), UTC)
    assert caught.value.code == "columns_missing"


def test_memory_of_conversions_is_bounded(monkeypatch):
    monkeypatch.setattr(cache, "CACHE_LIMIT", 3)
    seen = []

    def convert(text: str) -> str:
        seen.append(text)
        return text.upper()

    cached = cache.Cached(convert)
    assert [cached[text] for text in ("a", "b", "a", "c", "d", "a")] == list("ABACDA")
    assert seen == ["a", "b", "c", "d", "a"]
    assert cached["x" * 300] == "X" * 300
    assert "x" * 300 not in cached


def test_typed_columns_of_parquet_are_read_like_text(tmp_path):
    path = tmp_path / "reviews.parquet"
    day, seen = date(2018, 11, 10), datetime(2018, 11, 10, 14, 30, tzinfo=UTC)
    columns = {
        "movie_title": ["Made-Up"] * 3,
        "release_year": pyarrow.array([1995.0, None, 2001.0]),
        "critic": pyarrow.array(["A", "B", "A"]).dictionary_encode(),
        "fresh": [True, False, None],
        "stars": [4.5, None, 3.0],
        "top_critic": [True, None, False],
        "published": pyarrow.array([seen, None, seen], pyarrow.timestamp("ns", "UTC")),
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    table = open_table(path)
    records = list(read_reviews(table, guess(table.columns, table.sample), UTC))
    assert [(r.year, r.critic, r.positive, r.grade, r.top) for r in records] == [
        (1995, "A", True, "4.5", True),
        (None, "B", False, "", False),
        (2001, "A", None, "3", False),
    ]
    assert [(r.happened_at, r.dated) for r in records] == [
        (from_datetime(seen), "instant"),
        (None, "unknown"),
        (from_datetime(seen), "instant"),
    ]
    pyarrow.parquet.write_table(pyarrow.table(columns | {"published": [day] * 3}), path)
    table = open_table(path)
    dated = {r.dated for r in read_reviews(table, guess(table.columns, table.sample), UTC)}
    assert dated == {"day"}


def test_objects_of_json_lines_are_guessed_by_their_joined_names(write):
    line = '{"movie": {"title": "Made-Up", "year": 1995}, "critic": {"name": "A"}, "rating": "B+"}'
    table = open_table(write(f"{line}\nbroken\n{line}\n".encode()))
    found = list(read_reviews(table, guess(table.columns, table.sample), UTC))
    assert [(r.title, r.year, r.critic, r.grade) for r in (found[0], found[2])] == [
        ("Made-Up", 1995, "A", "B+")
    ] * 2
    assert (found[1].row, found[1].code) == (2, "broken_json")


# Invariant: every row of a table gives exactly one record or refusal, in order, and every refusal
# keeps the row as it stood, whatever the cells hold.
@given(
    st.lists(
        st.tuples(*[st.text(max_size=12) | st.sampled_from(["fresh", "2018-11-10", "1"])] * 6),
        max_size=12,
    )
)
def test_every_row_is_accounted_for(tmp_path_factory, cells):
    path = tmp_path_factory.getbasetemp() / "accounted.jsonl"
    names = ("title", "critic", "verdict", "grade", "date", "top_critic")
    rows = [("Made-Up", "A", "fresh", "3/5", "2018-11-10", "1"), *cells]
    lines = (orjson.dumps(dict(zip(names, row, strict=True)), default=str) for row in rows)
    path.write_bytes(b"\n".join(lines))
    table = open_table(path)
    stated = Mapping(table.columns, ()).override(
        ("work_title", "title"), ("top", "top_critic"), *((name, name) for name in names[1:5])
    )
    found = list(read_reviews(table, stated, UTC))
    assert [item.row for item in found] == list(range(1, len(rows) + 1))
    for item, row in zip(found, rows, strict=True):
        if isinstance(item, Refusal):
            assert tuple(item.raw.values()) == row
        else:
            assert item.title
            assert item.critic
            assert bool(item.verdict_by) == (item.positive is not None)
