"""The pages that add works, correct them, and take either back."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, re_path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clapometer.catalogue.models import Work
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.submissions import new_token
from clapometer.desk.workentry import (
    add_work,
    correct_work,
    take_back_work,
    undo_correction,
)
from clapometer.desk.worktyping import FIELDS, read_work
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import read_some
from clapometer.site.addresses import entry_address, work_address

from .acting import actor_of
from .differences import Difference, differences
from .inputs import Input, complaints
from .reviewinputs import typed_in
from .workinputs import typed_work, work_inputs


@require_http_methods(["GET", "HEAD", "POST"])
def work_add(request: HttpRequest) -> HttpResponse:
    """Return the page that adds a work; sent back, it adds it, or shows what is like it first."""
    typed = typed_in(request, *FIELDS)
    typed["kind"] = typed["kind"] or "film"
    if request.method != "POST":
        return _adding(request, typed)
    sure = bool(request.POST.get("sure"))
    try:
        added = add_work(typed, actor_of(request), request.POST.get("token", ""), sure=sure)
    except EntryRefused as refusal:
        return _adding(request, typed, refusal)
    if added.work is None:
        alike = [(str(one), work_address(one), one.public_id) for one in added.alike]
        return _adding(request, typed, alike=alike)
    work = get_object_or_404(Work, id=added.work)
    return HttpResponseRedirect(work_address(work))


def _adding(
    request: HttpRequest,
    typed: Mapping[str, str],
    refusal: EntryRefused | None = None,
    alike: list[tuple[str, str, str]] | None = None,
) -> HttpResponse:
    part = request.GET.get("parent") and not typed["number"]
    # Asked whether it is another one, the cursor stands on the button that says so.
    first = "" if alike else "number" if part else "title"
    inputs = work_inputs(typed, refusal, first=first)
    more = {"alike": alike or [], "adding": True, "title": _("Add a work")}
    return _page(request, inputs, refusal, **more)


@require_http_methods(["GET", "HEAD", "POST"])
def work_correct(request: HttpRequest, number: str) -> HttpResponse:
    """Return the page that corrects a work; sent back, it shows before and after, or saves."""
    work = get_object_or_404(Work.objects.select_related("parent"), id=number, merged_into=None)
    if request.method != "POST":
        return _correcting(request, work, typed_work(work))
    typed = typed_in(request, *FIELDS)
    try:
        if request.POST.get("do") == "preview":
            read_work(typed, work)
            return _correcting(request, work, typed, previewed=True)
        seq = correct_work(work, typed, actor_of(request), request.POST.get("token", ""))
    except EntryRefused as refusal:
        return _correcting(request, work, typed, refusal)
    if seq is None:
        told = _("Nothing is changed; nothing was written.")
        return _correcting(request, work, typed, told=told)
    return HttpResponseRedirect(entry_address(seq))


def _correcting(
    request: HttpRequest,
    work: Work,
    typed: Mapping[str, str],
    refusal: EntryRefused | None = None,
    *,
    previewed: bool = False,
    told: str = "",
) -> HttpResponse:
    inputs = work_inputs(typed, refusal, first="" if previewed else "title")
    changed: list[Difference] = differences(typed_work(work), inputs) if previewed else []
    more = {
        "work": work,
        "work_url": work_address(work),
        "title": _("Correct a work"),
        "differences": changed,
        "told": told or (_("Nothing is changed.") if previewed and not changed else ""),
    }
    return _page(request, inputs, refusal, **more)


def _page(
    request: HttpRequest, inputs: list[Input], refusal: EntryRefused | None, **more: object
) -> HttpResponse:
    context = {
        "inputs": inputs,
        "complaints": complaints(inputs),
        "refusal": refusal.of("") if refusal else "",
        "token": request.POST.get("token") or new_token(),
        **more,
    }
    return render(request, "desk/work.html", context, status=400 if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def work_take_back(request: HttpRequest, number: str) -> HttpResponse:
    """Return the page that takes a work back that nothing speaks of; sent back, it does."""
    work = get_object_or_404(Work.objects.select_related("parent"), id=number, merged_into=None)
    refused = ""
    if request.method == "POST":
        try:
            entry = take_back_work(work, request.POST.get("reason", ""), actor_of(request))
            return HttpResponseRedirect(entry_address(entry.seq))
        except EntryRefused as refusal:
            refused = str(refusal)
    reason = Input("reason", _("Reason, for everybody to read"),
                   request.POST.get("reason", ""), "area", first=True)  # fmt: skip
    context = {
        "title": _("Take a work back"),
        "what": str(work),
        "back_url": work_address(work),
        "inputs": [reason],
        "refusal": refused,
    }
    return render(request, "desk/take_back.html", context, status=400 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def work_uncorrect(request: HttpRequest, number: str) -> HttpResponse:
    """Return the page that takes a correction of a work back; sent back, it does."""
    entry = read_some([int(number)]).get(int(number))
    work = get_object_or_404(Work, id=_corrected_by(entry))
    refused = ""
    if request.method == "POST":
        try:
            undone = undo_correction(int(number), actor_of(request))
            return HttpResponseRedirect(entry_address(undone.seq))
        except EntryRefused as refusal:
            refused = str(refusal)
    context = {
        "title": _("Take a correction back"),
        "what": str(work),
        "back_url": entry_address(int(number)),
        "refusal": refused,
    }
    return render(request, "desk/take_back.html", context, status=400 if refused else 200)


def _corrected_by(entry: Entry | None) -> int:
    """Return which work an entry corrects; 0, which is none, for any other entry."""
    return entry.subject_id if entry and entry.kind == "work.corrected" else 0


_ID = r"(?P<number>[0-9]{1,15})"
PATTERNS = [
    path("works/add", work_add, name="work_add"),
    re_path(rf"^works/w{_ID}/correct$", work_correct, name="work_correct"),
    re_path(rf"^works/w{_ID}/take-back$", work_take_back, name="work_take_back"),
    re_path(rf"^works/correction/{_ID}/undo$", work_uncorrect, name="work_uncorrect"),
]
