"""Tables of numbers: what is read of a row, and what is refused. All of it is made up."""

from datetime import UTC, date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import parse_instant, start_of_day
from clapometer.readers.counters import (
    COUNTER_COLUMNS,
    NEEDED,
    CounterRecord,
    counter_columns,
    read_counters,
)
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.streams import Source
from clapometer.readers.tables import Remarks, Table, open_table

COLUMNS = tuple(COUNTER_COLUMNS)


def table(rows, columns=COLUMNS):
    numbered = ((place, list(row)) for place, row in enumerate(rows, 1))
    source = Source.__new__(Source)
    return Table("t.csv", "csv", "utf-8", False, tuple(columns), [], numbered, Remarks(), source)


def row(**told):
    whole = {"work": "Salt Road", "measure": "made-up", "as_of": "2026-05-20", "value": "5"} | told
    return [whole.get(name, "") for name in COLUMNS]


def read(**told):
    (one,) = read_counters(table([row(**told)]))
    return one


def test_a_row_is_read_whole():
    told = {"of": "#saltroad", "value": "over 4.3B", "territory": "gb", "source": "A Gazette"}
    one = read(**told, link="https://gazette.example/x")
    assert one[1:11] == (
        "Salt Road", "made-up", "#saltroad", start_of_day(date(2026, 5, 20), UTC), True,
        Decimal(4_300_000_000), "≥", "GB", "A Gazette", "https://gazette.example/x",
    )  # fmt: skip


def test_a_time_of_day_is_an_instant_and_without_an_offset_it_is_of_utc():
    one = read(as_of="2026-05-20 14:30:00")
    assert (one.at, one.whole_day) == (parse_instant("2026-05-20T14:30:00Z", UTC), False)


def test_what_it_is_of_is_the_work_where_it_is_not_told():
    assert read().of == "Salt Road"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"work": ""}, "no_work"),
        ({"measure": "N/A"}, "no_measure"),
        ({"as_of": ""}, "no_day"),
        ({"as_of": "05/06/2026"}, "ambiguous_date"),
        ({"value": "lots"}, "unreadable_amount"),
        ({"bound": "perhaps"}, "unreadable_bound"),
        ({"territory": "Britain"}, "unreadable_territory"),
    ],
)
def test_what_cannot_be_read_is_refused(told, code):
    assert read(**told).code == code


def test_columns_are_known_by_other_names():
    assert set(counter_columns(["Film", "Metric", "Date", "Count"])) == set(NEEDED)


def test_a_table_without_what_it_needs_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("title,critic\nTide,A\n")
    with pytest.raises(FileRefused, match="no column for measure, as_of, value"):
        read_counters(open_table(path))


CELLS = st.sampled_from(
    ["", "5", "over 4B", "2026-05-20", "Salt Road", "made-up", "\x00", "≥", "GB"]
)


def test_a_cell_of_several_lines_is_refused_in_one():
    (refusal,) = read_counters(table([["5", "5", "", "0\n1", "", "", "", "", ""]]))
    assert "“0 1” is no date" in refusal.sentence


# Whatever the cells: each row comes out read or refused in one line, and none is lost.
@given(st.lists(st.lists(CELLS | st.text(max_size=20), min_size=9, max_size=9), max_size=8))
def test_any_cells_are_read_or_refused(rows):
    found = list(read_counters(table(rows)))
    assert len(found) == len(rows)
    for one in found:
        if isinstance(one, Refusal):
            assert "\n" not in one.sentence
        else:
            assert isinstance(one, CounterRecord)
            assert one.value >= 0
