"""The key by which push services know this site: an ES256 pair in the site's folder (RFC 8292).

A browser subscribes for this key alone, so it has to stay: who loses it loses every subscription.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from .base64url import to_base64url

FILE_NAME = "push.key"


class KeyFileRefused(ValueError):
    """The file holds no such key; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class SiteKey:
    """The pair. `public`: its uncompressed point as base64url, which browsers subscribe with
    (`applicationServerKey`) and push services are sent (`k`)."""

    private: ec.EllipticCurvePrivateKey
    public: str


@lru_cache(maxsize=8)
def site_key(folder: Path) -> SiteKey:
    """Return the key of the site in the folder; the first call ever makes it, and its owner alone
    can read it. Raises KeyFileRefused."""
    path = folder / FILE_NAME
    if not path.exists():
        _make(path)
    try:
        private = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        private = None
    if not isinstance(private, ec.EllipticCurvePrivateKey) or private.curve.name != "secp256r1":
        raise KeyFileRefused(
            f"{path} holds no private key of the curve P-256 in PEM: put the site's own back, or"
            " remove the file, which ends every browser's subscription."
        )
    point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return SiteKey(private, to_base64url(point))


def _make(path: Path) -> None:
    """Write a new key whole and under another name, then give it its own unless another process
    was quicker: so nobody ever reads half a key, or uses one that is not kept."""
    text = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    # Such a file can be read by its owner alone from the start.
    handle, name = tempfile.mkstemp(prefix=".push-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
