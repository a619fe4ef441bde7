"""The pages beside a work's own: all of its reviews, and its score over time in numbers."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clapometer.site.addresses import absolute, work_address
from clapometer.site.asking import query_of
from clapometer.site.freshness import fresh
from clapometer.site.paging import Paging, number_of, paging_of
from clapometer.site.telling import told_changes
from clapometer.site.workpage import Shown, WorkRecord, read_work

from .opening import Opened, caching, open_work

PAGE = 100


@require_safe
@fresh
def reviews(request: HttpRequest, number: int, slug: str, *, position: int) -> HttpResponse:
    """Return a page of the reviews as they stood, newest first."""
    opened = open_work(request, number, slug, "work_reviews")
    if isinstance(opened, HttpResponse):
        return opened
    text = request.GET.get("page", "")
    before = max(0, number_of(text) - 1) * PAGE
    record = read_work(*opened, position, Shown(slice(before, before + PAGE), 0))
    paging = paging_of(text, len(record.standing), PAGE, partial(_address, opened, "work_reviews"))
    return _answer(request, "site/work_reviews.html", record, paging, rows=record.rows)


@require_safe
@fresh
def numbers(request: HttpRequest, number: int, slug: str, *, position: int) -> HttpResponse:
    """Return the whole course of the score in numbers, oldest first."""
    opened = open_work(request, number, slug, "work_numbers")
    if isinstance(opened, HttpResponse):
        return opened
    record = read_work(*opened, position, Shown(slice(0, 0), None))
    paging = paging_of("", 0, PAGE, partial(_address, opened, "work_numbers"))
    table = told_changes(record, record.table)
    return _answer(request, "site/work_numbers.html", record, paging, table=table)


def _address(opened: Opened, page: str, number: str) -> str:
    query = "&".join(filter(None, (opened.asked.query(), query_of(page=number))))
    return work_address(opened.work, query, page)


def _answer(
    request: HttpRequest, template: str, record: WorkRecord, paging: Paging, **told: object
) -> HttpResponse:
    work, asked = record.work, record.asked
    context = {
        "work": work,
        "asked": asked,
        "record": record,
        "paging": paging,
        "work_url": work_address(work, asked.query()),
        "canonical": absolute(request.get_full_path()),
        "position": record.position,
    }
    response = render(request, template, context | told)
    response.headers["Cache-Control"] = caching(asked, settled=record.settled)
    return response
