"""A browser signs up, is moved by its push service, is tested and signs off."""

from __future__ import annotations

import json

import pytest
from django.conf import settings
from django.test import Client

from clapometer.alerts.capability import token_of
from clapometer.alerts.channels.webpush.base64url import from_base64url
from clapometer.alerts.following.endpoints import end_endpoint, pause_endpoint
from clapometer.alerts.following.followers import new_follower
from clapometer.alerts.models import Delivery, Endpoint, Notice
from tests.alerts.pages.browser.conftest import subscription

OTHER = "https://push.example/send/two"


@pytest.fixture
def signed_up(call, token) -> Endpoint:
    assert call("subscribe", {"subscription": subscription(), "token": token}).status_code == 200
    return Endpoint.objects.get()


def test_the_key_is_the_site_s_own_and_stays(db):
    client = Client(headers={"host": "localhost"})
    answers = [client.get("/follow/push/key") for _ in range(2)]
    point = from_base64url(answers[0].json()["key"])
    assert point is not None
    assert (len(point), point[0]) == (65, 4)
    assert answers[0].content == answers[1].content
    assert answers[0].headers["Cache-Control"] == "no-cache"
    assert (settings.DATA / "push.key").stat().st_mode & 0o77 == 0


def test_a_browser_signs_up_with_what_push_needs_and_nothing_else(signed_up, follower):
    assert (signed_up.follower_id, signed_up.state) == (follower.id, "on")
    assert signed_up.address == "https://push.example/send/one"
    assert signed_up.origin == "https://push.example"
    assert set(json.loads(signed_up.details)) == {"p256dh", "auth"}


def test_signing_up_again_changes_nothing(call, signed_up, token):
    call("subscribe", {"subscription": subscription(), "token": token})
    assert list(Endpoint.objects.values_list("id", flat=True)) == [signed_up.id]


def test_who_follows_nothing_signs_nothing_up(call):
    answer = call("subscribe", {"subscription": subscription()})
    assert answer.status_code == 403
    assert "follow something first" in answer.json()["refusal"]
    assert not Endpoint.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        None, 7, [], {}, "https://push.example/", subscription("http://push.example/x"),
        subscription("https://push.example"), subscription() | {"keys": None},
        subscription() | {"keys": {"p256dh": "AAAA", "auth": "AAAA"}},
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_is_no_subscription_is_refused_in_a_sentence(call, token, given):
    answer = call("subscribe", {"subscription": given, "token": token})
    assert answer.status_code == 400
    assert answer.json()["refusal"].endswith(".")
    assert not Endpoint.objects.exists()


def test_a_browser_that_was_moved_is_known_by_its_old_address(call, signed_up):
    said = {"old": signed_up.address, "subscription": subscription(OTHER)}
    assert call("change", said).json() == {"changed": 1}
    moved = Endpoint.objects.get()
    assert (moved.id, moved.address, moved.state) == (signed_up.id, OTHER, "on")
    # The old address is worth nothing any more.
    again = call("change", said)
    assert again.status_code == 400
    assert "not known here" in again.json()["refusal"]


@pytest.mark.parametrize(("before", "after"), [("on", "on"), ("paused", "paused"), ("ended", "on")])
def test_moving_goes_on_with_what_ended_and_keeps_what_rests(call, signed_up, before, after):
    Endpoint.objects.filter(id=signed_up.id).update(state=before, failures=3, failing_since=1)
    call("change", {"old": signed_up.address, "subscription": subscription(OTHER)})
    moved = Endpoint.objects.get()
    assert moved.state == after
    assert (moved.failures == 0) == (before == "ended")


def test_moving_onto_an_address_that_is_there_leaves_one(call, signed_up, token):
    call("subscribe", {"subscription": subscription(OTHER), "token": token})
    call("change", {"old": signed_up.address, "subscription": subscription(OTHER)})
    assert Endpoint.objects.get().address == OTHER


def test_two_who_follow_in_one_browser_move_and_end_together(call, signed_up):
    second = token_of(new_follower())
    call("subscribe", {"subscription": subscription(), "token": second})
    said = {"old": signed_up.address, "subscription": subscription(OTHER)}
    assert call("change", said).json() == {"changed": 2}
    assert call("unsubscribe", {"endpoint": OTHER}).json() == {"ended": 2}
    assert not Endpoint.objects.exists()


def test_turning_off_deletes_the_address(call, signed_up):
    assert call("unsubscribe", {"endpoint": signed_up.address}).json() == {"ended": 1}
    assert not Endpoint.objects.exists()
    assert call("unsubscribe", {"endpoint": signed_up.address}).json() == {"ended": 0}


def test_the_state_is_told_as_it_is(call, signed_up):
    def state() -> str:
        return call("state", {"endpoint": signed_up.address}).json()["state"]

    assert state() == "on"
    pause_endpoint(signed_up)
    assert state() == "paused"
    end_endpoint(signed_up)
    assert state() == "none"


def test_a_test_message_is_due_at_once_for_that_browser_alone(call, signed_up):
    told = call("test", {"endpoint": signed_up.address}).json()
    notice = Notice.objects.get()
    assert told == {"id": notice.name}
    assert (notice.kind, notice.state, notice.audience) == ("test", "due", "endpoint")
    assert json.loads(notice.said) == {"endpoint": signed_up.id}
    assert not Delivery.objects.exists()


def test_no_test_goes_to_a_browser_that_is_off(call, signed_up):
    pause_endpoint(signed_up)
    answer = call("test", {"endpoint": signed_up.address})
    assert answer.status_code == 400
    assert "turn them on first" in answer.json()["refusal"]
    assert not Notice.objects.exists()


def test_tests_end_when_they_are_enough(call, signed_up):
    answers = [call("test", {"endpoint": signed_up.address}) for _ in range(6)]
    assert [one.status_code for one in answers] == [200] * 5 + [400]


def test_not_now_is_remembered_until_the_browser_is_signed_up(call, follower, token):
    assert call("decline", {"token": token}).json() == {"remembered": True}
    follower.refresh_from_db()
    assert follower.push_declined_at is not None
    call("subscribe", {"subscription": subscription(), "token": token})
    follower.refresh_from_db()
    assert follower.push_declined_at is None


def test_of_who_is_nobody_nothing_is_remembered(call):
    assert call("decline", {}).json() == {"remembered": False}
    assert call("decline", {"token": "1-" + "A" * 32}).json() == {"remembered": False}
