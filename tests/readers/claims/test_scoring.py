"""How claims are compared with labels: hand-worked pairs, and a second opinion on real ones."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story
from tools.claims.comparing import same_value
from tools.claims.labelled import Labelled, labelled_in
from tools.claims.pairing import pairing
from tools.claims.tallies import tallied

# Made up.
TEXT = "Salt Road holds 97%. Its audience gave it a B-minus. Salt Road holds 97%, still."
SCORE: dict[str, Any] = {
    "kind": "review_score",
    "work": "Salt Road",
    "season": None,
    "value": 97,
    "aggregator": "Rotten Tomatoes",
    "modality": "current",
    "quote": "Salt Road holds 97%.",
    "also": ["Salt Road holds 97%, still."],
}
STORY = Labelled("salt-road", TEXT, {"main_works": ["Salt Road"], "aliases": {}, "claims": [SCORE]})


def _read(start: int, end: int, **said: Any) -> dict[str, Any]:
    return {**SCORE, "span": [start, end], **said}


@pytest.mark.parametrize(
    ("kind", "gold", "read", "same"),
    [
        ("count", 4_300_000_000, 4_310_000_000, True),
        ("count", 4_300_000_000, 4_400_000_000, False),
        ("review_score", "B-", "b minus", True),
        ("review_score", "B-", "B", False),
        ("premiere", "2026-03", "2026-03-20", True),
        ("premiere", "2026-03-20", "2026-03", False),
        ("premiere", "--03-20", "2026-03-20", True),
        ("premiere", None, None, True),
        ("premiere", None, "2026-03-20", False),
        ("consensus", "A slow, salty triumph.", "A slow salty triumph of mud", True),
        ("consensus", "A slow, salty triumph.", "It has no heart", False),
        ("cast", "Zoë Quill", "Zoe Quill", True),
    ],
)
def test_values_agree_as_their_kind_wants_it(
    kind: str, gold: object, read: object, same: bool
) -> None:
    assert same_value(kind, gold, read) is same


def test_a_claim_is_found_at_each_place_that_states_it_but_counts_once() -> None:
    found = pairing(STORY, [_read(0, 20), _read(53, 80), _read(21, 52)])
    assert len(found.pairs) == 1
    assert found.near == {2}
    assert len(found.wrong) == 2
    assert not found.missed


def test_the_better_stated_of_two_equal_ones_is_paired() -> None:
    found = pairing(STORY, [_read(0, 20, modality="former"), _read(0, 20)])
    assert found.pairs == {1: 0}


def test_what_the_labels_do_not_cover_is_not_judged() -> None:
    unjudged = _read(0, 20, kind="box_office", unit="USD")
    tallies = tallied([pairing(STORY, [unjudged, _read(0, 20, value=98)])])
    assert (tallies["box_office"].read, tallies["box_office"].judged) == (1, 0)
    assert (tallies["review_score"].recall, tallies["review_score"].precision) == (0, 0)


def _peer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("labels_own_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(importlib.import_module("sys").modules, spec.name, module)
        spec.loader.exec_module(module)
    return module


# Invariant: on every story our scorer counts what the scorer of the labels' own makers counts.
@pytest.mark.realdata
def test_two_scorers_count_the_same(realdata: Path) -> None:
    folder = realdata / "stories"
    peer = _peer(folder / "score.py")
    for story in labelled_in(folder):
        found = read_story(story.text)
        read = [claim.as_json(found.text) for claim in read_claims(found)]
        theirs = peer.Score()
        theirs.add(peer.Story.read(folder / f"{story.name}.json"), read)
        for kind, tally in tallied([pairing(story, read)]).items():
            other = theirs.kinds[kind]
            assert (tally.gold, tally.read, tally.matched, tally.judged, tally.right,
                    tally.near, tally.stated) == (
                other.gold, other.predicted, other.matched, other.judged, other.right,
                other.near, other.modality), (story.name, kind)  # fmt: skip
