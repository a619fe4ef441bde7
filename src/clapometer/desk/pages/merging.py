"""The pages on which an editor merges two records of one work, and splits them again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils.translation import gettext as _

from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, resolve_work
from clapometer.desk.merging import MergeRefused, Moved, merge_works
from clapometer.desk.splitting import split_work
from clapometer.desk.stating import LONGEST_REASON
from clapometer.site.addresses import work_address

from .acting import actor_of
from .inputs import Input, complaints


def merge(request: HttpRequest, number: int) -> HttpResponse:
    """Ask into which record this one goes, show what that would do, and do it."""
    work = get_object_or_404(Work, id=number, merged_into=None)
    if request.method != "POST":
        return _page(request, work)
    try:
        into = resolve_work(request.POST.get("into", "").strip())
        sure = request.POST.get("sure") == str(into.id)
        moved = merge_works(work.id, into.id, _reason(request), actor_of(request), preview=not sure)
    except (WorkUnknown, MergeRefused) as refused:
        return _page(request, work, wrong=str(refused), status=400)
    if sure:
        return HttpResponseRedirect(work_address(into))
    return _page(request, work, into=into, moved=moved)


def split(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether the record is to be one of its own again, and make it so."""
    work = get_object_or_404(Work, id=number, merged_into__isnull=False)
    whole = get_object_or_404(Work, id=work.merged_into)
    refusal = ""
    if request.method == "POST":
        try:
            split_work(work.id, _reason(request), actor_of(request))
            return HttpResponseRedirect(work_address(work))
        except MergeRefused as refused:
            refusal = str(refused)
    context = {"work": work, "whole": whole, "reason": _reason_input(request), "refusal": refusal}
    return render(request, "desk/split.html", context, status=400 if refusal else 200)


def _page(
    request: HttpRequest,
    work: Work,
    *,
    wrong: str = "",
    into: Work | None = None,
    moved: Moved | None = None,
    status: int = 200,
) -> HttpResponse:
    named = Input(
        "into",
        _("The record that stays"),
        f"w{into.id}" if into else request.POST.get("into", ""),
        hint=_("Its number (w17), an identifier (imdb:tt0111161), or its title with the year."),
        wrong=wrong,
        required=True,
        first=True,
    )
    inputs = [named, _reason_input(request)]
    context = {"work": work, "inputs": inputs, "into": into, "moved": moved}
    context["complaints"] = complaints(inputs)
    return render(request, "desk/merge.html", context, status=status)


def _reason_input(request: HttpRequest) -> Input:
    value = request.POST.get("reason", "")
    return Input("reason", _("Why, in public"), value, longest=LONGEST_REASON)


def _reason(request: HttpRequest) -> str:
    return " ".join(request.POST.get("reason", "").split())


# Not below /work/, where the last part of an address is the title of a work.
PATTERNS = [
    path("works/w<int:number>/merge", merge, name="work_merge"),
    path("works/w<int:number>/split", split, name="work_split"),
]
