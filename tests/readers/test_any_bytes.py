"""Whatever the bytes, reading ends in rows, refusals and at most one refused file."""

from __future__ import annotations

import gzip
import io
from datetime import UTC

import pyarrow
import pyarrow.parquet
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.readers.guess import guess
from clapometer.readers.mapping import Mapping
from clapometer.readers.problems import FileRefused
from clapometer.readers.profiles import match_profile
from clapometer.readers.records import Refusal, ReviewRecord, WorkRecord
from clapometer.readers.reviews import read_reviews
from clapometer.readers.tables import open_table
from clapometer.readers.works import read_works

PARQUET = io.BytesIO()
pyarrow.parquet.write_table(
    pyarrow.table({"title": ["Made-Up"] * 50, "critic": ["A", "B"] * 25, "fresh": [True] * 50}),
    PARQUET,
)
SEEDS = (
    b"title,critic,outlet,verdict,grade,date\nMade-Up,A,B,fresh,3/5,2018-11-10\n" * 2,
    b"id\treview\trating\tfresh\tcritic\ttop_critic\tpublisher\tdate\n"
    b'7\t"Fine, ""very"" fine"\tB+\tfresh\tA\t1\tB\tJanuary 1, 2000\n' * 3,
    b'{"title": "Made-Up", "critic": {"name": "A"}, "grade": 4.5, "date": "2018-11-10"}\n' * 3,
    gzip.compress(b"movie_slug,critic,sentiment\nmade_up,A,positive\nmade_up,B,negative\n" * 5),
    PARQUET.getvalue(),
)
TOKENS = st.sampled_from(
    [b'"', b'""', b",", b"\t", b";", b"|", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xe9", b"{",
     b"}", b'{"a":', b"null", b"<html>", b"PAR1", b"\x1f\x8b\x08", b"title,critic,fresh\n",
     b"1,2\n", b"\xef\xbb\xbf", b"\xff\xfe", "ü".encode(), "\u2028".encode(), b"A,B,fresh\n"]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file with some of its bytes replaced, left out or doubled."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 20)))
        data[start:end] = draw(st.binary(max_size=8) | TOKENS)
    return bytes(data)


def exercised(path) -> None:
    """Open and read in every way; only FileRefused may come out, with one sentence."""
    try:
        table = open_table(path)
    except FileRefused as refused:
        assert refused.sentence
        assert "\n" not in refused.sentence
        return
    numbers = []
    try:
        for item in table.rows:
            assert isinstance(item, Refusal) or len(item[1]) == len(table.columns)
            numbers.append(item[0])
    except FileRefused as refused:
        assert refused.sentence
    assert numbers == list(range(1, len(numbers) + 1))
    first, *others = table.columns
    stated = Mapping(table.columns, ()).override(
        ("work_title", first), ("critic", others[0]), ("grade", first), ("date", others[-1]),
        ("quote", first), ("link", first), ("work_year", first), ("source_id", first),
    )  # fmt: skip
    for mapping in (guess(table.columns, table.sample), match_profile(table.columns), stated):
        if mapping is not None:
            read(path, mapping, numbers)


def read(path, mapping, numbers) -> None:
    table = open_table(path)
    try:
        found = list(read_reviews(table, mapping, UTC))
        assert all(isinstance(item, ReviewRecord | Refusal) for item in found)
        assert [item.row for item in found] == numbers
    except FileRefused as refused:
        assert refused.sentence
    try:
        assert all(isinstance(item, WorkRecord | Refusal) for item in read_works(path))
    except FileRefused as refused:
        assert refused.sentence


# Invariant: no bytes make a reader raise anything but FileRefused, lose count of the rows, or give
# a row of another width than the header.
@settings(max_examples=300)
@given(st.binary(max_size=300) | st.lists(TOKENS, max_size=40).map(b"".join) | damaged())
def test_any_bytes_end_in_rows_and_refusals(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any-bytes"
    path.write_bytes(data)
    exercised(path)


# Invariant: the same for the same bytes packed.
@settings(max_examples=100)
@given(st.lists(TOKENS, max_size=40).map(b"".join) | damaged(), st.integers(0, 40))
def test_any_packed_bytes_end_in_rows_and_refusals(tmp_path_factory, data, cut):
    path = tmp_path_factory.getbasetemp() / "any-packed-bytes"
    packed = gzip.compress(data)
    path.write_bytes(packed[: len(packed) - cut])
    exercised(path)
