"""Announced: renewals, cancellations, endings and orders, with season and modality."""

from datetime import date
from typing import Any

import pytest

from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story

KINDS = ("renewal", "cancellation", "ended", "order")


def told(sentence: str) -> list[tuple[str, Any, Any, str]]:
    """What is announced by a sentence of a made-up story on made-up shows."""
    text = (
        f'The gulls of "Salt Road"\n\n"Salt Road" is a drama series about a ferry.\n\n{sentence}\n'
    )
    return [
        (one.kind, one.season, one.value, one.modality)
        for one in read_claims(read_story(text, date(2026, 3, 4)))
        if one.kind in KINDS
    ]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("It has been renewed for a third season.", [("renewal", 3, "renewed", "confirmed")]),
        (
            "The series was renewed for seasons 3 and 4.",
            [("renewal", 3, "renewed", "confirmed"), ("renewal", 4, "renewed", "confirmed")],
        ),
        ("Netflix picked it up for season two.", [("renewal", 2, "renewed", "confirmed")]),
        ("The BBC has commissioned series two.", [("renewal", 2, "renewed", "confirmed")]),
        ("A second season is in the works.", [("renewal", 2, "renewed", "confirmed")]),
        ("A second season could be in the works.", [("renewal", 2, "renewed", "speculated")]),
        ("A second season has not been announced.", [("renewal", 2, "renewed", "undecided")]),
        ("Its star renewed her contract.", []),
        (
            "It was cancelled by NBC after two seasons.",
            [("cancellation", 2, "cancelled", "confirmed")],
        ),
        (
            "The network pulled the plug on the show.",
            [("cancellation", None, "cancelled", "confirmed")],
        ),
        (
            "The network has not cancelled the show.",
            [("cancellation", None, "cancelled", "denied")],
        ),
        ("They cancelled their wedding.", []),
        ("The fourth season will be its last.", [("ended", 4, "final season", "confirmed")]),
        (
            "It returns for its fourth and final season.",
            [("ended", 4, "final season", "confirmed")],
        ),
        ("Season 4 won't be the last.", [("ended", 4, "final season", "denied")]),
        ("A sequel is in the works.", [("order", None, "sequel", "confirmed")]),
        ("The studio has yet to confirm a sequel.", [("order", None, "sequel", "undecided")]),
        (
            "A prequel series is reportedly in development.",
            [("order", None, "prequel", "reported")],
        ),
    ],
)
def test_what_is_announced(sentence: str, claims: list[tuple[str, Any, Any, str]]) -> None:
    found = told(sentence)
    assert [one for one in found if one in claims] == claims
    assert (
        {one[0] for one in found} <= {one[0] for one in claims} | {"renewal"}
        if claims
        else not found
    )
