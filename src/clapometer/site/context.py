"""What every template may use of the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from clapometer.accounts.reading import reader_of
from clapometer.accounts.roles import EDITOR, reaches

from .addresses import absolute


def site(request: HttpRequest) -> dict[str, object]:
    """Return the request, the site's settings, this page's public address, and who reads it.

    `reader`: who is signed in, if anybody. `edits`: whether that is somebody who may add to the
    record and correct it.
    """
    reader = reader_of(request)
    return {
        "request": request,
        "site": settings.SITE,
        "page_address": absolute(request.path),
        "reader": reader,
        "edits": reader is not None and reaches(reader.role, EDITOR),
    }
