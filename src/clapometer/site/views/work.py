"""The page of a work: its score at an instant, how it came about, and the reviews behind it."""

from __future__ import annotations

from django.http import (
    HttpRequest,
    HttpResponse,
)
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.reviews.rulebook import all_rules
from clapometer.scoring.rules import applies
from clapometer.site import words
from clapometer.site.addresses import absolute, cite_address, permalink, work_address
from clapometer.site.asking import Asked, query_of, text_of
from clapometer.site.distribution import spread
from clapometer.site.freshness import fresh_with
from clapometer.site.press.reporting import reported_about
from clapometer.site.scorebox import box_of
from clapometer.site.sections import BODY, HEAD, filled, structured_by
from clapometer.site.structured import as_script, work_data
from clapometer.site.workpage import WorkRecord, read_work

from .opening import caching, open_work


def _today(**_: object) -> str:
    """Return the day in the site's time zone: a date that was announced passes as a day begins."""
    return timezone.localdate().isoformat()


@require_safe
@fresh_with(_today)
def work(request: HttpRequest, number: int, slug: str = "", *, position: int) -> HttpResponse:
    """Return the page of a work as asked for by `at`, `known` and `rule`."""
    opened = open_work(request, number, slug)
    if isinstance(opened, HttpResponse):
        return opened
    record = read_work(*opened, position)
    response = render(request, "site/work.html", _context(record))
    response.headers["Cache-Control"] = caching(opened.asked, settled=record.settled)
    return response


def _context(record: WorkRecord) -> dict[str, object]:
    found, asked = record.work, record.asked
    path = work_address(found)
    score = record.result.score if asked.is_now else None
    head, sections = list(filled(HEAD, record)), list(filled(BODY, record))
    structured = work_data(found, asked.rule, score) | structured_by((*head, *sections))
    return {
        "work": found,
        "asked": asked,
        "record": record,
        "path": path,
        "canonical": absolute(work_address(found, asked.query())),
        "permalink": absolute(_permalink(record)),
        "cite_url": cite_address(found, asked.query()),
        "parent_address": work_address(found.parent, asked.query()) if found.parent else "",
        "kind_line": words.kind_line(found),
        "released": words.released_on(found),
        "box": box_of(record),
        "split": _split(record),
        "bars": spread(one.grade for one in record.standing if one.grade is not None),
        "head": head,
        "sections": sections,
        "rules": _rules(found, asked),
        "json_ld": as_script(structured),
        "picture": structured.get("image"),
        "follow_key": f"work:{found.id}",
        "reported": reported_about([one.id for one in record.kin.family], asked.known),
        "unsettled": asked.known is not None and asked.known > record.recorded_at,
        "position": record.position,
    }


def _split(record: WorkRecord) -> str:
    """Return the positive part of the bar of verdicts in per cent, as SVG wants numbers."""
    tally = record.result.score.tally
    return f"{100 * tally.positive / tally.count:.2f}" if tally.count else "0"


def _permalink(record: WorkRecord) -> str:
    latest = record.history[-1].at if record.history else 0
    return permalink(record.work, record.asked, record.recorded_at, latest)


def _rules(found: Work, asked: Asked) -> list[tuple[str, str, str, bool]]:
    """Return the rules a work can be read by: name, title, address, whether it is this one."""
    at, known = asked.day or text_of(asked.at), asked.known_day or text_of(asked.known)
    return [
        (
            rule.name,
            rule.title,
            work_address(found, query_of(at=at, known=known, rule=rule.name)),
            rule == asked.rule,
        )
        for rule in all_rules()
        if applies(rule) or rule == asked.rule
    ]
