"""The made-up stories in `stories/`: what the reader finds in them, kind by kind."""

from pathlib import Path

import pytest

from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story
from tools.claims.labelled import labelled_in
from tools.claims.pairing import pairing
from tools.claims.tallies import Tally, tallied

STORIES = Path(__file__).parent / "stories"
FLOORS: dict[str, tuple[float, float]] = {
    "review_score": (0.9, 0.9),
    "certification": (0.9, 0.9),
    "consensus": (0.9, 0.9),
    "chart": (0.9, 0.9),
    "count": (0.85, 0.9),
    "box_office": (0.9, 0.0),
}
"""Recall and precision that no change may fall below. Takings are not judged for precision."""


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    pairings = []
    for story in labelled_in(STORIES):
        found = read_story(story.text)
        read = [claim.as_json(found.text) for claim in read_claims(found)]
        pairings.append(pairing(story, read))
    return tallied(pairings)


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_falls_below_its_floor(tallies: dict[str, Tally], kind: str) -> None:
    recall, precision = FLOORS[kind]
    one = tallies[kind]
    assert one.recall is not None
    assert one.recall >= recall
    assert (one.precision or 0) >= precision
    assert (one.modality or 0) >= 0.85


def test_every_label_quotes_its_story() -> None:
    for story in labelled_in(STORIES):
        for claim in story.claims:
            assert story.places(claim["quote"]), (story.name, claim["quote"])
