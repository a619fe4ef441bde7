"""Numbers for pairs of codes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.frames.pairs import numbered

CODES = st.integers(0, 2**31 - 1) | st.integers(0, 3)


# Two rows have one number exactly where they have one pair; the numbers fill 0 … count - 1.
@given(st.lists(st.tuples(CODES, CODES | st.just(-1))))
def test_rows_of_one_pair_have_one_number(pairs):
    first, second = np.array(pairs, np.int32).reshape(-1, 2).T.copy()
    found, count = numbered(first, second)
    meant = dict(zip(found.tolist(), pairs, strict=True))
    assert [meant[number] for number in found.tolist()] == pairs
    assert set(meant) == set(range(len(set(pairs))))
    assert count == max(len(meant), 1)


@pytest.mark.parametrize("distinct", [1, 1000, 10**9])
def test_many_rows_on_several_workers(distinct):
    rows, chance = 700_000, np.random.default_rng(7)
    first = chance.integers(0, 40, rows, dtype=np.int32)
    second = chance.integers(0, distinct, rows, dtype=np.int64).astype(np.int32)
    found, count = numbered(first, second)
    keys = first.astype(np.int64) << 32 | second
    _, place, expected = np.unique(keys, return_index=True, return_inverse=True)
    assert count == place.size == np.unique(found).size
    assert (found == found[place][expected]).all()
