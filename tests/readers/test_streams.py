"""Files are read in blocks, unpacked where packed, and guarded against bombs and damage."""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

import pytest

from clapometer.readers import streams
from clapometer.readers.problems import FileRefused, Remarks
from clapometer.readers.streams import Source
from clapometer.readers.tables import open_table

TABLE = b"title,critic,verdict\n" + b"".join(
    b"Made-up film %d,Made-up critic %d,fresh\n" % (n, n % 7) for n in range(20_000)
)


def unpacked(path: Path) -> tuple[bytes, Source]:
    source = Source(path, Remarks())
    return b"".join(source.blocks()), source


def refused(path: Path) -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        list(open_table(path).rows)
    return caught.value


def test_plain_and_packed_give_the_same_bytes(write):
    plain, packed = write(TABLE, "plain"), write(gzip.compress(TABLE), "packed")
    assert unpacked(plain)[0] == unpacked(packed)[0] == TABLE


def test_packed_is_known_by_its_bytes_not_its_name(write):
    table = open_table(write(gzip.compress(TABLE), "reviews.csv"))
    assert table.compressed
    assert len(list(table.rows)) == 20_000


def test_several_members_are_one_file(write):
    packed = gzip.compress(TABLE[:100]) + gzip.compress(TABLE[100:]) + b"\0" * 512
    data, source = unpacked(write(packed))
    assert data == TABLE
    assert source.remarks.sentences() == ()


def test_foreign_bytes_after_the_end_are_left_out_and_said(write):
    data, source = unpacked(write(gzip.compress(TABLE) + b"foreign"))
    assert data == TABLE
    assert source.remarks.sentences() == (
        "Bytes after the end of the compressed data were left out.",
    )


def test_a_truncated_file_keeps_the_whole_rows_and_says_so(write):
    table = open_table(write(gzip.compress(TABLE)[:-3_000]))
    rows = list(table.rows)
    assert 10_000 < len(rows) < 20_000
    assert all(len(cells) == 3 and cells[2] == "fresh" for _, cells in rows)
    assert "ends too early" in table.remarks[0]


def test_a_file_without_its_last_bytes_still_gives_every_whole_row(write):
    table = open_table(write(gzip.compress(TABLE)[:-4]))
    assert len(list(table.rows)) == 20_000
    assert "ends too early" in table.remarks[0]


def test_a_damaged_file_keeps_the_rows_before_the_damage(write):
    packed = bytearray(gzip.compress(os.urandom(50).hex().encode() + b",b,c\n" + TABLE))
    packed[len(packed) // 2 :] = b"\xff" * (len(packed) - len(packed) // 2)
    table = open_table(write(bytes(packed)))
    assert len(list(table.rows)) > 100
    assert "damaged" in table.remarks[0]


def test_a_packed_file_of_nothing_but_damage_is_refused(write):
    assert refused(write(b"\x1f\x8b\x08\x00garbage that is no stream")).code == "damaged_gzip"


def test_a_bomb_is_refused_after_few_bytes_of_output(write):
    pack = zlib.compressobj(6, zlib.DEFLATED, 31)
    line = b"Made-up film,Made-up critic,fresh\n" * 30_000
    bomb = b"".join(pack.compress(line) for _ in range(80)) + pack.flush()
    made = 0
    with pytest.raises(FileRefused) as caught:
        for block in Source(write(bomb, "bomb.csv.gz"), Remarks()).blocks():
            made += len(block)
    assert made <= 64 << 20
    assert caught.value.code == "bomb"
    assert caught.value.sentence == (
        "bomb.csv.gz unpacks to more than 250 times its size; it was refused as a compression "
        "bomb after 64 MiB."
    )


def test_unpacked_size_is_bounded_whatever_the_ratio(write, monkeypatch):
    monkeypatch.setattr(streams, "UNPACKED_LIMIT", 100_000)
    assert refused(write(gzip.compress(TABLE))).code == "bomb"


def test_many_tiny_members_cost_no_minutes(write):
    data, _ = unpacked(write(gzip.compress(b"a,b\n") * 20_000))
    assert data == b"a,b\n" * 20_000


def test_progress_ends_at_the_size_of_the_file(write):
    path = write(gzip.compress(TABLE))
    table = open_table(path)
    size = path.stat().st_size
    assert table.progress() == (0, size)
    next(table.rows)
    assert 0 < table.progress()[0] <= size
    list(table.rows)
    assert table.progress() == (size, size)


def test_missing_file_folder_and_device(tmp_path):
    assert refused(tmp_path / "none.csv").sentence == "none.csv does not exist; check the path."
    assert refused(tmp_path).code == "directory"
    assert refused(Path("/dev/null")).code == "not_regular"
    assert refused(Path("with\0nul")).code in {"unreadable", "missing"}


def test_a_file_one_may_not_read(write, monkeypatch):
    def forbidden(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    path = write(TABLE)
    monkeypatch.setattr(Path, "open", forbidden)
    assert refused(path).sentence == (
        "reviews.csv cannot be read (Permission denied); check the path and its permissions."
    )
