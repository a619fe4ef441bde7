"""Who reads a page. A request without a session cookie costs nothing: no table is asked."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from .models import Member


def bears_session(request: HttpRequest) -> bool:
    """Return whether the request carries the cookie of a session, a valid one or not."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def reader_of(request: HttpRequest) -> Member | None:
    """Return the member who is signed in; None for a visitor."""
    if not bears_session(request):
        return None
    user = getattr(request, "user", None)
    return user if isinstance(user, Member) else None


def reader_key(request: HttpRequest) -> str:
    """Return what a page depends on of its reader; "" for a visitor."""
    reader = reader_of(request)
    return "" if reader is None else f"{reader.id} {reader.role} {reader.name}"


def actor_of(request: HttpRequest) -> str:
    """Return what the ledger calls who is signed in; the gate lets nobody else to where it is
    asked."""
    reader = reader_of(request)
    assert reader is not None, "the gate lets only members come here"
    return reader.actor
