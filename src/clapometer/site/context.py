"""What every template may use of the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from .addresses import absolute


def site(request: HttpRequest) -> dict[str, object]:
    """Return the site's own settings and this page's public address for templates."""
    return {"site": settings.SITE, "page_address": absolute(request.path)}
