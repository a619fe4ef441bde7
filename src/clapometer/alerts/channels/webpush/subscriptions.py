"""What a browser hands over when it subscribes: where to send, and with which keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson

from .base64url import to_base64url
from .encryption import ReceiverRefused, receiver

LONGEST = 8192
"""Characters of a subscription; those that browsers make have under 1,000."""
LONGEST_ENDPOINT = 2048
_PRINTED = re.compile(r"https://[!-~]+")


class SubscriptionRefused(ValueError):
    """It is no subscription; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """Where one browser is reached.

    `origin`: of its push service, such as https://push.example. The keys are base64url without
    padding.
    """

    endpoint: str
    origin: str
    p256dh: str
    auth: str

    def details(self) -> str:
        """Return what is stored beside the endpoint, as JSON: the two keys."""
        return orjson.dumps({"p256dh": self.p256dh, "auth": self.auth}).decode()


def read_subscription(text: str | bytes) -> Subscription:
    """Return the subscription that a browser wrote (`JSON.stringify` of a PushSubscription).

    Raises SubscriptionRefused.
    """
    if len(text) > LONGEST:
        raise SubscriptionRefused(f"A subscription has at most {LONGEST:,} characters.")
    try:
        said = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise SubscriptionRefused("The subscription is no JSON.") from None
    keys = said.get("keys") if isinstance(said, dict) else None
    if not isinstance(keys, dict):
        raise SubscriptionRefused(
            'A subscription is an object like {"endpoint": …, "keys": {"p256dh": …, "auth": …}}.'
        )
    endpoint = _text(said, "endpoint")
    try:
        whose = receiver(_text(keys, "p256dh"), _text(keys, "auth"))
    except ReceiverRefused as refused:
        raise SubscriptionRefused(str(refused)) from None
    origin = _origin(endpoint)
    return Subscription(endpoint, origin, to_base64url(whose.point), to_base64url(whose.auth))


def origin_of(endpoint: str) -> str:
    """Return the origin of an endpoint that was read here: what stands before its path."""
    return endpoint[: endpoint.index("/", len("https://"))]


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str):
        raise SubscriptionRefused(f"The subscription's “{name}” is missing or no text.")
    return value


def _origin(endpoint: str) -> str:
    """Return the origin (RFC 6454, section 6.2) of an endpoint as browsers write it."""
    if len(endpoint) > LONGEST_ENDPOINT:
        raise SubscriptionRefused(
            f"The subscription's endpoint has over {LONGEST_ENDPOINT:,} characters."
        )
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not _PRINTED.fullmatch(endpoint):
        raise SubscriptionRefused("The subscription's endpoint is no https address.")
    name = f"[{host}]" if ":" in host else host
    origin = f"https://{name}" if port in {None, 443} else f"https://{name}:{port}"
    # Whatever else stands there (a user, capitals, the port that goes without saying, a mark) no
    # browser writes, and two ways to write one origin would be two tokens for it.
    if not endpoint.startswith(f"{origin}/") or parts.fragment or "\\" in endpoint:
        raise SubscriptionRefused(
            f"The subscription's endpoint does not begin with its origin, {origin}/, or has a"
            " fragment; give it as the browser wrote it."
        )
    return origin
