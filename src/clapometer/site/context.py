"""What every template may use of the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Return the site's own settings for templates."""
    return {"site": settings.SITE}
