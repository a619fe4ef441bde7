"""Structured data in every syntax; real examples, and pages of our own that break one syntax."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from clapometer.readers.pages import read_page
from clapometer.readers.pages.markup.jsonld import values_of
from clapometer.readers.pages.markup.microformats import read_microformats
from tests.readers.pages.pages_of import STORY, html, ld, read

MICROFORMATS = "microformats/microformats-*/*/*.html"


@pytest.mark.realdata
def test_every_microformat_is_read_as_the_rules_expect(realdata: Path) -> None:
    pages = sorted((realdata / "pages").glob(MICROFORMATS))
    assert len(pages) == 10
    for page in pages:
        root = document_fromstring(page.read_text(encoding="utf-8"))
        base = next(iter(root.xpath("//base/@href")), "")
        found = [one.as_json() for one in read_microformats(root, base)]
        assert found == json.loads(page.with_suffix(".json").read_text())["items"], page.name


@pytest.mark.realdata
def test_every_malformed_block_is_read_as_a_tolerant_reader_does(realdata: Path) -> None:
    pages = sorted((realdata / "pages" / "jsonld-malformed").glob("*.html"))
    assert len(pages) == 3
    for page in pages:
        root = document_fromstring(page.read_text(encoding="utf-8"))
        blocks = root.xpath("//script[@type='application/ld+json']")
        found = [one for block in blocks for one in values_of(block.text)]
        expected = page.with_suffix(".jsonld").read_text(encoding="utf-8")
        assert found == json.loads(expected), page.name


@pytest.mark.realdata
def test_the_three_syntaxes_of_schema_orgs_examples_agree(realdata: Path) -> None:
    for example in sorted((realdata / "pages" / "schema-org-examples").glob("*.txt")):
        parts = _sections(example.read_text(encoding="utf-8"))
        read = {name: read_page(f"<html><body>{text}".encode()) for name, text in parts.items()}
        told = {
            name: [(one.work, one.critic, one.grade, one.quote) for one in page.reviews]
            for name, page in read.items()
        }
        assert told["MICRODATA"] == told["RDFA"], example.name
        if "itemscope" in parts["MICRODATA"]:
            assert len(told["JSON"]) == len(told["MICRODATA"]), example.name


def _sections(text: str) -> dict[str, str]:
    found = {}
    for name in ("MICRODATA", "RDFA", "JSON"):
        after = text.partition(f"\n{name}:\n")[2]
        found[name] = after.partition("\nRDFA:\n")[0].partition("\nJSON:\n")[0]
    return found


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "grade", "critic"),
    [
        ("pcgamer-review-87-of-100", "87/100", "page"),
        ("tofugu-review-7.9-of-10", "7.9/10", "page"),
        ("hassanchef-aggregate-4-of-4", None, ""),
        ("backen-aggregate-no-best", None, ""),
        ("giromatch-itemreviewed-string", None, ""),
        ("chefkoch-many-reviews", None, ""),
        ("vg247-jedi-fallen-order-review", "", "page"),
    ],
)
def test_reviews_of_real_pages(realdata: Path, name: str, grade: str | None, critic: str) -> None:
    data = gzip.decompress((realdata / "pages" / "html" / f"{name}.html.gz").read_bytes())
    page = read_page(data)
    assert (page.review is None) == (grade is None)
    if page.review:
        assert page.review.grade == grade
        assert page.review.work
        assert page.review.critic == page.byline[0]
        assert page.review.verdict_by == ""


REVIEW = {"@type": "Review", "itemReviewed": {"@type": "Movie", "name": "The Salt Road"},
          "reviewRating": {"ratingValue": 4, "bestRating": 5}, "author": "Ann Lee"}  # fmt: skip
MICRODATA = (
    "<div itemscope itemtype='https://schema.org/Review'><span itemprop='author'>Ann Lee</span>"
    "<div itemprop='itemReviewed' itemscope itemtype='https://schema.org/Movie'>"
    "<b itemprop='name'>The Salt Road</b></div><div itemprop='reviewRating' itemscope>"
    "<meta itemprop='ratingValue' content='4'><meta itemprop='bestRating' content='5'></div></div>"
)
RDFA = (
    "<div vocab='https://schema.org/' typeof='Review'><span property='author'>Ann Lee</span>"
    "<div property='itemReviewed' typeof='Movie'><b property='name'>The Salt Road</b></div>"
    "<div property='reviewRating' typeof='Rating'><meta property='ratingValue' content='4'>"
    "<meta property='bestRating' content='5'></div></div>"
)
FORMAT = (
    "<div class='h-review'><span class='p-author h-card'>Ann Lee</span><b class='p-item h-item'>"
    "The Salt Road</b><span class='p-rating'>4</span>/<span class='p-best'>5</span></div>"
)
CLASSIC = (
    "<div class='hreview'><span class='reviewer vcard'><i class='fn'>Ann Lee</i></span>"
    "<b class='item'><i class='fn'>The Salt Road</i></b><span class='rating'>"
    "<b class='value'>4</b> of <b class='best'>5</b></span></div>"
)
OLD = (
    "<div itemscope itemtype='http://data-vocabulary.org/Review'>"
    "<b itemprop='itemreviewed'>The Salt Road</b><i itemprop='reviewer'>Ann Lee</i>"
    "<span itemprop='rating'>4/5</span></div>"
)


@pytest.mark.parametrize(
    "body", [ld(REVIEW), MICRODATA, RDFA, FORMAT, CLASSIC, OLD, ld({"@graph": [[REVIEW]]})],
    ids=["JSON-LD", "microdata", "RDFa", "h-review", "hreview", "data-vocabulary", "graph"],
)  # fmt: skip
def test_one_review_in_every_syntax(body: str) -> None:
    review = read(body=body + STORY).review
    assert review is not None
    assert (review.work, review.critic, review.grade) == ("The Salt Road", "Ann Lee", "4/5")
    assert review.assumed == ()


# extruct 45: an error in one syntax, or in one block, loses nothing of the others.
def test_a_broken_block_loses_nothing_else() -> None:
    page = read(ld("{broken", REVIEW, "%%%"), MICRODATA + STORY)
    assert page.review is not None
    assert len(page.reviews) == 1
    assert [(one.where, one.steps) for one in page.repairs] == [
        ("JSON-LD block 1", ("unreadable",)), ("JSON-LD block 3", ("unreadable",)),
    ]  # fmt: skip


def test_what_two_syntaxes_tell_of_one_review_is_put_together() -> None:
    half = {"@type": "Review", "itemReviewed": {"@type": "Movie", "name": "The Salt Road"}}
    page = read(ld({**half, "author": "Ann Lee", "reviewRating": {"ratingValue": 4}}), MICRODATA)
    assert len(page.reviews) == 1
    assert page.review is not None
    assert (page.review.grade, page.review.assumed) == ("4/5", ())
    assert page.review.found["grade"].startswith("microdata")


def test_itemref_and_addresses_in_microdata() -> None:
    page = read(
        body="<div itemscope itemtype='https://schema.org/Review' itemref='more'>"
        "<a itemprop='author' href='/ann'>Ann Lee</a></div><div id='more'><div itemprop="
        "'itemReviewed' itemscope itemtype='https://schema.org/Movie'><i itemprop='name'>Salt</i>"
        "<link itemprop='sameAs' href='https://www.imdb.com/title/tt0000001/'></div>"
        f"<meta itemprop='reviewBody' content='It is a film of small gestures.'></div>{STORY}"
    )
    assert len(page.reviews) == 1
    review = page.reviews[0]
    assert (review.work, review.kind, review.critic) == ("Salt", "film", "Ann Lee")
    assert review.identifiers == ("imdb:tt0000001",)
    assert review.quote == "It is a film of small gestures."


def test_an_item_that_refers_to_itself_ends() -> None:
    assert read(body="<div id='a' itemscope itemref='a b'><p id='b' itemprop='x'>y</p></div>")


# extruct 115: of a property that is repeated the first counts.
def test_a_page_of_open_graph_alone() -> None:
    page = read_page(
        html(
            '<meta property="og:title" content="Keepers return"><meta property="og:title" '
            'content="Second"><meta property="article:author" content="https://example.org/ann">'
            '<meta property="article:author" content="Ann Lee"><meta property="og:url" '
            'content="https://madeup.example/x"><meta property="og:locale" content="en_GB">',
            lang="",
        ).encode()
    )
    assert page.headline == "Keepers return"
    assert page.byline == ("Ann Lee",)
    assert page.canonical == "https://madeup.example/x"
    assert page.language == "en"
