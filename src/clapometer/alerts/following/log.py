"""What was sent to a follower: when, over which channel, with what result."""

from __future__ import annotations

from typing import NamedTuple

from clapometer.alerts.channels.contract import channel_named
from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import Delivery, Endpoint, Follower, Notice
from clapometer.instants import now

SHOWN_FOR = 30 * DAY
"""How far back the log goes, in seconds."""
MOST_SHOWN = 200


class Sent(NamedTuple):
    """One message to one place. `at`: when that was done; before, when it is due.

    `state`: a state of DELIVERY_STATES; `status`: what the channel's server answered, 0 for
    nothing; `reason`: why it failed or waits.
    """

    at: int
    title: str
    url: str
    kind: str
    endpoint: int
    channel: str
    state: int
    status: int
    reason: str
    tries: int


def log_of(follower: Follower, at: int | None = None) -> list[Sent]:
    """Return what went to a follower's places in the last 30 days, the newest first.

    At most MOST_SHOWN messages; those to places that were removed are gone with them.
    """
    since = (now() if at is None else at) - SHOWN_FOR * SECOND
    places = dict(Endpoint.objects.filter(follower_id=follower.id).values_list("id", "channel"))
    rows = list(
        Delivery.objects.filter(endpoint_id__in=places, due_at__gte=since)
        .order_by("-due_at", "-notice_id", "endpoint_id")[:MOST_SHOWN]
    )  # fmt: skip
    notices = Notice.objects.in_bulk({one.notice_id for one in rows})
    return [_sent(one, notices[one.notice_id], places) for one in rows if one.notice_id in notices]


def _sent(one: Delivery, notice: Notice, places: dict[int, str]) -> Sent:
    channel = channel_named(places[one.endpoint_id])
    return Sent(
        at=one.done_at or one.due_at, title=notice.title, url=notice.url, kind=notice.kind,
        endpoint=one.endpoint_id,
        channel=channel.title if channel else places[one.endpoint_id],
        state=one.state, status=one.status, reason=one.reason, tries=one.tries,
    )  # fmt: skip
