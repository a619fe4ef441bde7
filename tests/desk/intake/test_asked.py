"""What a person means who pastes something."""

from __future__ import annotations

import pytest

from clapometer.desk.intake.asked import (
    LONGEST_TEXT,
    MOST_LINKS,
    Asked,
    TakingRefused,
    asked_file,
    asked_link,
    asked_of,
    asked_text,
)


def links(text):
    return [one.link if isinstance(one, Asked) else str(one) for one in asked_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://a.example/1", ["https://a.example/1"]),
        (" <https://a.example/1> \n\n www.b.example/2#top ",
         ["https://a.example/1", "https://www.b.example/2"]),
        ("- https://a.example/1\n2. https://a.example/2\n• https://a.example/1",
         ["https://a.example/1", "https://a.example/2"]),
        ("https://a.example/1 https://a.example/2,", ["https://a.example/1", "https://a.example/2"]),
    ],
)  # fmt: skip
def test_a_list_of_links_is_read_as_one(text, found):
    assert links(text) == found


def test_one_bad_link_does_not_keep_the_others():
    one, two = asked_of("https://a:b@c.example/\nhttps://a.example/1")
    assert isinstance(one, TakingRefused)
    assert isinstance(two, Asked)


def test_more_links_than_are_taken_at_a_time_are_told():
    found = asked_of("\n".join(f"https://a.example/{n}" for n in range(MOST_LINKS + 5)))
    assert len(found) == MOST_LINKS + 1
    assert "other 5" in str(found[-1])


def test_anything_else_is_one_text():
    (one,) = asked_of("See https://a.example/1:\r\nSalt Road is back.\0")
    assert (one.how, one.link) == ("paste", "")
    assert one.data == b"See https://a.example/1:\nSalt Road is back."


@pytest.mark.parametrize("text", ["", " \n\0 ", "x" * (LONGEST_TEXT + 1)])
def test_a_text_that_is_none_is_refused(text):
    with pytest.raises(TakingRefused):
        asked_text(text)
    assert isinstance(asked_of(text)[0], TakingRefused)


def test_a_link_that_is_none_is_refused():
    for text in ("ftp://a.example/1", "salt road", "https://", "http://a.example:22/"):
        with pytest.raises(TakingRefused):
            asked_link(text)
    with pytest.raises(TakingRefused):
        asked_file(b" \n")


def test_the_same_address_is_found_again():
    one = asked_link("https://www.a.example/1/?utm_source=x#y")
    assert one.digest == asked_link("http://a.example/1").digest
    assert one.digest != asked_link("http://a.example/2").digest
    assert asked_text("a").digest == asked_text(" a ").digest != asked_text("b").digest
