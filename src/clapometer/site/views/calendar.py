"""Calendar feeds: of one work, of a list of works, and of the whole site."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.calendars.feeds import MOST_WORKS, feed_of, site_feed
from clapometer.catalogue.models import Work
from clapometer.ledger.reading import read_some
from clapometer.site.freshness import fresh

from .refusals import refuse

_WORK = re.compile(r"w([0-9]{1,15})")


@require_safe
@fresh
def work_calendar(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return the calendar of a work, a series with its seasons."""
    work = get_object_or_404(Work, id=number)
    return _calendar(feed_of([work], work.label), f"{work.slug}.ics")


@require_safe
@fresh
def calendar(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the calendar of the works named, or of all premieres of the site."""
    named = request.GET.getlist("work")
    if not named:
        entry = read_some([position]).get(position)
        return _calendar(site_feed(entry.recorded_at if entry else 0), "premieres.ics")
    if len(named) > MOST_WORKS:
        return refuse(request, _("That is too many works for one calendar; take several."))
    matches = [_WORK.fullmatch(one) for one in named]
    works = Work.objects.in_bulk([int(match[1]) for match in matches if match])
    unknown = [one for one in named if not _WORK.fullmatch(one) or int(one[1:]) not in works]
    if unknown:
        refusal = _("There is no work “%(work)s”; write works like work=w17&work=w18.")
        return refuse(request, refusal % {"work": unknown[0][:40]})
    found = [works[one] for one in sorted(works)]
    return _calendar(feed_of(found, settings.SITE["name"]), "works.ics")


def _calendar(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, "text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
