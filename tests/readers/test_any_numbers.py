"""Whatever the bytes, the readers of charts, numbers and reports end in rows and refusals."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.readers.charts import read_charts
from clapometer.readers.counters import read_counters
from clapometer.readers.engagement import read_engagement
from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import open_table

SEEDS = (
    b"work,measure,of,as_of,value,bound\nSalt Road,made-up,#x,2026-05-20,over 4.3B,\n" * 3,
    b"title,available_globally,release_date,hours_viewed,runtime,views\n"
    b"Salt Road: Season 1,Yes,2026-05-20,1000,1:58,500\n" * 3,
    b"week\tcategory\tweekly_rank\tshow_title\tseason_title\n"
    b"2026-05-03\tTV (English)\t1\tSalt Road\tSalt Road: Season 1\n" * 3,
)
TOKENS = st.sampled_from(
    [b",", b"\t", b"\n", b'"', b"\0", b"\xff", b"9" * 20, b"-1", b"1e9", b"nan", b"2026-13-01",
     "≥".encode(), "９".encode(), b"null", b"<html>", b": Season ", b" // "]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file with some of its bytes replaced, left out or doubled."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        data[start:end] = draw(st.binary(max_size=6) | TOKENS)
    return bytes(data)


# Invariant: no bytes make a reader raise anything but FileRefused with one line; and whatever is
# refused of the rows is refused in one line.
@settings(max_examples=150)
@given(damaged())
def test_any_bytes_end_in_rows_and_refusals(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any-numbers-2026H1"
    path.write_bytes(data)
    for read in (read_charts, read_counters, read_engagement):
        try:
            for item in read(open_table(path)):
                assert not isinstance(item, Refusal) or "\n" not in item.sentence
        except FileRefused as refused:
            assert "\n" not in refused.sentence
