"""From a fact that an editor states, through a whole worker, to a receiver and to a hub."""

from __future__ import annotations

import threading
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from standardwebhooks import Webhook

from clapometer.alerts.channels.webhook.keeping import add_hook
from clapometer.alerts.channels.webhook.log import log_of_hook, send_again
from clapometer.alerts.models import WAITING, Delivery, Endpoint, Notice
from clapometer.alerts.outbox.working import Work as Worker
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact
from clapometer.facts.kinds import kind_named
from clapometer.fetching.posting import Post
from clapometer.instants import now
from clapometer.ledger.writing import writing
from tests.alerts.noticing import new_follower
from tests.alerts.pages.conftest import static_folder
from tests.fetching.posts import HOST, answer

__all__ = ["static_folder"]

pytestmark = pytest.mark.django_db(transaction=True)
ATOM = "{http://www.w3.org/2005/Atom}"
SAID = {"status": "renewed", "certainty": "official", "by": "Made-up Stream", "seasons": "2"}


@pytest.fixture
def deliver(sealed, peer):
    """Let a worker do all there is to do now; it may reach the peer and nothing else here."""

    def delivering() -> None:
        engine = Post("Clapometer/test", permit={("127.0.0.1", peer.port)}, trust=sealed[1],
                      names=[f"{HOST}:{peer.port}:127.0.0.1"])  # fmt: skip
        said: list[str] = []
        Worker(said.append, threading.Event(), engine=engine, clock=now).run(once=True)

    return delivering


@pytest.fixture
def road() -> Work:
    with writing("test editor") as writer:
        seq = writer.append_one(work_added(kind="series", title="Salt Road")).seq
    return Work.objects.get(id=seq)


def renew(work: Work) -> None:
    add_fact(kind_named("announcement"), work.id, SAID, "member:1")


def let_it_settle() -> None:
    Notice.objects.filter(state="settling").update(due_at=now() - 1)


def test_a_webhook_gets_what_is_recorded_once_and_again_when_it_asks(peer, deliver, road):
    peer.answers["/in"] = answer("500 Oops")
    endpoint, secret = add_hook(new_follower(f"work:{road.id}"), peer.link("/in"))
    deliver()
    renew(road)
    deliver()
    assert peer.posted == [], "it has not settled"
    let_it_settle()
    deliver()
    assert len(peer.posted) == 1
    (line,) = log_of_hook(endpoint)
    assert (line.status, line.tries, line.again) == (500, 1, False)
    endpoint.refresh_from_db()
    assert endpoint.failures == 1

    peer.answers["/in"] = answer("204 No Content")
    Delivery.objects.filter(state=WAITING).update(due_at=now())
    for _ in range(2):
        deliver()
    assert len(peer.posted) == 2
    send_again(endpoint, log_of_hook(endpoint)[0].notice, now())
    deliver()
    assert len(peer.posted) == 3
    told = [Webhook(secret).verify(one.body, one.headers) for one in peer.posted]
    assert len({one.headers["webhook-id"] for one in peer.posted}) == 1
    assert told[0] == told[1] == told[2]
    assert told[0]["type"] == "notice.announcement"
    assert "Salt Road" in told[0]["data"]["title"]


def test_a_receiver_that_says_it_is_gone_is_posted_to_no_more(peer, deliver, road):
    peer.answers["/in"] = answer("410 Gone")
    endpoint, _secret = add_hook(new_follower(f"work:{road.id}"), peer.link("/in"))
    deliver()
    for _ in range(2):
        renew(road)
        deliver()
        let_it_settle()
        deliver()
    assert len(peer.posted) == 1
    assert Endpoint.objects.get(id=endpoint.id).state == "ended"


def test_a_hub_is_told_and_finds_the_change_at_once(peer, deliver, road, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hub", peer.link("/hub"))
    peer.answers["/hub"] = answer("202 Accepted")
    deliver()
    assert peer.posted == []
    renew(road)
    deliver()
    deliver()
    (ping,) = peer.posted
    told = parse_qs(ping.body.decode())
    assert told["hub.mode"] == ["publish"]
    topic = told["hub.url"][0]
    # As a hub does: it fetches what it was told of, and looks for itself among the links.
    found = Client(headers={"host": "localhost"}).get(urlsplit(topic).path)
    links = {(one.get("rel"), one.get("href"))
             for one in ElementTree.fromstring(found.content).findall(f"{ATOM}link")}  # fmt: skip
    assert {("self", topic), ("hub", peer.link("/hub"))} <= links
    assert f'<{topic}>; rel="self"' in found.headers["Link"]
    assert b"Made-up Stream" in found.content
