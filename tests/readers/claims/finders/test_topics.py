"""The tags of a story. All of it is made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.topics import find
from clapometer.readers.claims.story import Story


def tags(text: str) -> list[list[str]]:
    return [claim.value for claim in find(Document(Story(f"Salt is back.\n\nIt is.\n\n{text}")))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Topics: Salt Road, Gazette+, Ada Quill", [["Salt Road", "Gazette+", "Ada Quill"]]),
        ("TAGS | salt | drama | sea", [["salt", "drama", "sea"]]),
        ("Filed Under: drama; sea", [["drama", "sea"]]),
        ("More on: Salt Road • Drama", [["Salt Road", "Drama"]]),
        ("Topics\n\nSalt Road\n\nDrama\n\nThe end of the story is here.", [["Salt Road", "Drama"]]),
        ("#SaltRoad #Drama", [["#SaltRoad", "#Drama"]]),
        ("The topics: it is about a widow and a sea that comes for her house", []),
        ("More on: the widow who ran a salt works for years, and others", []),
        ("Tags", []),
    ],
)
def test_lines(text: str, found: list[list[str]]) -> None:
    assert tags(text) == found
