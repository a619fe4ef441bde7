"""Feeds of every format are read into the same items; what is none is refused in one sentence."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.instants import format_instant
from clapometer.readers.feeds.feed import LIMITS, Feed
from clapometer.readers.feeds.reading import read_feed, read_feed_as_json
from clapometer.readers.feeds.refusals import FEED_REFUSALS, FEED_REMARKS, FeedRefused
from clapometer.readers.feeds.reviewing import stars_in
from tests.readers.feeds import samples

URL = "https://harbour.example/feed.xml"
XML = [samples.RSS_20, samples.RSS_10, samples.ATOM_10, samples.FILMS, samples.RSS_091]


def read(text, url=URL, content_type="", encoding="utf-8"):
    return read_feed(text.encode(encoding), url, content_type)


def refusal(data):
    with pytest.raises(FeedRefused) as caught:
        read_feed(data, URL)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence
    return caught.value.code


def test_rss_2():
    feed = read(samples.RSS_20)
    assert (feed.title, feed.link, feed.form) == (
        "The Harbour Post – Screen",
        "https://harbour.example/",
        "rss20",
    )
    assert (feed.language, feed.minutes) == ("en-GB", 90)
    one, bare = feed.items
    assert one.id == "hp-1"
    assert one.link == "https://harbour.example/screen/salt-road?a=1&b=2"
    assert one.title == "Salt Road review: a long way & worth it"
    assert format_instant(one.published) == "2023-08-04T16:30:00Z"
    assert one.authors == ("Ida Holm",)
    assert one.topics == ("Television", "Reviews")
    assert one.summary == "First <b>line.\nSecond line."
    assert one.text == "The whole text.\nAnd its end."
    assert (bare.title, bare.link, bare.published) == ("Only a title", "", None)
    assert bare.authors == ("Jon Berg",)
    assert bare.id.startswith("sha256:")
    assert feed.remarks == (FEED_REMARKS["empty_items"].format(count=1),)


def test_rss_091_with_its_document_type_and_latin_1():
    feed = read(samples.RSS_091, encoding="latin-1")
    assert (feed.form, feed.title) == ("rss091u", "Café notes")
    assert feed.items[0].title == "Déjà vu"
    assert feed.remarks == ()


def test_rss_1():
    feed = read(samples.RSS_10)
    assert (feed.form, feed.title, feed.minutes) == ("rss10", "North Screen", 360)
    (item,) = feed.items
    assert item.id == item.link == "https://north.example/a"
    assert format_instant(item.published) == "2024-02-29T12:05:00Z"
    assert (item.authors, item.topics) == (("Mara Quill",), ("Renewals",))


def test_atom_with_a_prefix_and_a_base_of_its_own():
    feed = read(samples.ATOM_10)
    assert (feed.form, feed.title, feed.link) == (
        "atom10",
        "Kino & mehr",
        "https://blog.example/films/",
    )
    (item,) = feed.items
    assert item.title == "Ein Film"
    assert item.link == "https://blog.example/films/7.html"
    assert format_instant(item.published) == "2024-04-30T20:00:00Z"
    assert format_instant(item.modified) == "2024-05-01T10:00:00Z"
    assert item.authors == ("Lene Ott",)
    assert item.topics == ("Drama",)
    assert (item.summary, item.text) == ("Kurz.", "Lang.")


def test_what_a_film_diary_says_is_read_by_namespace_whatever_the_prefix():
    rated, unrated, odd, other = [one.review for one in read(samples.FILMS).items]
    assert (rated.title, rated.year, rated.grade, rated.tmdb) == (
        "Salt Road", 2023, "★★★½", "movie/1234",
    )  # fmt: skip
    assert (rated.watched, rated.again, rated.liked) == ("2023-08-04", True, False)
    assert (unrated.year, unrated.grade, unrated.watched, unrated.again) == (
        None,
        "4.0/5",
        "",
        None,
    )
    assert (odd.grade, odd.tmdb) == ("", "tv/77")
    assert other is None


@pytest.mark.parametrize(
    ("title", "stars"),
    [
        ("Salt Road, 2023 - ★★★½", "★★★½"),
        ("Salt Road review ★★★☆☆ – a long way", "★★★☆☆"),
        ("Low Water, 2021 - ½", "½"),
        ("Nine ½ weeks later", ""),
        ("8½", ""),
        ("Salt Road", ""),
    ],
)
def test_stars_of_a_title(title, stars):
    assert stars_in(title) == stars


def test_json_feed_of_both_versions():
    feed = read(samples.JSON_11)
    assert (feed.title, feed.form, feed.link) == ("Quay Letters", "json11", "https://quay.example/")
    one, two = feed.items
    assert (one.id, one.link) == ("17", "https://harbour.example/17")
    assert format_instant(one.published) == "2024-03-01T11:00:00Z"
    assert (one.authors, one.topics) == (("Sam Reed",), ("Endings",))
    assert (one.summary, one.text) == ("In short.", "It ends.")
    assert (two.link, two.title, two.summary) == ("https://other.example/x", "", "Just words.")
    assert feed.remarks == (FEED_REMARKS["empty_items"].format(count=2),)
    (old,) = read(samples.JSON_10).items
    assert old.authors == ("Sam Reed",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_feed_is_read_in_every_encoding_of_unicode(encoding):
    text = samples.RSS_20.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    if encoding == "utf-8-sig":
        text = samples.RSS_20
    assert [one.id for one in read(text, encoding=encoding).items] == [
        one.id for one in read(samples.RSS_20).items
    ]


def test_who_is_believed_of_the_encoding():
    text = samples.RSS_091.replace("ISO-8859-1", "windows-1251")
    assert read(text, content_type="text/xml; charset=utf-8").title == "Café notes"
    mislabelled = read(samples.RSS_091.replace("ISO-8859-1", "utf-8"), encoding="latin-1")
    assert mislabelled.title == "Café notes"
    assert mislabelled.remarks == (FEED_REMARKS["encoding"].format(said="utf-8", read="cp1252"),)
    seven = read(samples.RSS_20.replace('"UTF-8"', '"utf-7"').replace("Only", "+ADw-b+AD4-"))
    assert seven.items[1].title == "+ADw-b+AD4- a title"


def test_broken_feeds_are_read_as_far_as_they_go_and_it_is_said():
    cut = read(samples.RSS_20[: samples.RSS_20.index("<item>\n  <title>Only")])
    assert [one.id for one in cut.items] == ["hp-1"]
    assert FEED_REMARKS["not_well_formed"] in cut.remarks
    bare = read("<rss><channel><item><title>Salt & Road</title><link>/a</link></item>")
    assert (bare.items[0].title, bare.items[0].link) == ("Salt & Road", "https://harbour.example/a")
    warned = read("<br />\n<b>Warning</b>: something\n" + samples.RSS_10)
    assert warned.items[0].title == "Second series for Tidewrack"
    noisy = read("Warning: something\n" + samples.RSS_10)
    assert FEED_REMARKS["before"] in noisy.remarks


# Invariant: no declaration of entities reaches a parser, however it is wrapped.
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("bomb", [samples.BOMB, samples.FILE_READER])
@pytest.mark.parametrize("before", ["", " \n", "junk ", "<!-- <rss> -->"])
def test_entities_are_refused_before_anything_is_parsed(bomb, encoding, before):
    text = bomb if not before else before + bomb.partition("\n")[2]
    assert refusal(text.encode(encoding)) in {"entities", "no_feed"}


def test_a_late_document_type_unfolds_nothing():
    bomb = samples.BOMB.replace('"ha"', '"Boo"').partition("\n")[2]
    feed = read(bomb.replace("<!DOCTYPE lolz", "<rss><!DOCTYPE lolz"))
    assert "Boo" not in str(feed)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<!DOCTYPE html><html><body>a page</body></html>", "web_page"),
        (b"<html>", "web_page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_feed"),
        (b"plain words", "no_feed"),
        (b"%PDF-1.7", "no_feed"),
        (b"PK\x03\x04", "no_feed"),
        (b"<!--", "no_feed"),
        (b"<rss><channel></channel></rss>", "no_feed"),
        (b"{", "broken_json"),
        (b"{}", "no_feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "no_feed"),
        (b'{"a":' * 100_000, "broken_json"),
        (b'{"version": ' + b"9" * 5000, "broken_json"),
        (b"x" * (9 << 20), "too_large"),
    ],
)
def test_what_is_no_feed_is_refused(data, code):
    assert refusal(data) == code


@pytest.mark.parametrize(
    ("links", "feed"),
    [
        ("<link rel='alternate' type='application/rss+xml' href='/feed?a=1&amp;b=2'>",
         "https://harbour.example/feed?a=1&b=2"),
        ('<LINK TYPE="application/atom+xml;charset=utf-8" HREF=atom.xml REL="Alternate home">',
         "https://harbour.example/atom.xml"),
        ("<link rel=alternate type=application/feed+json href=https://b.example/feed.json>",
         "https://b.example/feed.json"),
        ("<link rel='alternate' type='text/html' href='/de'><link rel='stylesheet' href='/a.css'>",
         ""),
        ("<link rel='alternate' type='application/rss+xml' href='javascript:alert(1)'>", ""),
        ("<link " * 50_000, ""),
    ],
)  # fmt: skip
def test_a_page_is_refused_with_the_feed_that_it_names(links, feed):
    page = f"<!DOCTYPE html><html><head>{links}</head><body>a page</body></html>"
    with pytest.raises(FeedRefused) as caught:
        read(page)
    assert caught.value.code == ("advertised" if feed else "web_page")
    assert feed in caught.value.sentence
    assert caught.value.sentence.endswith(".")


def test_texts_are_bounded_and_fit_to_keep():
    long = (
        "<item><title>" + "x" * 2000 + "\u202e\u0007</title><link>javascript:alert(1)</link></item>"
    )
    text = f"<rss><channel><title>t</title>{long * 300}</channel></rss>"
    feed = read(text)
    assert len(feed.items) == LIMITS["items"]
    assert FEED_REMARKS["more_items"].format(limit=LIMITS["items"]) in feed.remarks
    assert {len(one.title) for one in feed.items} == {LIMITS["title"]}
    assert {one.link for one in feed.items} == {""}
    assert len({one.id for one in feed.items}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel><title>x</title>" + "<a>" * 5_000,
        "<rss><channel><item><description>" + "<p" * 20_000,
        "<rss><channel><item><description>" + "&lt;script" * 50_000,
        "<rss><channel><item><title " + "a='b' " * 50_000,
        "<rss " + " " * 500_000,
        "<!-- " * 200_000,
        "<rss><channel><title>" + "★" * 300_000,
    ],
)
def test_what_is_made_to_be_slow_is_not(text):
    began = time.process_time()
    with contextlib.suppress(FeedRefused):
        read(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", [*XML, samples.JSON_11, samples.JSON_10])
def test_a_feed_is_the_same_after_json(text):
    feed = read(text)
    told = json.loads(json.dumps(read_feed_as_json(text.encode(), URL)))
    assert Feed.from_json(told) == feed


# Invariant: whatever the bytes, a feed whose texts are plain and bounded, or FeedRefused.
@settings(max_examples=60)
@given(
    st.sampled_from([*XML, samples.JSON_11]),
    st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=6)), max_size=6),
    st.integers(0, 3000),
)
def test_damaged_bytes_are_read_or_refused(text, wounds, cut):
    data = bytearray(text.encode())
    for place, piece in wounds:
        data[place : place + len(piece)] = piece
    try:
        feed = read_feed(bytes(data[: len(data) - cut]), URL)
    except FeedRefused as refused:
        assert refused.code in FEED_REFUSALS
        return
    for item in feed.items:
        assert item.id
        assert item.title or item.link or item.text
        assert item.link.startswith(("http://", "https://")) or not item.link
        assert item.title.isprintable()
        assert len(item.title) <= LIMITS["title"]


@pytest.mark.realdata
def test_the_feeds_of_the_real_data(realdata):
    folder = realdata / "pages" / "feeds"
    found = {
        path.name: read_feed(path.read_bytes(), "https://x.example/")
        for path in sorted(folder.iterdir())
    }
    assert sorted(one.form for one in found.values()) == ["atom10", "rss20", "rss20"]
    assert all(one.remarks == () and one.items for one in found.values())
    diary = found["letterboxd-member.rss.xml"]
    reviews = [one.review for one in diary.items]
    assert all(one and one.title and one.year and one.watched and one.tmdb for one in reviews)
    assert [bool(one.grade) for one in reviews if one] == [True, True, False]
    assert all("★" in one.title for one in diary.items if one.review and one.review.grade)
    assert all(one.published and one.authors and one.summary for one in diary.items)
    assert all(one.published and one.link for one in found["feed1.atom"].items)
