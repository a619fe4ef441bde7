"""The page of one counter: its chart, its definitions, all of its numbers; and the same as CSV."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.instants import format_instant
from clapometer.signals.counters import Counter, counter_numbered
from clapometer.site.addresses import absolute, work_address
from clapometer.site.asking import AskRefused, Clocks, query_of, read_clocks
from clapometer.site.countersection import block_of, point_rows
from clapometer.site.freshness import fresh
from clapometer.site.paging import paging_of

from .refusals import refuse

PAGE = 200
_APART = ("at_time", "known_time")


class _Opened(NamedTuple):
    counter: Counter
    work: Work
    asked: Clocks


@require_safe
@fresh
def counter(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return the page of the counter, as asked for by `at` and `known`."""
    opened = _open(request, int(number))
    if isinstance(opened, HttpResponse):
        return opened
    found, work, asked = opened
    total = sum(len(one.points) for one in found.segments)

    def address(page: str) -> str:
        return _address(found.fact.id, "&".join(filter(None, (asked.query(), query_of(page=page)))))

    paging = paging_of(request.GET.get("page", ""), total, PAGE, address)
    rows = point_rows(found.segments, PAGE, paging.part.start)
    context = {
        "one": block_of(found, asked.at) if total else None,
        "of": found.of,
        "counter_id": found.fact.id,
        "title": found.measure.title,
        "work": work,
        "work_url": work_address(work, asked.query()),
        "asked": asked,
        "paging": paging,
        "rows": rows,
        "csv": _address(found.fact.id, asked.query(), "counter_csv"),
        "canonical": absolute(_address(found.fact.id)),
        "position": position,
    }
    return render(request, "site/counter.html", context)


@require_safe
@fresh
def counter_csv(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return all numbers of the counter as CSV, as asked for by `at` and `known`."""
    del position
    opened = _open(request, int(number))
    if isinstance(opened, HttpResponse):
        return opened
    text = io.StringIO()
    write = csv.writer(text)
    write.writerow(["as_of", "value", "bound", "definition", "definition_since"])
    for segment in opened.counter.segments:
        told = segment.definition
        since = "" if told is None or told.since is None else format_instant(told.since)
        for point in segment.points:
            means = "" if told is None else told.means
            write.writerow([point.as_of, format(point.value, "f"), point.bound, means, since])
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="counter-{number}.csv"'
    return answer


def _open(request: HttpRequest, number: int) -> _Opened | HttpResponse:
    """Return the counter as asked for, or the answer where there is none or it is badly asked."""
    try:
        asked = read_clocks(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    if not set(request.GET).isdisjoint(_APART):
        return HttpResponseRedirect(_address(number, asked.query()))
    found = counter_numbered(number, at=asked.at, known=asked.known)
    if found is None:
        raise Http404
    work = Work.objects.select_related("parent").filter(id=found.fact.about).first()
    if work is None:
        raise Http404
    return _Opened(found, work, asked)


def _address(number: int, query: str = "", name: str = "counter") -> str:
    path = reverse(name, args=[number])
    return f"{path}?{query}" if query else path
