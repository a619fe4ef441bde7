"""How strongly words speak, those on the list and those made of them."""

import pytest

from clapometer.prose.leanings import STRONGEST, leaning_of
from clapometer.prose.opinions import OPINIONS


@pytest.mark.parametrize(
    ("word", "strength"),
    [
        ("superb", 3), ("dull", -2), ("dullness", -2), ("charmless", -2), ("uncompelling", -2),
        ("dreariest", -2), ("tedious", -3), ("tediousness", -3), ("razor-sharp", 2),
        ("mind-numbingly-awful", -3), ("table", 0), ("", 0), ("-", 0), ("in", 0), ("bed", 0),
    ],
)  # fmt: skip
def test_strength(word, strength):
    assert leaning_of(word) == strength


def test_the_list_holds_plain_words_within_bounds():
    assert len(OPINIONS) > 1_400
    assert all(0 < abs(strength) <= STRONGEST for strength in OPINIONS.values())
    assert all(word == word.lower() and " " not in word for word in OPINIONS)
    assert all(leaning_of(word) == strength for word, strength in OPINIONS.items())
