"""Takings: whose they are in the styles of the press, and money that is none."""

from datetime import date

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import takings
from clapometer.readers.claims.story import Story

FILM = (
    "‘The Copper Moth’ wins at the box office\n\n"
    "Everybody is talking about “The Copper Moth,” the new thriller from director Una Brandt.\n\n"
)
MOTH = "The Copper Moth"


def told(text: str) -> set[tuple[str | None, int]]:
    found = takings.find(Document(Story(FILM + text + "\n", published=date(2025, 10, 14))))
    return {(claim.work, claim.value) for claim in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday night previews came in at $6.1 million.", {(MOTH, 6_100_000)}),
        (
            "It opened with $38M, including $4.1M in previews.",
            {(MOTH, 38_000_000), (MOTH, 4_100_000)},
        ),
        ("Worldwide, the count stands at $203.5 million.", {(MOTH, 203_500_000)}),
        ("The thriller limped to $16.4 million.", {(MOTH, 16_400_000)}),
        ("Audiences shelled out $42.3 million to see the film.", {(MOTH, 42_300_000)}),
        ("Foreign markets chipped in a further $58 million.", {(MOTH, 58_000_000)}),
        (
            "It had $24.1 million at home and $13.6 million abroad, or $37.7 million all told.",
            {(MOTH, 24_100_000), (MOTH, 13_600_000), (MOTH, 37_700_000)},
        ),
        (
            "Universal's Happy Camper Reunion came in fourth with $5.2M ($81.7M total).",
            {("Happy Camper Reunion", 5_200_000), ("Happy Camper Reunion", 81_700_000)},
        ),
        (
            "Night Harbour, meanwhile, has amassed $310 million worldwide to date.",
            {("Night Harbour", 310_000_000)},
        ),
        (
            "Third went to “Saltwater” with $6.6 million, fourth to “Plum Tree” with $5 million.",
            {("Saltwater", 6_600_000), ("Plum Tree", 5_000_000)},
        ),
        ("That puts it ahead of “Plum Tree” ($131 million).", {("Plum Tree", 131_000_000)}),
        (
            "“Night Harbour,” which ended its run with $290 million, is behind it.",
            {("Night Harbour", 290_000_000)},
        ),
    ],
)
def test_takings_are_those_of_their_work(text: str, expected: set[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The winner takes home a £1 million prize.",
        "The studio sold for $8 billion last year.",
        "Overall ticket sales for the weekend were $98 million.",
        "Takings across all cinemas were £14.9m.",
        "The year is up 8%, with ticket sales of $6.9 billion so far.",
        "Brandt is said to have pocketed £500,000.",
        "It should break even with another $10 million or so from rentals.",
    ],
)
def test_other_money_is_no_takings(text: str) -> None:
    assert told(text) == set()


def test_a_headline_that_rounds_is_not_told_twice() -> None:
    text = "‘The Copper Moth’ opens to $38M\n\n“The Copper Moth” opened to $38.3 million.\n"
    found = takings.find(Document(Story(text, published=date(2025, 10, 14))))
    assert [claim.value for claim in found] == [38_300_000]
