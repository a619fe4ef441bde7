"""Keys of what is followed, and the conditions on them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.kinds import kinds_in
from clapometer.alerts.targets import CONDITIONS, LONGEST_KEY, TARGETS, KeyRefused, read_key

KEYS = [
    "work:17", "person:3", "critic:9", "outlet:4", "topic:book-to-screen", "query:perfect",
    "query:best?limit=10&minimum=20", "work:17/score<90", "work:17/score>=75",
    "work:17/reviews>=20", "work:17/ahead=1440",
]  # fmt: skip
REFUSED = [
    "", "work:", "work:0", "work:017", "work:17 ", "work:1/score<0", "work:1/score>=101",
    "work:1/reviews>=0", "work:1/ahead=5", "critic:9/score<90", "topic:Pride Month", "film:3",
    "query:A", "work:1/score<90/ahead=60", "work:" + "9" * 16, "query:" + "a" * 200, "work:１７",
]  # fmt: skip


@pytest.mark.parametrize("text", KEYS)
def test_a_key_is_written_as_it_was_read(text):
    key = read_key(text)
    assert str(key) == text
    assert len(text) <= LONGEST_KEY
    assert kinds_in(key.kinds)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_key_is_refused_in_one_sentence(text):
    with pytest.raises(KeyRefused) as refused:
        read_key(text)
    assert str(refused.value).endswith(".")


# Whatever is typed is either refused or read into a key that is written the same way.
@given(st.text(max_size=40))
def test_any_text_is_a_key_or_refused(text):
    with contextlib.suppress(KeyRefused):
        assert str(read_key(text)) == text


# Every kind of target with every condition it takes reads back as it was made.
@given(
    st.sampled_from(sorted(CONDITIONS.keys() - {"ahead="})),
    st.integers(1, 100),
    st.integers(1, 10**15 - 1),
)
def test_a_condition_reads_back(sign, value, number):
    key = read_key(f"work:{number}/{sign}{value}")
    assert (key.target, key.name, key.sign, key.value) == ("work", str(number), sign, value)
    assert key.kinds == CONDITIONS[sign].kinds


def test_every_target_says_what_can_be_told_of_it():
    for name, target in TARGETS.items():
        assert name == target.name
        assert target.kinds
