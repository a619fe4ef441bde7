"""Works: identifiers, title, year and kind of each row."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from clapometer.instants import parse_instant
from clapometer.readers.fields import WORK_FIELDS
from clapometer.readers.guess import guess
from clapometer.readers.problems import FileRefused
from clapometer.readers.profiles import profile
from clapometer.readers.records import Refusal, WorkRecord
from clapometer.readers.tables import open_table
from clapometer.readers.works import read_works


def test_the_profile_gives_both_identifiers(write):
    path = write(
        b"movieId,movieTitle,movieYear,movieURL\n"
        b"abc-1,Made-Up 2,2018,https://www.rottentomatoes.com/m/made_up_2\n",
        "movies.csv",
    )
    assert list(read_works(path, profile("critics-complete"))) == [
        WorkRecord(1, ("rt-id:abc-1", "rt:m/made_up_2"), "Made-Up 2", 2018, "film", "", "", None)
    ]


def test_a_table_without_titles_gives_identifiers(write):
    path = write(b"id\tgenre\n7\tDrama\n\tComedy\n")
    found = list(read_works(path, profile("critics-flatiron")))
    assert found[0] == WorkRecord(1, ("flatiron:7",), "", None, "film", "", "", None)
    assert isinstance(found[1], Refusal)
    assert (found[1].row, found[1].code) == (2, "no_name")


def test_without_a_profile_the_columns_are_guessed(write):
    path = write(
        b'{"wikidata_id": "Q42", "imdb_id": "tt0000000", "label": "Made-Up", "year": 1995}\n'
        b'{"wikidata_id": "Q43", "imdb_id": 12, "label": "Other (1996)", "rt_id": "m/other"}\n'
    )
    assert [record[1:5] for record in read_works(path)] == [
        (("imdb:tt0000000", "wikidata:Q42"), "Made-Up", 1995, ""),
        (("rt:m/other", "imdb:tt0000012", "wikidata:Q43"), "Other", 1996, ""),
    ]


def test_seasons_name_their_series_and_their_number(write):
    path = write(
        b"id,title,kind,parent_id,season_number,release\n"
        b"s,Made-Up Show,tvSeries,,,\ns1,Season 1,season,s,1.0,\nf,Made-Up Film,movie,,,wide\n"
    )
    assert [(r.kind, r.parent, r.number, r.release) for r in read_works(path)] == [
        ("series", "", None, ""),
        ("season", "file:s", 1, ""),
        ("film", "", None, "wide"),
    ]


def test_what_is_dropped_is_said(write):
    header = ("id", "imdb_id", "title", "year", "kind", "number", "release")
    row = ("1", "nonsense", "Made-Up" * 60, "20xx", "opera", "many", "some")
    table = open_table(write(",".join(header).encode() + b"\n" + ",".join(row).encode()))
    fields = ("identifier", "imdb", "title", "year", "kind", "number", "release")
    stated = guess(header, [], WORK_FIELDS).override(*zip(fields, header, strict=True))
    [record] = read_works(table, mapping=stated)
    assert record == WorkRecord(1, ("file:1",), ("Made-Up" * 60)[:300], None, "", "", "", None)
    assert [remark.rpartition(", ")[2] for remark in table.remarks] == [
        "for example “nonsense”.",
        "the first one begins “" + ("Made-Up" * 9)[:59] + "…”.",
        "for example “20xx”.",
        "for example “opera”.",
        "for example “some”.",
        "for example “many”.",
    ]


def test_a_file_without_names_of_works_is_refused_at_once(write):
    with pytest.raises(FileRefused) as caught:
        read_works(write(b"colour,size\nred,3\n"))
    assert caught.value.code == "columns_missing"


def instant(text):
    return parse_instant(text, UTC)


@pytest.mark.parametrize(
    ("header", "cell", "released", "year"),
    [
        ("release_date", "2018-11-10", "2018-11-09T23:00Z", 2018),
        ("releaseDateTheaters", "Nov 10, 2018", "2018-11-09T23:00Z", 2018),
        ("premiered", "2018-11-10T20:00:00Z", "2018-11-10T20:00Z", 2018),
        ("theater_date", "2019-01-01", "2018-12-31T23:00Z", 2019),
    ],
)
def test_a_day_of_release_starts_in_the_sites_time_zone(write, header, cell, released, year):
    path = write(f"id\ttitle\t{header}\n1\tMade-Up\t{cell}\n".encode())
    [record] = read_works(path, tz=ZoneInfo("Europe/Paris"))
    assert (record.released, record.year) == (instant(released), year)


def test_a_year_of_its_own_goes_before_that_of_the_release(write):
    path = write(b"id,title,year,release_date\n1,Made-Up,2017,2018-11-10\n")
    [record] = read_works(path)
    assert (record.released, record.year) == (instant("2018-11-10T00:00Z"), 2017)


def test_a_release_that_is_a_year_alone_is_the_year(write):
    [record] = read_works(write(b"id,title,release_date\n1,Made-Up,2018\n"))
    assert (record.released, record.year) == (None, 2018)


def test_a_placeholder_for_an_unknown_day_still_has_its_year(write):
    [record] = read_works(write(b"id,title,release_date\n1,Made-Up,2000-01-01\n"))
    assert (record.released, record.year) == (None, 2000)


def test_days_of_something_else_are_no_release(write):
    [record] = read_works(write(b"id,title,last_change\n1,Made-Up,2018-11-10\n"))
    assert (record.released, record.year) == (None, None)


@pytest.mark.parametrize("cell", ["soon", "10/11/2018", "9999-12-31T23:59:59Z", "0001-01-01"])
def test_a_release_that_cannot_be_is_left_out_and_said(write, cell):
    path = write(f"id,title,year,released\n1,Made-Up,2018,{cell}\n2,B,2018,1999-02-01\n".encode())
    table = open_table(path)
    mapping = guess(table.columns, table.sample, WORK_FIELDS).override(("released", "released"))
    first, second = read_works(table, mapping=mapping)
    assert (first.released, first.year) == (None, 2018)
    assert second.released == instant("1999-02-01T00:00Z")
    assert table.remarks[0].endswith(f"for example “{cell}”.")
