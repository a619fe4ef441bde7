"""Bytes as base64url without padding (RFC 4648, section 5; RFC 7515, section 2)."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from binascii import a2b_base64

# The two signs of base64 that base64url has not become one that nothing reads.
_STANDARD = bytes.maketrans(b"-_+/", b"+/!!")


def to_base64url(raw: bytes) -> str:
    """Return the bytes as text."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes | None:
    """Return the bytes that a text writes, None where it writes none. Padding may stand or not."""
    if text.endswith("==="):
        return None
    try:
        letters = text.encode("ascii").rstrip(b"=").translate(_STANDARD)
        return a2b_base64(letters + b"=" * (-len(letters) % 4), strict_mode=True)
    except ValueError:
        return None
