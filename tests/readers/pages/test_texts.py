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
from tests.readers.pages.pages_of import STORY, ld, read

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


# chalie 1723: trafilatura leaves dates out of the very sentences that tell them.
def test_dates_inside_sentences_stay() -> None:
    told = "<p>It opened on <time datetime='2024-03-05'>5 March</time> and runs until 9 May.</p>"
    page = read_page(f"<article><h1>Salt</h1>{STORY}{told}{STORY.replace('Two', 'Six')}".encode())
    assert "It opened on 5 March and runs until 9 May." in page.text


def test_an_old_page_centred_as_a_whole() -> None:
    page = read_page(f"<body><center><font>{STORY}</font></center></body>".encode())
    assert "the camera never leaves the island" in page.text


def test_tables_lists_and_quotations_stay() -> None:
    parts = (
        "<ul><li>First, it is long.</li><li>Second, it is back on 6 April 2026.</li></ul>"
        "<blockquote>“I will be back,” she said.</blockquote>"
        "<table><tr><td>Salt</td><td>$4 million</td></tr></table>"
    )
    page = read_page(f"<article>{STORY}{parts}{STORY.replace('Two', 'Six')}</article>".encode())
    for said in ("it is back on 6 April 2026", "I will be back", "$4 million"):
        assert said in page.text


def test_a_story_that_only_the_data_tells_in_full() -> None:
    body = "It is told in full in the data of the page, as behind a wall. " * 20
    head = ld({"@type": "NewsArticle", "headline": "Salt", "articleBody": body})
    page = read(head, "<p>Its first sentence, and no more, is shown here.</p>")
    assert page.text.startswith("It is told in full")
