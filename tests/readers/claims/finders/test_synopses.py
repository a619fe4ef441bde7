"""What a work is about. All of it is made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.synopses import find
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = (KnownWork(title="Salt Road"),)


def told(text: str) -> list[str]:
    return [claim.value for claim in find(Document(Story(f"Salt Road is back.\n\n{text}"), KNOWN))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The series follows a widow who runs a salt works on the coast.",
        '"Salt Road," which centers on a widow and her two sons, opens on Friday.',
        "The drama is set in a small town where nobody sleeps at night.",
        "Set in 1891, the film tells the story of a widow who runs a salt works.",
        '"Salt Road" picks up three years after the flood that took the town.',
    ],
)
def test_a_sentence_that_tells(sentence: str) -> None:
    assert told(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The news follows a record weekend for the studio at the box office.",
        "The film follows the success of two others that came out last year.",
        "The series focuses on what viewers want, and it earned $20 million.",
        '"The series follows a widow who runs a salt works," the director said of it.',
        "The series follows it.",
    ],
)
def test_a_sentence_that_does_not(sentence: str) -> None:
    assert told(sentence) == []


def test_the_official_synopsis_is_the_quoted_text() -> None:
    inner = "A widow runs a salt works, and one winter the sea comes for it."
    assert told(f"The official synopsis reads: “{inner}”") == [inner]
    assert told(f"Here is the official synopsis:\n\n{inner}") == [inner]


def test_what_stands_below_a_question() -> None:
    inner = "A widow runs a salt works, and one winter the sea comes for it."
    assert told(f"What is 'Salt Road' about?\n\n{inner}") == [inner]
