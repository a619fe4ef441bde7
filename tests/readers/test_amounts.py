"""Printed numbers read into exact ones with their bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.amounts import BOUNDS, LARGEST, MOST_PLACES, read_amount, read_bound
from clapometer.readers.problems import CellRefused


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("over 4.3 billion", "4300000000", "≥"),
        ("over 4.3B", "4300000000", "≥"),
        ("4.3bn", "4300000000", "="),
        ("4.3B+", "4300000000", "≥"),
        ("1.2M+", "1200000", "≥"),
        ("100+", "100", "≥"),
        ("2.6 million", "2600000", "="),
        ("just over 100K", "100000", "≥"),
        ("almost 90", "90", "≤"),
        ("nearly 4,300,000", "4300000", "≤"),
        ("some 4 300 000", "4300000", "~"),
        ("~1'700", "1700", "~"),
        ("≥ 1,700.5", "1700.5", "≥"),
        ("a whopping 30 million", "30000000", "≥"),
        ("0", "0", "="),
        ("12.50", "12.5", "="),
        ("1234567", "1234567", "="),
    ],
)
def test_numbers_of_print_are_read_with_their_bounds(text, value, bound):
    assert read_amount(text) == (Decimal(value), bound)


def test_a_cell_of_its_own_says_the_bound():
    assert read_amount("4.3B", "over").bound == "≥"
    assert read_amount("over 4.3B", "~").bound == "~"


@pytest.mark.parametrize(
    "text",
    ["", "many", "4.3 zillion", "-5", "1,23", "4.3.2", "1e9", "9007199254740993", "９",
     "0.0000000001", "over", "5 of 6", "12,34,567", "nan"],
)  # fmt: skip
def test_what_is_no_number_is_refused_in_one_sentence(text):
    with pytest.raises(CellRefused) as refused:
        read_amount(text)
    assert refused.value.code == "unreadable_amount"


def test_an_unknown_bound_is_refused():
    with pytest.raises(CellRefused):
        read_bound("perhaps")


# Whatever the text: it is refused, or it is a number that the ledger can hold exactly.
@given(st.text(alphabet="0123456789.,+~≥< kmbnover'\u00a0ＭB", max_size=24) | st.text(max_size=12))
def test_any_text_is_read_or_refused(text):
    try:
        amount = read_amount(text)
    except CellRefused:
        return
    places = max(0, -amount.value.as_tuple().exponent)
    assert amount.bound in BOUNDS
    assert places <= MOST_PLACES
    assert 0 <= amount.value.scaleb(places) <= LARGEST


# A number written with thousands marked reads back as itself.
@given(st.integers(0, LARGEST))
def test_numbers_with_marked_thousands_read_back(number):
    assert read_amount(f"{number:,}").value == number
