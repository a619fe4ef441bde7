"""A page read as a whole; every outlet, film and person here is made up unless it is well known."""

from __future__ import annotations

import json

import pytest

from clapometer.readers.pages import Page, PageRefused, read_page, read_text

STORY = (
    "<p>The keepers of the Salt Road lighthouse will be back for a second season, the streamer "
    "said on Tuesday, a month after the first one ended.</p><p>All eight episodes were watched "
    "by more people than any other drama of the spring, and the leads have signed.</p>"
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Salt Road renewed - The Made-up Times</title>
<link rel="canonical" href="/tv/salt-road">
<meta property="og:site_name" content="The Made-up Times">
<meta property="article:tag" content="Television">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Salt Road renewed",
"author": [{{"@type": "Person", "name": "Ann Lee"}}, "Ben Ray"],
"datePublished": "2024-03-05T10:00:00Z", "dateModified": "2024-03-06"}};</script>
</head><body><article><h1>Salt Road renewed</h1>{STORY}<p>Share</p></article></body></html>"""


def test_every_field_with_where_it_was_found() -> None:
    page = read_page(PAGE.encode(), "https://www.madeup.example/tv/salt-road?utm=1")
    assert page.canonical == "https://www.madeup.example/tv/salt-road"
    assert page.headline == "Salt Road renewed"
    assert page.byline == ("Ann Lee", "Ben Ray")
    assert page.outlet == "The Made-up Times"
    assert page.published == "2024-03-05T10:00:00+00:00"
    assert page.modified == "2024-03-06"
    assert page.language == "en"
    assert page.topics == ("Television",)
    assert page.text.startswith("The keepers of the Salt Road")
    assert "Share" not in page.text
    assert page.review is None
    assert [(one.where, one.steps) for one in page.repairs] == [
        ("JSON-LD block 1", ("surroundings",))
    ]
    assert page.found["published"] == "JSON-LD block 1: datePublished"
    assert page.found["topics"] == "meta article:tag"
    assert "description" not in page.found


def test_a_page_survives_json() -> None:
    page = read_page(PAGE.encode(), "https://www.madeup.example/tv/salt-road")
    assert Page.from_json(json.loads(json.dumps(page.as_json()))) == page


def test_a_pasted_text_has_its_headline_in_the_first_line() -> None:
    page = read_text("Salt Road renewed\nBy Ann Lee\n5 March 2024\n\nThe keepers will be back.\n")
    assert (page.headline, page.byline, page.published) == (
        "Salt Road renewed", ("Ann Lee",), "2024-03-05",
    )  # fmt: skip
    assert page.text == "The keepers will be back."


def test_a_text_with_header_lines() -> None:
    page = read_text(
        "URL: https://variety.com/x\nDATE: 2024-03-05\n\nSalt Road renewed\nThey will be back."
    )
    assert (page.url, page.published, page.outlet) == (
        "https://variety.com/x", "2024-03-05", "Variety",
    )  # fmt: skip
    assert (page.headline, page.text) == ("Salt Road renewed", "They will be back.")


def test_bytes_that_are_plain_text_are_read_as_text() -> None:
    page = read_page(b"Salt Road renewed\nSeason 2 < season 1, says one.")
    assert page.headline == "Salt Road renewed"
    assert page.text == "Season 2 < season 1, says one."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\0 ", "empty"),
        (b"%PDF-1.7 and so on", "binary"),
        (b"\x89PNG\r\n", "binary"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'><channel><title>x", "feed"),
        (b"<!-- a feed --><feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"x" * 8_000_001, "too_large"),
        (b"<p>x" * 31_000, "too_many_elements"),
        (b"<!-- only a comment -->", "unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(PageRefused) as refusal:
        read_page(data, content_type="text/html")
    assert refusal.value.code == code
    assert refusal.value.sentence.endswith(".")
    assert "{" not in refusal.value.sentence
