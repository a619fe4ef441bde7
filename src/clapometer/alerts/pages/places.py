"""Where a follower is told, in words: which channel, to where, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.alerts.channels.contract import channel_named
from clapometer.alerts.following.endpoints import endpoints_of
from clapometer.alerts.models import Endpoint, Follower

STATES: dict[str, Promise] = {
    "pending": gettext_lazy("waits for you to confirm it"),
    "on": gettext_lazy("gets messages"),
    "paused": gettext_lazy("paused"),
    "ended": gettext_lazy("ended"),
}
# What these channels call an address is long, or holds a password: where it leads is told instead.
_SEALED = frozenset({"webpush", "apprise"})


class Place(NamedTuple):
    """An endpoint as its owner reads it."""

    id: int
    channel: str
    address: str
    state: str
    state_words: str
    reason: str


def places_of(follower: Follower) -> list[Place]:
    """Return where a follower is told, the first added first."""
    return [_place(one) for one in endpoints_of(follower)]


def what_next(places: Sequence[Place]) -> str:
    """Return in one sentence where messages will come to."""
    on = [f"{one.channel} {one.address}" for one in places if one.state == "on"]
    if on:
        return _("Messages come to %(places)s.") % {"places": ", ".join(on)}
    if any(one.state == "pending" for one in places):
        return _("Nothing comes before you confirm the place that waits below.")
    if places:
        return _("Nothing comes now: no place below gets messages.")
    return _("Nothing comes by itself yet: choose below where to, or take the feed.")


def _place(one: Endpoint) -> Place:
    channel = channel_named(one.channel)
    title = _(channel.title) if channel else one.channel
    host = urlsplit(one.origin).hostname or ""
    address = host if one.channel in _SEALED else one.address
    return Place(one.id, title, address, one.state, str(STATES[one.state]), one.reason)
