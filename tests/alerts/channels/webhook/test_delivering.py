"""Webhooks on the wire: a receiver that verifies, answers, lies and leads astray. On loopback."""

from __future__ import annotations

import json
import socket
from dataclasses import replace

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from clapometer.alerts.channels.contract import GONE, PERMANENT, SENT, TEMPORARY, Address, Parcel
from clapometer.alerts.channels.webhook.bodies import EXAMPLE
from clapometer.alerts.channels.webhook.channel import WebhookChannel, details_with
from clapometer.alerts.channels.webhook.signing import first_salts, secret_of
from clapometer.fetching.posting import Post
from clapometer.instants import now
from tests.fetching.posts import HOST, PostServer, answer, hang, reset, serving

CHANNEL = WebhookChannel()
SALTS = first_salts()


def parcel(url: str) -> Parcel:
    return Parcel(3, Address(7, 1, "webhook", url, "", details_with(SALTS), "en"), EXAMPLE, 0)


@pytest.fixture
def deliver(peer, send):
    """Post to a path of the peer; what the channel makes of its answer."""

    def delivering(path: str = "/in", **changes):
        request = replace(CHANNEL.request(parcel(peer.link(path)), now()), **changes)
        return CHANNEL.judge(send(request), now())

    return delivering


def test_the_receivers_own_library_verifies_what_arrives(peer: PostServer, deliver):
    peer.answers["/in"] = answer("204 No Content")
    assert deliver().kind == SENT
    (came,) = peer.posted
    told = Webhook(secret_of(7, SALTS[0].salt)).verify(came.body, came.headers)
    assert told == json.loads(came.body)
    assert told["data"]["id"] == came.headers["webhook-id"] == EXAMPLE.id
    with pytest.raises(WebhookVerificationError):
        Webhook(secret_of(8, SALTS[0].salt)).verify(came.body, came.headers)


@pytest.mark.parametrize(
    ("status", "kind"),
    [("200 OK", SENT), ("410 Gone", GONE), ("404 Not Found", TEMPORARY),
     ("500 Oops", TEMPORARY), ("429 Slow", TEMPORARY)],
)  # fmt: skip
def test_an_answer_is_judged(peer, deliver, status, kind):
    peer.answers["/in"] = answer(status, retry_after="7")
    outcome = deliver()
    assert outcome.kind == kind
    assert outcome.status == int(status[:3])
    assert outcome.retry_after == (7 if kind == TEMPORARY else None)


def test_a_redirect_is_not_followed_wherever_it_leads(peer, deliver):
    for target in (peer.link("/other"), "https://10.0.0.1/", "http://127.0.0.1:1/"):
        peer.posted.clear()
        peer.answers |= {"/in": answer("307 Away", location=target), "/other": answer("200 OK")}
        outcome = deliver()
        assert (outcome.kind, outcome.status) == (TEMPORARY, 307)
        assert [one.path for one in peer.posted] == ["/in"]


def test_a_receiver_that_hangs_or_breaks_off_is_tried_again(peer, deliver):
    peer.answers |= {"/in": hang, "/off": reset(b"HTTP/1.1 2")}
    assert deliver(seconds=0.3).kind == TEMPORARY
    assert deliver("/off").kind == TEMPORARY


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1/in", "https://10.0.0.1/in", "https://[::1]/in", "https://169.254.169.254/",
     "https://2130706433/", "https://[::ffff:127.0.0.1]/", "https://192.168.1.1/"],
)  # fmt: skip
def test_nothing_is_sent_to_a_private_address(send, address):
    outcome = CHANNEL.judge(send(CHANNEL.request(parcel(address), now())), now())
    assert outcome.kind == PERMANENT
    assert "public" in outcome.reason


def test_another_port_of_this_machine_is_not_reached(send, sealed):
    """What tests permit is one port; a receiver on the next is as far away as for any site."""
    with serving() as other:
        link = other.link("/in").replace(HOST, "127.0.0.1")
        outcome = CHANNEL.judge(send(CHANNEL.request(parcel(link), now())), now())
        assert outcome.kind == PERMANENT
        assert other.connections == 0


def test_a_name_that_leads_into_the_own_network_later_is_refused_then(sealed, monkeypatch):
    """DNS rebinding: it is the address dialled that is judged, each time."""
    peer, trust = sealed
    peer.answers["/in"] = answer("200 OK")
    peer.posted.clear()
    reached = {("127.0.0.1", peer.port)}
    outcomes = []
    for address in ("127.0.0.1", "127.0.0.2", "10.1.2.3"):
        engine = Post("Clapometer/test", permit=reached, trust=trust,
                      names=[f"{HOST}:{peer.port}:{address}"])  # fmt: skip
        assert engine.offer(CHANNEL.request(parcel(peer.link("/in")), now()), 1)
        while not (ended := engine.work(1)):
            pass
        outcomes.append(CHANNEL.judge(ended[0][1], now()).kind)
        engine.close()
    assert outcomes == [SENT, PERMANENT, PERMANENT]
    assert len(peer.posted) == 1


def test_http_is_never_posted_to(send):
    with serving() as plain, socket.socket():
        link = plain.link("/in", "http").replace(HOST, "127.0.0.1")
        outcome = CHANNEL.judge(send(CHANNEL.request(parcel(link), now())), now())
        assert outcome.kind == PERMANENT
        assert plain.connections == 0


def test_a_receiver_that_does_not_prove_its_name_gets_nothing(peer):
    engine = Post("Clapometer/test", permit={("127.0.0.1", peer.port)},
                  names=[f"{HOST}:{peer.port}:127.0.0.1"])  # fmt: skip
    assert engine.offer(CHANNEL.request(parcel(peer.link("/in")), now()), 1)
    while not (ended := engine.work(1)):
        pass
    engine.close()
    assert CHANNEL.judge(ended[0][1], now()).kind == TEMPORARY
    assert peer.posted == []
