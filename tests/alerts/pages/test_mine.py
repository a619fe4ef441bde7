"""For a member who is signed in, all of it is gathered in one place."""

from __future__ import annotations

import pytest
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.alerts.capability import token_of
from clapometer.alerts.models import Follow, Follower
from tests.alerts.pages.conftest import followed, text


@pytest.fixture
def member(db) -> Member:
    return Member.objects.create(email="m@made-up.example", role="member")


@pytest.fixture
def signed_in(member) -> Client:
    browser = Client(headers={"host": "localhost"})
    browser.force_login(member)
    return browser


def test_what_a_member_follows_is_the_member_s_in_every_browser(signed_in, member, festival):
    follower, address = followed(signed_in, f"work:{festival.works['film'].id}")
    assert follower.member_id == member.id
    elsewhere = Client(headers={"host": "localhost"})
    elsewhere.force_login(member)
    assert elsewhere.get("/follow/mine").headers["Location"] == address


def test_following_as_a_member_keeps_what_the_browser_remembers_and_adds_nothing_to_it(
    signed_in, member, reader, festival
):
    film, quiet = (f"work:{festival.works[one].id}" for one in ("film", "quiet"))
    followed(signed_in, film)
    assert "clapometer_follower" not in signed_in.cookies
    signed_in.logout()
    assert "Nothing is followed in this browser." in text(signed_in.get("/follow/mine"))
    _, loose = followed(signed_in, quiet)
    signed_in.force_login(member)
    followed(signed_in, quiet)
    assert "In this browser, without an account" in text(signed_in.get("/follow/mine"))
    signed_in.post("/follow/mine")
    signed_in.logout()
    assert "Nothing is followed in this browser." in text(signed_in.get("/follow/mine"))
    assert str(festival.works["film"]) in text(signed_in.get(loose))


def test_what_the_browser_followed_before_is_offered_and_gathered(signed_in, member, festival):
    film, quiet = (f"work:{festival.works[one].id}" for one in ("film", "quiet"))
    own, _ = followed(signed_in, film, kind=["score"], cadence="weekly")
    signed_in.logout()
    loose, old = followed(signed_in, film, kind=["badge"], cadence="daily")
    followed(signed_in, quiet)
    assert loose != own
    signed_in.force_login(member)
    assert "In this browser, without an account" in text(signed_in.get("/follow/mine"))
    answer = signed_in.post("/follow/mine")
    assert "Gathered: all of it is here now." in text(signed_in.get(answer.headers["Location"]))
    rows = Follow.objects.filter(follower_id=own.id).order_by("key")
    assert [(one.key, one.kinds, one.cadence) for one in rows] == [
        (film, 3, "daily"), (quiet, 1, "now"),
    ]  # fmt: skip
    assert Follow.objects.count() == 2
    # The link that was kept before leads to all of it now, and stops it.
    assert str(festival.works["quiet"]) in text(signed_in.get(old))
    stop = f"/follow/stop/{token_of(loose, 'stop')}"
    assert signed_in.post(stop).status_code == 200
    assert not Follower.objects.exists()


def test_an_account_that_ends_takes_what_it_followed_with_it(signed_in, member, festival):
    followed(signed_in, f"work:{festival.works['film'].id}")
    member.delete()
    assert not Follower.objects.exists()
    assert not Follow.objects.exists()


def test_a_visitor_who_posts_is_shown_the_page(reader):
    assert Client(headers={"host": "localhost"}).post("/follow/mine").status_code == 200
