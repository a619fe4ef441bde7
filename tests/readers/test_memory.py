"""Memory stays flat, whatever the size of the file."""

from __future__ import annotations

import gzip
import tracemalloc
from datetime import UTC

import pytest

from clapometer.readers.guess import guess
from clapometer.readers.reviews import read_reviews
from clapometer.readers.tables import open_table

MIB = 1 << 20


def lines(form: str, size: int):
    """Yield lines of about `size` bytes in all, with critics and links that never repeat."""
    made = number = 0
    if form == "csv":
        yield b"title,critic,verdict,grade,date,link,quote\n"
    while made < size:
        number += 1
        cells = f"Made-Up {number},Critic {number},fresh,{number}/7,2018-11-10,https://a.example/{number},"
        line = f"{cells}{'q' * 3_000}\n"
        if form == "jsonl":
            named = f'"title": "Made-Up {number}", "critic": "C {number}", "fresh": 1'
            line = f'{{{named}, "quote": "{"q" * 3_000}"}}\n'
        made += len(line)
        yield line.encode()


# Invariant: 50 MB of rows, hardly any of them alike, need less than 30 MiB at any moment, and
# twice as many rows need no more.
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_fifty_megabytes_pass_in_flat_memory(tmp_path, form):
    peaks = []
    for size in (25_000_000, 50_000_000):
        path = tmp_path / f"{size}"
        with path.open("wb") as file:
            file.writelines(lines(form, size))
        tracemalloc.start()
        table = open_table(path)
        mapping = guess(table.columns, table.sample)
        rows = sum(1 for _ in read_reviews(table, mapping, UTC))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert rows * 3_000 > size * 0.9
    assert peaks[1] < 30 * MIB
    assert peaks[1] < peaks[0] * 2


def test_the_sample_of_huge_rows_is_small(tmp_path):
    path = tmp_path / "wide"
    header = ",".join(f"name {n}" for n in range(40))
    row = ",".join(["x" * 100_000] * 40)
    path.write_text(f"{header}\n" + f"{row}\n" * 20)
    tracemalloc.start()
    table = open_table(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(table.sample) == 20
    assert peak < 50 * MIB


def test_a_packed_file_is_unpacked_as_it_is_read(tmp_path):
    path = tmp_path / "packed"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.writelines(lines("csv", 20_000_000))
    tracemalloc.start()
    table = open_table(path)
    rows = sum(1 for _ in table.rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows > 6_000
    assert peak < 20 * MIB
