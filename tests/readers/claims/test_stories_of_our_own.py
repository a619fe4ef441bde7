"""The made-up stories in `stories/`: what the reader finds in them, kind by kind."""

from pathlib import Path

import pytest

from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story
from tools.claims.labelled import labelled_in
from tools.claims.pairing import pairing
from tools.claims.tallies import Tally, tallied

STORIES = Path(__file__).parent / "stories"
FLOORS: dict[str, tuple[float, float, float]] = {
    "review_score": (0.94, 0.96, 0.83),
    "certification": (0.98, 0.98, 0.69),
    "consensus": (0.98, 0.98, 0.42),
    "renewal": (0.85, 0.89, 0.97),
    "cancellation": (0.91, 0.88, 0.85),
    "order": (0.75, 0.94, 0.8),
    "ended": (0.77, 0.92, 0.93),
    "premiere": (0.75, 0.83, 0.95),
    "chart": (0.87, 0.9, 0.86),
    "count": (0.88, 0.92, 0.88),
    "box_office": (0.94, 0.0, 0.96),
    "cast": (0.81, 0.0, 0.91),
    "creator": (0.79, 0.0, 0.92),
    "source_work": (0.66, 0.0, 0.98),
    "platform": (0.67, 0.0, 0.9),
    "synopsis": (0.71, 0.0, 0.98),
    "quotation": (0.93, 0.0, 0.96),
}
"""Recall, precision and modality that no change may fall below. Precision is not judged where the
labels are not complete; how sure a badge or a consensus is stated depends on who labels it."""


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
    recall, precision, modality = FLOORS[kind]
    one = tallies[kind]
    assert one.recall is not None
    assert one.recall >= recall
    assert (one.precision or 0) >= precision
    assert (one.modality or 0) >= modality


def test_every_label_quotes_its_story() -> None:
    for story in labelled_in(STORIES):
        for claim in story.claims:
            assert story.places(claim["quote"]), (story.name, claim["quote"])
