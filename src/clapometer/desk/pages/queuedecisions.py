"""Who decided what of the queue: every decision with the entries it wrote, and taking it back."""

from __future__ import annotations

from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clapometer.accounts.names import shown_names
from clapometer.desk.proposals.audit import MOST_ROWS, as_table, deciders, decisions
from clapometer.desk.proposals.deciding import REFUSALS, By
from clapometer.desk.proposals.models import DECISIONS, Decision
from clapometer.desk.proposals.takingback import undo
from clapometer.desk.submissions import new_token
from clapometer.site.addresses import entry_address
from clapometer.site.words import moment_of

from .acting import actor_of
from .inputs import Input
from .queueshown import KIND_WORDS

WHAT_WORDS = {
    "accepted": gettext_lazy("accepted"),
    "refused": gettext_lazy("refused"),
    "undone": gettext_lazy("taken back"),
    "later": gettext_lazy("put off"),
}
_AT_ONCE = 50


class DecisionShown(NamedTuple):
    """One decision as a row."""

    id: int
    when: str
    who: str
    what: str
    kind: str
    proposal: int
    title: str
    entries: list[tuple[int, str]]
    reason: str
    rule: str
    undoable: bool
    undone: bool


@never_cache
@require_http_methods(["GET", "HEAD"])
def queue_decisions(request: HttpRequest) -> HttpResponse:
    """Show the decisions, the newest first, of everybody or of one member."""
    return _page(request)


@never_cache
@require_safe
def queue_decisions_csv(request: HttpRequest) -> HttpResponse:
    """Return the decisions as a table."""
    found = list(_found(request)[:MOST_ROWS])
    names = shown_names({one.actor for one in found})
    answer = HttpResponse(as_table(found, names), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="decisions.csv"'
    return answer


@require_POST
def decision_undo(request: HttpRequest, number: str) -> HttpResponse:
    """Take a decision back, with a reason; its proposal waits again if that is wished."""
    by = By(actor_of(request), request.POST.get("token", ""))
    again = bool(request.POST.get("again"))
    try:
        undone = undo(int(number), by, request.POST.get("reason", ""), back=again)
    except REFUSALS as refusal:
        return _page(request, refusal=str(refusal))
    return HttpResponseRedirect(f"{reverse('queue_decisions')}?{urlencode({'undone': undone.id})}")


def _found(request: HttpRequest) -> QuerySet[Decision]:
    actor, what = (request.GET.get(name, "")[:80].replace("\0", "") for name in ("who", "what"))
    return decisions(actor, what if what in DECISIONS else "")


def _page(request: HttpRequest, *, refusal: str = "") -> HttpResponse:
    page = Paginator(_found(request), _AT_ONCE).get_page(request.GET.get("page"))
    everybody = deciders()
    names = shown_names(set(everybody))
    told = {name: request.GET[name] for name in ("who", "what") if request.GET.get(name)}
    context = {
        "rows": [_row(one, names) for one in page],
        "page": page,
        "inputs": _inputs(request, {one: names[one] or one for one in everybody}),
        "query": urlencode(told),
        "refusal": refusal,
        "undone": "undone" in request.GET,
        "token": new_token(),
    }
    return render(request, "desk/queue_decisions.html", context, status=400 if refusal else 200)


def _inputs(request: HttpRequest, names: dict[str, str]) -> list[Input]:
    every = ("", _("all"))
    whats = [(name, str(word)) for name, word in WHAT_WORDS.items()]
    return [
        Input("who", _("Who"), request.GET.get("who", ""), "choice",
              choices=[_everybody(), *names.items()]),
        Input("what", _("What"), request.GET.get("what", ""), "choice", choices=[every, *whats]),
    ]  # fmt: skip


def _everybody() -> tuple[str, str]:
    return "", _("everybody")


def _row(one: Decision, names: dict[str, str]) -> DecisionShown:
    undone = Decision.objects.filter(undoes=one).exists()
    kind = one.proposal.claim.replace("_", " ") or str(KIND_WORDS[one.proposal.kind])
    return DecisionShown(
        one.id, str(moment_of(one.at)), names.get(one.actor) or one.actor,
        str(WHAT_WORDS[one.what]), kind, one.proposal_id, one.proposal.title,
        [(seq, entry_address(seq)) for seq in one.entries], one.reason, one.rule,
        one.what in ("accepted", "refused") and not undone, undone,
    )  # fmt: skip


PATTERNS = [
    re_path(r"^desk/queue/decisions$", queue_decisions, name="queue_decisions"),
    re_path(r"^desk/queue/decisions\.csv$", queue_decisions_csv, name="queue_decisions_csv"),
    re_path(
        r"^desk/queue/decisions/(?P<number>[0-9]{1,15})/undo$", decision_undo, name="decision_undo"
    ),
]
