"""Pictures that the site keeps: named after their bytes, so that they never change."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from clapometer.catalogue.pictures import is_shown, picture_path

# A year, the most that caches are told: the address holds the digest of the bytes.
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, digest: str) -> HttpResponse:
    """Return a picture that a fact on this site shows."""
    tag = f'"{digest}"'
    if not is_shown(digest):
        raise Http404
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(_bytes(digest), content_type="image/webp")
        response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["ETag"], response.headers["Cache-Control"] = tag, FOR_EVER
    return response


def _bytes(digest: str) -> bytes:
    try:
        return picture_path(digest).read_bytes()
    except OSError:
        raise Http404 from None
