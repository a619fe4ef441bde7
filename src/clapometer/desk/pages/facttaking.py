"""Taking facts and corrections back, and putting facts back, each with a reason in public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, re_path
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.accounts.reading import actor_of
from clapometer.desk.entering import once
from clapometer.desk.stating import restore_fact, undo_correction, undo_fact
from clapometer.desk.submissions import new_token, written_by
from clapometer.facts.reading import Fact
from clapometer.facts.typed import FactRefused
from clapometer.ledger.entries import Entry
from clapometer.site.addresses import fact_address
from clapometer.site.factwords import line_of, title_of
from clapometer.site.views.refusals import refuse

from .facts import fact_or_404
from .inputs import Input, complaints
from .returning import saved, where_back

_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Taking:
    """One way: its title, what it does, its button, and the service that does it."""

    title: Promise
    means: Promise
    button: Promise
    act: Callable[[int, str, str], Entry]
    of_standing: bool


UNDOING = Taking(
    gettext_lazy("Take back"),
    gettext_lazy("It no longer counts and leaves the pages. Its own page stays and says why."),
    gettext_lazy("Take it back"),
    undo_fact,
    of_standing=True,
)
RESTORING = Taking(
    gettext_lazy("Put back"),
    gettext_lazy("It says again what it said, and counts again."),
    gettext_lazy("Put it back"),
    restore_fact,
    of_standing=False,
)


@_METHODS
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Ask for the reason, then take a fact back."""
    return _take(request, int(number), UNDOING)


@_METHODS
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """Ask for the reason, then put a fact back."""
    return _take(request, int(number), RESTORING)


@require_POST
def uncorrect(request: HttpRequest, number: int) -> HttpResponse:
    """Take the last correction of a fact back."""
    fact, _kind = fact_or_404(int(number))
    actor = actor_of(request)
    try:
        entry = once(
            actor, request.POST.get("token", ""), lambda: undo_correction(fact.id, actor).seq
        )
    except FactRefused as refused:
        return refuse(request, str(refused), status=409)
    return saved(where_back(request, fact_address(fact.id)), entry)


def _take(request: HttpRequest, number: int, taking: Taking) -> HttpResponse:
    fact, _kind = fact_or_404(number)
    if request.method != "POST":
        return _page(request, fact, taking)
    actor, token = actor_of(request), request.POST.get("token", "")
    back = where_back(request, fact_address(fact.id))
    entry = written_by(token, actor)
    if entry:
        return saved(back, entry)
    reason = request.POST.get("reason", "").strip()
    if not reason:
        wrong = _("The reason is missing; it stands in public beside the fact.")
        return _page(request, fact, taking, wrong, status=400)
    try:
        entry = once(actor, token, lambda: taking.act(number, reason, actor).seq)
    except FactRefused as refused:
        return _page(request, fact, taking, str(refused), status=409)
    return saved(back, entry)


def _page(
    request: HttpRequest, fact: Fact, taking: Taking, wrong: str = "", status: int = 200
) -> HttpResponse:
    inputs = [
        Input(
            "reason",
            _("Reason"),
            value=request.POST.get("reason", ""),
            hint=_("One sentence, for everybody to read."),
            wrong=wrong,
            required=True,
            first=True,
        )
    ]
    context = {
        "taking": taking,
        "fits": (fact.until is None) == taking.of_standing,
        "fact": fact,
        "kind_title": title_of(fact.kind),
        "line": line_of(fact),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "back": where_back(request, fact_address(fact.id)),
        "token": request.POST.get("token") or new_token(),
    }
    return render(request, "desk/fact_taking.html", context, status=status)


_ID = r"(?P<number>[0-9]{1,15})"
PATTERNS: list[URLPattern] = [
    re_path(rf"^fact/{_ID}/undo$", never_cache(undo), name="fact_undo"),
    re_path(rf"^fact/{_ID}/restore$", never_cache(restore), name="fact_restore"),
    re_path(rf"^fact/{_ID}/uncorrect$", never_cache(uncorrect), name="fact_uncorrect"),
]
