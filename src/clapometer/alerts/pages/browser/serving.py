"""The worker that a browser keeps for this site, and the page that it shows without a network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.site.templatetags.clapometer import asset

# Fetching pages and drawing the pictures of a message is all that the worker does.
WORKER_POLICY = "default-src 'none'; connect-src 'self'; img-src 'self'"
KEPT = "clapometer-endpoint"
"""The name of the browser's cache in which pages leave for the worker where it is subscribed."""


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Return the worker. Browsers compare it byte by byte when a page is opened, so what it needs
    of the site stands in it, and every change of that reaches them."""
    told = {
        "name": settings.SITE["name"],
        "language": get_language(),
        "edition": _digest(_offline_page())[:12],
        "offline": reverse("offline"),
        "manage": reverse("follow_mine"),
        "key": reverse("follow_push_key"),
        "change": reverse("follow_push_change"),
        "kept": KEPT,
        "icon": asset("site/icon-192.png"),
        "badge": asset("site/badge-96.png"),
        "words": {
            "unreadable": _("There is something new in what you follow."),
            "manage": _("What you follow"),
        },
    }
    text = f"const SITE = {orjson.dumps(told).decode()};\n{_script()}"
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response.headers["Content-Security-Policy"] = WORKER_POLICY
    return _current(request, response, _digest(text))


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Return the page for who has no network. It needs nothing beside itself, for nothing else is
    kept in the browser."""
    text = _offline_page()
    style = text.partition("<style>")[2].partition("</style>")[0]
    mark = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    response = HttpResponse(text)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return _current(request, response, _digest(text))


def _current(request: HttpRequest, response: HttpResponse, digest: str) -> HttpResponse:
    """Return the answer, or that the browser has it already; it asks each time."""
    response.headers["Cache-Control"] = "no-cache"
    response.headers["ETag"] = tag = quote_etag(digest[:24])
    patch_vary_headers(response, ["Accept-Language"])
    return get_conditional_response(request, etag=tag, response=response) or response


def _offline_page() -> str:
    return render_to_string("follow/offline.html", {"site": settings.SITE})


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _script() -> str:
    return (Path(__file__).parent / "worker.js").read_text(encoding="utf-8")


PATTERNS = [
    path("sw.js", worker, name="service_worker"),
    path("follow/offline", offline, name="offline"),
]
