"""The page of a person: works with roles, identifiers, what else is said."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clapometer.facts.reading import fact_numbered
from clapometer.site.about.naming import person_address
from clapometer.site.about.personpage import marked, read_person
from clapometer.site.addresses import absolute
from clapometer.site.asking import AskRefused, read_clocks
from clapometer.site.freshness import fresh
from clapometer.site.press.reporting import reported_of
from clapometer.site.structured import as_script

from .refusals import refuse


@require_safe
@fresh
def person(request: HttpRequest, number: int, slug: str = "", *, position: int) -> HttpResponse:
    """Return the page of a person, as asked for by `at` and `known`."""
    try:
        clocks = read_clocks(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    fact = fact_numbered(int(number), clocks.known)
    if fact is None or fact.kind != "person":
        raise Http404
    path = person_address(fact.id, str(fact.said.get("name") or ""))
    if request.path != path:
        query = request.GET.urlencode()
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    page = read_person(fact, clocks.at, clocks.known)
    context = {
        "page": page,
        "number": fact.id,
        "follow_key": f"person:{fact.id}",
        "reported": reported_of(marked(page), clocks.known),
        "path": path,
        "clocks": clocks,
        "canonical": absolute(f"{path}?{clocks.query()}" if clocks.query() else path),
        "json_ld": as_script(page.structured),
        "position": position,
    }
    return render(request, "site/individual.html", context)
