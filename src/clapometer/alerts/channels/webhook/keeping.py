"""A follower's webhooks: named, given another secret, ended."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

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


class HookRefused(ValueError):
    """A webhook cannot be added; the message is one sentence for a person."""


class Kept(NamedTuple):
    """A webhook and its secret, which is shown this once."""

    endpoint: Endpoint
    secret: str


def read_hook(text: str) -> Link:
    """Return the address that a text names: https, of a host by its name. Raises HookRefused.

    What the name leads to is checked whenever something is sent, because it may change.
    """
    try:
        link = read_link(text.strip())
    except FetchRefused as refused:
        raise HookRefused(str(refused)) from None
    if link.scheme != "https":
        raise HookRefused(
            _("A webhook's address begins with https://, so that nobody reads along.")
        )
    if _is_private(link.host):
        raise HookRefused(_("“%(host)s” is no public host.") % {"host": link.host})
    return link


def _is_private(host: str) -> bool:
    try:
        return bool(why_not(read_address(host)))
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def add_hook(follower: Follower, text: str, now: int) -> Kept:
    """Add a webhook of the follower. Raises HookRefused."""
    link = read_hook(text)
    mark = mark_of(NAME, str(link))
    with transaction.atomic():
        # Two at once must not both find room for the last one.
        Follower.objects.select_for_update().get(id=follower.id)
        hooks = Endpoint.objects.filter(channel=NAME).exclude(state="ended")
        if hooks.filter(follower_id=follower.id).count() >= MOST:
            raise HookRefused(_("You have %(n)d webhooks; end one of them first.") % {"n": MOST})
        if hooks.filter(mark=mark).count() >= MOST_ALIKE:
            raise HookRefused(_("That address is posted to for as many as may already."))
        endpoint = _kept(follower, link, mark, now)
    return Kept(endpoint, newest_secret(endpoint))


def _kept(follower: Follower, link: Link, mark: str, now: int) -> Endpoint:
    told = {
        "address": str(link),
        "origin": f"{link.scheme}://{link.authority}",
        "details": details_with(first_salts()),
        "state": "on",
        "reason": "",
        "confirmed_at": now,
        "failing_since": None,
        "failures": 0,
    }
    known = Endpoint.objects.filter(follower_id=follower.id, mark=mark).first()
    if known and known.state != "ended":
        raise HookRefused(_("That address is one of your webhooks already."))
    endpoint, _made = Endpoint.objects.update_or_create(
        follower_id=follower.id, mark=mark, defaults=told,
        create_defaults={**told, "channel": NAME, "created_at": now},
    )  # fmt: skip
    return endpoint


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


def mark_of(channel: str, address: str) -> str:
    """Return the mark by which an endpoint is found: see Endpoint."""
    return hashlib.sha256(f"{channel}\n{address}".encode()).hexdigest()
