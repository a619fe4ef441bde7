"""Who sends: the token of VAPID (RFC 8292), its signature checked once for each that is seen."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

LONGEST_LIFE = 24 * 3600
"""Seconds from now to the end of a token, at most (RFC 8292, 2)."""
_SHAPE = re.compile(r"vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)", re.ASCII)
_ES256 = ec.ECDSA(hashes.SHA256())


class Tokens:
    """Judges tokens. The first key that signed a good one is the site's; no other is let in."""

    def __init__(self) -> None:
        self._ends: dict[tuple[str, str], float] = {}
        self.key = ""
        self.seen = 0

    def problem(self, header: str, origin: str, now: float) -> str:
        """Return what is wrong with the header Authorization; "" for nothing."""
        ends = self._ends.get((header, origin))
        if ends is None:
            problem, ends = self._judged(header, origin, now)
            if problem:
                return problem
            self._ends[header, origin] = ends
            self.seen += 1
        return "" if now < ends else "the token is over"

    def _judged(self, header: str, origin: str, now: float) -> tuple[str, float]:
        found = _SHAPE.fullmatch(header)
        if not found:
            return "the header is not vapid with t and k", 0
        try:
            head, claims = json.loads(_raw(found[1])), json.loads(_raw(found[2]))
            if head != {"typ": "JWT", "alg": "ES256"}:
                return "the token is no JWT of ES256", 0
            if not _is_signed(f"{found[1]}.{found[2]}", _raw(found[3]), _raw(found[4])):
                return "the signature is not the key's", 0
            ends = float(claims["exp"])
        except (ValueError, KeyError, TypeError):
            return "the token cannot be read", 0
        if claims.get("aud") != origin:
            return f"the token is for {claims.get('aud')!r:.100}, not for {origin}", 0
        if not now < ends <= now + LONGEST_LIFE:
            return "the token is over, or lives longer than a day", 0
        self.key = self.key or found[4]
        return ("" if found[4] == self.key else "the key is another site's"), ends


def _is_signed(text: str, signature: bytes, key: bytes) -> bool:
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), key)
    r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
    try:
        public.verify(encode_dss_signature(r, s), text.encode(), _ES256)
    except InvalidSignature:
        return False
    return len(signature) == 64


def _raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
