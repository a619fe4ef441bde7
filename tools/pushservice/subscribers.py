"""Browsers by number: their keys are worked out from it, so that millions need no table.

A browser's secret `auth` is an HMAC of its number. Its key pair is one of PAIRS real pairs, by its
number: senders treat every browser as one of its own, since the secret differs, and only a table
of 2.6 million pairs is saved. Light browsers share the pair whose private number is 1. To a sender
it is a point like any other and costs it as much; but the exchange is then the x coordinate of the
sender's point (RFC 8291, 3.1, with d = 1), so the receiving side is spared most of its work, and a
sender can be measured on the same machine.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PAIRS = 200
SEED = b"made-up browsers"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The number of points of P-256 (FIPS 186-4, D.1.2.3)."""


class Pair(NamedTuple):
    """A browser's key pair, its public point as bytes too."""

    private: ec.EllipticCurvePrivateKey
    point: bytes
    is_light: bool


class Subscribers:
    """The browsers of one service, from number 0 on."""

    def __init__(self, *, light: bool = False, seed: bytes = SEED) -> None:
        self._seed = seed
        numbers = [1] if light else [self._derived(b"pair", place) for place in range(PAIRS)]
        self._pairs = [_pair(1 + (one - 1) % (_ORDER - 1)) for one in numbers]

    def pair(self, number: int) -> Pair:
        """Return the key pair of a browser."""
        return self._pairs[number % len(self._pairs)]

    def auth(self, number: int) -> bytes:
        """Return the secret of 16 bytes that a browser shares with who sends to it."""
        return hmac.digest(self._seed, b"auth%d" % number, "sha256")[:16]

    def keys(self, number: int) -> dict[str, str]:
        """Return the keys as a browser hands them over, in base64url."""
        return {"p256dh": _text(self.pair(number).point), "auth": _text(self.auth(number))}

    def _derived(self, what: bytes, number: int) -> int:
        return int.from_bytes(hmac.digest(self._seed, b"%s%d" % (what, number), "sha256"))


def _pair(number: int) -> Pair:
    private = ec.derive_private_key(number, ec.SECP256R1())
    point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return Pair(private, point, number == 1)


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
