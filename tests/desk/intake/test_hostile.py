"""Pages and servers made to do harm, each through the whole intake, over a server on this machine.

The invariant: whatever comes, within bounded time it is read, or it is refused in one sentence; no
script, no invisible character and no markup of it is kept as text; and the next page is read.
"""

from __future__ import annotations

import gzip
import json
import time

import pytest

from clapometer.desk.intake.apart import BOUNDS
from clapometer.desk.intake.asked import asked_file, asked_link, asked_text
from clapometer.desk.intake.taking import take_in
from clapometer.desk.proposals.models import Backing, Proposal, Reading
from clapometer.readers.text import clean
from tests.fetching.server import answer, raw, redirect
from tests.hostile import HTML, MARKER, OTHER_TYPES, PAGES, STORY, WORDS, page

pytestmark = pytest.mark.django_db
GOOD = page(STORY * 3)


def check(taken):
    """Whatever became of it is one of two things, whole."""
    if taken.reading is None or not taken.was_read:
        assert taken.problem.endswith(".")
        assert taken.problem.isprintable()
        assert "Traceback" not in taken.problem
    for reading in Reading.objects.all():
        kept = json.dumps([reading.headline, reading.outlet, reading.byline, reading.topics,
                           reading.page, reading.text], ensure_ascii=False)  # fmt: skip
        assert MARKER not in kept
        assert all(line == clean(line) for line in reading.text.splitlines())
        for one in Backing.objects.filter(reading=reading).exclude(proposal__kind="review"):
            assert reading.text[one.start : one.end] == one.quote
    for one in Proposal.objects.all():
        assert 0 <= one.confidence <= 1
        assert "\0" not in json.dumps(one.said)


@pytest.mark.parametrize("hostile", PAGES, ids=lambda one: one.name)
def test_a_hostile_page_is_read_or_refused(server, client, hostile):
    link = server.on("/", answer(hostile.data, content_type=hostile.content_type))
    began = time.monotonic()
    check(take_in(asked_link(link), "member:1", client))
    assert time.monotonic() - began < 2 * BOUNDS.wall_seconds
    assert "/private" not in server.paths


@pytest.mark.parametrize("kind", OTHER_TYPES)
def test_what_is_no_page_is_refused_by_its_type(server, client, kind):
    link = server.on("/", raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\nContent-Length: 3\r\n\r\nabc"
    ))  # fmt: skip
    taken = take_in(asked_link(link), "member:1", client)
    assert not taken.was_read
    check(taken)


def drip(connected):
    connected.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n")
    for _ in range(100):
        connected.sendall(b"<")
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("say", "told"),
    [
        (answer(gzip.compress(b" " * (40 << 20)), content_encoding="gzip", content_type=HTML),
         "unpacks to more"),
        (answer(b"no gzip", content_encoding="gzip", content_type=HTML), "cannot be unpacked"),
        (answer(b"", content_length=str(1 << 40), content_type=HTML), "larger than"),
        (redirect("/"), "more than 5 times"),
        (redirect("http://127.0.0.1:8080/private"), "this machine itself"),
        (redirect("http://169.254.169.254/latest/meta-data"), "link-local"),
        (redirect("http://[::1]:8080/"), "this machine itself"),
        (redirect("file:///etc/passwd"), "only http and https"),
        (redirect("gopher://127.0.0.1:70/x"), "only http and https"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), "broke the answer off"),
        (raw(b"\x00\xff\xfe nonsense\r\n\r\n"), "broke the answer off"),
        (raw(b""), "broke the answer off"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_a_hostile_server_is_refused_in_one_sentence(server, client, say, told):
    link = server.on("/", say)
    taken = take_in(asked_link(link), "member:1", client)
    assert not taken.was_read
    assert told in taken.problem
    check(taken)


def test_a_server_that_drips_is_left(server, client, monkeypatch):
    monkeypatch.setattr("clapometer.desk.intake.fetched.SECONDS", 0.3)
    link = server.on("/", drip)
    began = time.monotonic()
    assert "after 0.3 seconds" in take_in(asked_link(link), "member:1", client).problem
    assert time.monotonic() - began < 10


OWN = ("127.0.0.1", "localhost:6310", "[::1]", "0", "10.1.2.3", "2130706433", "169.254.169.254")


@pytest.mark.parametrize("host", OWN)
def test_an_address_of_the_own_network_is_refused(client, host):
    taken = take_in(asked_link(f"http://{host}/"), "member:1", client)
    assert not taken.was_read
    check(taken)


@pytest.mark.parametrize("words", WORDS)
def test_words_of_a_story_are_kept_as_words(words):
    """What is kept is text: an entity that was written in the page is read once, and no more."""
    taken = take_in(asked_text(f"Salt Road and {words}\n\nIt {words} is back."), "member:1")
    check(taken)
    if taken.was_read:
        assert clean(words) in taken.reading.headline or clean(words) in taken.reading.text


def test_the_reader_survives_all_of_them(server, client):
    for hostile in PAGES[3::20]:
        take_in(asked_file(hostile.data or b"-"), "member:1")
    link = server.on("/good", answer(GOOD, content_type=HTML))
    assert take_in(asked_link(link), "member:1", client).was_read
