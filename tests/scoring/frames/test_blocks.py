"""Memory that is given out again once nobody holds it."""

from __future__ import annotations

import numpy as np
import pyarrow

from clapometer.scoring.frames.blocks import room

ROWS = 300_000


def address(array):
    """Where the array lies."""
    return array.__array_interface__["data"][0]


def test_columns_of_a_block_do_not_overlap_and_lie_on_lines():
    first, second = room((7, np.int8), (5, np.float64))
    first.fill(1)
    second.fill(2.0)
    assert first.tolist() == [1] * 7
    assert second.tolist() == [2.0] * 5
    assert address(first) % 64 == address(second) % 64 == 0


def test_a_block_that_is_held_is_not_given_out_and_one_let_go_is():
    (held,) = room((ROWS, np.int64))
    held.fill(3)
    buffer = pyarrow.py_buffer(held[ROWS // 2 :])
    was = address(held)
    del held
    (other,) = room((ROWS, np.int64))
    assert address(other) != was, "Arrow still holds the first"
    other.fill(4)
    assert set(np.frombuffer(buffer, np.int64)) == {3}
    del buffer
    again = [room((ROWS, np.int64))[0] for _ in range(2)]
    assert was in map(address, again)


def test_nothing_at_all_has_room():
    (empty,) = room((0, np.float64))
    assert empty.size == 0
