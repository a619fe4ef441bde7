"""The pages of webhooks: added, its secret shown once and rotated, what was posted sent again."""

from __future__ import annotations

import html
import json
import re

import pytest
from django.test import Client

from clapometer.alerts.capability import token_of
from clapometer.alerts.channels.webhook.keeping import add_hook, newest_secret
from clapometer.alerts.models import (
    DELIVERY_STATES,
    DROPPED,
    FAILED,
    SENT,
    WAITING,
    Delivery,
    Endpoint,
    Notice,
)  # fmt: skip
from clapometer.instants import now
from tests.alerts.noticing import new_follower, told
from tests.alerts.pages.conftest import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> Client:
    """A browser that knows nothing but addresses, and refuses cookies."""
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


@pytest.fixture
def follower():
    return new_follower("work:1")


@pytest.fixture
def endpoint(follower) -> Endpoint:
    return add_hook(follower, "https://hook.example/in").endpoint


def page_of(follower, endpoint=None) -> str:
    address = f"/follow/hooks/{token_of(follower)}"
    return f"{address}/{endpoint.id}" if endpoint else address


def buttons(answer) -> list[str]:
    found = re.findall(r'name="do" value="([^"]*)"', answer.content.decode())
    return [html.unescape(one) for one in found]


def posted(endpoint, state=SENT, **more) -> Notice:
    notice = told("36 of 37.", "work:1", title="Perfect score lost")
    Delivery.objects.create(notice_id=notice.id, endpoint_id=endpoint.id, state=state,
                            due_at=now(), tries=1, **more)  # fmt: skip
    return notice


def test_a_webhook_is_added_and_its_secret_shown_once(stranger, follower):
    answer = stranger.post(page_of(follower), {"address": "https://hook.example/in"})
    endpoint = Endpoint.objects.get()
    secret = newest_secret(endpoint)
    assert answer.status_code == 200
    assert secret in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    for address in (page_of(follower, endpoint), page_of(follower),
                    f"/follow/with/{token_of(follower)}"):  # fmt: skip
        again = stranger.get(address)
        assert again.status_code == 200
        assert secret not in again.content.decode()


def test_what_may_be_no_webhook_comes_back_in_the_form(stranger, follower):
    answer = stranger.post(page_of(follower), {"address": "http://hook.example/in"})
    assert answer.status_code == 400
    assert "https://" in text(answer)
    assert 'value="http://hook.example/in"' in answer.content.decode()
    assert not Endpoint.objects.exists()


def test_the_page_that_manages_everything_leads_there(stranger, follower, endpoint):
    page = stranger.get(f"/follow/with/{token_of(follower)}").content.decode()
    assert page_of(follower, endpoint) in page
    assert f'href="{page_of(follower)}"' in page
    for purpose in ("feed", "calendar"):
        assert token_of(follower, purpose) in page


def test_nobody_elses_webhook_opens(stranger, follower, endpoint):
    other = new_follower()
    assert stranger.get(page_of(other, endpoint)).status_code == 404
    assert stranger.post(page_of(other, endpoint), {"do": "test"}).status_code == 404
    mail = Endpoint.objects.create(follower_id=follower.id, channel="mail", address="a@b.example",
                                   mark="0", state="on", created_at=1)  # fmt: skip
    assert stranger.get(page_of(follower, mail)).status_code == 404


def test_the_secret_is_rotated_once_by_one_form(stranger, follower, endpoint):
    before = newest_secret(endpoint)
    (rotate,) = [
        one for one in buttons(stranger.get(page_of(follower, endpoint))) if "rotate" in one
    ]
    answer = stranger.post(page_of(follower, endpoint), {"do": rotate})
    after = newest_secret(Endpoint.objects.get(id=endpoint.id))
    assert after != before
    assert after in answer.content.decode()
    assert "until" in text(answer)
    again = stranger.post(page_of(follower, endpoint), {"do": rotate})
    assert again.status_code == 400
    assert newest_secret(Endpoint.objects.get(id=endpoint.id)) == after


@pytest.mark.parametrize("state", DELIVERY_STATES)
def test_what_is_over_can_be_sent_again_and_nothing_else(stranger, follower, endpoint, state):
    notice = posted(endpoint, state, status=500, reason="It broke.")
    page = stranger.get(page_of(follower, endpoint))
    assert "Perfect score lost" in text(page)
    assert notice.name in text(page)
    over = state in (SENT, FAILED, DROPPED)
    assert (f"again {notice.id}" in buttons(page)) == over
    answer = stranger.post(page_of(follower, endpoint), {"do": f"again {notice.id}"})
    assert answer.status_code == (302 if over else 400)
    delivery = Delivery.objects.get()
    assert delivery.state == (WAITING if over else state)
    if over:
        assert (delivery.tries, delivery.reason, delivery.worker_id) == (0, "", None)
        kept = Notice.objects.get()
        assert (kept.state, kept.name, kept.done_at) == ("sending", notice.name, None)
        assert kept.expires_at > now()
        assert "once more" in text(stranger.get(answer.headers["Location"]))


@pytest.mark.parametrize("state", ["settling", "held", "withdrawn", "dropped"])
def test_what_was_stopped_as_a_whole_is_not_sent_again(stranger, follower, endpoint, state):
    notice = posted(endpoint)
    Notice.objects.filter(id=notice.id).update(state=state)
    answer = stranger.post(page_of(follower, endpoint), {"do": f"again {notice.id}"})
    assert answer.status_code == 400
    assert Delivery.objects.get().state == SENT


@pytest.mark.parametrize("do", ["again 999999", "again", "again x", "explode", ""])
def test_what_is_no_button_is_refused_in_a_sentence(stranger, follower, endpoint, do):
    answer = stranger.post(page_of(follower, endpoint), {"do": do})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_nothing_is_sent_again_to_one_that_is_paused(stranger, follower, endpoint):
    notice = posted(endpoint, FAILED)
    Endpoint.objects.filter(id=endpoint.id).update(state="paused", reason="Nothing but failures.")
    page = stranger.get(page_of(follower, endpoint))
    assert "Nothing but failures." in text(page)
    assert not [one for one in buttons(page) if one.startswith(("again", "test"))]
    answer = stranger.post(page_of(follower, endpoint), {"do": f"again {notice.id}"})
    assert answer.status_code == 400


def test_a_test_message_goes_to_it_alone(stranger, follower, endpoint):
    answer = stranger.post(page_of(follower, endpoint), {"do": "test"})
    assert answer.status_code == 302
    notice = Notice.objects.get()
    assert (notice.kind, notice.audience, notice.state) == ("test", "endpoint", "due")
    assert json.loads(notice.said) == {"endpoint": endpoint.id}
