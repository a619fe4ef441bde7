"""What the site keeps of a follower, whole, as JSON can hold it."""

from __future__ import annotations

import json
from typing import Any

from clapometer.alerts.kinds import kinds_in
from clapometer.alerts.models import DELIVERY_STATES, Endpoint, Follow, Follower
from clapometer.instants import format_instant

from .log import log_of

HIDDEN = "(kept, not shown)"
SEALED = frozenset({"apprise"})
"""Channels whose addresses hold passwords."""
_SECRET = ("auth", "p256dh", "secret", "password", "token")


def kept_of(follower: Follower) -> dict[str, Any]:
    """Return everything that is kept of a follower, and what was sent in the last 30 days.

    Keys that only machines use, by which a message is sealed, are said to be there and not shown.
    """
    return {
        "follower": follower.id,
        "member": follower.member_id,
        "since": format_instant(follower.created_at),
        "language": follower.language,
        "time_zone": follower.zone,
        "quiet_hours": _hours(follower),
        "digest": {"at": clock(follower.digest_at), "weekday": follower.digest_weekday},
        "cadence_of_new_follows": follower.cadence,
        "paused": follower.paused,
        "follows": [_follow(one) for one in _own(Follow, follower)],
        "places": [_place(one) for one in _own(Endpoint, follower)],
        "sent": [
            one._asdict() | {"at": format_instant(one.at), "state": DELIVERY_STATES[one.state]}
            for one in log_of(follower)
        ],
    }


def _own(model: type[Any], follower: Follower) -> list[Any]:
    return list(model.objects.filter(follower_id=follower.id).order_by("id"))


def _hours(follower: Follower) -> dict[str, str] | None:
    if follower.quiet_from is None or follower.quiet_until is None:
        return None
    return {"from": clock(follower.quiet_from), "until": clock(follower.quiet_until)}


def _follow(one: Follow) -> dict[str, Any]:
    return {
        "key": one.key,
        "kinds": [kind.name for kind in kinds_in(one.kinds)],
        "cadence": one.cadence,
        "since": format_instant(one.since),
    }


def _place(one: Endpoint) -> dict[str, Any]:
    return {
        "channel": one.channel,
        "address": one.address if one.channel not in SEALED else f"{one.origin} {HIDDEN}",
        "details": _unsealed(json.loads(one.details)),
        "state": one.state,
        "reason": one.reason,
        "added": format_instant(one.created_at),
        "confirmed": None if one.confirmed_at is None else format_instant(one.confirmed_at),
    }


def _unsealed(details: Any) -> Any:
    if isinstance(details, dict):
        return {
            name: HIDDEN if any(part in name.lower() for part in _SECRET)
            else _unsealed(value)
            for name, value in details.items()
        }  # fmt: skip
    return details


def clock(minute: int) -> str:
    """Return minutes after midnight as a clock shows them: 08:00."""
    return f"{minute // 60:02}:{minute % 60:02}"
