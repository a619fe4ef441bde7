"""Who plays, who made it and what it is based on, in the many ways in which the press tells it.

`snippets/people.txt` holds short made-up texts with the claims that they state: after `## NAME`
the text, then lines `= KIND | WORK | VALUE`, VALUE being `-` where a source has no title, or
`= none`. All people and works are made up.
"""

import re
from pathlib import Path

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import cast, creators, sources
from clapometer.readers.claims.folding import folded
from clapometer.readers.claims.story import read_story

FILE = Path(__file__).parent.parent / "snippets" / "people.txt"
Told = set[tuple[str, str | None, str]]


def snippets() -> list[tuple[str, str, Told]]:
    parts = re.split(r"^## (.+)\n", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_snippet(name, body) for name, body in zip(parts[::2], parts[1::2], strict=True)]


def _snippet(name: str, body: str) -> tuple[str, str, Told]:
    lines = body.strip().split("\n")
    told: Told = set()
    for line in lines:
        if line.startswith("= ") and line != "= none":
            kind, work, value = line[2:].split(" | ")
            told.add((kind, work, value))
    return name, "\n".join(one for one in lines if not one.startswith("= ")).strip(), told


@pytest.mark.parametrize(
    ("text", "told"),
    [(text, told) for _, text, told in snippets()],
    ids=[name for name, _, _ in snippets()],
)
def test_a_snippet_is_read(text: str, told: Told) -> None:
    document = Document(read_story(text))
    claims = [one for finder in (cast, creators, sources) for one in finder.find(document)]
    found = {(one.kind, one.work, str(one.value or "-")) for one in folded(document, claims)}
    assert found == told
