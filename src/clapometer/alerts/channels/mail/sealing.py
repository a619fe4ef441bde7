"""Sealed ids: what a bounce brings back of the mail it is about, and nobody can make up.

A seal names a notice and an endpoint and proves that this site wrote it. It stands in the envelope
sender of each mail (VERP) and in its Message-ID. Only the mail's receiver and the servers on its
way see it, so all that a thief of one could do is end that very endpoint.
"""

from __future__ import annotations

import re
from base64 import b32encode
from dataclasses import dataclass

from django.utils.crypto import constant_time_compare, salted_hmac

_SALT = "clapometer.alerts.channels.mail.sealing"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Small letters and digits only, because some servers make addresses small on their way. Sixteen
# letters of base 32 are 80 bits: what is guessed is refused for longer than the site will stand.
SEAL = re.compile(r"(?P<notice>[0-9a-z]{1,13})-(?P<endpoint>[0-9a-z]{1,13})-(?P<mac>[a-z2-7]{16})")


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a seal names. Notice 0 is a mail that no notice made: the question before any."""

    notice: int
    endpoint: int


def seal(notice: int, endpoint: int) -> str:
    """Return the seal of a notice and an endpoint; always the same for the same two."""
    named = f"{_in_letters(notice)}-{_in_letters(endpoint)}"
    return f"{named}-{_mac(named)}"


def opened(text: str) -> Sealed | None:
    """Return what a seal names; None for what this site never sealed."""
    found = SEAL.fullmatch(text.lower())
    if not found:
        return None
    named = f"{found['notice']}-{found['endpoint']}"
    if not constant_time_compare(found["mac"], _mac(named)):
        return None
    return Sealed(int(found["notice"], 36), int(found["endpoint"], 36))


def bounce_address(base: str, notice: int, endpoint: int) -> str:
    """Return the envelope sender of a mail: `base`, with the seal after a plus (RFC 5233)."""
    local, _, domain = base.rpartition("@")
    return f"{local}+{seal(notice, endpoint)}@{domain}"


def message_id(host: str, notice: int, endpoint: int, again: int = 0) -> str:
    """Return the Message-ID of a mail: the same however often it is sent, for one `again`."""
    return f"<{seal(notice, endpoint)}{f'.{again}' if again else ''}@{host}>"


def first_opened(text: str) -> Sealed | None:
    """Return what the first genuine seal in a text names; None where there is none."""
    for found in SEAL.finditer(text.lower()):
        sealed = opened(found[0])
        if sealed:
            return sealed
    return None


def _in_letters(number: int) -> str:
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 36)
        letters = _DIGITS[digit] + letters
    return letters


def _mac(named: str) -> str:
    digest = salted_hmac(_SALT, named, algorithm="sha256").digest()
    return b32encode(digest[:10]).decode("ascii").lower()
