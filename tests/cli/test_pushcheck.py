"""The check of the key for push services: quiet where nobody needs it, plain where it is wrong."""

import pytest

from clapometer.alerts.channels.webpush.channel import NAME
from clapometer.alerts.channels.webpush.sitekey import site_key
from clapometer.alerts.models import Endpoint
from clapometer.cli.pushcheck import look_at_push_key

pytestmark = pytest.mark.django_db


def wrong(folder) -> list[str]:
    site_key.cache_clear()
    return [fault.wrong for fault in look_at_push_key(folder)]


def subscribe(number: int, state: str = "on") -> None:
    Endpoint.objects.create(
        follower_id=number, channel=NAME, address="https://push.example/1", mark=str(number),
        state=state, created_at=0,
    )  # fmt: skip


def test_a_site_without_readers_needs_no_key(tmp_path):
    subscribe(1, state="ended")
    assert wrong(tmp_path) == []
    assert not list(tmp_path.iterdir())


def test_a_key_that_was_made_is_in_order(tmp_path):
    site_key(tmp_path)
    assert wrong(tmp_path) == []


def test_a_key_that_is_lost_is_told_with_what_hangs_on_it(tmp_path):
    subscribe(1)
    subscribe(2)
    assert wrong(tmp_path) == [
        f"{tmp_path}/push.key is missing, and 2 browsers get messages under that key alone."
    ]


def test_a_key_that_others_can_read_is_told(tmp_path):
    site_key(tmp_path)
    (tmp_path / "push.key").chmod(0o644)
    assert wrong(tmp_path) == [f"{tmp_path}/push.key can be read by others."]


def test_a_file_that_is_no_key_is_told(tmp_path):
    (tmp_path / "push.key").touch(0o600)
    (told,) = wrong(tmp_path)
    assert "holds no private key of the curve P-256" in told
