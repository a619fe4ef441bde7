"""The link that manages everything of one follower: whoever has it may, and nothing is stored.

It is made of the follower's number and of a seal under the site's secret, so a copy of the database
opens nothing; raising `generation` ends all links that were given out before.
"""

from __future__ import annotations

import base64
import re

from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Follower

_TOKEN = re.compile(r"(?P<number>[1-9][0-9]{0,14})-(?P<seal>[A-Za-z0-9_-]{32})")
TOKEN_PATTERN = r"(?P<token>[1-9][0-9]{0,14}-[A-Za-z0-9_-]{32})"
"""How a token stands in the pattern of an address."""


def token_of(follower: Follower, purpose: str = "manage") -> str:
    """Return the token of a follower; one made for a `purpose` (feed, stop …) opens nothing else.

    24 bytes of HMAC-SHA-256: not to be guessed, and short enough to be read over the phone.
    """
    return f"{follower.id}-{_seal(follower.id, follower.generation, purpose)}"


def follower_of(token: str, purpose: str = "manage") -> Follower | None:
    """Return whose token it is, None for one that is nobody's or was ended.

    The token of a follower who was merged into another one is the other's.
    """
    found = _TOKEN.fullmatch(token)
    follower = Follower.objects.filter(id=int(found["number"])).first() if found else None
    if found is None or follower is None:
        return None
    right = _seal(follower.id, follower.generation, purpose)
    if not constant_time_compare(found["seal"], right):
        return None
    if follower.merged_into is None:
        return follower
    return Follower.objects.filter(id=follower.merged_into).first()


def seal_of(purpose: str, *parts: object) -> str:
    """Return 32 characters that only this site can make of the parts, for other short tokens."""
    told = "\n".join(map(str, parts))
    mac = salted_hmac(f"clapometer.alerts.{purpose}", told, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(mac[:24]).decode()


def _seal(number: int, generation: int, purpose: str) -> str:
    return seal_of(purpose, number, generation)
