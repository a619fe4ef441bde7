"""Parquet: typed columns as the text a cell would hold, batch by batch."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow
import pyarrow.parquet
import pytest

from clapometer.readers import parquet
from clapometer.readers.problems import FileRefused
from clapometer.readers.tables import open_table


def stored(table: pyarrow.Table, **options) -> bytes:
    buffer = io.BytesIO()
    pyarrow.parquet.write_table(table, buffer, **options)
    return buffer.getvalue()


NOON = datetime(2023, 8, 4, 12, tzinfo=UTC)
TYPED = pyarrow.table(
    {
        "movie_id": pyarrow.array([7, None, 9], pyarrow.int32()),
        "fresh": pyarrow.array([True, False, None]),
        "day": pyarrow.array([date(2018, 11, 10), None, date(1800, 1, 1)]),
        "seen": pyarrow.array(
            [NOON, None, NOON.replace(microsecond=5)],
            pyarrow.timestamp("us", "Europe/London"),
        ),
        "local": pyarrow.array([1, None, 1_533_384_000_000_000_001], pyarrow.timestamp("ns")),
        "critic": pyarrow.array(["A", "B", "A"]).dictionary_encode(),
        "score": pyarrow.array([4.0, 3.5, None]),
        "exact": pyarrow.array([Decimal("3.50"), None, None], pyarrow.decimal128(5, 2)),
        "raw": pyarrow.array([b"x\xff", None, b"y"]),
        "tags": pyarrow.array([["a", "b"], None, []]),
        "at": pyarrow.array([{"name": "B", "page": {"url": "u"}}, None, {"name": "C"}]),
    }
)  # fmt: skip


def test_every_type_is_written_as_its_text(write):
    table = open_table(write(stored(TYPED)))
    assert table.format == "parquet"
    assert table.columns == (
        "movie_id", "fresh", "day", "seen", "local", "critic", "score", "exact", "raw", "tags",
        "at.name", "at.page.url",
    )  # fmt: skip
    assert list(table.rows) == [
        (1, ["7", "true", "2018-11-10", "2023-08-04T12:00:00Z", "1970-01-01T00:00:00", "A", "4",
             "3.50", "x�", '["a","b"]', "B", "u"]),
        (2, ["", "false", "", "", "", "B", "3.5", "", "", "", "", ""]),
        (3, ["9", "", "1800-01-01", "2023-08-04T12:00:00.000005Z", "2018-08-04T12:00:00", "A", "",
             "", "y", "[]", "C", ""]),
    ]  # fmt: skip


def test_row_groups_and_batches_are_numbered_through(write):
    many = pyarrow.table({"critic": [f"A{n}" for n in range(10_000)], "fresh": [True] * 10_000})
    path = write(stored(many, row_group_size=1_500))
    table = open_table(path)
    rows = list(table.rows)
    assert rows[0] == (1, ["A0", "true"])
    assert rows[-1] == (10_000, ["A9999", "true"])
    assert table.progress() == (path.stat().st_size,) * 2


def test_packed_parquet_is_read(write):
    table = open_table(write(gzip.compress(stored(TYPED))))
    assert (table.format, table.compressed) == ("parquet", True)
    assert len(list(table.rows)) == 3


def test_the_disk_that_packed_parquet_takes_is_bounded(write, monkeypatch):
    monkeypatch.setattr(parquet, "SPOOL_LIMIT", 100)
    with pytest.raises(FileRefused) as caught:
        open_table(write(gzip.compress(stored(TYPED))))
    assert caught.value.code == "bomb"


def test_a_row_group_that_claims_too_much_is_refused(write, monkeypatch):
    monkeypatch.setattr(parquet, "GROUP_LIMIT", 100)
    with pytest.raises(FileRefused) as caught:
        open_table(write(stored(TYPED)))
    assert caught.value.code == "bomb"


@pytest.mark.parametrize("damage", ["cut", "footer", "middle"])
def test_damaged_parquet_is_one_sentence(write, damage):
    data = bytearray(stored(TYPED))
    if damage == "cut":
        del data[-100:]
    elif damage == "footer":
        data[-300:-8] = b"\xff" * 292
    else:
        data[4:400] = b"\xff" * 396
    with pytest.raises(FileRefused) as caught:
        list(open_table(write(bytes(data), "f.parquet")).rows)
    assert caught.value.code == "damaged_parquet"
    assert caught.value.sentence.startswith("f.parquet is a damaged Parquet file (")
    assert "\n" not in caught.value.sentence


def test_text_that_is_no_utf_8_is_a_damaged_file(write):
    broken = pyarrow.Array.from_buffers(
        pyarrow.string(), 1, [None, *pyarrow.array([b"\xff\xfe"]).buffers()[1:]]
    )
    data = stored(pyarrow.table({"critic": broken, "fresh": [True]}))
    with pytest.raises(FileRefused, match="damaged Parquet"):
        open_table(write(data))


def test_twice_the_same_name_and_one_column(write):
    twice = pyarrow.Table.from_arrays([pyarrow.array(["a"]), pyarrow.array(["b"])], ["x", "x"])
    table = open_table(write(stored(twice)))
    assert table.columns == ("x", "x (2)")
    assert list(table.rows) == [(1, ["a", "b"])]
    with pytest.raises(FileRefused) as caught:
        open_table(write(stored(pyarrow.table({"x": ["a"]}))))
    assert caught.value.code == "one_column"
