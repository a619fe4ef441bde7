"""Who made a work, and as what. All of it is made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.creators import find
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = (KnownWork(title="Salt Road"), KnownWork(title="Salt Coast"))


def made(text: str) -> list[tuple[str, str, str | None]]:
    claims = find(Document(Story(f'"Salt Road" is a series.\n\n{text}'), KNOWN))
    return [(claim.value, claim.fields["role"], claim.work) for claim in claims]


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (
            "The show was created and directed by Ada Quill.",
            [("Ada Quill", "creator", "Salt Road"), ("Ada Quill", "director", "Salt Road")],
        ),
        ("Showrunner Ada Quill said so.", [("Ada Quill", "showrunner", "Salt Road")]),
        ('"Salt Coast" director Ada Quill said so.', [("Ada Quill", "director", "Salt Coast")]),
        ("Old Fire director Ada Quill said so.", [("Ada Quill", "director", "Old Fire")]),
        ("Casting director Ada Quill said so.", []),
        (
            "Creators Matt and Ross Quill are back.",
            [("Matt Quill", "creator", "Salt Road"), ("Ross Quill", "creator", "Salt Road")],
        ),
        (
            '"Salt Road" was directed by Ada Quill; "Salt Coast" was directed by Bo Tarn.',
            [("Ada Quill", "director", "Salt Road"), ("Bo Tarn", "director", "Salt Coast")],
        ),
        ('Ada Quill\'s "Salt Coast" opened first.', [("Ada Quill", "director", "Salt Coast")]),
        ('It is based on Ada Quill\'s "Salt Coast".', []),
        ("It is set in a world created by Ada Quill.", []),
        ('"Salt Coast" stars Ada Quill. Ada Quill\'s "Salt Coast" opened.', []),
    ],
)
def test_sentences(text: str, credits: list[tuple[str, str, str | None]]) -> None:  # noqa: A002
    assert made(text) == credits


def test_who_served_until_somebody_came_is_former() -> None:
    text = '"Salt Road" was developed by Ada Quill, who served as showrunner until Bo Tarn came.'
    found = {(claim.fields["role"], claim.modality) for claim in find(Document(Story(text), KNOWN))}
    assert ("showrunner", "former") in found
