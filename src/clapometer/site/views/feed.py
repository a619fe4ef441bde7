"""The feed of a work: what happens to it and its parts, for programs that ask again and again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from clapometer.alerts.channels.feed.writing import FORMS
from clapometer.alerts.kinds import SECOND
from clapometer.site.freshness import fresh
from clapometer.site.reviewed import reviewed_of
from clapometer.site.timeline.reading import scope_of
from clapometer.site.workfeed import feed_about
from clapometer.site.workpage import answered_from

from .opening import caching, open_work


@require_safe
@fresh
def feed(request: HttpRequest, number: int, slug: str, form: str, *, position: int) -> HttpResponse:
    """Return what is told of a work and its parts to everybody, as a feed."""
    opened = open_work(request, number, slug, f"work_feed_{form}")
    if isinstance(opened, HttpResponse):
        return opened
    work, asked = opened
    position, recorded_at, settled = answered_from(asked, position)
    known = recorded_at if asked.known is None else asked.known
    told = feed_about(
        work, scope_of(reviewed_of(work, asked, known), work, asked, position, known), form
    )
    media, write = FORMS[form]
    response = HttpResponse(write(told), f"{media}; charset=utf-8")
    response.headers["Last-Modified"] = http_date(max(0, told.updated // SECOND))
    response.headers["Cache-Control"] = caching(asked, settled=settled)
    # W3C WebSub, section 4: hubs and the topic's own address, in the header too.
    links = [*(f'<{one}>; rel="hub"' for one in told.hubs), f'<{told.address}>; rel="self"']
    response.headers["Link"] = ", ".join(links)
    return response
