"""The page on which an editor tells, corrects and takes back the numbers of a counter."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.accounts.reading import actor_of
from clapometer.catalogue.models import Work
from clapometer.desk.pointing import FIELDS, take_point_back, tell_point
from clapometer.facts.typed import FactRefused, Problem
from clapometer.signals.counters import Counter, counter_numbered
from clapometer.signals.points import Point
from clapometer.site.sparks import as_of, bounded

from .inputs import Input, complaints

# So many of the latest numbers can be corrected from the page; an earlier one by naming its day.
SHOWN = 25


@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: HttpRequest, number: str) -> HttpResponse:
    """Show the form of a number and the latest ones; sent back, tell or correct it."""
    counter = _counter(int(number))
    if request.method != "POST":
        return _page(request, counter, request.GET.dict())
    try:
        tell_point(counter.fact.id, request.POST.dict(), actor_of(request))
    except FactRefused as refused:
        return _page(request, counter, request.POST.dict(), refused.problems)
    return HttpResponseRedirect(reverse("counter_numbers", args=[counter.fact.id]))


@require_POST
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """Take the number of a day back."""
    counter = _counter(int(number))
    sent = request.POST
    try:
        take_point_back(
            counter.fact.id, sent.get("as_of", ""), sent.get("reason", ""), actor_of(request)
        )
    except FactRefused as refused:
        return _page(request, counter, {}, refused.problems)
    return HttpResponseRedirect(reverse("counter_numbers", args=[counter.fact.id]))


def _counter(number: int) -> Counter:
    found = counter_numbered(number)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    counter: Counter,
    typed: dict[str, str],
    problems: Sequence[Problem] = (),
) -> HttpResponse:
    wrong = {one.field: one.sentence for one in problems}
    inputs = [
        Input(
            field.name,
            _(field.label),
            typed.get(field.name, "")[:2_000],
            kind="url" if field.name == "link" else "text",
            hint=_("%(means)s; like “%(example)s”")
            % {"means": _(field.means), "example": field.example},
            wrong=wrong.get(field.name, ""),
            required=field.required,
            first=place == 0,
        )
        for place, field in enumerate(FIELDS)
    ]
    work = Work.objects.select_related("parent").filter(id=counter.fact.about).first()
    context = {
        "counter": counter,
        "work": work,
        "address": reverse("counter", args=[counter.fact.id]),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "refusal": wrong.get("", ""),
        "rows": [_row(one) for one in list(counter.points)[-SHOWN:][::-1]],
    }
    return render(request, "desk/points.html", context, status=400 if problems else 200)


def _row(point: Point) -> dict[str, str]:
    sign = "" if point.bound == "=" else point.bound
    return {
        "as_of": as_of(point),
        "key": point.as_of,
        "number": bounded(point),
        "typed": f"{sign}{format(point.value, 'f')}",
    }


_ID = r"(?P<number>[0-9]{1,15})"
PATTERNS = [
    re_path(rf"^counter/{_ID}/numbers$", numbers, name="counter_numbers"),
    re_path(rf"^counter/{_ID}/numbers/take-back$", take_back, name="counter_take_back"),
]
