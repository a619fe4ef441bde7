"""The page of one fact, and the same for programs."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.accounts.names import shown_names
from clapometer.citing.stated import anchor_of
from clapometer.facts.reading import versions_of
from clapometer.ledger.reading import read_some
from clapometer.site.addresses import absolute, cite_address, fact_address
from clapometer.site.asking import AskRefused, Clocks, read_clocks
from clapometer.site.factpage import FactPage, fact_object, read_fact_page
from clapometer.site.freshness import fresh_with
from clapometer.site.words import moment_of

from .refusals import refuse

_APART = ("at_time", "known_time")


def _writers(number: str, **_more: object) -> str:
    """Return the names shown beside who wrote about the fact; members may change and erase them."""
    versions = versions_of(int(number))
    ends = [one.until for one in versions if one.until is not None]
    actors = {one.actor for one in versions} | {one.actor for one in read_some(ends).values()}
    return "\n".join(f"{actor} {name}" for actor, name in sorted(shown_names(actors).items()))


@require_safe
@fresh_with(_writers)
def fact(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return the page of the fact, as asked for by `at` and `known`."""
    try:
        asked = read_clocks(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    if not set(request.GET).isdisjoint(_APART):
        # A form sends day and time apart; the page has one address.
        return HttpResponseRedirect(fact_address(int(number), asked.query()))
    page = _page(int(number), asked)
    if isinstance(page, str):
        return refuse(request, page, status=404)
    own = absolute(fact_address(page.fact.id))
    anchor = anchor_of(page.fact) if page.work and page.stands else ""
    context = {
        "page": page,
        "asked": asked,
        "canonical": own,
        "cite_url": f"{cite_address(page.work)}#{anchor}" if page.work and anchor else "",
        "position": position,
    }
    return render(request, "site/fact.html", context)


@require_safe
@fresh_with(_writers)
def fact_json(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return the fact for programs, as asked for by `at` and `known`."""
    try:
        page = _page(int(number), read_clocks(request.GET))
    except AskRefused as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
    if isinstance(page, str):
        return JsonResponse({"error": page}, status=404)
    permalink = absolute(page.permalink)
    answer = {**fact_object(page), "permalink": permalink, "position": position}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _page(number: int, asked: Clocks) -> FactPage | str:
    """Return the page; a sentence where the site did not know of the fact at that instant."""
    page = read_fact_page(number, asked.at, asked.known)
    if page is not None:
        return page
    later = versions_of(number)
    if not later:
        raise Http404
    return _("This site did not know of it then; it was recorded on %(when)s.") % {
        "when": moment_of(later[0].since)
    }
