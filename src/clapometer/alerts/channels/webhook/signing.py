"""Secrets of webhooks and the signatures made with them: Standard Webhooks, “Signature scheme”.

A secret is made from a salt, which the database holds, and the site's own secret, which it does
not. So a copy of the database signs nothing, and the secret can still be worked out to sign.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.crypto import salted_hmac
from standardwebhooks import Webhook

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.instants import to_datetime

OVERLAP = DAY
"""Seconds for which the secret before still signs beside the new one."""
PREFIX = "whsec_"
_SALT_BYTES = 24


class Salt(NamedTuple):
    """What a secret is made from. `until`: the instant until which it signs, None: no end."""

    salt: str
    until: int | None = None


def first_salts() -> list[Salt]:
    """Return the salt of a webhook that is new."""
    return [Salt(secrets.token_urlsafe(_SALT_BYTES))]


def rotated(salts: Iterable[Salt], now: int) -> list[Salt]:
    """Return a new salt, then the one that was the newest, which ends after the overlap.

    Whatever was rotated before ends at once, so there are never more than two.
    """
    until = now + OVERLAP * SECOND
    return [*first_salts(), *(one._replace(until=until) for one in list(salts)[:1])]


def secret_of(endpoint_id: int, salt: str) -> str:
    """Return the secret as a receiver enters it: whsec_ and 32 bytes in base64."""
    told = f"{endpoint_id}\n{salt}"
    mac = salted_hmac("clapometer.alerts.webhook", told, algorithm="sha256").digest()
    return PREFIX + base64.b64encode(mac).decode()


def signed(
    endpoint_id: int, salts: Iterable[Salt], message_id: str, body: bytes, now: int
) -> Mapping[str, str]:
    """Return the three headers of Standard Webhooks: one signature for each secret that holds."""
    moment = to_datetime(now)
    text = body.decode()
    made = [
        Webhook(secret_of(endpoint_id, one.salt)).sign(message_id, moment, text)
        for one in salts
        if one.until is None or one.until > now
    ]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(now // SECOND),
        "webhook-signature": " ".join(made),
    }
