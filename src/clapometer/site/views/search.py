"""Search: works first, then people, critics and outlets. A script gets only the results."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.catalogue.people import find_people
from clapometer.catalogue.search import find_works
from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.people import find_named
from clapometer.site.about.naming import person_address, shown_person
from clapometer.site.addresses import critic_address, outlet_address
from clapometer.site.freshness import fresh

from .home import card_of
from .refusals import refuse

LONGEST = 200
MOST = 30


@require_safe
@fresh
def search(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the results for `q`; with `part=results` only the list of them."""
    asked = request.GET.get("q", "").strip()
    if len(asked) > LONGEST:
        return refuse(request, _("That is too long to search for; write fewer words."))
    context = {"asked": asked, "position": position, **_found(asked)}
    if request.GET.get("part") == "results":
        return render(request, "site/search_results.html", context)
    return render(request, "site/search.html", context)


def _found(asked: str) -> dict[str, object]:
    if not asked:
        return {"found": 0}
    order = [work.id for work in find_works(asked, MOST)]
    works = Work.objects.select_related("score", "parent").in_bulk(order)
    critics = [(one.name, critic_address(one)) for one in find_named(Critic, asked)]
    persons = [
        (shown_person(one.id, one.name), person_address(one.id, one.name))
        for one in find_people(asked)
    ]
    outlets = [(one.name, outlet_address(one)) for one in find_named(Outlet, asked)]
    return {
        "works": [card_of(works[id_]) for id_ in order],
        "critics": critics,
        "persons": persons,
        "outlets": outlets,
        "found": len(order) + len(critics) + len(persons) + len(outlets),
        "more": len(order) == MOST,
    }
