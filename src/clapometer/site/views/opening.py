"""What the pages of a work share: finding it, reading what is asked, and the one address for it."""

from __future__ import annotations

from typing import NamedTuple

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404

from clapometer.catalogue.models import Work
from clapometer.site.addresses import work_address
from clapometer.site.asking import CLOCKS, Asked, AskRefused, is_canonical, query_of, read_asked
from clapometer.site.freshness import CURRENT, SETTLED, SETTLED_BY_SITE_RULE

from .refusals import refuse


class Opened(NamedTuple):
    """A work, and what is asked of it."""

    work: Work
    asked: Asked


def open_work(
    request: HttpRequest, number: int, slug: str, page: str = "work"
) -> Opened | HttpResponse:
    """Return the work with what is asked of it, or the answer that leads to the right address.

    `page` is the name of the pattern that was asked for. Raises Http404.
    """
    found = get_object_or_404(Work.objects.select_related("parent"), id=number)
    if slug != found.slug:
        return HttpResponsePermanentRedirect(work_address(found, request.GET.urlencode(), page))
    try:
        asked = read_asked(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    if not is_canonical(asked, request.GET):
        others = {name: request.GET[name] for name in request.GET if name not in CLOCKS}
        query = "&".join(filter(None, (asked.query(), query_of(**others))))
        return HttpResponseRedirect(work_address(found, query, page))
    if found.merged_into and asked.known is None:
        whole = get_object_or_404(Work, id=found.merged_into)
        return HttpResponseRedirect(work_address(whole, asked.query(), page))
    return Opened(found, asked)


def caching(asked: Asked, *, settled: bool) -> str:
    """Return what caches are told of a page; `settled`: nothing that comes in can change it."""
    if not settled:
        return CURRENT
    return SETTLED if asked.rule_named or asked.is_recorded else SETTLED_BY_SITE_RULE
