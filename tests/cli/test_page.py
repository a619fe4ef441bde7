"""`clapometer page`: one page read from a file; everything in it is made up."""

from __future__ import annotations

import gzip
import json

from clapometer.readers.pages import Page

PAGE = """<html lang="en"><title>The Salt Road review</title>
<script type="application/ld+json">{"@type": "Review", "author": "Ann Lee", "itemReviewed":
{"@type": "Movie", "name": "The\tSalt Road"}, "reviewRating": {"ratingValue": 4}};</script>
<article><h1>The Salt Road review</h1><p>Two keepers share a lighthouse, a secret and one pair of
boots all through a winter that will not end.</p></article>"""


def test_what_a_page_holds_line_by_line(run, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    lines = run("page", str(path), "--url", "https://variety.com/x").output.splitlines()
    told = {line.split("\t")[0]: line.split("\t")[1] for line in lines}
    assert told["outlet"] == "Variety"
    assert told["review work"] == "The Salt Road"
    assert told["review grade"] == "4/5"
    assert told["review assumed"] == "best"
    assert told["mended"] == "breaks, surroundings"


def test_json_is_the_whole_page(run, tmp_path):
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(PAGE.encode()))
    told = json.loads(run("page", str(path), "--json").output)
    characters = told.pop("characters")
    page = Page.from_json(told)
    assert len(page.text) == characters > 50
    assert page.review is not None


def test_standard_input(run):
    told = run("page", "-", input="Salt Road renewed\nThey will be back.")
    assert told.output.startswith("headline\tSalt Road renewed\tfirst line\n")


def test_what_cannot_be_read_is_one_sentence(run, tmp_path):
    damaged = tmp_path / "damaged.gz"
    damaged.write_bytes(b"\x1f\x8b but not really")
    picture = tmp_path / "picture.html"
    picture.write_bytes(b"\x89PNG\r\n")
    for path in (damaged, picture, tmp_path / "missing.html", tmp_path):
        found = run("page", str(path))
        assert found.exit_code != 0
        assert "Traceback" not in found.output
        assert found.output.strip().count("\n") == 0
