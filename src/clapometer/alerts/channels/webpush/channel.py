"""Web Push as a channel: the request that carries a message, and when it is tried again."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import parseaddr
from functools import cache
from hashlib import sha256
from pathlib import Path

import orjson
from django.conf import settings

from clapometer.alerts.channels.contract import (
    GONE,
    PERMANENT,
    TEMPORARY,
    Outcome,
    Parcel,
    RetryPlan,
    Undeliverable,
)
from clapometer.alerts.marking import gettext_noop
from clapometer.alerts.messages import Message
from clapometer.fetching.posting import Answer, Request

from .answers import outcome_of
from .encryption import Receiver, ReceiverRefused, encrypt, receiver
from .payload import Payload, TooLarge, payload_of
from .sitekey import KeyFileRefused, site_key
from .subscriptions import origin_of
from .vapid import Signer

NAME = "webpush"
MINUTE, HOUR, DAY = 60, 3600, 86_400
PLAN = RetryPlan((10, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR), 30 * DAY)
"""Almost a day of tries, which is longer than an outage of a push service; a message that is no
longer worth delivering is dropped before. What may be our own fault has a month to be mended."""
LONGEST_TTL = 28 * DAY
"""Seconds; Google's service keeps nothing longer and refuses a larger number."""
UNREADABLE = gettext_noop("The browser's keys cannot be read: turn messages off and on again.")
KEYLESS = gettext_noop("The site's own key for push services cannot be read.")
OVERLONG = gettext_noop("Title and address are longer than a push message may be.")


class WebPush:
    """The channel (see channels/contract.py). `signer` is asked for once, at the first message."""

    name = NAME
    title = gettext_noop("This browser")
    means = gettext_noop("A notification of the browser, also while no page of the site is open.")
    plan = PLAN

    def __init__(self, signer: Callable[[], Signer]) -> None:
        self._signer = signer
        # The one message of which thousands of parcels come in a row, and its payload.
        self._last: tuple[Message, Payload] | None = None

    def request(self, parcel: Parcel, now: int) -> Request:
        """Return the request (RFC 8030, section 5), encrypted anew. Raises Undeliverable."""
        message, endpoint = parcel.message, parcel.endpoint
        whose = self._receiver(endpoint.details)
        text, padding = self._payload(message)
        headers = {
            "TTL": str(min(message.lives(now), LONGEST_TTL)),
            "Urgency": message.urgency,
            "Topic": topic_of(message.tag, whose),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "Authorization": self._authorization(origin_of(endpoint.address), now),
        }
        return Request(endpoint.address, headers, encrypt(text, whose, padding))

    def judge(self, answer: Answer, now: int) -> Outcome:
        """Return what the push service's answer means (see answers.py)."""
        return outcome_of(answer, now)

    def _receiver(self, details: str) -> Receiver:
        try:
            keys = orjson.loads(details)
            return receiver(keys["p256dh"], keys["auth"])
        except (ReceiverRefused, ValueError, KeyError, TypeError, AttributeError):
            raise Undeliverable(Outcome(GONE, 0, UNREADABLE)) from None

    def _authorization(self, origin: str, now: int) -> str:
        try:
            return self._signer().authorization(origin, now)
        except KeyFileRefused:
            raise Undeliverable(Outcome(TEMPORARY, 0, KEYLESS)) from None

    def _payload(self, message: Message) -> Payload:
        last = self._last
        if last is None or last[0] is not message:
            try:
                # Taken and put in one step each, so that threads never mix two messages up.
                self._last = last = (message, payload_of(message))
            except TooLarge:
                raise Undeliverable(Outcome(PERMANENT, 0, OVERLONG)) from None
        return last[1]


def topic_of(tag: str, whose: Receiver) -> str:
    """Return the Topic (RFC 8030, section 5.4): of those with one topic that wait for a browser,
    the push service delivers the newest.

    32 hexadecimal digits, other ones for each browser: so a push service cannot tell by them who
    follows the same work. The browser's secret, which it does not know, is in them.
    """
    return sha256(whose.auth + tag.encode()).hexdigest()[:32]


@cache
def site_signer() -> Signer:
    """Return who signs for this site. Its key is made when it is first asked for."""
    return Signer(site_key(Path(settings.DATA)), contact_of_site())


def contact_of_site() -> str:
    """Return where the operators of push services reach whoever runs the site.

    The sender of its mail, else its own address where that is https, as RFC 8292, section 2.1, asks
    for; else nothing. Apple's service refuses what has none, and what names no public host.
    """
    if settings.SITE["mail"]:
        return f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"
    address: str = settings.SITE["address"]
    return address if address.startswith("https://") else ""
