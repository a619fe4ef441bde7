"""The link in messages: opened it asks, posted to it stops, without anything else sent."""

from __future__ import annotations

import pytest

from clapometer.alerts.capability import token_of
from clapometer.alerts.models import Endpoint, Follow, Follower
from tests.alerts.pages.conftest import placed, text


@pytest.fixture
def link(follower) -> str:
    return f"/follow/stop/{token_of(follower, 'stop')}"


def test_looking_stops_nothing(stranger, link):
    assert "Stop everything?" in text(stranger.get(link))
    assert Follower.objects.exists()


def test_one_click_of_a_mail_program_stops_it_all(stranger, link):
    answer = stranger.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Follower.objects.exists()


def test_one_click_for_one_place_ends_that_place_alone_and_twice_does_no_harm(
    stranger, link, follower
):
    mail, other = placed(follower), placed(follower, address="other@made-up.example")
    assert mail.address in text(stranger.get(f"{link}?place={mail.id}"))
    for _ in range(2):
        answer = stranger.post(f"{link}?place={mail.id}", {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    assert list(Endpoint.objects.all()) == [other]
    assert Follow.objects.exists()
    assert "Nothing goes to that place any more." in text(stranger.get(f"{link}?place={mail.id}"))
    stranger.post(f"{link}?place={mail.id}", {"what": "all"})
    assert not Follower.objects.exists()


@pytest.mark.parametrize("place", ["x", "-1", "9" * 30, "²"])
def test_a_place_that_is_none_ends_nothing(stranger, link, place):
    assert stranger.get(link, {"place": place}).status_code == 200
    assert stranger.post(f"{link}?place={place}").status_code == 200
    assert Follower.objects.exists()
