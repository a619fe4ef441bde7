"""What the pages of following show about the browser, before any script has looked at it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.html import escape

from clapometer.alerts.following.browsers import decline
from clapometer.alerts.models import Endpoint
from clapometer.alerts.pages.browser.states import MISSED, STATES, UNBLOCKING


@pytest.fixture
def page(token):
    """Opens the page that manages everything, after what was done."""
    client = Client(headers={"host": "localhost"})

    def open_page(done: str = "") -> str:
        return client.get(f"/follow/with/{token}{done}").content.decode()

    return open_page


def test_every_state_stands_there_once_hidden_in_sign_and_words(page):
    shown = page()
    for state in STATES:
        (part,) = re.findall(rf'<div data-is="{state.name}" hidden>(.*?)</div>', shown, re.DOTALL)
        assert f'aria-hidden="true">{state.sign}</span> <strong>{state.title}</strong>' in part
        assert escape(state.means) in part
    assert re.findall(r'data-way="(\w+)"', shown) == [way.name for way in UNBLOCKING]
    assert all(escape(one) in shown for one in MISSED)


def test_the_reader_is_asked_after_follow_alone_and_never_after_not_now(page, follower):
    asking = re.compile(r'data-ask role="group"[^>]*?( hidden)?>')
    for done, asks in (("", False), ("?done=changed", False), ("?done=followed", True)):
        found = asking.search(page(done))
        assert found
        assert (found[1] is None) == asks, done
    told = Endpoint.objects.create(
        follower_id=follower.id, channel="webpush", address="https://push.example/1", mark="1",
        state="on", created_at=1,
    )  # fmt: skip
    found = asking.search(page("?done=followed"))
    assert found
    assert found[1], "told in a browser already"
    told.delete()
    decline(follower)
    found = asking.search(page("?done=followed"))
    assert found
    assert found[1]


def test_the_script_is_loaded_where_it_is_needed_and_nowhere_else(page):
    assert page().count("follow/push.js") == 1
    client = Client(headers={"host": "localhost"})
    for address in ("/", "/about", "/follow/", "/follow/mine"):
        assert "push.js" not in client.get(address).content.decode(), address
        assert "sw.js" not in client.get(address).content.decode(), address
