"""What a work is based on. All of it is made up."""

from typing import Any

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.sources import find
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = (KnownWork(title="Salt Road"), KnownWork(title="Salt Coast"))


def sources(text: str) -> list[tuple[Any, ...]]:
    claims = find(Document(Story(f'"Salt Road" is a series.\n\n{text}'), KNOWN))
    return [
        (claim.work, claim.value, claim.fields["type"], claim.fields["author"]) for claim in claims
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The series is based on the novel “White Gold” by Ada Quill.",
            [("Salt Road", "White Gold", "novel", "Ada Quill")],
        ),
        (
            "The series is based on the graphic novel in five volumes by Ada Quill.",
            [("Salt Road", None, "graphic novel", "Ada Quill")],
        ),
        (
            "Based on Ada Quill's novels of the same name, “Salt Road” came in 2019.",
            [("Salt Road", "Salt Road", "novels", "Ada Quill")],
        ),
        (
            "It is adapted from author Ada Quill's “White Gold” book.",
            [("Salt Road", "White Gold", "book", "Ada Quill")],
        ),
        (
            "A prequel to “Salt Coast,” the series shows the first winter.",
            [("Salt Road", "Salt Coast", "prequel", None)],
        ),
        (
            "It is an adaptation of the hit video game.",
            [("Salt Road", None, "video game", None)],
        ),
        ("A sequel to “Salt Coast” is in the works.", []),
        ("They sell toys based on the series.", []),
        ("It was the biggest week for films based on a video game.", []),
        ("Based on estimates, it earned more.", []),
    ],
)
def test_sentences(text: str, found: list[tuple[Any, ...]]) -> None:
    assert sources(text) == found
