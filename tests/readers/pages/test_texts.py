"""Stories of real pages: as good as trafilatura's or better, and no sentence lost."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from trafilatura import bare_extraction

from clapometer.readers.pages import read_page, read_text
from clapometer.readers.pages.body.cleaning import clutter_of

WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


@pytest.mark.realdata
def test_no_sentence_that_trafilatura_has_is_lost(realdata: Path) -> None:
    folder = realdata / "pages" / "html"
    for path in sorted(folder.glob("*.expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))["articleBody"]
        name = path.name.removesuffix(".expected.json")
        data = gzip.decompress((folder / f"{name}.html.gz").read_bytes())
        ours = read_page(data).text
        theirs = bare_extraction(data, include_comments=False).text
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", expected):
            if folded(sentence) in folded(theirs):
                assert folded(sentence) in folded(ours), name
        assert _f1(ours, expected) >= _f1(theirs, expected), name


def _f1(found: str, expected: str) -> float:
    here, there = Counter(folded(found).split()), Counter(folded(expected).split())
    return 2 * (here & there).total() / (here.total() + there.total())


@pytest.mark.realdata
def test_of_labelled_stories_no_sentence_that_claims_stand_on_is_lost(realdata: Path) -> None:
    stories = sorted((realdata / "stories").glob("*.txt"))
    assert len(stories) > 20
    for path in stories:
        claims = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["claims"]
        page = read_text(path.read_text(encoding="utf-8"))
        kept = folded(f"{page.headline}\n{page.text}")
        for claim in claims:
            assert folded(claim.get("quote") or "") in kept, (path.name, claim["kind"])


@pytest.mark.realdata
def test_of_critics_sentences_hardly_one_is_taken_for_clutter(realdata: Path) -> None:
    table = realdata / "polarity" / "rt-polarity.folds0-8.tsv"
    lines = [line.split("\t")[-1] for line in table.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 9_000
    assert [line for line in lines if clutter_of(line)] == []
