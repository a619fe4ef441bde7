"""Pages that say why there is no page, and what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def refuse(request: HttpRequest, sentence: str, status: int = 400) -> HttpResponse:
    """Return a page with one sentence about what cannot be answered."""
    return render(request, "site/refused.html", {"sentence": sentence}, status=status)


def unproved(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that does not prove that it came from this site."""
    sentence = _("This form has become too old; load the page again and send it once more.")
    return refuse(request, sentence, status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Return the page for somebody who asks too often."""
    return refuse(request, _("That was asked too often; wait a minute."), status=429)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for a request that cannot be read."""
    return refuse(request, _("This request cannot be read; check the address."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for what is not allowed."""
    return refuse(request, _("This is not allowed here."), status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for an address that leads nowhere."""
    return render(request, "site/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of this site. It asks the database nothing."""
    return render(request, "site/server_error.html", status=500)
