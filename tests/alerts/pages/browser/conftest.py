"""What the tests of the browser's addresses share: subscriptions, and a page that calls."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.test import Client

from clapometer.alerts.capability import token_of
from clapometer.alerts.channels.webpush.base64url import to_base64url
from clapometer.alerts.following.followers import new_follower
from clapometer.alerts.models import Follower

# A made-up browser's key: worked out once, since any point of the curve does.
POINT = (
    ec.derive_private_key(5, ec.SECP256R1())
    .public_key()
    .public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
)


def subscription(address: str = "https://push.example/send/one") -> dict[str, Any]:
    """A subscription as a browser writes it."""
    keys = {"p256dh": to_base64url(POINT), "auth": to_base64url(bytes(16))}
    return {"endpoint": address, "expirationTime": None, "keys": keys}


@pytest.fixture
def follower(db) -> Follower:
    return new_follower("Europe/Dublin", "en")


@pytest.fixture
def token(follower) -> str:
    return token_of(follower)


@pytest.fixture
def call(db) -> Callable[..., Any]:
    """Sends JSON to an address of /follow/push/ as the site's own script does."""
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)

    def send(name: str, said: object, **headers: str) -> Any:
        own = {"sec-fetch-site": "same-origin", "origin": "http://localhost"}
        body = said if isinstance(said, bytes) else json.dumps(said)
        return client.post(
            f"/follow/push/{name}", body, content_type="application/json", headers=own | headers
        )

    return send
