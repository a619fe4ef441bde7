"""Apprise against peers on loopback that speak as ntfy and Matrix do, or lead astray."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clapometer.alerts.channels.apprise import channel as channels
from clapometer.alerts.channels.apprise.channel import AppriseChannel
from clapometer.alerts.channels.contract import (
    PERMANENT,
    SENT,
    TEMPORARY,
    Address,
    CarriedChannel,
    Parcel,
)
from clapometer.alerts.channels.webhook.bodies import EXAMPLE
from tests.fetching.posts import HOST, PostServer, Say, answer, hang, reset

CARRIED = Path(__file__).with_name("carried.py")


class Answers(dict):
    """Answers by a pattern of the path: a Matrix client makes up the end of it."""

    def __missing__(self, path: str) -> Say:
        for pattern, say in self.items():
            if re.fullmatch(pattern, path):
                return say
        return answer("404 Not Found", b"{}")


@pytest.fixture
def service(sealed, peer, monkeypatch) -> Callable[..., AppriseChannel]:
    """The channel, whose process may reach the peer; the made-up host is at the address given."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", sealed[1])
    monkeypatch.setattr(peer, "answers", Answers())

    def made(address: str = "127.0.0.1", seconds: float = 20.0) -> AppriseChannel:
        command = [sys.executable, str(CARRIED), str(peer.port), address]
        return AppriseChannel(command, seconds)

    return made


def parcel(address: str, number: int = 7, **message) -> Parcel:
    told = replace(EXAMPLE, **message)
    return Parcel(3, Address(number, 1, "apprise", address, "", "{}", "en"), told, 0)


def outcomes(channel, *parcels):
    return [outcome for _, outcome in channel.carry(parcels)]


def test_it_is_a_carried_channel():
    assert isinstance(AppriseChannel(), CarriedChannel)


def test_a_message_arrives_at_something_that_speaks_as_ntfy_does(peer: PostServer, service):
    peer.answers["/"] = answer("200 OK", b"{}", content_type="application/json")
    (outcome,) = outcomes(service(), parcel(f"ntfys://{HOST}:{peer.port}/films"))
    assert outcome.kind == SENT
    (came,) = peer.posted
    told = json.loads(came.body)
    assert (told["topic"], told["title"]) == ("films", EXAMPLE.title)
    assert EXAMPLE.text in told["message"]
    assert EXAMPLE.url in told["message"]


def test_a_message_arrives_at_something_that_speaks_as_matrix_does(peer: PostServer, service):
    room = "!made:up.example"
    matrix = r"/_matrix/client/v3"
    peer.answers |= {
        f"{matrix}/login": answer(
            "200 OK",
            json.dumps({"access_token": "t", "home_server": "up.example",
                        "user_id": "@ed:up.example", "device_id": "D"}).encode(),
        ),
        f"{matrix}/joined_rooms.*": answer("200 OK", json.dumps({"joined_rooms": []}).encode()),
        f"{matrix}/join/.*": answer("200 OK", json.dumps({"room_id": room}).encode()),
        f"{matrix}/rooms/.*/send/m.room.message/.*": answer("200 OK", b'{"event_id": "$e"}'),
        f"{matrix}/logout": answer("200 OK", b"{}"),
    }  # fmt: skip
    (outcome,) = outcomes(
        service(), parcel(f"matrixs://ed:word@{HOST}:{peer.port}/!made:up.example")
    )
    assert outcome.kind == SENT
    (sent,) = [one for one in peer.posted if "/send/" in one.path]
    assert sent.headers["authorization"] == "Bearer t"
    assert EXAMPLE.title in sent.body.decode()


@pytest.mark.parametrize(
    ("say", "kind"),
    [(answer("500 Oops", b"{}"), TEMPORARY), (answer("429 Slow", b"{}"), TEMPORARY),
     (answer("401 No", b"{}"), PERMANENT), (reset(b"HTTP/1.1 2"), TEMPORARY)],
    ids=["500", "429", "401", "reset"],
)  # fmt: skip
def test_a_bad_answer_is_judged_and_tells_no_secret(peer, service, say, kind):
    peer.answers["/"] = say
    (outcome,) = outcomes(service(), parcel(f"ntfys://tk_secret@{HOST}:{peer.port}/films"))
    assert outcome.kind == kind
    assert outcome.reason.endswith(".")
    assert "secret" not in outcome.reason
    assert "films" not in outcome.reason


def test_one_that_hangs_holds_up_the_next_no_longer_than_its_time(peer, service):
    peer.answers["/"] = hang
    slow = parcel(f"ntfys://{HOST}:{peer.port}/films", 1)
    began = time.monotonic()
    found = outcomes(service(seconds=2.0), slow, slow)
    assert [one.kind for one in found] == [TEMPORARY, TEMPORARY]
    assert time.monotonic() - began < 10


def test_a_redirect_is_not_followed(peer, service):
    peer.answers |= {
        "/": answer("307 Away", location=f"https://{HOST}:{peer.port}/other"),
        "/other": answer("200 OK", b"{}"),
    }
    (outcome,) = outcomes(service(), parcel(f"ntfys://{HOST}:{peer.port}/films"))
    assert outcome.kind == TEMPORARY
    assert [one.path for one in peer.posted] == ["/"]


@pytest.mark.parametrize("address", ["127.0.0.2", "10.1.2.3", "169.254.169.254", "::1"])
def test_a_name_that_leads_into_the_own_network_is_refused_when_it_is_dialled(
    peer, service, address
):
    """DNS rebinding: whatever the name led to before, it is the address dialled that is judged."""
    peer.answers["/"] = answer("200 OK", b"{}")
    (outcome,) = outcomes(service(address), parcel(f"ntfys://{HOST}:{peer.port}/films"))
    assert outcome.kind == PERMANENT
    assert "public" in outcome.reason
    assert peer.posted == []


def test_one_that_is_refused_leaves_the_next_alone(peer, service):
    peer.answers["/"] = answer("200 OK", b"{}")
    bad = parcel("ntfys://127.0.0.1:1/films", 1)
    good = parcel(f"ntfys://{HOST}:{peer.port}/films", 2)
    assert [one.kind for one in outcomes(service(), bad, good, bad)] == [
        PERMANENT, SENT, PERMANENT,
    ]  # fmt: skip


def test_a_certificate_that_proves_nothing_is_refused(peer, service, monkeypatch):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    peer.answers["/"] = answer("200 OK", b"{}")
    (outcome,) = outcomes(service(), parcel(f"ntfys://{HOST}:{peer.port}/films"))
    assert outcome.kind == TEMPORARY
    assert peer.posted == []


def test_a_proxy_of_the_environment_is_not_used(peer, service, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    peer.answers["/"] = answer("200 OK", b"{}")
    (outcome,) = outcomes(service(), parcel(f"ntfys://{HOST}:{peer.port}/films"))
    assert outcome.kind == SENT


def test_without_apprise_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setattr(channels, "is_installed", lambda: False)
    (outcome,) = outcomes(AppriseChannel(["/bin/false"]), parcel("ntfys://ntfy.example/films"))
    assert outcome.kind == TEMPORARY
    assert "pip install 'clapometer[apprise]'" in outcome.reason


def test_a_process_that_dies_costs_its_message_one_try():
    found = outcomes(AppriseChannel(["/bin/false"]), parcel("ntfys://ntfy.example/a"),
                     parcel("ntfys://ntfy.example/b"))  # fmt: skip
    assert [one.kind for one in found] == [TEMPORARY, TEMPORARY]
