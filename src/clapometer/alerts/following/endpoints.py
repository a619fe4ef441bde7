"""Where a follower is told: adding a browser, an address or a webhook, resting and ending it."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.alerts.digests.skipping import skip
from clapometer.alerts.models import DROPPED, WAITING, Delivery, Endpoint, Follower
from clapometer.instants import now

from .refused import FollowRefused

MOST_ENDPOINTS = 20
"""How many places one follower can be told at."""
LONGEST_REASON = 200
BY_OWNER = "paused by its owner"


def mark_of(channel: str, address: str) -> str:
    """Return by what an endpoint is found: the SHA-256 of channel and address, in hexadecimal."""
    return hashlib.sha256(f"{channel}\n{address}".encode()).hexdigest()


def add_endpoint(
    follower: Follower,
    channel: str,
    address: str,
    *,
    confirmed: bool,
    origin: str = "",
    details: str = "{}",
) -> Endpoint:
    """Return the follower's endpoint at an address, made or brought up to date.

    `confirmed`: whether its owner has already agreed; else it waits for that (`confirm`). One that
    was on stays on, one that was ended begins anew. Raises FollowRefused where there are too many.
    """
    mark, at = mark_of(channel, address), now()
    with transaction.atomic():
        Follower.objects.select_for_update().get(id=follower.id)
        known = Endpoint.objects.filter(follower_id=follower.id, mark=mark).first()
        if known is None:
            _check_room(follower)
            known = Endpoint(follower_id=follower.id, channel=channel, mark=mark, created_at=at,
                             state="pending", address=address)  # fmt: skip
        known.origin, known.details = origin, details
        if confirmed:
            _switch_on(known, at)
        elif known.state == "ended":
            known.state, known.reason = "pending", ""
        known.save()
    return known


def confirm(endpoint: Endpoint) -> None:
    """Let messages go to an endpoint whose owner agreed."""
    _switch_on(endpoint, now())
    endpoint.save()


def _switch_on(endpoint: Endpoint, at: int) -> None:
    endpoint.state, endpoint.reason = "on", ""
    endpoint.failing_since, endpoint.failures = None, 0
    endpoint.confirmed_at = endpoint.confirmed_at or at


def endpoints_of(follower: Follower) -> list[Endpoint]:
    """Return where a follower is told, in the order in which that was added."""
    return list(Endpoint.objects.filter(follower_id=follower.id).order_by("id"))


def endpoint_of(follower: Follower, number: int) -> Endpoint:
    """Return an endpoint of the follower by its number. Raises FollowRefused."""
    found = Endpoint.objects.filter(follower_id=follower.id, id=number).first()
    if found is None:
        raise FollowRefused(_("There is no such place any more."))
    return found


def pause_endpoint(endpoint: Endpoint) -> None:
    """Let nothing go to an endpoint until its owner goes on. Raises FollowRefused."""
    if endpoint.state != "on":
        raise FollowRefused(_("Nothing goes there now, so there is nothing to pause."))
    Endpoint.objects.filter(id=endpoint.id).update(state="paused", reason=BY_OWNER)


def resume_endpoint(endpoint: Endpoint) -> None:
    """Let messages go to a paused endpoint again. Raises FollowRefused."""
    if endpoint.state != "paused":
        raise FollowRefused(_("It is not paused."))
    with transaction.atomic():
        skip([endpoint.id], now())
        confirm(endpoint)


def end_endpoint(endpoint: Endpoint) -> None:
    """Remove an endpoint with its address; what waits for it is dropped."""
    with transaction.atomic():
        drop_waiting([endpoint.id])
        Endpoint.objects.filter(id=endpoint.id).delete()


def drop_waiting(endpoints: list[int]) -> None:
    """Drop what waits to be sent to endpoints. What a worker has in hand may still arrive."""
    Delivery.objects.filter(endpoint_id__in=endpoints, state=WAITING).update(
        state=DROPPED, done_at=now(), reason="stopped by the follower"
    )


def _check_room(follower: Follower) -> None:
    if Endpoint.objects.filter(follower_id=follower.id).count() >= MOST_ENDPOINTS:
        raise FollowRefused(
            _("There are %(most)s places already; remove one first.") % {"most": MOST_ENDPOINTS}
        )
