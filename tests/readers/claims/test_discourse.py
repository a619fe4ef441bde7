"""What a story goes on about: works told of beside its own hold the floor only for a while.

All works and people here are made up.
"""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.story import read_story

HEAD = "Salt Road season 2 review\n\nSalt Road premiered on Monday. "


def about(text: str, words: str) -> str | None:
    return Document(read_story(HEAD + text)).work_at((HEAD + text).index(words))


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("After NBC axed the drama Tin Mine, fans wept. It has HERE.", "Salt Road"),
        ("It beat the drama Tin Mine. The show has HERE.", "Salt Road"),
        ("Based on the novel cycle Tin Mine, the series has HERE.", "Salt Road"),
        ("\n\nOn ITV, the quiz Tin Mine drew 3m.\n\nThe BBC has HERE.", "Salt Road"),
        ("\n\nOn ITV, the quiz Tin Mine drew 3m.\n\nIt has HERE.", "Tin Mine"),
        ("\n\nOn ITV, the quiz Tin Mine drew 3m. Earlier it had HERE.", "Tin Mine"),
        ("\n\nThere was no joy for the drama Tin Mine. The ITV show has HERE.", "Tin Mine"),
    ],
)
def test_a_side_work_holds_the_floor_only_while_it_is_pointed_to(text: str, work: str) -> None:
    assert about(text, "HERE") == work
