"""What a push message holds: six members, the same for everybody, and never too much."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.webpush.encryption import LARGEST
from clapometer.alerts.channels.webpush.payload import (
    MEMBERS,
    SHOWN,
    STEP,
    TooLarge,
    cut,
    payload_of,
)
from tests.alerts.channels.webpush.parcels import message


def test_it_is_a_small_object_with_what_the_service_worker_shows():
    told = message()
    text, padding = payload_of(told)
    assert json.loads(text) == {
        "id": told.id,
        "kind": "score",
        "title": told.title,
        "body": told.text,
        "url": told.url,
        "tag": told.tag,
        "at": told.happened_at // 1000,
    }
    assert list(json.loads(text)) == list(MEMBERS)
    assert (len(text) + padding) % STEP == 0 <= padding < STEP


def test_texts_of_about_one_length_cannot_be_told_apart_by_it():
    lengths = {
        sum((len(text), padding))
        for text, padding in (payload_of(message(title="x" * n)) for n in range(1, 300))
    }
    assert len(lengths) <= 4


# The invariant: whatever a message says, its payload is JSON that fits, with the id and the address
# whole, and a text that is the message's or the beginning of it.
@given(
    title=st.text(st.characters(codec="utf-8"), max_size=200),
    text=st.text(st.characters(codec="utf-8"), max_size=3000),
)
def test_whatever_is_said_fits(title, text):
    told = message(title=title, text=text)
    packed, padding = payload_of(told)
    assert len(packed) + padding <= LARGEST
    read = json.loads(packed)
    assert (read["id"], read["url"], read["title"]) == (told.id, told.url, title)
    assert read["body"] == text or text.startswith(read["body"].removesuffix("…"))
    assert len(read["body"]) <= SHOWN


def test_a_text_is_cut_until_it_fits():
    # Each of these signs takes six bytes of JSON, and the address nearly all of the room.
    told = message(text="\x01" * 400, url="https://board.example/" + "a" * 3000)
    text, padding = payload_of(told)
    body = json.loads(text)["body"]
    assert 40 < len(body) < 400
    assert body.endswith("…")
    assert len(text) + padding <= LARGEST


def test_an_address_that_leaves_no_room_is_refused():
    with pytest.raises(TooLarge, match="holds 3,993 bytes"):
        payload_of(message(url="https://board.example/" + "a" * 4000))


@pytest.mark.parametrize(
    ("text", "longest", "left"),
    [
        ("Ferry", 5, "Ferry"),
        ("Ferry two", 7, "Ferry…"),
        ("Ferry two", 8, "Ferry t…"),
        ("Ferry", 1, ""),
        ("", 0, ""),
    ],
)
def test_what_was_left_out_is_marked(text, longest, left):
    assert cut(text, longest) == left
