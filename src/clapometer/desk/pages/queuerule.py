"""Accepting by a rule: it is tried out in front of the editor, and then carried out."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.desk.proposals.bulk import MOST, Rule, Tried, accept_all, try_rule, undo_all
from clapometer.desk.proposals.deciding import REFUSALS, By
from clapometer.desk.proposals.models import Decision
from clapometer.desk.proposals.queue import Filter, offered
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.submissions import new_token
from clapometer.ledger.entries import Entry

from .acting import actor_of
from .inputs import Input
from .queueshown import HOW_STATED, KIND_WORDS, shown, sureness

_FIELDS = ("kind", "work", "source", "modality", "sure", "sources")

_TELLING = ("title", "name", "grade", "status", "text", "value", "headline")


class TriedShown(NamedTuple):
    """A proposal of a trial: what it would write, or why it stays."""

    id: int
    title: str
    sure: str
    sources: int
    sentence: str
    writes: list[str]
    stays: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def queue_rule(request: HttpRequest) -> HttpResponse:
    """Show the form of a rule; with `try` in the address what it would do; sent back, do it."""
    if request.method != "POST":
        told = {name: request.GET.get(name, "") for name in _FIELDS}
        return _page(request, told, tried="try" in request.GET)
    told = {name: request.POST.get(name, "") for name in _FIELDS}
    ids = [int(one) for one in request.POST.getlist("id")[:MOST] if one.isdigit() and one.isascii()]
    taken = accept_all(rule_of(told), ids, actor_of(request))
    query = urlencode({"batch": taken.batch, "stayed": str(len(taken.stayed))})
    return HttpResponseRedirect(f"{reverse('queue_rule')}?{query}")


@require_POST
def queue_rule_undo(request: HttpRequest) -> HttpResponse:
    """Take everything that a rule accepted back."""
    batch, reason = request.POST.get("batch", "")[:40], request.POST.get("reason", "")
    by = By(actor_of(request), request.POST.get("token", ""))
    try:
        undone = undo_all(batch.replace("\0", ""), by, reason)
    except REFUSALS as refusal:
        return _page(request, {}, tried=False, refusal=str(refusal))
    return HttpResponseRedirect(f"{reverse('queue_rule')}?{urlencode({'undone': len(undone)})}")


def rule_of(told: dict[str, str]) -> Rule:
    """Return the rule that a form gives; numbers that are none are taken for the strictest."""
    clean = {name: value[:300].replace("\0", "") for name, value in told.items()}
    return Rule(
        Filter(clean.get("kind", ""), clean.get("work", ""), clean.get("source", "")),
        _number(clean.get("sure", ""), 90, 100),
        clean.get("modality", "") if clean.get("modality", "") in HOW_STATED else "",
        _number(clean.get("sources", ""), 1, 99),
    )


def _number(text: str, otherwise: int, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdigit() else otherwise


def _page(
    request: HttpRequest, told: dict[str, str], *, tried: bool, refusal: str = ""
) -> HttpResponse:
    rule = rule_of(told)
    trial = [_tried(one) for one in try_rule(rule, actor_of(request))] if tried else []
    batch = request.GET.get("batch", "")[:40].replace("\0", "")
    open_still = Decision.objects.filter(batch=batch, what="accepted", undone_by=None)
    context = {
        "inputs": _inputs(told, rule),
        "tried": tried,
        "trial": trial,
        "taken": [one for one in trial if not one.stays],
        "stay": [one for one in trial if one.stays],
        "told": {name: value for name, value in told.items() if value},
        "token": new_token(),
        "refusal": refusal,
        "batch": batch if batch and open_still.exists() else "",
        "accepted": open_still.count() if batch else 0,
        "stayed": request.GET.get("stayed", "0")[:9],
        "undone": request.GET.get("undone", "")[:9],
        "most": MOST,
    }
    return render(request, "desk/queue_rule.html", context, status=400 if refusal else 200)


def _tried(one: Tried) -> TriedShown:
    proposal = one.proposal
    seen = shown(proposal, taker_of(proposal).compare(proposal))
    return TriedShown(
        proposal.id,
        proposal.title,
        f"{sureness(proposal.confidence)}, {round(proposal.confidence * 100)}\u00a0%",
        len(seen.sources),
        seen.comparison.sentence,
        [_written(entry) for entry in one.entries],
        one.stays,
    )


def _written(entry: Entry) -> str:
    """Return an entry as it would be written: its kind and the first that it says."""
    said = entry.data.get("said")
    told = {**entry.data, **(said if isinstance(said, dict) else {})}
    word = next((str(told[name]) for name in _TELLING if told.get(name)), "")
    return f"{entry.kind} {word}".strip()


def _inputs(told: dict[str, str], rule: Rule) -> list[Input]:
    there = offered()
    kinds = [(name, f"{KIND_WORDS.get(name, name.replace('_', ' '))} ({count})")
             for name, count in there.kinds.items()]  # fmt: skip
    every = ("", _("all"))
    return [
        Input("kind", _("Kind"), told.get("kind", ""), "choice", choices=[every, *kinds]),
        Input("work", _("Work"), told.get("work", ""), "choice",
              choices=[every, *((str(one.id), str(one)) for one in there.works)]),
        Input("source", _("Source"), told.get("source", ""), "choice",
              choices=[every, *((name, name) for name in there.sources)]),
        Input("modality", _("Stated"), told.get("modality", ""), "choice",
              choices=[("", _("in any way")), *HOW_STATED.items()]),
        Input("sure", _("Confidence of at least (%)"), str(rule.sure), "number", mode="numeric"),
        Input("sources", _("Sources at least"), str(rule.sources), "number", mode="numeric"),
    ]  # fmt: skip


PATTERNS = [
    re_path(r"^desk/queue/rule$", queue_rule, name="queue_rule"),
    re_path(r"^desk/queue/rule/undo$", queue_rule_undo, name="queue_rule_undo"),
]
