"""Hostile pages: bounded time, and never anything but a Page or a PageRefused."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.readers.pages import Page, PageRefused, read_page, read_text

LONGEST = 6.0
"""Seconds of this machine that a hostile page may take at most; it is measured as CPU time."""
DEEP_JSON = '{"@type": "Review", "itemReviewed": ' * 5_000 + '"x"' + "}" * 5_000
HOSTILE: dict[str, Callable[[], bytes]] = {
    "nested deeply": lambda: b"<html><body>" + b"<div>" * 100_000 + b"hello",
    "half a million attributes": lambda: (
        b"<p " + b" ".join(b"a%d=1" % n for n in range(500_000)) + b">x"
    ),
    "attributes with brackets": lambda: b"<p " + b' b=">"' * 300_000 + b">x",
    "unclosed quotation marks": lambda: b"<a href='" * 200_000,
    "unclosed tags": lambda: b"<p>" + b"<b" * 500_000,
    "unclosed scripts": lambda: b"<p>" + b"<script " * 200_000,
    "entities that name entities": lambda: (
        b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "&%c;&%c;">' % (98 + n, 97 + n, 97 + n) for n in range(20))
        + b"]><html><body><p>&u;&u;</p></body></html>"
    ),
    "an outside entity": lambda: (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>'
    ),
    "JSON nested deeply": lambda: _block(DEEP_JSON),
    "JSON of brackets alone": lambda: _block("[" * 300_000),
    "JSON of quotation marks": lambda: _block('{"a": "' + '"' * 200_000),
    "JSON of backslashes": lambda: _block('{"a": "' + "\\" * 300_000),
    "JSON of commas": lambda: _block("[" + "," * 300_000),
    "JSON of comments": lambda: _block("/*" * 200_000),
    "JSON of names": lambda: _block("{" + "a:" * 200_000),
    "JSON with a long number": lambda: _block('{"ratingValue": ' + "9" * 300_000 + "}"),
    "a long block": lambda: _block(json.dumps({"a": "x" * 1_200_000})),
    "a thousand blocks": lambda: _block('{"@type": "Review"}') * 1_000,
    "references everywhere": lambda: _block(
        json.dumps({"@graph": [{"@id": f"#{n}", "author": [{"@id": f"#{m}"} for m in range(50)]}
                               for n in range(50)]})),
    "items in items": lambda: b"<div itemscope itemprop=a>" * 250 + b"x",
    "itemref to everything": lambda: (
        b"<div id=a itemscope itemref='a b c d'>" * 200 + b"<p id=b itemprop=x>y"),
    "things in things": lambda: b"<div typeof=Review property=review>" * 250,
    "formats in formats": lambda: b"<div class='h-review p-item'>" * 250,
    "a long line": lambda: b"<p>" + b"get click share notifications " * 60_000,
    "a long headline": lambda: b"<h1>" + b"'review - " * 100_000 + b"</h1>",
    "a long byline": lambda: b"<p class=byline>By " + b"Ann and " * 100_000,
    "many bylines": lambda: b"<p class=byline>By Ann Lee</p>" * 2_000,
    "many ratings": lambda: b"<h1>Salt review</h1>" + b"<i class=rating>4/5</i>" * 10_000,
    "many metas": lambda: b"<meta name=keywords content='a,b,c'>" * 6_000,
    "mixed encodings": lambda: (
        "<p>Café ".encode() + "Café ".encode("cp1252") + "Café".encode("utf-16")
    ),
    "nothing but NUL and a tag": lambda: b"\0" * 1_000_000 + b"<p>",
    "control characters": lambda: b"<h1>" + bytes(range(1, 32)) * 1_000 + b"</h1><p>x",
    "wrong addresses": lambda: b"<base href='http://['><link rel=canonical href='http://['>"
    b"<meta property='og:url' content='//[:::'><p>x",
}  # fmt: skip


def _block(text: str) -> bytes:
    return f'<script type="application/ld+json">{text}</script><p>x</p>'.encode()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_ends_soon_and_well(name: str) -> None:
    data = HOSTILE[name]()
    begun = time.process_time()
    try:
        page = read_page(data, "https://madeup.example/x", "text/html")
    except PageRefused as refusal:
        assert refusal.sentence
    else:
        assert Page.from_json(json.loads(json.dumps(page.as_json()))) == page
        assert "root:" not in page.text
    assert time.process_time() - begun < LONGEST


PIECES = st.sampled_from(
    """<html>|<head>|<body>|<article>|<p>|</p>|<h1>|</h1>|<b class=byline>|</b>|</div>|</script>
    |<div itemscope itemtype='https://schema.org/Review'>|<b itemprop=reviewRating>|<title>|</title>
    |<i class='h-review p-item h-item'>|<div typeof=Review property=author vocab=x>|[|]|}|"4/5"|null
    |<script type='application/ld+json'>|{"@type":"Review","author":|<meta property='og:title'
    | content='|'>|<time datetime=2024-02-30>|Salt review|Rating: 4/5|★★★|By Ann Lee|\0|&amp;|<!--
    |-->|<![CDATA[|<base href='//['>|\udcff|é| """.replace("\n    ", "").split("|")
)


# Whatever the pieces of HTML and JSON, there is a page that survives JSON, or a refusal.
@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=25), st.text(max_size=30))
def test_any_pieces_of_a_page(pieces: list[str], url: str) -> None:
    data = "".join(pieces).encode("utf-8", "surrogateescape")
    try:
        page = read_page(data, url)
    except PageRefused:
        return
    assert Page.from_json(json.loads(json.dumps(page.as_json()))) == page


# The same for any bytes, and for any pasted text.
@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "text/html", "text/plain; charset=utf-16"]))
def test_any_bytes(data: bytes, content_type: str) -> None:
    try:
        assert isinstance(read_page(data, content_type=content_type), Page)
    except PageRefused as refusal:
        assert refusal.sentence


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_pasted_text(text: str) -> None:
    try:
        assert isinstance(read_text(text), Page)
    except PageRefused as refusal:
        assert refusal.code == "empty"
