"""Badges of aggregators: given, kept, lost, not given, and handed on to other seasons."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import badges
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

# Made up, like all sentences here.
KNOWN = (KnownWork(title="Salt Road"),)


def _found(text: str) -> list[tuple[int | None, str]]:
    told = f"Salt Road is out. {text}"
    return [(one.season, one.modality) for one in badges.find(Document(Story(told), KNOWN))]


@pytest.mark.parametrize("row", badges.ROWS, ids=lambda row: row.rule)
def test_every_row_reads_its_example(row: badges.Stated) -> None:
    (claim,) = badges.find(Document(Story(row.example), KNOWN))
    assert (claim.rule, claim.modality) == (row.rule, row.modality)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rotten Tomatoes has certified it fresh.", "current"),
        ("It is officially Certified Fresh!", "current"),
        ("It lost its Certified Fresh status after dropping to 58%.", "former"),
        ("Eleven reviews are not enough for the site to declare it Certified Fresh.", "denied"),
        ("It has too few reviews to be certified fresh on Rotten Tomatoes.", "denied"),
    ],
)
def test_a_badge_is_stated(text: str, modality: str) -> None:
    assert _found(text) == [(None, modality)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first season is Certified Fresh; the second never got there.",
         [(1, "current"), (2, "denied")]),
        ("The second season is Certified Fresh at 91%, and so is the first.",
         [(2, "current"), (1, "current")]),
        ("Season one has 93%, and the follow-up 97%. Both are Certified Fresh.",
         [(1, "current"), (2, "current")]),
        ("The first season is Certified Fresh. The second should be awarded one soon.",
         [(1, "current"), (2, "speculated")]),
    ],
)  # fmt: skip
def test_a_badge_goes_on_to_other_seasons(text: str, expected: list[tuple[int, str]]) -> None:
    assert _found(text) == expected


def test_badges_of_others_are_none() -> None:
    assert _found("Few previous films are Certified Fresh. The bread is certified organic.") == []
