"""The pages that withdraw, exclude and restore a review, and take one entry about it back."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import re_path
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from clapometer.catalogue.models import Work
from clapometer.desk.marking import (
    MARKS,
    foresee_mark,
    foresee_undo,
    mark_review,
    undo_entry,
)
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.stating import LONGEST_REASON
from clapometer.desk.submissions import new_token
from clapometer.reviews.models import Review, ReviewEvent
from clapometer.reviews.record import Said, said_by
from clapometer.site.addresses import entry_address, work_address
from clapometer.site.rows import row_of

from .acting import actor_of
from .effects import EffectWords, told_effect
from .inputs import Input, complaints
from .reviewinputs import typed_in

TITLES: dict[str, Promise] = {
    "withdrawn": gettext_lazy("Withdraw a review"),
    "excluded": gettext_lazy("Exclude a review"),
    "restored": gettext_lazy("Restore a review"),
    "undone": gettext_lazy("Take an entry back"),
}
BUTTONS: dict[str, Promise] = {
    "withdrawn": gettext_lazy("Withdraw"),
    "excluded": gettext_lazy("Exclude"),
    "restored": gettext_lazy("Restore"),
    "undone": gettext_lazy("Take it back"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, number: int, *, kind: str) -> HttpResponse:
    """Return the page that does something to a whole review; sent back, it previews or does it."""
    review = get_object_or_404(Review, id=number)
    typed = typed_in(request, "reason", "date")
    if request.method != "POST":
        return _page(request, kind, review, _inputs(kind, typed | {"date": "today"}))
    try:
        if request.POST.get("do") == "preview":
            effect = foresee_mark(kind, review, typed, actor_of(request))
            inputs = _inputs(kind, typed, starts=False)
            return _page(request, kind, review, inputs, effect=told_effect(effect))
        seq = mark_review(kind, review, typed, actor_of(request), request.POST.get("token", ""))
    except EntryRefused as refusal:
        inputs = _inputs(kind, typed, refusal)
        return _page(request, kind, review, inputs, refusal=refusal)
    return HttpResponseRedirect(entry_address(seq))


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, number: str, entry: str) -> HttpResponse:
    """Return the page that takes one entry about a review back; sent back, it does."""
    seq = int(entry)
    review = get_object_or_404(Review, id=number)
    get_object_or_404(ReviewEvent, work_id=review.work_id, seq=seq, review_id=number)
    try:
        if request.method != "POST":
            effect = told_effect(foresee_undo(seq, actor_of(request)))
            return _page(request, "undone", review, [], effect=effect, seq=seq)
        undone = undo_entry(seq, actor_of(request))
    except EntryRefused as refusal:
        return _page(request, "undone", review, [], refusal=refusal, seq=seq)
    return HttpResponseRedirect(_way_back(request) or entry_address(undone.seq))


def _way_back(request: HttpRequest) -> str:
    """Return the path of this site that the form names, "" for none."""
    path = request.POST.get("next", "")
    safe = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if safe else ""


def _inputs(
    kind: str,
    typed: dict[str, str],
    refusal: EntryRefused | None = None,
    *,
    starts: bool = True,
) -> list[Input]:
    wrong = {field: refusal.of(field) if refusal else "" for field in ("reason", "date")}
    needed = MARKS[kind].needs_reason
    return [
        Input("reason", _("Reason, for everybody to read"), typed["reason"], "area",
              wrong=wrong["reason"], required=needed, first=starts, longest=LONGEST_REASON),
        Input("date", _("When"), typed["date"], hint=_("today, yesterday, or a date"),
              wrong=wrong["date"]),
    ]  # fmt: skip


def _page(
    request: HttpRequest,
    kind: str,
    review: Review,
    inputs: list[Input],
    *,
    refusal: EntryRefused | None = None,
    effect: EffectWords | None = None,
    seq: int | None = None,
) -> HttpResponse:
    work = get_object_or_404(Work.objects.select_related("parent"), id=review.work_id)
    said = _said(review, seq)
    context = {
        "title": TITLES[kind],
        "button": BUTTONS[kind],
        "means": MARKS[kind].means if kind in MARKS else "",
        "work": work,
        "work_url": work_address(work),
        "rows": [row_of(said)],
        "inputs": inputs,
        "complaints": complaints(inputs),
        "refusal": refusal.of("") if refusal else "",
        "effect": effect,
        "token": request.POST.get("token") if refusal else new_token(),
        "next": _way_back(request),
        "previews": bool(inputs),
    }
    return render(request, "desk/review_mark.html", context, status=400 if refusal else 200)


def _said(review: Review, seq: int | None) -> Said:
    """Return the entry that is taken back; else what the review says, or said first."""
    wanted = seq or review.standing or review.id
    found = said_by([wanted]).get(wanted)
    if found is None:
        raise Http404
    return found


PATTERNS = [
    *(
        re_path(
            rf"^review/(?P<number>[0-9]{{1,15}})/{word}$",
            partial(mark, kind=kind),
            name=f"review_{word}",
        )
        for word, kind in (
            ("withdraw", "withdrawn"),
            ("exclude", "excluded"),
            ("restore", "restored"),
        )
    ),
    re_path(
        r"^review/(?P<number>[0-9]{1,15})/entry/(?P<entry>[0-9]{1,15})/undo$",
        undo,
        name="review_undo",
    ),
]
