"""Lines are bounded and decoded one by one, so that one byte does not spoil a file."""

from __future__ import annotations

import gzip
import os

import pytest

from clapometer.readers.lines import LINE_LIMIT, latin_1
from clapometer.readers.problems import FileRefused
from clapometer.readers.tables import open_table


def test_a_latin_1_byte_late_in_a_utf_8_file_costs_nothing(write):
    lines = ["critic,verdict"] + [f"Zoë Made-Up {n},fresh" for n in range(30_000)]
    data = "\n".join(lines).encode() + b"\nRen\xe9 Made-Up,rotten\n"
    table = open_table(write(data))
    rows = list(table.rows)
    assert table.encoding == "utf-8"
    assert rows[0] == (1, ["Zoë Made-Up 0", "fresh"])
    assert rows[-1] == (30_001, ["René Made-Up", "rotten"])
    assert table.remarks == (
        (
            "1 of the lines are not UTF-8 and were read as Latin-1 (Windows-1252); the first is "
            "line 30,002."
        ),
    )


def test_a_latin_1_file_is_told_from_its_beginning(write):
    table = open_table(write("critic,outlet\nRené,Århus\n".encode("latin-1")))
    assert table.encoding == "latin-1"
    assert list(table.rows) == [(1, ["René", "Århus"])]


def test_windows_quotation_marks_are_read_and_its_gaps_do_no_harm():
    assert latin_1(b"\x93fine\x94") == "“fine”"
    assert latin_1(b"\x81\xe9") == "\x81é"


def test_a_character_cut_by_a_block_is_no_latin_1(write):
    data = "critic,outlet\n" + "".join(f"{n:05}é,åäö\n" for n in range(60_000))
    table = open_table(write(data.encode()))
    rows = list(table.rows)
    assert table.encoding == "utf-8"
    assert table.remarks == ()
    assert rows[-1] == (60_000, ["59999é", "åäö"])


def test_byte_order_mark_and_all_line_ends(write):
    for data in (
        b"\xef\xbb\xbfcritic,outlet\nA,B\nC,D\n",
        b"critic,outlet\r\nA,B\r\nC,D\r\n",
        b"critic,outlet\rA,B\rC,D\r",
        b"critic,outlet\nA,B\n\n\nC,D",
    ):
        table = open_table(write(data))
        assert table.columns == ("critic", "outlet")
        assert list(table.rows) == [(1, ["A", "B"]), (2, ["C", "D"])]


def test_a_line_without_end_on_the_fly_is_refused_after_a_few_mebibytes(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(b"critic,outlet\nA,B\n" + b"x" * (9 << 20))
        file.truncate(2 << 30)
    with pytest.raises(FileRefused) as caught:
        open_table(path)
    assert caught.value.sentence == (
        "long.csv has a line longer than 4 MiB (line 3); no table of reviews has such lines."
    )


def test_reading_stops_at_the_limit_of_a_line(write):
    lines = b"critic,outlet\n" + b"A,B\n" * 1_000 + b'"' + b"x" * (20 << 20)
    table = open_table(write(lines))
    with pytest.raises(FileRefused, match="longer than 4 MiB"):
        list(table.rows)
    assert table.progress()[0] <= LINE_LIMIT + (1 << 20)


def test_a_packed_line_without_end_is_refused_before_it_is_a_bomb(write):
    path = write(gzip.compress(b"critic,outlet\n" + b"x" * (80 << 20)))
    with pytest.raises(FileRefused, match="longer than 4 MiB"):
        open_table(path)


def test_a_sparse_file_of_zeros_is_refused(tmp_path):
    path = tmp_path / "sparse.csv"
    path.touch()
    os.truncate(path, 2 << 30)
    with pytest.raises(FileRefused, match="not a table"):
        open_table(path)


def test_a_line_just_under_the_limit_is_read(write):
    cell = b"x" * 100_000
    width = 40
    header = ",".join(f"name {n}" for n in range(width)).encode()
    rows = list(open_table(write(header + b"\n" + b",".join([cell] * width) + b"\n")).rows)
    assert len(rows[0][1]) == width
