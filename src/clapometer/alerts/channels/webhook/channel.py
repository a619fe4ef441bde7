"""The channel: a message as a signed request, and what the receiver's answer means."""

from __future__ import annotations

import http
import json
from collections.abc import Iterable, Mapping
from typing import Any

from clapometer.alerts.channels.contract import (
    GONE,
    PERMANENT,
    SENT,
    TEMPORARY,
    Outcome,
    Parcel,
    RetryPlan,
    Undeliverable,
)
from clapometer.alerts.kinds import DAY, HOUR, MINUTE
from clapometer.alerts.marking import gettext_noop
from clapometer.fetching.posting import Answer, Request
from clapometer.fetching.retrying import retry_after
from clapometer.instants import to_datetime

from .bodies import body_of
from .signing import Salt, signed

NAME = "webhook"
PLAN = RetryPlan((5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR), ends_after=5 * DAY)
"""The waits of Standard Webhooks, “Deliverability and reliability”, as far as ten hours."""
SECONDS = 15.0
"""For all of a request; Standard Webhooks asks for 15 to 30."""
# Refusals of the client that no other try can change: the address itself is not posted to.
_NEVER = frozenset({"not_public", "scheme", "no_link", "secret", "port"})

ANSWERS = {
    "200–299": (SENT, "taken"),
    "410": (GONE, "the webhook ends at once"),
    "429, 503": (TEMPORARY, "tried again, not before the time that `Retry-After` asks for"),
    "300–399": (TEMPORARY, "not followed; tried again at the same address"),
    "any other": (TEMPORARY, "tried again"),
    "none": (TEMPORARY, "tried again, unless the address is one that is never posted to"),
}
"""What an answer means, by its status, for the reference."""


class WebhookChannel:
    """Posts to an address that the follower named, signed for them alone."""

    name = NAME
    title = gettext_noop("Webhook")
    means = gettext_noop("Signed posts to an https address of your own program.")
    plan = PLAN

    def request(self, parcel: Parcel, now: int) -> Request:
        """Return the signed request; the time in it is that of this try."""
        endpoint, body = parcel.endpoint, body_of(parcel.message)
        salts = salts_in(endpoint.details)
        if not salts:
            raise Undeliverable(Outcome(GONE, reason="The webhook has no secret to sign with."))
        headers = {
            "Content-Type": "application/json",
            **signed(endpoint.id, salts, parcel.message.id, body, now),
        }
        return Request(endpoint.address, headers, body, SECONDS)

    def judge(self, answer: Answer, now: int) -> Outcome:
        """Return what the answer means: only a status of success is one."""
        status = answer.status
        if 200 <= status < 300:
            return Outcome(SENT, status)
        if status == http.HTTPStatus.GONE:
            return Outcome(GONE, status, "The address answered 410: it wants no more.")
        if not status:
            kind = PERMANENT if answer.code in _NEVER else TEMPORARY
            return Outcome(kind, 0, answer.problem[:200])
        reason = f"The address answered with status {status}."
        asked = retry_after(answer.headers.get("retry-after", ""), to_datetime(now))
        return Outcome(TEMPORARY, status, reason, asked)


def salts_in(details: str) -> list[Salt]:
    """Return the salts that the details of an endpoint hold, the newest first."""
    found: Mapping[str, Any] = json.loads(details or "{}")
    return [Salt(str(one["salt"]), one["until"]) for one in found.get("salts", [])]


def details_with(salts: Iterable[Salt]) -> str:
    """Return the details of an endpoint with these salts."""
    return json.dumps({"salts": [one._asdict() for one in salts]})
