"""Pings on the wire, to a hub on loopback that fetches what it is told of."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from clapometer.alerts.channels.contract import (
    PERMANENT,
    SENT,
    TEMPORARY,
    Address,
    Parcel,
    PostedChannel,
)
from clapometer.alerts.channels.webhook.bodies import EXAMPLE
from clapometer.alerts.channels.websub.channel import WebSubChannel
from clapometer.instants import now
from tests.fetching.posts import answer

CHANNEL = WebSubChannel()
TOPICS = "https://board.example/work/w1/a/feed.xml\nhttps://board.example/work/w2/b/feed.xml"


def ping(hub: str) -> Parcel:
    return Parcel(3, Address(7, 1, "websub", hub, "", "{}", "en"), replace(EXAMPLE, text=TOPICS), 0)


def test_it_is_a_posted_channel():
    assert isinstance(CHANNEL, PostedChannel)


def test_a_hub_is_told_of_both_forms_of_each_feed(peer, send):
    peer.answers["/hub"] = answer("202 Accepted")
    got = send(CHANNEL.request(ping(peer.link("/hub")), now()))
    assert CHANNEL.judge(got, now()).kind == SENT
    (came,) = peer.posted
    assert came.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(came.body.decode(), strict_parsing=True) == {
        "hub.mode": ["publish"],
        "hub.url": [
            "https://board.example/work/w1/a/feed.xml",
            "https://board.example/work/w1/a/feed.json",
            "https://board.example/work/w2/b/feed.xml",
            "https://board.example/work/w2/b/feed.json",
        ],
    }


@pytest.mark.parametrize(
    ("status", "kind"),
    [("204 No Content", SENT), ("503 Later", TEMPORARY), ("429 Slow", TEMPORARY),
     ("400 What", PERMANENT), ("410 Gone", PERMANENT), ("302 Away", PERMANENT)],
)  # fmt: skip
def test_what_a_hub_answers_is_judged(peer, send, status, kind):
    peer.answers["/hub"] = answer(status, location="https://10.0.0.1/", retry_after="9")
    outcome = CHANNEL.judge(send(CHANNEL.request(ping(peer.link("/hub")), now())), now())
    assert (outcome.kind, outcome.status) == (kind, int(status[:3]))
    assert outcome.retry_after == (None if kind == SENT else 9)


def test_a_hub_in_the_own_network_is_not_reached(send):
    outcome = CHANNEL.judge(send(CHANNEL.request(ping("http://10.0.0.1/hub"), now())), now())
    assert outcome.kind == PERMANENT
    assert "public" in outcome.reason
