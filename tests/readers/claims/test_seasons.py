"""Seasons: which season words are about."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.story import read_story

# Made up, like everything in it.
STORY = """'Salt Road' Season 3: what we know

"Salt Road" is back. The upcoming season has six episodes.

The first two seasons are on DVD. Season 1 began in 2020, while the second run ended in 2022.

Two more instalments were ordered with it.

What about Season 4?

Nobody says yet.
"""


@pytest.mark.parametrize(
    ("words", "seasons"),
    [
        ("has six", (3,)),
        ("are on DVD", (1, 2)),
        ("began in", (1,)),
        ("ended in", (2,)),
        ("were ordered", (4, 5)),
        ("Nobody says", (4,)),
    ],
)
def test_words_are_about_the_season_told_with_them(words: str, seasons: tuple[int, ...]) -> None:
    document = Document(read_story(STORY))
    assert document.seasons_at(STORY.index(words)) == seasons


def test_the_season_of_the_headline_is_in_focus() -> None:
    assert Document(read_story(STORY)).season_in_focus == 3


@pytest.mark.parametrize(
    ("text", "seasons"),
    [
        ("Seasons 3 and 4 are out.", (3, 4)),
        ("Seasons 1-3 are out.", (1, 2, 3)),
        ("Its fourth and final season is out.", (4,)),
        ("Series two is out.", (2,)),
        ("A series of two films is out.", ()),
        ("The holiday season is here.", ()),
        ("S2 is out.", (2,)),
        ("The sophomore season is out.", (2,)),
        ("It won prizes in its second year.", (2,)),
        ("Its second year of filming is over.", ()),
    ],
)
def test_forms_of_seasons(text: str, seasons: tuple[int, ...]) -> None:
    assert Document(read_story(text)).seasons_at(0, len(text)) == seasons
