"""The page on which a review is changed: by its reviewer, or because it was entered wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import re_path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clapometer.catalogue.models import Work
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.reviewing import UNCHANGED, change_review, foresee_change
from clapometer.desk.reviewtyped import typed_of
from clapometer.desk.submissions import new_token
from clapometer.reviews.models import Review
from clapometer.reviews.record import Said, said_by
from clapometer.site.addresses import entry_address, work_address
from clapometer.site.rows import names_of

from .acting import actor_of
from .differences import Difference, differences
from .inputs import Input, complaints
from .reviewinputs import review_inputs, typed_in
from .reviewreading import Reading, reading_of

HOW, CHANGED, MISTYPED = "how", "changed", "mistyped"


@require_http_methods(["GET", "HEAD", "POST"])
def review_revise(request: HttpRequest, number: int) -> HttpResponse:
    """Return the page that changes a review; sent back, it shows what would change, or saves."""
    review, said = standing_of(number)
    if request.method != "POST":
        return _page(request, said, typed_of(said))
    typed, mistyped = typed_in(request), request.POST.get(HOW) == MISTYPED
    try:
        if request.POST.get("do") == "preview":
            foreseen = foresee_change(review, typed, actor_of(request), mistyped=mistyped)
            return _page(request, said, typed, reading=replace(reading_of(foreseen), became=""))
        token = request.POST.get("token", "")
        entered = change_review(review, typed, actor_of(request), token, mistyped=mistyped)
    except EntryRefused as refusal:
        return _page(request, said, typed, refusal=refusal)
    if entered.became == UNCHANGED:
        return _page(request, said, typed, told=_("Nothing is changed; nothing was written."))
    assert entered.seq is not None
    return HttpResponseRedirect(entry_address(entered.seq))


def standing_of(number: int) -> tuple[Review, Said]:
    """Return a review with what it says now. Raises Http404 where it is not in force."""
    review = get_object_or_404(Review, id=number)
    if review.standing is None or not Work.objects.filter(id=review.work_id).exists():
        raise Http404
    return review, said_by([review.standing])[review.standing]


def _page(
    request: HttpRequest,
    said: Said,
    typed: Mapping[str, str],
    *,
    refusal: EntryRefused | None = None,
    reading: Reading | None = None,
    told: str = "",
) -> HttpResponse:
    inputs = review_inputs(typed, refusal, named=False, starts=reading is None)
    work = Work.objects.select_related("parent").get(id=said.work_id)
    context = {
        "said": said,
        "who": names_of(said),
        "work": work,
        "work_url": work_address(work),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "refusal": refusal.of("") if refusal else "",
        "reading": reading,
        "told": told,
        "how": request.POST.get(HOW, CHANGED),
        "differences": _differences(said, inputs) if reading else [],
        "token": request.POST.get("token") if refusal else new_token(),
    }
    return render(request, "desk/review_revise.html", context, status=400 if refusal else 200)


def _differences(said: Said, inputs: list[Input]) -> list[Difference]:
    return differences(typed_of(said), inputs)


PATTERNS = [
    re_path(r"^review/(?P<number>[0-9]{1,15})/revise$", review_revise, name="review_revise"),
]
