"""Fates and days in plain sentences: seasons being filmed, offers turned down, shows named once."""

from datetime import date
from typing import Any

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.finders import premieres
from clapometer.readers.claims.story import Story, read_story

KINDS = ("renewal", "cancellation", "ended", "order")
# Made up, like every sentence below.
ABOUT = "Gulls of the ferry\n\nThe drama ‘Salt Road’ airs on ITV and stars Ada Byrne.\n\n"
MONDAY = date(2024, 6, 10)


def fates(sentence: str) -> set[tuple[str, str | None, Any, str]]:
    """What is read in a sentence of a made-up story: kind, work, season and modality."""
    return {
        (one.kind, one.work, one.season, one.modality)
        for one in read_claims(read_story(f"URL: x\nDATE: 2024-06-10\n\n{ABOUT}{sentence}\n"))
        if one.kind in KINDS
    }


def days(sentence: str) -> set[tuple[str | None, str | None, Any]]:
    """The days that are read in a sentence: work, day and season."""
    found = premieres.find(Document(Story(f"{ABOUT}{sentence}\n", published=MONDAY)))
    return {(one.work, one.value, one.season) for one in found}


@pytest.mark.parametrize(
    ("sentence", "work", "season", "modality"),
    [
        ("It is coming back to ITV for a second series.", "Salt Road", 2, "confirmed"),
        ("The show is heading back to our screens for series four.", "Salt Road", 4, "confirmed"),
        ("Fans will not wait long, with Gannet Bay returning to BBC One for its fifth series.",
         "Gannet Bay", 5, "confirmed"),
        ("The cast are back on set for the third series.", "Salt Road", 3, "confirmed"),
        ("Its second series is currently in production.", "Salt Road", 2, "confirmed"),
        ("A second series has already been filmed.", "Salt Road", 2, "confirmed"),
        ("There are no plans to make more.", "Salt Road", None, "denied"),
        ("ITV said it had no plans to bring the show back.", "Salt Road", None, "denied"),
        ("No one knows if it will return.", "Salt Road", None, "undecided"),
        ("The renewal comes two weeks after its sophomore run wrapped.",
         "Salt Road", 3, "confirmed"),
        ("Filming has begun on a third season.", "Salt Road", 3, "confirmed"),
        ("Cameras are rolling in Hull on the third series.", "Salt Road", 3, "confirmed"),
        ("He’s currently shooting season two of his Apple TV+ series ‘The Pale Door’.",
         "The Pale Door", 2, "confirmed"),
        ("Byrne is now filming the second series of ‘Salt Road’.", "Salt Road", 2, "confirmed"),
        ("She said she had been offered a fourth season and turned it down.",
         "Salt Road", 4, "denied"),
        ("ITV asked for another series but its writer said no.", "Salt Road", None, "denied"),
        ("He turned down the offer of a third series.", "Salt Road", 3, "denied"),
        ("ITV is keeping tight-lipped about whether it will return.",
         "Salt Road", None, "undecided"),
        ("The BBC is staying silent on the show’s future.", "Salt Road", None, "undecided"),
        ("A decision on a second series has not been made.", "Salt Road", 2, "undecided"),
        ("ITV would not be drawn on whether it would be back.", "Salt Road", None, "undecided"),
    ],
)  # fmt: skip
def test_a_renewal(sentence: str, work: str, season: int | None, modality: str) -> None:
    assert fates(sentence) == {("renewal", work, season, modality)}


def test_that_there_would_not_be_another_is_a_cancellation_alone() -> None:
    read = fates("ITV said that there would not be a fourth run, bringing the story to an end.")
    assert {kind for kind, *_ in read} == {"cancellation"}


def test_a_remake_that_a_studio_owns() -> None:
    read = fates("He is attached to Paramount’s Harrow remake.")
    assert read == {("order", "Harrow", None, "confirmed")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Byrne is currently filming a new series for Netflix.",
        "Ada Byrne is returning to ITV for a second series of quizzes.",
        "She turned down a role in the third series.",
        "Byrne stayed quiet about her wedding.",
        "She was hired to lead the choir.",
        "The judges are back on set for the final episode.",
    ],
)
def test_what_is_no_fate(sentence: str) -> None:
    assert not fates(sentence)


@pytest.mark.parametrize(
    ("sentence", "work", "day", "season"),
    [
        ("The third series, which ended in April, struggled against ‘Low Tide’ on BBC One.",
         "Salt Road", "2024-04", 3),
        ("Series three, which concluded in May, drew a crowd.", "Salt Road", "2024-05", 3),
        ("The crowds will grow on July 5, when Warner Bros.’ ‘Colossus Hill’ hits theaters.",
         "Colossus Hill", "2024-07-05", None),
        ("She will next be seen in A24’s ‘Grey Water’, out October 4.",
         "Grey Water", "2024-10-04", None),
        ("All is well, with Gannet Bay returning to BBC One for its fifth series next month.",
         "Gannet Bay", "2024-07", 5),
    ],
)  # fmt: skip
def test_a_day(sentence: str, work: str, day: str, season: int | None) -> None:
    assert days(sentence) == {(work, day, season)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The show was dropped by the channel last year.",
        "It ended up against the Saturday night favourite on BBC One.",
    ],
)
def test_what_is_no_day(sentence: str) -> None:
    assert not days(sentence)
