"""Feeds and calendars of a follower, at addresses that nobody guesses."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path, reverse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.alerts.capability import TOKEN_PATTERN, follower_of, token_of
from clapometer.alerts.channels.calendar.reading import calendar_followed
from clapometer.alerts.channels.feed.entries import (
    entries_followed,
    tag_of_host,
)
from clapometer.alerts.channels.feed.writing import FORMS, Feed
from clapometer.alerts.kinds import SECOND
from clapometer.alerts.messages import absolute
from clapometer.alerts.models import Follower

if TYPE_CHECKING:
    from .parts import Shown

PRIVATE = "private, no-cache"


@require_safe
def feed(request: HttpRequest, token: str, form: str) -> HttpResponse:
    """Return what a follower is told of, as a feed."""
    follower = _follower_or_404(token, "feed")
    media, write = FORMS[form]
    with translation.override(follower.language):
        told = _feed_of(follower, request.path)
    return _private(_answer(request, write(told), media, told.updated))


def _feed_of(follower: Follower, path: str) -> Feed:
    host = urlsplit(settings.SITE["address"]).hostname or ""
    # Made of the secret address, of which it tells nothing, so it changes with it only.
    mark = blake2b(path.rpartition(".")[0].encode(), digest_size=16).hexdigest()
    return Feed(
        id=tag_of_host(f"feed:{mark}"),
        title=_("What you follow at %(host)s") % {"host": host},
        address=absolute(path),
        home=absolute("/"),
        author=settings.SITE["name"],
        language=follower.language,
        entries=entries_followed(follower.id),
        since=follower.created_at,
    )


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Return the premieres and chart days of the works that a follower follows, as a calendar."""
    follower = _follower_or_404(token, "calendar")
    with translation.override(follower.language):
        text = calendar_followed(follower.id, _("What you follow"))
    return _private(_answer(request, text, "text/calendar"))


def _follower_or_404(token: str, purpose: str) -> Follower:
    follower = follower_of(token, purpose)
    if follower is None:
        raise Http404
    return follower


def _answer(
    request: HttpRequest, text: str, media: str, changed: int | None = None
) -> HttpResponse:
    """Return the text with its tag; nothing to a reader who has it already (RFC 9110, 13)."""
    body = text.encode()
    etag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
    # Feeds before 1970 are none; a date of the header counts whole seconds.
    seconds = changed // SECOND if changed else None
    response = HttpResponse(body, f"{media}; charset=utf-8")
    response.headers["ETag"] = etag
    if seconds:
        response.headers["Last-Modified"] = http_date(seconds)
    patch_vary_headers(response, ["Accept-Encoding"])
    return get_conditional_response(request, etag, seconds, response) or response


def _private(response: HttpResponse) -> HttpResponse:
    """Keep an answer with a secret address out of shared caches and out of search engines."""
    response.headers["Cache-Control"] = PRIVATE
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def feed_paths(follower: Follower) -> dict[str, str]:
    """Return the paths of a follower's feeds and calendar."""
    feed_token, calendar_token = token_of(follower, "feed"), token_of(follower, "calendar")
    return {
        "atom": reverse("follow_feed", args=[feed_token, "xml"]),
        "json": reverse("follow_feed", args=[feed_token, "json"]),
        "calendar": reverse("follow_calendar", args=[calendar_token]),
    }


def feeds_part(shown: Shown) -> Mapping[str, object]:
    """Return what the page that manages everything says of feeds and the calendar."""
    if shown.follower is None:
        return {}
    return {name: absolute(path) for name, path in feed_paths(shown.follower).items()}


PATTERNS = [
    re_path(rf"^follow/feed/{TOKEN_PATTERN}\.(?P<form>xml|json)$", feed, name="follow_feed"),
    re_path(rf"^follow/calendar/{TOKEN_PATTERN}\.ics$", calendar, name="follow_calendar"),
]
