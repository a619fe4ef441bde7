"""Our own stories: how much of what is announced in them is read, and how much of it rightly."""

from pathlib import Path

import pytest

from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story
from tools.claims.labelled import labelled_in
from tools.claims.pairing import pairing
from tools.claims.tallies import Tally, tallied

FOLDER = Path(__file__).parent / "stories"
# At least so much, in per cent: precision and recall, as a reader is asked for on new stories.
ASKED = {
    "renewal": (85, 75),
    "cancellation": (85, 75),
    "order": (70, 50),
    "ended": (70, 50),
    "premiere": (80, 70),
    "platform": (0, 50),
}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    pairings = []
    for story in labelled_in(FOLDER):
        found = read_story(story.text)
        pairings.append(pairing(story, [one.as_json(found.text) for one in read_claims(found)]))
    return tallied(pairings)


@pytest.mark.parametrize("kind", ASKED)
def test_what_is_announced_is_read_as_well_as_asked(kind: str, tallies: dict[str, Tally]) -> None:
    precision, recall = ASKED[kind]
    tally = tallies[kind]
    assert 100 * tally.matched >= recall * tally.gold
    assert 100 * tally.right >= precision * tally.judged
