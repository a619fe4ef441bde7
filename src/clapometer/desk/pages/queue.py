"""The queue: one proposal at a time beside its source, decided by a key or a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.accounts.names import shown_names
from clapometer.desk.proposals.deciding import (
    REFUSALS,
    AlreadySettled,
    By,
    accept,
    amend,
    refuse,
    skip,
)
from clapometer.desk.proposals.models import Decision, Proposal, Reading
from clapometer.desk.proposals.queue import Filter, after, before, offered, pace_of, queue
from clapometer.desk.proposals.takers import taker_of
from clapometer.desk.proposals.takingback import last_of, undo
from clapometer.desk.submissions import new_token

from .acting import actor_of
from .inputs import Input, complaints
from .queuekeys import KEYS
from .queueshown import KIND_WORDS, STATE_WORDS, address, pace_words, shown

_LONGEST = 300
_DID = {
    "accepted": gettext_lazy("Accepted:"),
    "refused": gettext_lazy("Refused:"),
    "later": gettext_lazy("Put off:"),
}


def wanted_in(request: HttpRequest) -> Filter:
    """Return the filter that the address names."""
    told = {name: request.GET.get(name, "")[:_LONGEST].replace("\0", "")
            for name in ("kind", "work", "source", "sure")}  # fmt: skip
    return Filter(**told)


@never_cache
@require_http_methods(["GET", "HEAD"])
def queue_page(request: HttpRequest) -> HttpResponse:
    """Show the first proposal of the queue."""
    wanted = wanted_in(request)
    return _page(request, wanted, queue(wanted).first())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proposal_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show a proposal; a button of the page sent back decides it and goes on to the next."""
    wanted, one = wanted_in(request), _proposal(number)
    if request.method != "POST":
        return _page(request, wanted, one)
    verb, _space, rest = request.POST.get("do", "").partition(" ")
    try:
        decision = _VERBS.get(verb, _unknown)(request, one, rest)
    except AlreadySettled:
        return _on(wanted, one, settled=one.id)
    except REFUSALS as refusal:
        return _page(request, wanted, _proposal(number), refusal=str(refusal))
    if decision is None:
        return HttpResponseRedirect(address("proposal", wanted, one.id))
    return _on(wanted, one, did=decision.id)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proposal_edit(request: HttpRequest, number: str) -> HttpResponse:
    """Show a proposal with its fields to be changed; sent back, it accepts what was made of it."""
    wanted, one = wanted_in(request), _proposal(number)
    fields = [field.name for field in taker_of(one).fields(one)]
    if request.method != "POST":
        return _page(request, wanted, one, inputs=inputs_of(one))
    typed = {name: request.POST.get(name, "")[:20_000].replace("\0", "") for name in fields}
    try:
        said = taker_of(one).edited(one, typed)
        if request.POST.get("do") == "keep":
            amend(one.id, said, actor_of(request))
            return HttpResponseRedirect(address("proposal", wanted, one.id))
        decision = accept(one.id, _by(request), said)
    except AlreadySettled:
        return _on(wanted, one, settled=one.id)
    except REFUSALS as refusal:
        wrong = {problem.field: problem.sentence for problem in refusal.problems}
        inputs = inputs_of(one, typed, wrong)
        told = " ".join(text for name, text in wrong.items() if name not in fields)
        return _page(request, wanted, one, inputs=inputs, refusal=told, status=400)
    return _on(wanted, one, did=decision.id)


@require_POST
def undo_last(request: HttpRequest) -> HttpResponse:
    """Take back what the editor decided last, and show it again."""
    wanted, actor = wanted_in(request), actor_of(request)
    last = last_of(actor)
    if last is None:
        return HttpResponseRedirect(address("queue", wanted))
    try:
        undone = undo(last.id, _by(request))
    except REFUSALS as refusal:
        return _page(request, wanted, last.proposal, refusal=str(refusal))
    return HttpResponseRedirect(_with(address("proposal", wanted, undone.proposal_id), undone=1))


def _accept(request: HttpRequest, one: Proposal, _rest: str) -> Decision | None:
    return accept(one.id, _by(request))


def _refuse(request: HttpRequest, one: Proposal, _rest: str) -> Decision | None:
    return refuse(one.id, _by(request), request.POST.get("reason", ""))


def _later(request: HttpRequest, one: Proposal, _rest: str) -> Decision | None:
    return skip(one.id, _by(request))


def _choose(request: HttpRequest, one: Proposal, rest: str) -> Decision | None:
    """Fill in the answer that was chosen; accept the proposal, if nothing hinders it then."""
    taker = taker_of(one)
    choices = taker.compare(one).choices
    if not (rest.isascii() and rest.isdigit() and 0 < int(rest) <= len(choices)):
        return None
    said = taker.edited(one, choices[int(rest) - 1].typed)
    amended = amend(one.id, said, actor_of(request))
    if taker.compare(amended).hindered:
        return None
    return accept(one.id, _by(request))


def _unknown(_request: HttpRequest, _one: Proposal, _rest: str) -> Decision | None:
    return None


_VERBS: Mapping[str, Callable[[HttpRequest, Proposal, str], Decision | None]] = {
    "accept": _accept,
    "refuse": _refuse,
    "later": _later,
    "choose": _choose,
}


def _by(request: HttpRequest) -> By:
    return By(actor_of(request), request.POST.get("token", ""))


