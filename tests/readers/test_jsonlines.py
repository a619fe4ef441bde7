"""JSON Lines: nested values, missing keys and broken lines."""

from __future__ import annotations

import gzip

import pytest

from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import open_table


def opened(write, *lines: str):
    return open_table(write("\n".join(lines).encode()))


def test_objects_become_rows_in_the_order_of_first_appearance(write):
    table = opened(
        write,
        '{"title": "Made-Up", "critic": {"name": "A", "at": {"outlet": "B"}}, "fresh": true}',
        '{"fresh": null, "grade": 4.0, "title": "Other"}',
        '{"grade": 3.5, "tags": ["x", 1], "fresh": false, "year": 2018}',
    )
    assert table.columns == (
        "title", "critic.name", "critic.at.outlet", "fresh", "grade", "tags", "year",
    )  # fmt: skip
    assert list(table.rows) == [
        (1, ["Made-Up", "A", "B", "true", "", "", ""]),
        (2, ["Other", "", "", "", "4", "", ""]),
        (3, ["", "", "", "false", "3.5", '["x",1]', "2018"]),
    ]


def test_a_broken_line_costs_itself(write):
    table = opened(
        write,
        '{"title": "A", "fresh": 1}',
        '{"title": "B", "fresh": ',
        "",
        "[1, 2]",
        "null",
        '{"title": "C", "fresh": 0}',
    )
    found = list(table.rows)
    assert [row.code for row in found if isinstance(row, Refusal)] == [
        "broken_json",
        "not_an_object",
        "not_an_object",
    ]
    assert found[1].row == 2
    assert found[1].raw == {"line": '{"title": "B", "fresh":'}
    assert found[1].sentence.startswith("The line is no valid JSON: ")
    assert (found[0], found[-1]) == ((1, ["A", "1"]), (5, ["C", "0"]))


def test_a_broken_first_line_does_not_hide_the_format(write):
    found = list(opened(write, '{"title": broken', '{"title": "B", "fresh": 0}').rows)
    assert found[0].code == "broken_json"
    assert found[1] == (2, ["B", "0"])


def test_names_seen_late_are_left_out_and_said(write):
    lines = ['{"title": "A", "fresh": 1}'] * 1_200 + ['{"title": "A", "fresh": 1, "late": 2}'] * 2
    table = opened(write, *lines)
    assert table.columns == ("title", "fresh")
    assert list(table.rows)[-1] == (1_202, ["A", "1"])
    assert table.remarks == (
        (
            "2 values have names first seen after the sample (late) and were left out; the first "
            "is in row 1,201."
        ),
    )


def test_a_latin_1_line_is_read(write):
    table = open_table(
        write(b'{"critic": "Zo\xc3\xab", "fresh": 1}\n{"critic": "Ren\xe9", "fresh": 1}')
    )
    assert [cells[0] for _, cells in table.rows] == ["Zoë", "René"]
    assert "the first is line 2" in table.remarks[0]


def test_keys_with_odd_blanks_keep_their_values(write):
    table = opened(write, '{" the  title ": "A", "": "B", "the title": "C"}')
    assert table.columns == ("the title", "column 2", "the title (2)")
    assert list(table.rows) == [(1, ["A", "B", "C"])]


def test_packed_and_with_a_byte_order_mark(write):
    data = b'\xef\xbb\xbf{"title": "A", "fresh": 1}\r\n{"title": "B", "fresh": 0}\r\n'
    table = open_table(write(gzip.compress(data)))
    assert (table.format, table.compressed) == ("jsonl", True)
    assert list(table.rows) == [(1, ["A", "1"]), (2, ["B", "0"])]


def test_one_key_is_no_table(write):
    with pytest.raises(FileRefused) as caught:
        opened(write, '{"title": "A"}')
    assert caught.value.code == "one_column"


def test_deep_nesting_is_kept_as_text_or_refused_but_never_falls(write):
    deep = '{"a":' * 6 + "1" + "}" * 6
    hostile = '{"x":' + "[" * 100_000 + "]" * 100_000 + "}"
    table = opened(write, f'{{"title": "A", "deep": {deep}}}', hostile)
    found = list(table.rows)
    assert table.columns == ("title", "deep.a.a.a")
    assert found[0] == (1, ["A", '{"a":{"a":{"a":1}}}'])
    assert found[1].code == "broken_json"
