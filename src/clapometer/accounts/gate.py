"""Who may open what: every pattern of an address names the least role, and the gate asks for it.

A pattern that names none is closed to everybody, so that nothing is ever open by oversight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import URLPattern
from django.utils.cache import patch_vary_headers

from .reading import bears_session, reader_of
from .roles import ROLES, VISITOR, reaches

PRIVATE = "private, no-cache"
Answer = Callable[[HttpRequest], HttpResponse]


def admitting(role: str, *patterns: URLPattern) -> list[URLPattern]:
    """Return the patterns, marked as open to a role and to those above it."""
    assert role in ROLES
    for pattern in patterns:
        known = admitted_to(pattern.callback)
        assert known in (None, role), f"{pattern} is open to {known} already"
        pattern.callback.admits = role  # type: ignore[attr-defined]
    return list(patterns)


def admitted_to(view: Callable[..., Any]) -> str | None:
    """Return the least role that may open a view, None where nobody may."""
    return getattr(view, "admits", None)


def gate(answer: Answer) -> Answer:
    """Return a middleware that lets in by role, and keeps what it gives to members private."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if bears_session(request):
            _keep_private(response)
        return response

    middleware.process_view = _admit  # type: ignore[attr-defined]
    return middleware


def _keep_private(response: HttpResponse) -> None:
    """Keep an answer out of shared caches: it may show a name, or end a session."""
    if "no-store" not in response.headers.get("Cache-Control", ""):
        response.headers["Cache-Control"] = PRIVATE
    patch_vary_headers(response, ["Cookie"])


def _admit(
    request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
) -> HttpResponse | None:
    """Return None to let the request through; a visitor is sent to sign in first."""
    needed = admitted_to(view)
    if needed == VISITOR:
        return None
    if needed is None:
        raise PermissionDenied
    reader = reader_of(request)
    if reader is None:
        return _ask_in(request)
    if not reaches(reader.role, needed):
        raise PermissionDenied
    return None


def _ask_in(request: HttpRequest) -> HttpResponse:
    address = resolve_url(settings.LOGIN_URL)
    if request.method in {"GET", "HEAD"}:
        address += "?" + urlencode({"next": request.get_full_path()})
    response = HttpResponseRedirect(address)
    response.headers["Cache-Control"] = PRIVATE
    return response
