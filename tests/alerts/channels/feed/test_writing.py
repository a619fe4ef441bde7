"""Feeds as text, read back by parsers that are not ours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.feed.entries import Entry
from clapometer.alerts.channels.feed.writing import FORMS, Feed, atom, json_feed
from clapometer.instants import format_instant

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
INSTANTS = st.integers(0, 4 * 10**15)
ENTRIES = st.builds(
    Entry, id=TEXT, kind=TEXT, title=TEXT, text=TEXT, url=TEXT, published=INSTANTS, updated=INSTANTS
)
FEEDS = st.builds(
    Feed,
    id=TEXT,
    title=TEXT,
    address=TEXT,
    home=TEXT,
    author=TEXT,
    language=st.sampled_from(["en", "fr"]),
    entries=st.lists(ENTRIES, max_size=4),
    hubs=st.lists(TEXT, max_size=2),
    since=INSTANTS,
)
ENTRY = Entry("tag:board.example,2026:notice:0", "score", "The Salt Road: 97", "97 <b>& falling",
              "https://board.example/work/w17/the-salt-road", 5_000_000, 6_000_000)  # fmt: skip
FEED = Feed(
    "tag:board.example,2026:work:w17", "The Salt Road", "https://board.example/feed.xml",
    "https://board.example/", "Made-up board", "en", [ENTRY], ["https://hub.example/"],
)  # fmt: skip


def whole(text: str) -> str:
    """What XML can hold of a text, as its parser hands it back."""
    kept = "".join(one for one in text if one in "\t\n" or ord(one) >= 32)
    return "".join(one for one in kept if one not in "\ufffe\uffff")


# Whatever is told, a parser of XML reads it back, but for what no XML can hold.
@given(FEEDS)
def test_atom_can_be_read_whatever_it_tells(feed):
    read = ElementTree.fromstring(atom(feed))
    assert (read.findtext(f"{ATOM}title") or "") == whole(feed.title)
    entries = read.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}content") or "" for one in entries] == [
        whole(one.text) for one in feed.entries
    ]
    for element in (read, *entries):
        # RFC 4287, 4.1.1 and 4.1.2: each has exactly one of these.
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
    updated = datetime.fromisoformat(read.findtext(f"{ATOM}updated"))
    assert updated.tzinfo


# The same for JSON, where nothing has to be left out.
@given(FEEDS)
def test_json_can_be_read_whatever_it_tells(feed):
    read = json.loads(json_feed(feed))
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert [one["content_text"] for one in read["items"]] == [one.text for one in feed.entries]
    assert [one["id"] for one in read["items"]] == [one.id for one in feed.entries]


def test_an_entry_of_atom():
    read = ElementTree.fromstring(atom(FEED))
    links = {one.get("rel"): one.get("href") for one in read.findall(f"{ATOM}link")}
    assert links == {"self": FEED.address, "alternate": FEED.home, "hub": "https://hub.example/"}
    entry = read.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == ENTRY.id
    assert entry.findtext(f"{ATOM}content") == "97 <b>& falling"
    assert entry.find(f"{ATOM}content").get("type") == "text"
    assert entry.findtext(f"{ATOM}published") == format_instant(5_000_000)
    assert entry.findtext(f"{ATOM}updated") == format_instant(6_000_000)
    assert entry.find(f"{ATOM}link").get("href") == ENTRY.url
    assert entry.find(f"{ATOM}category").get("term") == "score"
    # RFC 4287, 4.2.1: an entry without an author needs one of the feed.
    assert read.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Made-up board"


def test_an_item_of_json():
    read = json.loads(json_feed(FEED))
    assert read["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert read["items"] == [
        {
            "id": ENTRY.id,
            "url": ENTRY.url,
            "title": ENTRY.title,
            "content_text": ENTRY.text,
            "date_published": "1970-01-01T00:00:05Z",
            "date_modified": "1970-01-01T00:00:06Z",
            "tags": ["score"],
        }
    ]


@pytest.mark.parametrize("form", FORMS)
def test_without_hubs_none_is_named(form):
    _media, write = FORMS[form]
    without = replace(FEED, entries=[], hubs=[], since=7_000_000)
    assert "hub" not in write(without)
    assert without.updated == 7_000_000
