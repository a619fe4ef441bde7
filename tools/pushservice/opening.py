"""Opening a message as a browser does: RFC 8291 over RFC 8188, written anew from the RFCs."""

from __future__ import annotations

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .subscribers import Pair

LARGEST = 4096
"""Bytes of a body that a push service has to take (RFC 8030, 7.2); more is refused here."""
_POINT = 65
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_CURVE = ec.SECP256R1()
_ECDH = ec.ECDH()


class Unopened(ValueError):
    """The message cannot be opened; says why."""


def opened(body: bytes, pair: Pair, auth: bytes) -> bytes:
    """Return the text of a message for the browser with these keys. Raises Unopened."""
    salt, size, named = body[:16], int.from_bytes(body[16:20]), body[20:21]
    point, record = body[21 : 21 + _POINT], body[21 + _POINT :]
    if named != bytes((_POINT,)) or len(point) != _POINT or point[0] != 4:
        raise Unopened("the header names no point of P-256")
    if not 17 <= len(record) <= size:
        raise Unopened("it is not one record of the size that its header says")
    info = b"WebPush: info\0" + pair.point + point + b"\1"
    key = _hmac(_hmac(auth, _exchanged(pair, point)), info)
    prk = _hmac(salt, key)
    content_key = _hmac(prk, b"Content-Encoding: aes128gcm\0\1")[:16]
    nonce = _hmac(prk, b"Content-Encoding: nonce\0\1")[:12]
    try:
        text = AESGCM(content_key).decrypt(nonce, record, None).rstrip(b"\0")
    except InvalidTag:
        raise Unopened("it is not for these keys, or was changed") from None
    if text[-1:] != b"\2":
        raise Unopened("the last record does not end as one")
    return text[:-1]


def _exchanged(pair: Pair, point: bytes) -> bytes:
    if pair.is_light:
        x, y = int.from_bytes(point[1:33]), int.from_bytes(point[33:])
        if x >= _P or y >= _P or (y * y - x * x * x + 3 * x - _B) % _P:
            raise Unopened("the header's point is not on the curve")
        return point[1:33]
    try:
        return pair.private.exchange(
            _ECDH, ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, point)
        )
    except ValueError:
        raise Unopened("the header's point is not on the curve") from None


def _hmac(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, "sha256")
