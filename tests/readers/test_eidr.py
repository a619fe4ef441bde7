"""EIDR and its check character: ISO 7064, MOD 37,36. The numbers are published examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.eidr import check_character, looks_like_eidr, read_eidr

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GOOD = "10.5240/7791-8534-2C23-9030-8610-5"


# EIDR's own example; schema.org's example of a film; two examples of the check alone.
@pytest.mark.parametrize(
    ("digits", "check"),
    [
        ("779185342C2390308610", "5"),
        ("7EC7228A510A053ECBB8", "J"),
        ("DADPIDA3897722461", "J"),
        ("A12425GABC1234002", "M"),
    ],
)
def test_published_examples(digits, check):
    assert check_character(digits) == check


def verified(text: str) -> bool:
    """The other way round: the standard's test of a whole string, digit for digit."""
    product = 36
    for place, digit in enumerate(text):
        total = product + DIGITS.index(digit)
        if place == len(text) - 1:
            return total % 36 == 1
        product = (total % 36 or 36) * 2 % 37
    return False


# A string with its check character passes the standard's test, and with no other one.
@given(st.text(DIGITS, min_size=1, max_size=30))
def test_just_one_check_character_verifies(digits):
    assert [one for one in DIGITS if verified(digits + one)] == [check_character(digits)]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.lower(),
        f"https://doi.org/{GOOD}",
        f"https://ui.eidr.org/view/content?id={GOOD}",
        f"eidr:{GOOD}",
        f"urn:eidr:{GOOD.replace('/', ':')}",
    ],
)
def test_customary_spellings_are_one_identifier(text):
    assert read_eidr(text) == GOOD


# One digit wrong is always found out.
@given(st.integers(0, 19), st.sampled_from(DIGITS[:16]))
def test_a_slip_in_one_digit_is_found(place, digit):
    body = list("779185342C2390308610")
    if body[place] == digit:
        return
    body[place] = digit
    groups = ["".join(body[start : start + 4]) for start in range(0, 20, 4)]
    slipped = f"10.5240/{'-'.join(groups)}-5"
    assert read_eidr(slipped) == ""
    assert looks_like_eidr(slipped)


@pytest.mark.parametrize(
    "text", ["", "10.5240/7791-8534", "10.5241/7791-8534-2C23-9030-8610-5", "Q42"]
)
def test_other_texts_are_none(text):
    assert read_eidr(text) == ""
    assert not looks_like_eidr(text)
