"""The channel to a hub: “this feed has changed”, as hubs take it.

W3C WebSub, section 6, leaves open how a publisher tells its hub. What public hubs take is the form
of PubSubHubbub 0.4, section 7.1: `hub.mode=publish` with a `hub.url` for each feed.
"""

from __future__ import annotations

from urllib.parse import urlencode

from clapometer.alerts.channels.contract import (
    PERMANENT,
    SENT,
    TEMPORARY,
    Outcome,
    Parcel,
    RetryPlan,
)
from clapometer.alerts.kinds import HOUR, MINUTE
from clapometer.alerts.marking import gettext_noop
from clapometer.fetching.posting import Answer, Request
from clapometer.fetching.retrying import BUSY, retry_after
from clapometer.instants import to_datetime

NAME = "websub"
PLAN = RetryPlan((5, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR))
"""A hub is the owner's choice, so failures never end it."""


class WebSubChannel:
    """Tells a hub which feeds have changed; the hub fetches them and tells its subscribers."""

    name = NAME
    title = gettext_noop("WebSub hub")
    means = gettext_noop("A hub that the site names tells readers' programs of public feeds.")
    plan = PLAN

    def request(self, parcel: Parcel, now: int) -> Request:  # noqa: ARG002 -- the contract's
        """Return the ping: both forms of each feed that the message names, a line each."""
        atoms = parcel.message.text.split()
        feeds = [one for atom in atoms for one in (atom, atom.removesuffix("xml") + "json")]
        form = [("hub.mode", "publish"), *(("hub.url", one) for one in feeds)]
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        # The owner of the site chose the hub, and public addresses are no secret.
        return Request(parcel.endpoint.address, headers, urlencode(form).encode(), plain=True)

    def judge(self, answer: Answer, now: int) -> Outcome:
        """Return what the answer means; most hubs answer 202 or 204."""
        status = answer.status
        if 200 <= status < 300:
            return Outcome(SENT, status)
        if not status:
            kind = PERMANENT if answer.code == "not_public" else TEMPORARY
            return Outcome(kind, 0, answer.problem[:200])
        reason = f"The hub answered with status {status}."
        asked = retry_after(answer.headers.get("retry-after", ""), to_datetime(now))
        return Outcome(TEMPORARY if status in BUSY else PERMANENT, status, reason, asked)
