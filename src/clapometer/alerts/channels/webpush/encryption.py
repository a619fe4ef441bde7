"""Encrypting a message for one browser: RFC 8291, in one record of aes128gcm (RFC 8188).

Every message has a key pair and a salt of its own. What is kept between messages is what the
browser gave us, read and checked: see docs/explanation/push.md.
"""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .base64url import from_base64url

RECORD = 4096
"""The largest body that every push service takes (RFC 8030, section 7.2), and our record's size."""
LARGEST = 3993
"""Bytes of plaintext in it: 4096 less header, delimiter and tag (RFC 8291, section 4)."""
KEPT = 4096
"""How many browsers' keys are kept read. About 2 KB each, so that 2.6 million followers do not pile
up; a small site's are all kept."""
SALT, POINT, AUTH = 16, 65, 16
"""Lengths in bytes: of a salt, of an uncompressed point of P-256, of a browser's secret."""

_CURVE, _ECDH = ec.SECP256R1(), ec.ECDH()
_X962, _UNCOMPRESSED = Encoding.X962, PublicFormat.UncompressedPoint
_RECORD = RECORD.to_bytes(4)
_KEY_INFO = b"WebPush: info\0"
_CEK_INFO = b"Content-Encoding: aes128gcm\0\1"
_NONCE_INFO = b"Content-Encoding: nonce\0\1"
_INNER = bytes(one ^ 0x36 for one in range(256))
_OUTER = bytes(one ^ 0x5C for one in range(256))


class ReceiverRefused(ValueError):
    """The keys of a subscription are none; the message is one sentence."""


class Receiver(NamedTuple):
    """For whom a message is encrypted: the browser's public key, as an object and as the 65 bytes
    of its point, and the secret of 16 bytes that it shares with us alone."""

    key: ec.EllipticCurvePublicKey
    point: bytes
    auth: bytes


@lru_cache(maxsize=KEPT)
def receiver(p256dh: str, auth: str) -> Receiver:
    """Return whose keys these are, as a browser writes them. Raises ReceiverRefused."""
    point, secret = from_base64url(p256dh), from_base64url(auth)
    if point is None or len(point) != POINT or point[0] != 4:
        raise ReceiverRefused(
            "The subscription's key p256dh is no uncompressed point of P-256, 65 bytes as"
            " base64url; subscribe again."
        )
    if secret is None or len(secret) != AUTH:
        raise ReceiverRefused(
            "The subscription's secret auth is not 16 bytes as base64url; subscribe again."
        )
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, point)
    except ValueError:
        raise ReceiverRefused(
            "The subscription's key p256dh is no point on the curve P-256; subscribe again."
        ) from None
    return Receiver(key, point, secret)


def encrypt(plaintext: bytes, to: Receiver, padding: int = 0) -> bytes:
    """Return the body of a request: header and one encrypted record, with a fresh key and salt.

    `padding`: bytes of nothing behind the text, which hide how long it is. Raises ValueError where
    both are more than LARGEST.
    """
    if len(plaintext) + padding > LARGEST:
        raise ValueError(f"A push message holds {LARGEST} bytes, not {len(plaintext) + padding}.")
    return _encrypted(
        plaintext, to, ec.generate_private_key(_CURVE), os.urandom(SALT), padding=padding
    )


def _encrypted(
    plaintext: bytes, to: Receiver, own: ec.EllipticCurvePrivateKey, salt: bytes, padding: int = 0
) -> bytes:
    """RFC 8291, section 3.4, step by step."""
    point = own.public_key().public_bytes(_X962, _UNCOMPRESSED)
    secret = own.exchange(_ECDH, to.key)
    ikm = _hmac(_hmac(to.auth, secret), _KEY_INFO + to.point + point + b"\1")
    return _sealed(plaintext, ikm, salt, point, padding)


def _sealed(plaintext: bytes, ikm: bytes, salt: bytes, key_id: bytes, padding: int = 0) -> bytes:
    """Return one record and its header (RFC 8188, section 2): the last one, hence delimiter 2.

    Each expansion of HKDF is one block of SHA-256 long, so one HMAC makes it (RFC 5869, 2.3); both
    are under one key, which is made ready once. It encrypts this record alone, hence its nonce is
    the first.
    """
    prk = _hmac(salt, ikm).ljust(64, b"\0")
    inner, outer = prk.translate(_INNER), prk.translate(_OUTER)
    key = sha256(outer + sha256(inner + _CEK_INFO).digest()).digest()[:16]
    nonce = sha256(outer + sha256(inner + _NONCE_INFO).digest()).digest()[:12]
    record = AESGCM(key).encrypt(nonce, plaintext + b"\2" + bytes(padding), None)
    return salt + _RECORD + len(key_id).to_bytes() + key_id + record


def _hmac(key: bytes, text: bytes) -> bytes:
    """Return HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes.

    The same as hmac.digest, which asks OpenSSL for the algorithm anew each time: five of them to a
    message, and each takes half as long again.
    """
    key = key.ljust(64, b"\0")
    inner = sha256(key.translate(_INNER) + text).digest()
    return sha256(key.translate(_OUTER) + inner).digest()
