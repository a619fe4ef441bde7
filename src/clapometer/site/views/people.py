"""The pages of critics and outlets: what they wrote, and how often they were in favour."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.people import tally_written_by, written_by
from clapometer.reviews.record import Said, said_by
from clapometer.scoring.tally import Tally
from clapometer.site import words
from clapometer.site.addresses import critic_address, outlet_address, work_address
from clapometer.site.freshness import fresh
from clapometer.site.rows import Row, in_order, row_of
from clapometer.site.scales import scales_of

PAGE = 100


@require_safe
@fresh
def critic(request: HttpRequest, number: int, slug: str = "", *, position: int) -> HttpResponse:
    """Return the page of a critic."""
    found = get_object_or_404(Critic, id=number)
    return _page(request, found, slug, critic_address(found), "site/critic.html", position)


@require_safe
@fresh
def outlet(request: HttpRequest, number: int, slug: str = "", *, position: int) -> HttpResponse:
    """Return the page of an outlet."""
    found = get_object_or_404(Outlet, id=number)
    return _page(request, found, slug, outlet_address(found), "site/outlet.html", position)


def _page(
    request: HttpRequest,
    one: Critic | Outlet,
    slug: str,
    address: str,
    template: str,
    position: int,
) -> HttpResponse:
    if slug != one.slug:
        return HttpResponsePermanentRedirect(address)
    tally = tally_written_by(one)
    page, pages = _which_page(request, tally)
    kind = type(one).__name__.lower()
    said = said_by(written_by(one, (page - 1) * PAGE, PAGE))
    context = {
        "one": one,
        "rows": _rows(in_order(said.values())),
        "tally": tally,
        "scales": scales_of(one),
        "share": words.percent(tally.positive / tally.count) if tally.count else "",
        "mean": f"{tally.grade_sum / tally.graded / 1000:.1f}" if tally.graded else "",
        "negative": tally.count - tally.positive,
        "page": page,
        "pages": pages,
        "previous_page": page - 1,
        "next_page": page + 1,
        "address": address,
        "correct_url": reverse(f"{kind}_correct", args=[one.id]),
        "follow_key": f"{kind}:{one.id}",
        "position": position,
    }
    return render(request, template, context)


def _which_page(request: HttpRequest, tally: Tally) -> tuple[int, int]:
    """Return the page asked for and how many there are; a page that is not there is not found."""
    text = request.GET.get("page", "1")
    pages = max(1, -(-max(tally.count, tally.graded) // PAGE))
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= pages):
        raise Http404
    return int(text), pages


def _rows(said: list[Said]) -> list[tuple[list[Row], str, str]]:
    """Return each review with the name and the address of its work."""
    works = Work.objects.select_related("parent").in_bulk({one.work_id for one in said})
    return [
        ([row_of(one)], str(works[one.work_id]), work_address(works[one.work_id]))
        for one in said
        if one.work_id in works
    ]
