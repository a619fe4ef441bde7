"""The channel: what a push service is sent, what a browser reads of it, and what neither learns."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import override_settings

from clapometer.alerts.channels.contract import (
    GONE,
    PERMANENT,
    TEMPORARY,
    PostedChannel,
    Undeliverable,
    channel_named,
)
from clapometer.alerts.channels.webpush.channel import (
    LONGEST_TTL,
    NAME,
    PLAN,
    WebPush,
    contact_of_site,
    site_signer,
)
from clapometer.alerts.channels.webpush.sitekey import SiteKey, site_key
from clapometer.alerts.channels.webpush.vapid import Signer
from clapometer.alerts.kinds import DAY, KINDS, SECOND
from clapometer.alerts.messages import tag_of
from tests.alerts.channels.webpush.browsers import Browser, written
from tests.alerts.channels.webpush.parcels import HOUR, NOW, message, parcel
from tests.alerts.channels.webpush.test_vapid import claims_of

_pair = Browser()
KEY = SiteKey(_pair.private, written(_pair.point))
BROWSER = Browser()


@pytest.fixture
def channel() -> WebPush:
    signer = Signer(KEY, "mailto:board@example.org")
    return WebPush(lambda: signer)


def test_it_is_registered_under_its_name():
    assert isinstance(channel_named("webpush"), WebPush)
    assert isinstance(channel_named(NAME), PostedChannel)


def test_a_request_says_what_the_rfcs_ask_for(channel):
    request = channel.request(parcel(BROWSER, message()), NOW)
    headers = dict(request.headers)
    claims = claims_of(headers.pop("Authorization"))
    assert claims["aud"] == "https://push.example"
    assert len(headers.pop("Topic")) == 32
    assert headers == {
        "TTL": "172800",
        "Urgency": "normal",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
    }
    assert (request.url, request.plain) == (BROWSER.endpoint, False)


def test_the_browser_reads_the_message(channel):
    told = message()
    body = channel.request(parcel(BROWSER, told), NOW).body
    assert json.loads(BROWSER.decrypt(body)) == {
        "id": told.id, "kind": told.kind, "title": told.title, "body": told.text,
        "url": told.url, "tag": told.tag, "at": told.happened_at // 1000,
    }  # fmt: skip


# The invariant: nothing of whom a message is for is in what a browser reads or a push service sees,
# but the address that the push service itself gave out.
def test_nothing_personal_leaves(channel):
    request = channel.request(parcel(BROWSER, message(), number=9931), NOW)
    seen = repr(dict(request.headers)) + BROWSER.decrypt(request.body).decode()
    assert "4711" not in seen
    assert "9931" not in seen
    assert BROWSER.endpoint not in seen
    assert BROWSER.keys["auth"] not in seen


def test_messages_are_never_mixed_up(channel):
    first, second = message(), message(id="n-18", title="Another")
    ids = [
        json.loads(BROWSER.decrypt(channel.request(parcel(BROWSER, told), NOW).body))["id"]
        for told in (first, first, second, first)
    ]
    assert ids == [first.id, first.id, "n-18", first.id]


def test_every_try_is_encrypted_anew(channel):
    told = message()
    bodies = {channel.request(parcel(BROWSER, told), NOW).body for _ in range(50)}
    assert len({body[:86] for body in bodies}) == 50


def topic(channel: WebPush, browser: Browser, **changes) -> str:
    return channel.request(parcel(browser, message(**changes)), NOW).headers["Topic"]


def test_of_one_work_only_the_newest_score_waits(channel):
    assert topic(channel, BROWSER) == topic(channel, BROWSER, id="n-18", title="88 %")
    assert topic(channel, BROWSER) != topic(channel, BROWSER, tag=tag_of("work:18 crossing 90"))


def test_a_push_service_cannot_tell_by_the_topic_who_follows_the_same(channel):
    other = Browser(private=BROWSER.private)
    assert topic(channel, BROWSER) != topic(channel, other)


@pytest.mark.parametrize(
    ("until", "ttl"),
    [(NOW + HOUR, "3600"), (NOW, "0"), (NOW - HOUR, "0"), (NOW + 10**18, str(LONGEST_TTL))],
)
def test_it_waits_there_as_long_as_it_is_worth_delivering(channel, until, ttl):
    assert channel.request(parcel(BROWSER, message(until=until)), NOW).headers["TTL"] == ttl


def test_no_kind_of_notice_keeps_longer_than_push_services_do():
    assert all(0 < kind.keeps <= LONGEST_TTL for kind in KINDS.values())


@pytest.mark.parametrize(
    "details",
    ["", "{}", "[]", "5", '{"p256dh": 1, "auth": 2}', '{"p256dh": "x", "auth": "y"}'],
)
def test_keys_that_cannot_be_read_end_the_subscription(channel, details):
    with pytest.raises(Undeliverable) as refused:
        channel.request(parcel(BROWSER, message(), details=details), NOW)
    assert refused.value.outcome.kind == GONE


def test_a_message_without_room_for_its_address_fails_alone(channel):
    told = message(url="https://board.example/" + "a" * 4000)
    with pytest.raises(Undeliverable, match="longer than a push message") as refused:
        channel.request(parcel(BROWSER, told), NOW)
    assert refused.value.outcome.kind == PERMANENT


def test_a_key_that_cannot_be_read_is_the_sites_fault_and_ends_nothing(tmp_path):
    (tmp_path / "push.key").write_text("spoilt")
    channel = WebPush(lambda: Signer(site_key(tmp_path), ""))
    with pytest.raises(Undeliverable, match="own key") as refused:
        channel.request(parcel(BROWSER, message()), NOW)
    assert refused.value.outcome.kind == TEMPORARY


def test_the_plan_grows_and_gives_what_may_be_our_own_fault_a_month():
    assert list(PLAN.waits) == sorted(PLAN.waits)
    assert sum(PLAN.waits) < DAY
    assert PLAN.ends_after == 30 * DAY


@pytest.mark.parametrize(
    ("mail", "sender", "address", "contact"),
    [
        ("", "", "https://board.example", "https://board.example"),
        ("", "", "http://127.0.0.1:8000", ""),
        ("smtp://m", "board@example.org", "https://board.example", "mailto:board@example.org"),
        ("smtp://m", "Board <b@example.org>", "http://127.0.0.1:8000", "mailto:b@example.org"),
    ],
)
def test_push_services_are_told_whom_to_write_to(settings, mail, sender, address, contact):
    settings.SITE = settings.SITE | {"mail": mail, "address": address}
    settings.DEFAULT_FROM_EMAIL = sender
    assert contact_of_site() == contact


def test_the_site_signs_with_the_key_in_its_folder(tmp_path):
    site_signer.cache_clear()
    with override_settings(DATA=tmp_path):
        header = site_signer().authorization("https://push.example", NOW)
    site_signer.cache_clear()
    assert header.endswith(f"k={site_key(Path(tmp_path)).public}")
    assert claims_of(header)["exp"] > NOW // SECOND


def test_the_key_that_signs_is_never_the_one_that_encrypts(channel):
    # RFC 8292, section 3.2.
    bodies = [channel.request(parcel(BROWSER, message()), NOW).body for _ in range(20)]
    assert _pair.point not in {body[21:86] for body in bodies}
    assert isinstance(KEY.private, ec.EllipticCurvePrivateKey)