def _proposal(number: str) -> Proposal:
    found = Proposal.objects.filter(id=int(number)).first()
    if found is None:
        raise Http404
    return found


def _on(wanted: Filter, one: Proposal, **told: int) -> HttpResponse:
    """Return the way to what comes next; from the end of the queue back to its beginning."""
    following = after(wanted, one) or queue(wanted).exclude(id=one.id).first()
    to = address("proposal", wanted, following.id) if following else address("queue", wanted)
    return HttpResponseRedirect(_with(to, **told))


def _with(to: str, **told: int) -> str:
    return f"{to}{'&' if '?' in to else '?'}{urlencode(told)}"


def inputs_of(
    one: Proposal, typed: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None
) -> list[Input]:
    """Return the fields of a proposal as a form shows them."""
    fields = taker_of(one).fields(one)
    told, bad = typed or {}, wrong or {}
    first = next((one.name for one in fields if bad.get(one.name)), fields[0].name)
    return [
        Input(
            name=field.name,
            label=field.label,
            value=told.get(field.name, field.value),
            kind=field.kind,
            hint=field.hint,
            wrong=bad.get(field.name, ""),
            required=field.required,
            first=field.name == first,
            choices=field.choices,
            suggestions=field.suggestions,
        )
        for field in fields
    ]


def _page(
    request: HttpRequest,
    wanted: Filter,
    one: Proposal | None,
    *,
    refusal: str = "",
    inputs: list[Input] | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, left = actor_of(request), queue(wanted).count()
    last = last_of(actor)
    context = {
        "left": left,
        "pace": pace_words(pace_of(actor), left),
        "filters": _filters(wanted),
        "filtered": bool(wanted.pairs()),
        "here": address("queue", wanted),
        "undo_here": address("queue_undo", wanted),
        "last": last and last.proposal.title,
        "told": _told(request),
        "refusal": refusal,
        "keys": KEYS,
        "token": new_token(),
        "waiting_texts": Reading.objects.filter(state="waiting").exclude(link="").count(),
    }
    if one is not None:
        context |= _shown(wanted, one, inputs)
    return render(request, "desk/queue.html", context, status=400 if refusal else status)


def _shown(wanted: Filter, one: Proposal, inputs: list[Input] | None) -> dict[str, object]:
    behind, in_front = after(wanted, one), before(wanted, one)
    return {
        "one": shown(one, taker_of(one).compare(one)),
        "waits": one.state == "waiting",
        "settled": "" if one.state == "waiting" else _settled(one),
        "next": address("proposal", wanted, behind.id) if behind else "",
        "previous": address("proposal", wanted, in_front.id) if in_front else "",
        "action": address("proposal", wanted, one.id),
        "edit": address("proposal_edit", wanted, one.id),
        "inputs": inputs,
        "complaints": complaints(inputs or []),
    }


def _filters(wanted: Filter) -> list[Input]:
    there = offered()
    kinds = [(name, f"{KIND_WORDS.get(name, name.replace('_', ' '))} ({count})")
             for name, count in there.kinds.items()]  # fmt: skip
    works = [(str(work.id), str(work)) for work in there.works]
    sources = [(name, name) for name in there.sources]
    sure = [("90", _("90 % and more")), ("75", _("75 % and more")), ("50", _("50 % and more"))]
    return [
        _filter("kind", _("Kind"), wanted.kind, kinds),
        _filter("work", _("Work"), wanted.work, works),
        _filter("source", _("Source"), wanted.source, sources),
        _filter("sure", _("Confidence"), wanted.sure, sure),
    ]


def _filter(name: str, label: str, value: str, choices: list[tuple[str, str]]) -> Input:
    return Input(name, label, value, "choice", choices=[("", _("all")), *choices])


def _told(request: HttpRequest) -> str:
    """Return what the button before this page did."""
    if "undone" in request.GET:
        return _("Undone; it waits here again.")
    settled, did = request.GET.get("settled", ""), request.GET.get("did", "")
    if settled.isascii() and settled.isdigit():
        one = Proposal.objects.filter(id=int(settled[:15])).first()
        return _settled(one) if one else ""
    if did.isascii() and did.isdigit():
        mine = Decision.objects.filter(id=int(did[:15]), actor=actor_of(request))
        decision = mine.select_related("proposal").first()
        return f"{_DID.get(decision.what, '')} {decision.proposal.title}" if decision else ""
    return ""


def _settled(one: Proposal) -> str:
    """Return who settled a proposal, and how."""
    decision = one.decisions.order_by("-id").first()
    state = str(STATE_WORDS[one.state])
    if decision is None:
        return _("“%(title)s”: %(state)s.") % {"title": one.title, "state": state}
    who = shown_names({decision.actor})[decision.actor] or decision.actor
    told = {"title": one.title, "state": state, "who": who}
    return _("“%(title)s” is settled: %(state)s, by %(who)s.") % told


PATTERNS = [
    re_path(r"^desk/queue$", queue_page, name="queue"),
    re_path(r"^desk/queue/undo$", undo_last, name="queue_undo"),
    re_path(r"^desk/queue/(?P<number>[0-9]{1,15})$", proposal_page, name="proposal"),
    re_path(r"^desk/queue/(?P<number>[0-9]{1,15})/edit$", proposal_edit, name="proposal_edit"),
]
