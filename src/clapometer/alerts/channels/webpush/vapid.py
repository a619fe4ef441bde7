"""Who sends: a signed token for each push service, kept until it is to be renewed (RFC 8292)."""

from __future__ import annotations

from typing import NamedTuple

import orjson
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from .base64url import to_base64url
from .sitekey import SiteKey

SECOND = 1_000_000
LIVES = 2 * 3600
"""Seconds for which a token is good: far under the 24 hours that section 2 allows, so that a stolen
one is soon worth nothing, and enough for clocks that differ."""
RENEWED = 3600
"""Seconds after which the next message gets a new one, so none is sent that is about to end."""
BEHIND = 60
"""Seconds by which the clock may go back before a token counts as one from the future."""
KEPT = 1024
"""How many push services' tokens are kept; browsers use about five."""

_ES256 = ec.ECDSA(hashes.SHA256())
_HEADER = to_base64url(b'{"typ":"JWT","alg":"ES256"}')


class _Token(NamedTuple):
    value: str
    signed_at: int


class Signer:
    """Says in the header Authorization who sends. One token is never used for two origins.

    `contact`: where the operators of a push service reach whoever runs the site, a mailto: or
    https: address (section 2.1); left out where it is empty.
    """

    def __init__(self, key: SiteKey, contact: str) -> None:
        self._key = key
        self._claims = {"sub": contact} if contact else {}
        self._kept: dict[str, _Token] = {}

    def authorization(self, origin: str, now: int) -> str:
        """Return the header for a push service at the instant `now`.

        Whatever the clock does, a token that is returned ends between one and two hours (and
        BEHIND) after `now`: one signed longer ago, or in what is now the future, is made anew.
        """
        kept = self._kept.get(origin)
        if kept is None or not -BEHIND <= (now - kept.signed_at) / SECOND < RENEWED:
            kept = _Token(self._signed(origin, now // SECOND + LIVES), now)
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[origin] = kept
        return kept.value

    def _signed(self, origin: str, ends: int) -> str:
        claims = orjson.dumps({"aud": origin, "exp": ends, **self._claims})
        text = f"{_HEADER}.{to_base64url(claims)}"
        r, s = decode_dss_signature(self._key.private.sign(text.encode(), _ES256))
        signature = to_base64url(r.to_bytes(32) + s.to_bytes(32))
        return f"vapid t={text}.{signature}, k={self._key.public}"
