"""The page on which an editor settles that sources disagree, or opens it again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clapometer.accounts.reading import actor_of
from clapometer.desk.entering import once
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.settling import open_again, settle
from clapometer.desk.submissions import new_token
from clapometer.facts.reading import Fact
from clapometer.site.addresses import fact_address
from clapometer.site.factwords import line_of
from clapometer.site.press.disputes import Dispute, dispute_of

from .facts import fact_or_404
from .inputs import Input, complaints
from .returning import saved, where_back

_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@_METHODS
def settling(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why it stands as printed, then settle it; a settled one is opened again."""
    fact, _kind = fact_or_404(int(number))
    dispute = dispute_of(fact)
    if request.method != "POST":
        return _page(request, fact, dispute)
    actor, token = actor_of(request), request.POST.get("token", "")
    act = open_again if request.POST.get("act") == "open" else settle
    reason = request.POST.get("reason", "")
    try:
        entry = once(actor, token, lambda: act(fact.id, reason, actor).seq)
    except EntryRefused as refused:
        return _page(request, fact, dispute, refused, status=400)
    return saved(where_back(request, fact_address(fact.id)), entry)


def _page(
    request: HttpRequest,
    fact: Fact,
    dispute: Dispute | None,
    refused: EntryRefused | None = None,
    status: int = 200,
) -> HttpResponse:
    inputs = [
        Input(
            "reason",
            _("Reason"),
            value=request.POST.get("reason", ""),
            hint=_("One sentence, for everybody to read."),
            wrong=refused.of("reason") if refused else "",
            required=True,
            first=True,
        )
    ]
    context = {
        "dispute": dispute,
        "line": line_of(fact),
        "wrong": refused.of("") if refused else "",
        "inputs": inputs,
        "complaints": complaints(inputs),
        "back": where_back(request, fact_address(fact.id)),
        "token": request.POST.get("token") or new_token(),
    }
    return render(request, "desk/settling.html", context, status=status)


PATTERNS: list[URLPattern] = [
    re_path(r"^fact/(?P<number>[0-9]{1,15})/settle$", never_cache(settling), name="fact_settle"),
]
