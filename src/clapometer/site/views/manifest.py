"""What a phone or computer asks before it puts the site among its programs (Web App Manifest)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.site.templatetags.clapometer import asset

# The paper of frame.css, by light.
PAPER = "#fcfcfa"
ICONS = (
    ("site/icon.svg", "any", "image/svg+xml", "any"),
    ("site/icon-192.png", "192x192", "image/png", "any"),
    ("site/icon-512.png", "512x512", "image/png", "any"),
    ("site/maskable-192.png", "192x192", "image/png", "maskable"),
    ("site/maskable-512.png", "512x512", "image/png", "maskable"),
    ("site/badge-96.png", "96x96", "image/png", "monochrome"),
)
"""Path, sizes, type and purpose of each icon; drawn by tools/icons.py."""


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Return the manifest (https://www.w3.org/TR/appmanifest/), in the language of the reader."""
    told = {
        "id": "/",
        "name": settings.SITE["name"],
        "short_name": settings.SITE["name"],
        "description": _("The open record of how films and series are received."),
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": reverse("home"),
        "scope": "/",
        # iPhones and iPads bring messages only to what is installed and stands alone.
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": asset(path), "sizes": sizes, "type": kind, "purpose": purpose}
            for path, sizes, kind, purpose in ICONS
        ],
    }
    response = JsonResponse(told, content_type="application/manifest+json")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
