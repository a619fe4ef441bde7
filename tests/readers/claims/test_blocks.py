"""Blocks: what is no part of a story is told from it, and no sentence of it is lost."""

import pytest

from clapometer.readers.claims.blocks import CLUTTER
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.story import read_story

# Made up, like everything in it.
STORY = """'Salt Road' is back for a second season

By Ada Quill

READ MORE: Ferry star's secret heartbreak

The drama "Salt Road" returns on Friday. Subscribe to our newsletter for more. It has six episodes.

Review:Ida Lund shines in a "Salt Road" that never hurries

Need a break? Play the Gazette crossword.

Who is in the cast?

Ida Lund as Berit

Tor Vang as Anders

Ida Lund on the quay in the new series. (Image: Northern Lights Films)

Share your thoughts in the comments below.

Click OK, then Allow, and we will tell you first.

SHOP THE LOOK OF THE SEASON NOW

Ada Quill covers television for the Gazette. Reach her at quill@gazette.example
"""


def roles() -> dict[str, str]:
    document = Document(read_story(STORY))
    return {document.text[one.start : one.end].strip(): one.role for one in document.blocks}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("'Salt Road' is back", "headline"),
        ("By Ada Quill", "byline"),
        ("READ MORE: Ferry", "related"),
        ("The drama", "body"),
        ("Subscribe to", "promotion"),
        ("It has six", "body"),
        ("Review:Ida", "related"),
        ("Need a break?", "promotion"),
        ("Who is in", "subhead"),
        ("Ida Lund as", "item"),
        ("Tor Vang as", "item"),
        ("Ida Lund on the quay", "caption"),
        ("Share your", "promotion"),
        ("Click OK", "promotion"),
        ("SHOP THE", "related"),
        ("Ada Quill covers", "signoff"),
    ],
)
def test_each_block_has_its_role(words: str, role: str) -> None:
    assert [one for text, one in roles().items() if text.startswith(words)] == [role]


def test_the_story_itself_is_all_that_is_told() -> None:
    told = " ".join(one.text for one in Document(read_story(STORY)).told)
    assert 'The drama "Salt Road" returns on Friday.' in told
    assert "It has six episodes." in told
    assert "newsletter" not in told
    assert "Allow" not in told


@pytest.mark.parametrize(
    "sentence",
    [
        "The series follows a reporter who covers crime for a small paper.",
        "More than two million people watched the finale on Sunday.",
        "Watch for the ferry in the last scene: it was built in 1921.",
        "Her manager said: the show is over at 9:30 and no sooner.",
        "The studio will share profits with the crew.",
    ],
)
def test_a_sentence_that_looks_a_little_like_clutter_is_kept(sentence: str) -> None:
    document = Document(read_story(f"'Salt Road' stays\n\n{sentence}\n\n{sentence}\n\nThe end."))
    assert all(one.role not in CLUTTER for one in document.blocks)
