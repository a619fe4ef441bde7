"""Quotation marks: all sorts, within each other, left open, and apostrophes that are none."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.story import Story


def quoted(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in Document(Story(text)).quoted]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"Salt Road" is back.', ["Salt Road"]),
        ("“Salt Road” is back.", ["Salt Road"]),
        ("'Salt Road' is back; it's the actors' wish.", ["Salt Road"]),
        ("‘Salt Road’ is back; it’s the actors’ wish.", ["Salt Road"]),
        ("’Salt Road’ is back.", ["Salt Road"]),
        ("„Salt Road“ and «Salt Road»", ["Salt Road", "Salt Road"]),
        ("``Salt Road”", ["Salt Road"]),
        ('“Mixed marks," she said.', ["Mixed marks,"]),
        ("\"The 'Salt Road' team,\" he said.", ["The 'Salt Road' team,", "Salt Road"]),
        ("'It is \"Salt Road\" again'", ['It is "Salt Road" again', "Salt Road"]),
        ("The '80s, rock 'n' roll, get 'em.", []),
        ('She is 5\'10" and left." So what.', []),
        ('A stray mark." Then "more" of it.', ["more"]),
        ("Review:‘Salt Road’ is fine", ["Salt Road"]),
        ("('Salt Road')", ["Salt Road"]),
        ("", []),
        ('"', []),
        ('""', []),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_speech_of_several_paragraphs() -> None:
    text = '"First part.\n\n"Second part.\n\n"Third part," he said.'
    assert quoted(text) == ["First part.", "Second part.", "Third part,"]


def test_speech_whose_closing_mark_was_forgotten_ends_with_its_paragraph() -> None:
    text = "“One,” he said. “Two words and then some more of them.\n\nThe end."
    assert quoted(text) == ["One,", "Two words and then some more of them."]


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert quoted('"He left.\n\nThe story "goes" on.') == ["goes"]


def test_many_marks_take_no_longer_than_their_number() -> None:
    assert len(quoted('"a" ' * 20_000)) == 20_000
    assert quoted('"' * 20_000) == []
