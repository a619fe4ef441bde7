"""The page of a work: its score at an instant, how it came about, and the reviews behind it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.reviews.rulebook import all_rules
from clapometer.scoring.rules import applies
from clapometer.site import words
from clapometer.site.addresses import absolute, permalink, work_address
from clapometer.site.asking import Asked, AskRefused, is_canonical, query_of, read_asked, text_of
from clapometer.site.changes import Change
from clapometer.site.charts import Chart, busiest, draw_chart
from clapometer.site.distribution import spread
from clapometer.site.freshness import CURRENT, SETTLED, SETTLED_BY_SITE_RULE, fresh
from clapometer.site.milestones import told_moments
from clapometer.site.picker import Picker
from clapometer.site.readings import readings_of
from clapometer.site.scorebox import box_of
from clapometer.site.series import parts_of, siblings_of
from clapometer.site.structured import as_script, work_data
from clapometer.site.telling import told_changes, told_gone
from clapometer.site.workpage import WorkRecord, read_work

from .refusals import refuse

# So many changes are shown at once; the others are in the table.
CHANGES_SHOWN = 8


@require_safe
@fresh
def work(request: HttpRequest, number: int, slug: str = "", *, position: int) -> HttpResponse:
    """Return the page of a work as asked for by `at`, `known` and `rule`."""
    found = get_object_or_404(Work.objects.select_related("parent"), id=number)
    if slug != found.slug:
        return HttpResponsePermanentRedirect(work_address(found, request.GET.urlencode()))
    try:
        asked = read_asked(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    if not is_canonical(asked, request.GET):
        return HttpResponseRedirect(work_address(found, asked.query()))
    record = read_work(found, asked, position)
    response = render(request, "site/work.html", _context(record))
    response.headers["Cache-Control"] = _caching(record)
    return response


def _caching(record: WorkRecord) -> str:
    if not record.settled:
        return CURRENT
    asked = record.asked
    return SETTLED if asked.rule_named or asked.is_recorded else SETTLED_BY_SITE_RULE


def _context(record: WorkRecord) -> dict[str, object]:
    found, asked = record.work, record.asked
    path = work_address(found)
    here = work_address(found, asked.query())
    score = record.result.score if asked.is_now else None
    band = asked.rule.bands[0] if len(asked.rule.bands) > 1 else None
    told, parts = told_changes(record), parts_of(found, asked)
    moved = [one for one in reversed(told) if one.moved]
    until = [one for one in moved if not one.later]
    return {
        "work": found,
        "asked": asked,
        "record": record,
        "path": path,
        "canonical": absolute(here),
        "permalink": absolute(_permalink(record)),
        "now_address": work_address(
            found, query_of(rule=asked.rule.name if asked.rule_named else "")
        ),
        "parent_address": work_address(found.parent, asked.query()) if found.parent else "",
        "kind_line": words.kind_line(found),
        "released": words.released_on(found),
        "moments": told_moments(record),
        "box": box_of(record),
        "split": _split(record),
        "band": band,
        "chart": _chart(record, record.history),
        "busy": _chart(record, busiest(record.history)),
        "table": told,
        "changes": until[:CHANGES_SHOWN],
        "changes_more": max(0, len(until) - CHANGES_SHOWN),
        "changes_later": len(moved) - len(until),
        "gone": told_gone(record),
        "bars": spread(said.value for said in record.standing if said.value is not None),
        "picker": Picker.of(asked),
        "readings": readings_of(record, record.until),
        "parts": parts,
        "only_parts": bool(parts) and not record.said,
        "siblings": siblings_of(found, asked),
        "rules": _rules(found, asked),
        "json_ld": as_script(work_data(found, asked.rule, score)),
        "unsettled": asked.known is not None and asked.known > record.recorded_at,
        "position": record.position,
    }


def _chart(record: WorkRecord, history: Sequence[Change]) -> Chart | None:
    """Return the chart with the lower end of the highest band, if there are several."""
    asked = record.asked
    bands = asked.rule.bands
    threshold = round(float(bands[0].at_least) * 100) if len(bands) > 1 else None
    return draw_chart(history, threshold=threshold, asked=asked.at, printing=asked.rule.printing)


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
