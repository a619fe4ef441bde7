"""CSV and TSV: each faulty row costs itself, and no fault costs the rest."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers import delimited
from clapometer.readers.records import Refusal
from clapometer.readers.tables import open_table

HEADER = b"critic,outlet,quote\n"


def refusals(rows):
    return [(row.row, row.code) for row in rows if isinstance(row, Refusal)]


def accepted(rows):
    return [row for row in rows if not isinstance(row, Refusal)]


def test_quotes_separators_and_line_ends_inside_cells(rows):
    data = HEADER + b'A,"B, Ltd","says ""yes""\nand\r\n\nno"\nC,D,plain "word" inside\n'
    assert rows(data) == [
        (1, ["A", "B, Ltd", 'says "yes"\nand\r\n\nno']),
        (2, ["C", "D", 'plain "word" inside']),
    ]


def test_too_few_and_too_many_cells_are_refused_by_number(rows):
    found = rows(HEADER + b"A,B,C\nA,B\nA,B,C,D\nE,F,G\n")
    assert refusals(found) == [(2, "wrong_cells"), (3, "wrong_cells")]
    assert found[1].sentence == "The row has 2 cells where the header has 3."
    assert found[2].raw == {"critic": "A", "outlet": "B", "quote": "C", "cell 4": "D"}
    assert accepted(found) == [(1, ["A", "B", "C"]), (4, ["E", "F", "G"])]


def test_empty_cells_at_the_end_do_no_harm(write):
    table = open_table(write(b"critic,outlet,,\nA,B,,\nC,D\nE,F,,,,,\nG,H,x,\n"))
    found = list(table.rows)
    assert table.columns == ("critic", "outlet")
    assert accepted(found) == [(1, ["A", "B"]), (2, ["C", "D"]), (3, ["E", "F"])]
    assert refusals(found) == [(4, "wrong_cells")]


def test_names_that_occur_twice_and_names_that_are_missing(write):
    table = open_table(write(b",rating,rating,rating (2),critic\n1,2,3,4,A\n"))
    assert table.columns == ("column 1", "rating", "rating (3)", "rating (2)", "critic")
    list(table.rows)
    assert table.remarks == (
        "Columns without a name were numbered: column 1.",
        "Column names that occur more than once were numbered: rating (3).",
    )


def test_an_unclosed_quote_costs_its_own_row_only(rows):
    found = rows(HEADER + b'A,B,C\nD,"E,F\nG,H,I\nJ,K,"L, and more"\nM,N,O\n')
    assert refusals(found) == [(2, "unclosed_quote")]
    assert found[1].raw == {"line": 'D,"E,F\n'}
    assert [cells[0] for _, cells in accepted(found)] == ["A", "G", "J", "M"]


def test_an_unclosed_quote_at_the_end_and_in_the_last_line(rows):
    found = rows(HEADER + b'A,B,"C\nD,E,F\nG,H,"I')
    assert refusals(found) == [(1, "unclosed_quote"), (3, "unclosed_quote")]
    assert accepted(found) == [(2, ["D", "E", "F"])]


def test_an_unclosed_quote_before_a_long_file_costs_its_own_row_only(rows):
    found = rows(HEADER + b'A,"B,C\n' + b"D,E,F\n" * 100_000)
    assert refusals(found) == [(1, "unclosed_quote")]
    assert len(accepted(found)) == 100_000


def test_a_quote_that_meets_the_right_number_of_cells_is_found_out(rows):
    found = rows(HEADER + b'A,"B,C\nD,E,F\nG,H,","\nI,J,K\n')
    assert refusals(found)[0] == (1, "unclosed_quote")
    assert (accepted(found)[0], accepted(found)[-1][1]) == ((2, ["D", "E", "F"]), ["I", "J", "K"])


def test_a_row_of_several_lines_with_wrong_cells_is_one_refusal(rows):
    found = rows(HEADER + b'A,"one\ntwo\nthree"\nB,C,D\n')
    assert refusals(found) == [(1, "wrong_cells")]
    assert accepted(found) == [(2, ["B", "C", "D"])]


def test_sloppy_quotes_within_a_line_are_forgiven(rows):
    found = rows(HEADER + b'A,"B" Ltd,"fine" he said\nC,D,E\n')
    assert found == [(1, ["A", "B Ltd", "fine he said"]), (2, ["C", "D", "E"])]


def test_a_lone_carriage_return_is_a_blank(rows):
    assert rows(HEADER + b"A,B,one\rtwo\nC,D,E\n")[0] == (1, ["A", "B", "one two"])


def test_a_cell_above_the_parsers_limit_costs_its_row(rows):
    found = rows(HEADER + b"A,B," + b"x" * (csv.field_size_limit() + 1) + b"\nC,D,E\n")
    assert refusals(found) == [(1, "unreadable_row")]
    assert accepted(found) == [(2, ["C", "D", "E"])]


def test_an_endless_row_of_short_lines_is_bounded(rows):
    found = rows(HEADER + b"A,B,C\n" + b'A,B,"\n' + b'x"y,"z\n' * 50_000)
    assert (2, "unclosed_quote") in refusals(found)


def test_going_back_is_bounded_over_the_whole_file(rows, monkeypatch):
    monkeypatch.setattr(delimited, "RESCAN_LIMIT", 1_000_000)
    started = time.process_time()
    # This line opens a quotation mark when it is read by itself and also when it is swallowed.
    found = rows(HEADER + b"A,B,C\n" + b'",b","""\n' * 100_000)
    codes = {code for _, code in refusals(found)}
    assert "swallowed" in codes
    assert accepted(found)[0] == (1, ["A", "B", "C"])
    assert time.process_time() - started < 20


def test_nothing_below_the_header_is_no_problem(write):
    table = open_table(write(HEADER))
    assert table.columns == ("critic", "outlet", "quote")
    assert list(table.rows) == []
    assert table.sample == []


# Control characters are binary data in the eyes of the sniffer when there are many.
CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=30
)


# Invariant: what a CSV writer wrote is read back cell by cell, whatever the cells hold.
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=20), st.sampled_from([",", "\t", ";", "|"]))
def test_what_was_written_is_read_back(tmp_path_factory, records, delimiter):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([("critic", "outlet", "quote"), *records])
    path = tmp_path_factory.mktemp("csv") / "f.csv"
    path.write_bytes(buffer.getvalue().encode())
    table = open_table(path)
    assert [cells for _, cells in table.rows] == [list(record) for record in records]


# Invariant: a row with one quotation mark too many at the start of its last cell is refused, and
# all other rows, written without quotation marks, are read.
@given(st.integers(0, 30), st.integers(1, 31))
def test_one_stray_quote_costs_one_row(tmp_path_factory, place, count):
    place %= count
    lines = [f"A{n},B,{chr(34) if n == place else ''}C" for n in range(count)]
    path = tmp_path_factory.mktemp("csv") / "f.csv"
    path.write_text("critic,outlet,quote\n" + "\n".join(lines) + "\n")
    found = list(open_table(path).rows)
    assert refusals(found) == [(place + 1, "unclosed_quote")]
    assert len(accepted(found)) == count - 1


@pytest.mark.parametrize("data", [b'critic,outlet\n"', b'critic,outlet\n","\n', b"critic,a\n,\n"])
def test_small_oddities_end_in_rows_or_refusals(rows, data):
    assert len(rows(data)) == 1
