"""Printed numbers: what counts something, and what the words around it say of it."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.story import Story


def _numbers(text: str) -> list[tuple[float, str, str]]:
    return [(one.value, one.bound, one.unit) for one in Document(Story(text)).numbers]


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("over 4.3 billion views", 4_300_000_000, "≥", "views"),
        ("US$1.2bn", 1_200_000_000, "=", "USD"),
        ("a whopping 1,700%", 1700, "≥", "%"),
        ("up to 2.6M followers", 2_600_000, "≤", "followers"),
        ("almost 90 countries", 90, "≤", "countries"),
        ("just shy of five million viewers", 5_000_000, "≤", "viewers"),
        ("some 90 countries", 90, "~", "countries"),
        ("an estimated $124 million", 124_000_000, "~", "USD"),
        ("100,000+ fans", 100_000, "≥", "fans"),
        ("a record-breaking £157 million", 157_000_000, "=", "GBP"),
        ("half a million people", 500_000, "=", "people"),
        ("two and a half million people", 2_500_000, "=", "people"),
        ("a dozen episodes", 12, "=", "episodes"),
        ("twenty-six episodes", 26, "=", "episodes"),
        ("98 per cent", 98, "=", "%"),
        ("$12 million-plus", 12_000_000, "≥", "USD"),
        ("a million viewers", 1_000_000, "=", "viewers"),
        ("more than a million viewers", 1_000_000, "≥", "viewers"),
        ("3½ stars", 3.5, "=", "stars"),
    ],
)
def test_a_number_is_read_with_its_bound_and_unit(
    text: str, value: float, bound: str, unit: str
) -> None:
    assert _numbers(text) == [(value, bound, unit)]


@pytest.mark.parametrize(
    "text",
    ["in 2018", "Season 3", "July 19", "19 July", "PG-13", "No. 1", "at 9 p.m.", "the 20th film",
     "4K Ultra HD", "24/7", "Part 2", "a four-day weekend", "a 15-year-old", "the '90s"],
)  # fmt: skip
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert _numbers(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$40 million to $45 million", 40_000_000, 45_000_000),
        ("between $30 and $35 million", 30_000_000, 35_000_000),
        ("$30-35 million", 30_000_000, 35_000_000),
        ("65-70%", 65, 70),
    ],
)
def test_a_range_is_at_least_its_first_and_at_most_its_last(
    text: str, low: float, high: float
) -> None:
    (first, bound, unit), (last, other, same) = _numbers(text)
    assert (first, bound, last, other) == (low, "≥", high, "≤")
    assert unit == same


def test_a_number_in_a_title_is_none() -> None:
    # Made up.
    text = '"Twelve Ferries 3" has 12 episodes. "Twelve Ferries 3" is back.'
    assert _numbers(text) == [(12, "=", "episodes")]
