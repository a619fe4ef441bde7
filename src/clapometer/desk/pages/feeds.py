"""The feeds that are subscribed: how each stands, and buttons to add, pause and let go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clapometer.desk.feeds.models import FeedSource
from clapometer.desk.feeds.pace import LEAST, MOST, USUAL
from clapometer.desk.feeds.subscribing import (
    LONGEST_LINK,
    feed_called,
    feeds,
    pause,
    remove,
    resume,
    subscribe,
)
from clapometer.desk.intake.asked import TakingRefused
from clapometer.instants import to_datetime

from .acting import actor_of
from .inputs import Input, complaints

STATE_WORDS = {
    "on": gettext_lazy("on"),
    "paused": gettext_lazy("paused"),
    "gone": gettext_lazy("gone for good, not asked any more"),
}
_VERBS: dict[str, Callable[[FeedSource], None]] = {
    "pause": pause,
    "resume": resume,
    "remove": remove,
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feeds_page(request: HttpRequest) -> HttpResponse:
    """Show the feeds; a button of the page sent back changes one, or subscribes another."""
    if request.method != "POST":
        return _page(request)
    verb, _space, number = request.POST.get("do", "").partition(" ")
    changing = verb in _VERBS
    try:
        if changing:
            _VERBS[verb](feed_called(number))
        else:
            _subscribe(request)
    except TakingRefused as refused:
        told = str(refused)
        return _page(request, refusal=told) if changing else _page(request, wrong=told)
    return HttpResponseRedirect(reverse("desk_feeds"))


def _subscribe(request: HttpRequest) -> None:
    every = request.POST.get("every", "").strip() or str(USUAL)
    if not (every.isascii() and every.isdecimal() and len(every) < 6):
        raise TakingRefused(_("Give the minutes as a whole number."))
    link = request.POST.get("link", "")[: LONGEST_LINK + 1].replace("\0", "")
    subscribe(link, actor_of(request), int(every))


def _page(request: HttpRequest, wrong: str = "", refusal: str = "") -> HttpResponse:
    inputs = _inputs(request, wrong)
    told: dict[str, Any] = {
        "feeds": list(_shown()),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "refusal": refusal,
    }
    return render(request, "desk/feeds.html", told, status=400 if wrong or refusal else 200)


def _inputs(request: HttpRequest, wrong: str) -> list[Input]:
    typed = request.POST if wrong else {}
    return [
        Input(
            "link",
            _("Address of the feed"),
            str(typed.get("link", "")),
            "url",
            hint=_("RSS, Atom or JSON Feed, as the site names it."),
            wrong=wrong,
            required=True,
            longest=LONGEST_LINK,
        ),
        Input(
            "every",
            _("Ask every … minutes"),
            str(typed.get("every", USUAL)),
            "number",
            hint=_("From %(least)d to %(most)d.") % {"least": LEAST, "most": MOST},
        ),
    ]


def _shown() -> Iterator[dict[str, Any]]:
    for one in feeds():
        yield {
            "id": one.id,
            "title": one.title or one.link,
            "link": one.link,
            "state": one.state,
            "word": STATE_WORDS[one.state],
            "every": one.every,
            "taken": one.taken,
            "result": one.result,
            "failing": one.failures > 0,
            "next": to_datetime(one.due_at) if one.state == "on" else None,
        }


PATTERNS = [re_path(r"^desk/feeds$", feeds_page, name="desk_feeds")]
