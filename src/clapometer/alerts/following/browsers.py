"""Browsers that a follower is told in: signed up, moved by their push service, signed off.

The address at its push service is known to the browser, that service and this site alone. So who
can name it is that browser, whoever it is remembered as.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.alerts.channels.webpush.subscriptions import Subscription
from clapometer.alerts.models import Endpoint, Follower
from clapometer.instants import now

from .endpoints import add_endpoint, confirm, end_endpoint, mark_of
from .refused import FollowRefused

CHANNEL = "webpush"
NOBODY = "none"


def sign_up(follower: Follower, found: Subscription) -> Endpoint:
    """Return the follower's browser, which gets messages from now on. Raises FollowRefused."""
    endpoint = add_endpoint(
        follower, CHANNEL, found.endpoint, confirmed=True, origin=found.origin,
        details=found.details(),
    )  # fmt: skip
    Follower.objects.filter(id=follower.id).update(push_declined_at=None)
    return endpoint


def move(old: str, found: Subscription) -> int:
    """Send to another address what went to an old one, for all who follow in that browser.

    Returns for how many. One that the push service had ended goes on; one that its owner paused
    stays so. Raises FollowRefused where the old address is nobody's.
    """
    with transaction.atomic():
        moved = _rows(old)
        if not moved:
            raise FollowRefused(_("This browser is not known here; turn its messages on again."))
        mark = mark_of(CHANNEL, found.endpoint)
        for endpoint in moved:
            _make_room(endpoint, mark)
            endpoint.address, endpoint.mark = found.endpoint, mark
            endpoint.origin, endpoint.details = found.origin, found.details()
            if endpoint.state == "ended":
                confirm(endpoint)
            endpoint.save()
    return len(moved)


def _make_room(endpoint: Endpoint, mark: str) -> None:
    """End what the follower already has at the new address: there is one row for each."""
    twins = Endpoint.objects.filter(follower_id=endpoint.follower_id, mark=mark)
    for twin in twins.exclude(id=endpoint.id):
        end_endpoint(twin)


def sign_off(address: str) -> int:
    """End the browser at an address for all who follow in it; return for how many."""
    found = _rows(address)
    for endpoint in found:
        end_endpoint(endpoint)
    return len(found)


def state_of(address: str) -> str:
    """Return the state of the browser at an address (models.ENDPOINT_STATES), or `none`."""
    found = [endpoint.state for endpoint in _rows(address)]
    return "on" if "on" in found else next(iter(found), NOBODY)


def is_told(follower: Follower) -> bool:
    """Return whether messages go to any browser of the follower."""
    found = Endpoint.objects.filter(follower_id=follower.id, channel=CHANNEL, state="on")
    return found.exists()


def told_at(address: str) -> Endpoint:
    """Return the endpoint that gets messages at an address. Raises FollowRefused."""
    found = [endpoint for endpoint in _rows(address) if endpoint.state == "on"]
    if not found:
        raise FollowRefused(_("This browser gets no messages from here; turn them on first."))
    return found[0]


def decline(follower: Follower) -> None:
    """Remember that the follower wants no messages in a browser, so that nobody asks again."""
    Follower.objects.filter(id=follower.id).update(push_declined_at=now())


def _rows(address: str) -> Sequence[Endpoint]:
    found = Endpoint.objects.filter(mark=mark_of(CHANNEL, address), channel=CHANNEL)
    return list(found.order_by("id"))
