"""Signatures of webhooks, checked by the library that receivers use."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from clapometer.alerts.channels.webhook.signing import (
    OVERLAP,
    Salt,
    first_salts,
    rotated,
    secret_of,
    signed,
)
from clapometer.alerts.kinds import SECOND
from clapometer.instants import now


def verified(secret: str, body: bytes, headers) -> object:
    return Webhook(secret).verify(body, dict(headers), json_parse=False)


def test_a_secret_is_32_bytes_and_no_two_are_alike():
    (one,), (other,) = first_salts(), first_salts()
    secrets = {secret_of(1, one.salt), secret_of(2, one.salt), secret_of(1, other.salt)}
    assert len(secrets) == 3
    for secret in secrets:
        assert secret.startswith("whsec_")
        assert len(base64.b64decode(secret.removeprefix("whsec_"), validate=True)) == 32


def test_the_database_does_not_hold_the_secret():
    (salt,) = first_salts()
    assert salt.salt not in secret_of(1, salt.salt)


# Whatever is sent, the receiver's own library takes it with the secret and with no other.
@given(st.binary().map(lambda some: some.decode("latin-1").encode()))
def test_a_receiver_verifies_what_was_signed(body):
    salts, at = first_salts(), now()
    headers = signed(7, salts, "0" * 32, body, at)
    verified(secret_of(7, salts[0].salt), body, headers)
    with pytest.raises(WebhookVerificationError):
        verified(secret_of(8, salts[0].salt), body, headers)
    with pytest.raises(WebhookVerificationError):
        verified(secret_of(7, salts[0].salt), body + b"!", headers)
    with pytest.raises(WebhookVerificationError):
        verified(secret_of(7, salts[0].salt), body, {**headers, "webhook-id": "1" * 32})


def test_the_known_vector_of_the_scheme():
    """“id.timestamp.body” under HMAC-SHA256, worked out with nothing but the standard library."""
    import hashlib
    import hmac

    salt = Salt("made-up")
    headers = signed(1, [salt], "msg", b'{"a":1}', 1_700_000_000 * SECOND + 999_999)
    key = base64.b64decode(secret_of(1, "made-up").removeprefix("whsec_"))
    mac = hmac.new(key, b'msg.1700000000.{"a":1}', hashlib.sha256).digest()
    assert headers == {
        "webhook-id": "msg",
        "webhook-timestamp": "1700000000",
        "webhook-signature": "v1," + base64.b64encode(mac).decode(),
    }


def test_for_a_day_after_rotating_both_secrets_verify_and_then_the_new_one_alone():
    before, at = first_salts(), now()
    after = rotated(before, at)
    old, new = secret_of(7, before[0].salt), secret_of(7, after[0].salt)
    assert old != new
    late = at + OVERLAP * SECOND
    overlapping = signed(7, after, "id", b"{}", at)
    assert len(overlapping["webhook-signature"].split(" ")) == 2
    for secret in (old, new):
        verified(secret, b"{}", overlapping)
    assert len(signed(7, after, "id", b"{}", late - 1)["webhook-signature"].split(" ")) == 2
    assert len(signed(7, after, "id", b"{}", late)["webhook-signature"].split(" ")) == 1


def test_rotating_twice_ends_the_first_at_once():
    salts = first_salts()
    first = salts[0].salt
    for _ in range(2):
        salts = rotated(salts, now())
    assert len(salts) == 2
    assert first not in {one.salt for one in salts}
