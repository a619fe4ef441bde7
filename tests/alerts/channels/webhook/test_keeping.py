"""A follower's webhooks: which addresses may be one, how many, and their secrets."""

from __future__ import annotations

import pytest

from clapometer.alerts.channels.webhook.channel import salts_in
from clapometer.alerts.channels.webhook.keeping import (
    MOST,
    MOST_ALIKE,
    add_hook,
    newest_secret,
    read_hook,
    rotate,
)
from clapometer.alerts.following.endpoints import end_endpoint, mark_of
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Endpoint, Follower
from clapometer.instants import now
from tests.alerts.noticing import new_follower

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["http://hook.example/in", "ftp://hook.example/", "hook.example", "", "https://",
     "https://user:word@hook.example/", "https://localhost/in", "https://a.localhost/",
     "https://printer.local/", "https://db.internal/", "https://127.0.0.1/", "https://10.1.2.3/",
     "https://[::1]/", "https://[fd00::1]/", "https://169.254.169.254/latest/",
     "https://hook.example:25/", "https://hook.example/\nin"],
)  # fmt: skip
def test_what_may_be_no_webhook_is_refused_in_a_sentence(address):
    with pytest.raises(FollowRefused) as refused:
        add_hook(new_follower(), address)
    assert str(refused.value).endswith(".")
    assert not Endpoint.objects.exists()


def test_an_address_is_kept_as_it_is_posted_to():
    assert str(read_hook(" https://Hook.Example:443/in?a=ä ")) == "https://hook.example/in?a=%C3%A4"
    endpoint, _secret = add_hook(new_follower(), "https://hook.example:8443/in")
    assert (endpoint.state, endpoint.origin) == ("on", "https://hook.example:8443")
    assert endpoint.mark == mark_of("webhook", "https://hook.example:8443/in")


def test_the_secret_is_told_once_and_not_kept():
    endpoint, secret = add_hook(new_follower(), "https://hook.example/in")
    kept = Endpoint.objects.get(id=endpoint.id)
    assert secret.removeprefix("whsec_") not in kept.details
    assert newest_secret(kept) == secret


def test_rotating_gives_another_secret_and_keeps_the_one_before_for_a_day():
    endpoint, secret = add_hook(new_follower(), "https://hook.example/in")
    again = rotate(endpoint, now())
    assert again.secret != secret
    assert len(salts_in(Endpoint.objects.get(id=endpoint.id).details)) == 2


def test_the_same_address_twice_is_refused_and_its_secret_stays():
    follower = new_follower()
    endpoint, secret = add_hook(follower, "https://hook.example/in")
    with pytest.raises(FollowRefused, match="already"):
        add_hook(follower, "https://hook.example/in")
    assert newest_secret(Endpoint.objects.get(id=endpoint.id)) == secret


def test_one_that_was_ended_begins_anew_with_another_secret():
    follower = new_follower()
    endpoint, secret = add_hook(follower, "https://hook.example/in")
    Endpoint.objects.filter(id=endpoint.id).update(state="ended", reason="It answered 410.")
    again = add_hook(follower, "https://hook.example/in")
    assert again.secret != secret
    assert (again.endpoint.state, again.endpoint.reason) == ("on", "")


def test_nobody_has_more_than_a_few():
    follower = new_follower()
    hooks = [add_hook(follower, f"https://hook.example/{n}").endpoint for n in range(MOST)]
    with pytest.raises(FollowRefused, match="remove one"):
        add_hook(follower, "https://hook.example/more")
    end_endpoint(hooks[0])
    add_hook(follower, "https://hook.example/more")


def test_nobody_is_flooded_in_others_names():
    followers = [Follower.objects.create(created_at=1) for _ in range(MOST_ALIKE + 1)]
    for follower in followers[:-1]:
        add_hook(follower, "https://victim.example/in")
    with pytest.raises(FollowRefused, match="as many"):
        add_hook(followers[-1], "https://victim.example/in")
