"""What every template may use of the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from clapometer.accounts.reading import reader_of

from .addresses import absolute


def site(request: HttpRequest) -> dict[str, object]:
    """Return the site's settings, this page's public address, and who is signed in, if anybody."""
    return {
        "site": settings.SITE,
        "page_address": absolute(request.path),
        "reader": reader_of(request),
    }
