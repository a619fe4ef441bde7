"""Fuzzes what reads strangers' texts for a bounded time: python tests/fuzz/fuzz_intake.py

Needs `atheris`, which the project does not depend on: install it beside the package for the run.
The invariant: whatever the bytes, a page and its claims, or a feed, which JSON can say, or a
refusal with one sentence; nothing else is raised, and nothing takes long.
"""

from __future__ import annotations

import json
import sys
import time

import atheris

with atheris.instrument_imports(
    include=["clapometer.readers.pages", "clapometer.readers.feeds", "clapometer.readers.claims"]
):
    from clapometer.desk.intake.readable import readable
    from clapometer.desk.intake.tasks import claim_from, claims_of, page_of
    from clapometer.readers.feeds.feed import Feed
    from clapometer.readers.feeds.reading import read_feed_as_json
    from clapometer.readers.feeds.refusals import FeedRefused
    from clapometer.readers.pages import Page, PageRefused

from tests.hostile import PAGES

STARTS = (
    b"",
    b"<!DOCTYPE html><h1>Salt Road</h1><p>Salt Road has been renewed for a second season.",
    b'<html><script type=\'application/ld+json\'>{"@type":"Review","reviewRating":{',
    b"Salt Road returns\n\nSalt Road has 97% from 37 critics, its makers said on Friday. ",
    b"<rss version='2.0'><channel><title>a</title><item><title>b</title><link>/c</link>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>b</title>",
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "',
)
SLOW = 10.0


def one_input(data: bytes) -> None:
    """Read one text as a page and as a feed."""
    text = STARTS[data[0] % len(STARTS)] + data[1:] if data else data
    began = time.process_time()
    for read in (_page, _feed):
        try:
            read(text)
        except (PageRefused, FeedRefused) as refused:
            assert refused.sentence.endswith(".")
            assert "\n" not in refused.sentence
    assert time.process_time() - began < SLOW, "reading takes long"


def _page(data: bytes) -> None:
    told = json.loads(json.dumps(page_of(data, "https://a.example/", ""), allow_nan=False))
    page = Page.from_json(told)
    text = readable(f"{page.headline}\n\n{page.text}").encode("utf-8", "replace")
    for one in json.loads(json.dumps(claims_of(text, "", "2024-05-01", []), allow_nan=False)):
        start, end = claim_from(one).span
        assert 0 <= start < end <= len(text.decode())


def _feed(data: bytes) -> None:
    told = read_feed_as_json(data, "https://a.example/feed", "")
    Feed.from_json(json.loads(json.dumps(told, allow_nan=False)))


if __name__ == "__main__":
    bounded = any(one.startswith(("-max_total_time", "-runs")) for one in sys.argv)
    for hostile in PAGES:
        one_input(b"\0" + hostile.data)
    atheris.Setup([*sys.argv, *([] if bounded else ["-max_total_time=60"])], one_input)
    atheris.Fuzz()
