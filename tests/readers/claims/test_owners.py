"""Whose a figure is, in sentences that name several works. All made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import takings
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour", "The Ferry"))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Salt Road took $41 million, while Tin Harbour slid to $14 million.",
            {41: "Salt Road", 14: "Tin Harbour"},
        ),
        (
            "After debuting with $50 million, Tin Harbour slid in week two with $14 million.",
            {50: "Tin Harbour", 14: "Tin Harbour"},
        ),
        (
            "Salt Road made $41 million, surpassing the $31 million debut of Tin Harbour.",
            {41: "Salt Road", 31: "Tin Harbour"},
        ),
        (
            "The opening is in line with that of Tin Harbour, which opened to $18 million.",
            {18: "Tin Harbour"},
        ),
        (
            "Salt Road led the weekend. The film made $12 million, dethroning Tin Harbour.",
            {12: "Salt Road"},
        ),
        (
            ("Salt Road won: $41 million, then Tin Harbour ($20 million), The Ferry ($9 million)."),
            {41: "Salt Road", 20: "Tin Harbour", 9: "The Ferry"},
        ),
        (
            "Salt Road, the follow-up to the 2019 hit Tin Harbour, has made $90 million.",
            {90: "Salt Road"},
        ),
        (
            "Salt Road made $41 million, behind Mud Larks ($58 million), The Ferry ($52 million).",
            {41: "Salt Road", 58: "Mud Larks", 52: "The Ferry"},
        ),
        (
            "“Salt Road” and “Tin Harbour” made $51 million and $38 million, respectively.",
            {51: "Salt Road", 38: "Tin Harbour"},
        ),
        (
            "This is no opening the way “Tin Harbour” was, but “Salt Road” made $44 million.",
            {44: "Salt Road"},
        ),
    ],
)
def test_a_figure_belongs_to_the_subject_of_its_clause(text: str, owners: dict[int, str]) -> None:
    found = {
        claim.value // 1_000_000: claim.work for claim in takings.find(Document(Story(text), KNOWN))
    }
    assert found == owners


def test_what_both_films_took_is_of_both() -> None:
    text = (
        "“Salt Road” opened to $33 million and “Tin Harbour” to $71 million. Both films made $255 "
        "million."
    )
    found = [
        claim.work
        for claim in takings.find(Document(Story(text), KNOWN))
        if claim.value == 255_000_000
    ]
    assert found == ["Salt Road", "Tin Harbour"]


def test_what_an_unnamed_film_took_is_nobodys() -> None:
    text = "Salt Road opened below the $41.5 million its predecessor made."
    assert list(takings.find(Document(Story(text), KNOWN))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Salt Road was made on a budget of $27 million.",
        "Salt Road cost just $7 million to make.",
        "Salt Road, a $25 million film, is out.",
        "Plans to see Salt Road begin at $19,999 a month.",
        "The top 12 films grossed around $91 million on the weekend of Salt Road.",
        "The summer box office topped $3.6 billion before Salt Road.",
        "The makers of Salt Road paid $12 million for the rights.",
    ],
)
def test_money_that_is_spent_is_no_takings(text: str) -> None:
    assert list(takings.find(Document(Story(text), KNOWN))) == []


def test_a_sum_told_again_in_another_currency_is_no_second_fact() -> None:
    text = "Salt Road took $19.5m (£14.9m) in three days."
    (claim,) = takings.find(Document(Story(text), KNOWN))
    assert (claim.value, claim.fields["unit"]) == (19_500_000, "USD")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Salt Road is projected to make $35 million.", "speculated"),
        ("Salt Road soared past expectations, taking in $80 million.", "reported"),
        ("Salt Road made an estimated $35 million this weekend.", "reported"),
        ("Salt Road had an estimated total of $9 million including projections.", "speculated"),
    ],
)
def test_what_is_expected_is_told_from_what_is_estimated(text: str, modality: str) -> None:
    (claim,) = takings.find(Document(Story(text), KNOWN))
    assert claim.modality == modality
