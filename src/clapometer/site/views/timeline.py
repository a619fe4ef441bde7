"""The timeline of a work, and the same for programs."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clapometer.site.addresses import absolute, work_address
from clapometer.site.asking import query_of, text_of
from clapometer.site.freshness import fresh
from clapometer.site.paging import Paging, paging_of
from clapometer.site.press.reporting import reported_of
from clapometer.site.reviewed import reviewed_of
from clapometer.site.timeline.asking import LONGEST, Filters, read_filters
from clapometer.site.timeline.lines import Scope, Told
from clapometer.site.timeline.reading import everything, scope_of, tell
from clapometer.site.timelinepage import (
    clocks_to_choose,
    groups_of,
    object_of,
    parts_to_choose,
    rows_of,
)
from clapometer.site.workpage import answered_from

from .opening import Opened, caching, open_work

PAGE = 100


class _Read(NamedTuple):
    """A page of a timeline, read."""

    opened: Opened
    filters: Filters
    scope: Scope
    told: list[Told]
    total: int
    counts: dict[str, int]
    paging: Paging
    recorded_at: int
    settled: bool


@require_safe
@fresh
def timeline(request: HttpRequest, number: int, slug: str, *, position: int) -> HttpResponse:
    """Return a page of everything that is dated about a work and its parts."""
    read = _read(request, number, slug, "work_timeline", position)
    if isinstance(read, HttpResponse):
        return read
    work, asked = read.opened
    context = {
        "work": work,
        "asked": asked,
        "filters": read.filters,
        "rows": rows_of(read.scope, read.told),
        "reported": reported_of([one.fact for one in read.told if one.fact], asked.known),
        "total": read.total,
        "groups": groups_of(read.filters, read.counts),
        "parts": parts_to_choose(read.scope, read.filters),
        "clocks": clocks_to_choose(read.filters),
        "longest": LONGEST,
        "paging": read.paging,
        "work_url": work_address(work, asked.query()),
        "action": work_address(work, "", "work_timeline"),
        "whole": work_address(work, asked.query(), "work_timeline"),
        "json_url": _address(read.opened, read.filters, "work_timeline_json"),
        "canonical": absolute(request.get_full_path()),
        "permalink": absolute(_permalink(read)),
        "position": read.scope.position,
    }
    response = render(request, "site/timeline.html", context)
    response.headers["Cache-Control"] = caching(asked, settled=read.settled)
    return response


@require_safe
@fresh
def timeline_json(request: HttpRequest, number: int, slug: str, *, position: int) -> HttpResponse:
    """Return the same page for programs."""
    read = _read(request, number, slug, "work_timeline_json", position)
    if isinstance(read, HttpResponse):
        return read
    work, asked = read.opened
    rows = rows_of(read.scope, read.told)
    answer = {
        "work": work.public_id,
        "title": work.label,
        "at": text_of(asked.at) or None,
        "known": text_of(asked.known) or None,
        "clock": read.filters.clock,
        "position": read.scope.position,
        "permalink": absolute(_permalink(read)),
        "count": read.total,
        "kinds": dict(sorted(read.counts.items())),
        "page": read.paging.page,
        "pages": read.paging.pages,
        "older": absolute(read.paging.older) if read.paging.older else None,
        "lines": [object_of(row, told) for row, told in zip(rows, read.told, strict=True)],
    }
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = caching(asked, settled=read.settled)
    return response


def _read(
    request: HttpRequest, number: int, slug: str, page: str, position: int
) -> _Read | HttpResponse:
    opened = open_work(request, number, slug, page)
    if isinstance(opened, HttpResponse):
        return opened
    work, asked = opened
    filters, asked_page = read_filters(request.GET), request.GET.get("page", "")
    own = _address(opened, filters, page, asked_page)
    if QueryDict(own.partition("?")[2]) != request.GET:
        # A form sends every field, empty ones too; the page has one address.
        return HttpResponseRedirect(own)
    position, recorded_at, settled = answered_from(asked, position)
    known = recorded_at if asked.known is None else asked.known
    reviewed = reviewed_of(work, asked, known)
    scope = scope_of(reviewed, work, asked, position, known)
    found, counts = everything(scope, filters)
    paging = paging_of(
        asked_page, len(found), PAGE, lambda one: _address(opened, filters, page, one)
    )
    told = tell(scope, found[paging.part])
    return _Read(
        opened, filters, scope, told, len(found), dict(counts), paging, recorded_at, settled
    )


def _address(opened: Opened, filters: Filters, page: str, number: str = "") -> str:
    parts = (opened.asked.query(), filters.query(), query_of(page=number))
    return work_address(opened.work, "&".join(filter(None, parts)), page)


def _permalink(read: _Read) -> str:
    """Return the address that gives these lines for ever: both clocks fixed, the rule named."""
    asked, page = read.opened.asked, read.paging.page
    at = read.scope.until if asked.at is None else asked.at
    fixed = query_of(
        at=text_of(at),
        known=text_of(read.recorded_at),
        rule="" if asked.is_recorded else asked.rule.name,
    )
    number = query_of(page=str(page) if page > 1 else "")
    query = "&".join(filter(None, (fixed, read.filters.query(), number)))
    return work_address(read.opened.work, query, "work_timeline")
