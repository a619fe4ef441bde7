"""The addresses of things on this site."""

from __future__ import annotations

from functools import cache, lru_cache

from django.conf import settings
from django.urls import reverse

from clapometer.catalogue.models import Work
from clapometer.reviews.models import Critic, Outlet

from .asking import Asked, query_of, text_of


def work_address(work: Work, query: str = "", page: str = "work") -> str:
    """Return the path of a work's page, or of another one beside it by the name of its pattern."""
    path = f"{_before_number('work', 0, '-')}{work.id}/{work.slug}{_after_slug(page)}"
    return f"{path}?{query}" if query else path


def cite_address(work: Work, query: str = "") -> str:
    """Return the path of the page with the facts to cite of a work."""
    path = reverse("cite", args=[work.id, work.slug])
    return f"{path}?{query}" if query else path


def outlet_address(outlet: Outlet) -> str:
    """Return the path of an outlet's page."""
    return f"{_before_number('outlet', 0, '-')}{outlet.id}/{_slug(outlet)}"


def critic_address(critic: Critic) -> str:
    """Return the path of a critic's page."""
    return f"{_before_number('critic', 0, '-')}{critic.id}/{_slug(critic)}"


def entry_address(seq: int) -> str:
    """Return the path of the page about one entry of the ledger."""
    return f"{_before_number('entry', 0)}{seq}"


def fact_address(number: int, query: str = "") -> str:
    """Return the path of the page about a fact."""
    path = f"{_before_number('fact', 0)}{number}"
    return f"{path}?{query}" if query else path


@cache
def _before_number(name: str, *shape: object) -> str:
    """Return what comes before the number in such an address: a page may hold hundreds of them."""
    return reverse(name, args=shape).partition("0")[0]


@cache
def _after_slug(page: str) -> str:
    """Return the end of the address of a page beside a work's own."""
    return reverse(page, args=[0, "-"]).partition("0/-")[2]


def _slug(one: Outlet | Critic) -> str:
    return _slug_of(one.name, type(one))


@lru_cache(maxsize=16_384)
def _slug_of(name: str, kind: type[Outlet | Critic]) -> str:
    return kind(name=name).slug


def absolute(path: str) -> str:
    """Return a path as a full address, from the site's public one."""
    return settings.SITE["address"].rstrip("/") + path


def permalink(work: Work, asked: Asked, known: int, latest: int) -> str:
    """Return the path that gives the work's page for ever: both clocks fixed, and the rule too.

    The rule is named, unless the ledger says which it was at each instant.

    `known` is when the position answered from was recorded. Without an instant of published time
    the page shows all reviews known, so `at` is set to `latest`, the last instant among them.
    """
    at = asked.at if asked.at is not None else max(latest, known)
    rule = "" if asked.is_recorded else asked.rule.name
    return work_address(work, query_of(at=text_of(at), known=text_of(known), rule=rule))
