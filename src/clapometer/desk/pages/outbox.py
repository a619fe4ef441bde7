"""The page on which editors see what followers are about to be told, and hold it or let it go.

No form here takes a text that anybody is sent: a button does one thing with one notice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clapometer.accounts.names import shown_names
from clapometer.accounts.reading import actor_of
from clapometer.alerts.editing import holding
from clapometer.alerts.editing.acts import ACTS
from clapometer.alerts.editing.overview import Overview, Waiting, overview
from clapometer.alerts.editing.states import most_unheld
from clapometer.alerts.kinds import KINDS
from clapometer.alerts.models import Act, Notice
from clapometer.alerts.outbox.progress import NoticeProgress
from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, resolve_work
from clapometer.instants import now
from clapometer.site.addresses import work_address
from clapometer.site.words import moment_of

from .reaching import reach_words

STATES: dict[str, Promise] = {
    "due": gettext_lazy("due"),
    "sending": gettext_lazy("on its way"),
    "done": gettext_lazy("sent"),
    "expired": gettext_lazy("too old to be sent"),
    "dropped": gettext_lazy("dropped by an editor"),
    "withdrawn": gettext_lazy("withdrawn: it no longer held"),
    "folded": gettext_lazy("folded into another message"),
}
DONE: dict[str, Promise] = {
    "hold": gettext_lazy("Held: nobody is told of it until somebody releases it."),
    "release": gettext_lazy("Released: it is told now."),
    "gone": gettext_lazy("It no longer holds, so it was withdrawn instead, and nobody is told."),
    "drop": gettext_lazy("Dropped: nobody is told of it."),
    "hold-work": gettext_lazy("Whatever settles about that work is held from now on."),
    "free-work": gettext_lazy("What settles about that work is told again; what is held stays so."),
}


class WaitingRow(NamedTuple):
    """A notice that nobody has been told of, as the page shows it."""

    id: int
    title: str
    text: str
    url: str
    kind: str
    when: str
    reach: str
    to_be_held: bool
    work: int


class SentRow(NamedTuple):
    """A notice on its way or through."""

    id: int
    title: str
    url: str
    kind: str
    state: str
    when: str
    queued: int
    sent: int
    lost: list[tuple[str, int]]
    oldest: str
    stoppable: bool


class ActRow(NamedTuple):
    """What an editor did, and when."""

    when: str
    who: str
    did: str
    what: str


@require_http_methods(["GET", "HEAD", "POST"])
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what is to be told; a form of the page sent back does one thing."""
    if request.method != "POST":
        return _page(request, done=request.GET.get("done", ""))
    verb, _space, rest = request.POST.get("do", "").partition(" ")
    try:
        done = _VERBS.get(verb, _unknown)(rest or request.POST.get("work", ""), actor_of(request))
    except (holding.HoldRefused, WorkUnknown) as refusal:
        return _page(request, refusal=str(refusal))
    return HttpResponseRedirect(f"{reverse('outbox')}?{urlencode({'done': done})}")


def _number(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,15}", text) else 0


def _hold(number: str, actor: str) -> str:
    holding.hold(_number(number), actor, now())
    return "hold"


def _release(number: str, actor: str) -> str:
    return "release" if holding.release(_number(number), actor, now()) else "gone"


def _drop(number: str, actor: str) -> str:
    holding.drop(_number(number), actor, now())
    return "drop"


def _hold_work(named: str, actor: str) -> str:
    holding.hold_work(resolve_work(named.strip()), actor, now())
    return "hold-work"


def _free_work(named: str, actor: str) -> str:
    holding.free_work(resolve_work(named.strip()), actor, now())
    return "free-work"


def _unknown(_rest: str, _actor: str) -> str:
    raise holding.HoldRefused(_("That button is not known here; load the page again."))


_VERBS: Mapping[str, Callable[[str, str], str]] = {
    "hold": _hold,
    "release": _release,
    "drop": _drop,
    "hold-work": _hold_work,
    "free-work": _free_work,
}


def _page(request: HttpRequest, *, refusal: str = "", done: str = "") -> HttpResponse:
    seen = overview(now())
    context = {
        "refusal": refusal,
        "done": DONE.get(done, ""),
        "held": [_waiting(one) for one in seen.held],
        "settling": [_waiting(one) for one in seen.settling],
        "more": seen.more,
        "sending": [_sent(*one) for one in seen.sending],
        "over": [_sent(*one) for one in seen.over],
        "works": [(work, work_address(work)) for work, _act in seen.works],
        "acts": _acts(seen),
        "bound": most_unheld(),
        "typed": request.POST.get("work", ""),
    }
    return render(request, "desk/outbox.html", context, status=400 if refusal else 200)


def _waiting(one: Waiting) -> WaitingRow:
    notice = one.notice
    return WaitingRow(
        notice.id, notice.title, notice.text, notice.url, _(KINDS[notice.kind].title),
        str(moment_of(notice.due_at)), reach_words(one.reach), one.becomes == "held",
        notice.work_id,
    )  # fmt: skip


def _sent(notice: Notice, told: NoticeProgress) -> SentRow:
    lost = [*told.failed.items(), *told.dropped.items()]
    return SentRow(
        notice.id, notice.title, notice.url, _(KINDS[notice.kind].title),
        str(STATES[notice.state]), str(moment_of(notice.began_at or notice.due_at)),
        told.queued, told.sent, [(reason or _("no reason told"), count) for reason, count in lost],
        "" if told.oldest_at is None else str(moment_of(told.oldest_at)),
        notice.state == "due" and notice.spread_to == 0,
    )  # fmt: skip


def _acts(seen: Overview) -> list[ActRow]:
    names = shown_names({one.actor for one in seen.acts})
    works = Work.objects.in_bulk({one.work_id for one in seen.acts if one.work_id})
    return [
        ActRow(
            str(moment_of(one.at)), names[one.actor] or one.actor, _(ACTS[one.act].title),
            _what(one, seen.named, works),
        )
        for one in seen.acts
    ]  # fmt: skip


def _what(act: Act, named: Mapping[str, Notice], works: Mapping[int, Work]) -> str:
    if act.name in named:
        return named[act.name].title
    if act.work_id in works:
        return str(works[act.work_id])
    return _("a message that is not there yet, or no longer")


PATTERNS = [path("desk/outbox", never_cache(outbox), name="outbox")]
