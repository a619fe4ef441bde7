"""The addresses of things on this site."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from clapometer.catalogue.models import Work
from clapometer.reviews.models import Critic, Outlet

from .asking import Asked, query_of, text_of


def work_address(work: Work, query: str = "") -> str:
    """Return the path of a work's page."""
    path = reverse("work", args=[work.id, work.slug])
    return f"{path}?{query}" if query else path


def outlet_address(outlet: Outlet) -> str:
    """Return the path of an outlet's page."""
    return reverse("outlet", args=[outlet.id, outlet.slug])


def critic_address(critic: Critic) -> str:
    """Return the path of a critic's page."""
    return reverse("critic", args=[critic.id, critic.slug])


def entry_address(seq: int) -> str:
    """Return the path of the page about one entry of the ledger."""
    return reverse("entry", args=[seq])


def absolute(path: str) -> str:
    """Return a path as a full address, from the site's public one."""
    return settings.SITE["address"].rstrip("/") + path


def permalink(work: Work, asked: Asked, known: int, latest: int) -> str:
    """Return the path that gives this page for ever: both clocks fixed, and the rule named.

    `known` is when the position answered from was recorded. Without an instant of published time
    the page shows all reviews known, so `at` is set to `latest`, the last instant among them.
    """
    at = asked.at if asked.at is not None else max(latest, known)
    return work_address(work, query_of(at=text_of(at), known=text_of(known), rule=asked.rule.name))
