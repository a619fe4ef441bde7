"""A follower's webhooks: named, given another secret."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.alerts.following.endpoints import add_endpoint, mark_of
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Endpoint, Follower
from clapometer.fetching.addresses import read_address, why_not
from clapometer.fetching.links import Link, read_link
from clapometer.fetching.refusals import FetchRefused

from .channel import NAME, details_with, salts_in
from .signing import first_salts, rotated, secret_of

MOST = 5
"""Webhooks of one follower."""
MOST_ALIKE = 20
"""Webhooks of one address, whoever named it: nobody is flooded from here in others' names."""


class Kept(NamedTuple):
    """A webhook and its secret, which is shown this once."""

    endpoint: Endpoint
    secret: str


def read_hook(text: str) -> Link:
    """Return the address that a text names: https, of a public host. Raises FollowRefused.

    What the host's name leads to is judged whenever something is sent, because it may change.
    """
    try:
        link = read_link(text.strip())
    except FetchRefused as refused:
        raise FollowRefused(str(refused)) from None
    if link.scheme != "https":
        raise FollowRefused(_("A webhook’s address begins with https://, or others could read it."))
    if _is_private(link.host):
        raise FollowRefused(
            _("“%(host)s” is no public host; name one that the internet can reach.")
            % {"host": link.host}
        )
    return link


def _is_private(host: str) -> bool:
    try:
        return bool(why_not(read_address(host)))
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def add_hook(follower: Follower, text: str) -> Kept:
    """Add a webhook of the follower. Raises FollowRefused."""
    link = read_hook(text)
    mark = mark_of(NAME, str(link))
    with transaction.atomic():
        # Two at once must not both find room for the last one.
        Follower.objects.select_for_update().get(id=follower.id)
        hooks = Endpoint.objects.filter(channel=NAME).exclude(state="ended")
        own = hooks.filter(follower_id=follower.id)
        if own.filter(mark=mark).exists():
            raise FollowRefused(_("That address is one of your webhooks already."))
        if own.count() >= MOST:
            raise FollowRefused(
                _("You have %(most)s webhooks already; remove one first.") % {"most": MOST}
            )
        if hooks.filter(mark=mark).count() >= MOST_ALIKE:
            raise FollowRefused(_("That address is posted to for as many followers as may be."))
        endpoint = add_endpoint(
            follower, NAME, str(link), confirmed=True,
            origin=f"{link.scheme}://{link.authority}", details=details_with(first_salts()),
        )  # fmt: skip
    return Kept(endpoint, newest_secret(endpoint))


def rotate(endpoint: Endpoint, now: int) -> Kept:
    """Give a webhook another secret; the one before signs beside it for a day."""
    with transaction.atomic():
        found = Endpoint.objects.select_for_update().get(id=endpoint.id)
        found.details = details_with(rotated(salts_in(found.details), now))
        found.save(update_fields=["details"])
    return Kept(found, newest_secret(found))


def newest_secret(endpoint: Endpoint) -> str:
    """Return the secret that signs from now on."""
    return secret_of(endpoint.id, salts_in(endpoint.details)[0].salt)
