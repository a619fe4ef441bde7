"""Works: identifiers, title, year and kind of each row."""

from __future__ import annotations

import pytest

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
