"""The pages that correct the name of a critic or an outlet, and take a correction back."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import re_path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.desk.renaming import (
    MODELS,
    Named,
    NameRefused,
    correct_name,
    corrections_of,
    named,
    undo_correction,
)
from clapometer.readers.text import LIMITS
from clapometer.reviews.models import Critic, FormerName
from clapometer.site.addresses import critic_address, entry_address, outlet_address

from .acting import actor_of
from .inputs import Input, complaints

TITLES: dict[str, Promise] = {
    "critic": gettext_lazy("Correct the name of a critic"),
    "outlet": gettext_lazy("Correct the name of an outlet"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def name_correct(request: HttpRequest, number: str, *, kind: str) -> HttpResponse:
    """Return the page that corrects a name; sent back, it does. Corrections are listed on it."""
    one = _one(kind, int(number))
    if request.method != "POST":
        return _page(request, kind, one, one.name)
    try:
        correct_name(one, request.POST.get("name", "")[:2_000], actor_of(request))
    except NameRefused as refusal:
        return _page(request, kind, one, request.POST.get("name", ""), str(refusal))
    return HttpResponseRedirect(reverse(f"{kind}_correct", args=[one.id]))


def _one(kind: str, id_: int) -> Named:
    found = named(kind, id_)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, kind: str, one: Named, typed: str, wrong: str = "") -> HttpResponse:
    field = Input("name", _("Name"), typed, wrong=wrong, first=True, required=True,
                  longest=LIMITS["critic"])  # fmt: skip
    context = {
        "one": one,
        "title": TITLES[kind],
        "address": critic_address(one) if isinstance(one, Critic) else outlet_address(one),
        "inputs": [field],
        "complaints": complaints([field]),
        "corrections": [(*each, entry_address(each.seq)) for each in corrections_of(one)],
    }
    return render(request, "desk/name.html", context, status=400 if wrong else 200)


@require_POST
def name_uncorrect(request: HttpRequest, number: str) -> HttpResponse:
    """Take the correction in an entry back."""
    found = get_object_or_404(FormerName, seq=number)
    one = _one(found.kind, found.named_id)
    try:
        undo_correction(found.seq, actor_of(request))
    except NameRefused as refusal:
        return _page(request, found.kind, one, one.name, str(refusal))
    return HttpResponseRedirect(reverse(f"{found.kind}_correct", args=[one.id]))


_ID = r"(?P<number>[0-9]{1,15})"
PATTERNS = [
    *(
        re_path(
            rf"^{kind}/{_ID}/name/correct$",
            partial(name_correct, kind=kind),
            name=f"{kind}_correct",
        )
        for kind in MODELS
    ),
    re_path(rf"^names/{_ID}/undo$", name_uncorrect, name="name_uncorrect"),
]
