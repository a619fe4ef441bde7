"""Which words a negation turns."""

import pytest

from clapometer.prose.turning import turned_places
from clapometer.prose.words import words_of


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("it is not a very good film at all", "a very good film"),
        ("it isn't good , it is great", "good"),
        ("never dull and never not funny", "dull and never not funny"),
        ("a good film", ""),
    ],
)
def test_turned_words(text, turned):
    words = words_of(text)
    assert " ".join(words[place] for place in turned_places(words)) == turned
