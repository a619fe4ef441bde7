"""The panel: what would come, how often, and where to; then OK or not now. No script is needed."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from clapometer.accounts.reading import reader_of
from clapometer.alerts.cadences import CADENCES, NOW
from clapometer.alerts.capability import token_of
from clapometer.alerts.following.follows import follow, followed_under
from clapometer.alerts.following.lately import told_lately
from clapometer.alerts.following.naming import Named, named
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Follow, Follower
from clapometer.alerts.targets import TARGETS, Key, read_key

from .asked import Wish, aheads, choices, mark_typed, read_kinds, read_wish, usual_kinds
from .limits import refused_for
from .parts import PANEL, Shown, filled, take
from .places import places_of
from .remembering import own_follower, own_or_new, remember
from .sealed import personal
from .telling import condition_of, expected


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def panel(request: HttpRequest) -> HttpResponse:
    """Return the panel about what `key` names; sent back, it is followed."""
    asked = request.POST if request.method == "POST" else request.GET
    text = asked.get("key", "")
    if not text and request.method != "POST":
        return render(request, "follow/nothing.html", {"mine": own_follower(request)})
    try:
        key, about = named(text)
    except FollowRefused as refusal:
        return render(request, "follow/nothing.html", {"refusal": str(refusal)}, status=404)
    if request.method != "POST":
        return _page(request, key, about)
    return refused_for(request, "follow") or _follow(request, about)


def _follow(request: HttpRequest, about: Named) -> HttpResponse:
    """Follow what was chosen, and lead to the page that manages everything."""
    try:
        wish = read_wish(request.POST, about)
        if own_follower(request) is None and (refused := refused_for(request, "new")):
            return refused
        with transaction.atomic():
            follower = own_or_new(request)
            _follow_all(follower, about, wish)
    except FollowRefused as refusal:
        return _page(request, about.key, about, str(refusal))
    try:
        done = ["followed", *take(follower, request.POST)]
    except FollowRefused as refusal:
        # It is followed all the same; what is wrong is the place to be told at.
        response = _page(request, about.key, about, str(refusal))
    else:
        query = urlencode({"done": done}, doseq=True)
        address = reverse("follow_manage", args=[token_of(follower)])
        response = HttpResponseRedirect(f"{address}?{query}")
    if reader_of(request) is None:
        # A member is found by the session, and a browser that signs out must not be left with it.
        remember(response, follower)
    return response


def _follow_all(follower: Follower, about: Named, wish: Wish) -> None:
    if wish.kinds & TARGETS[about.key.target].kinds:
        follow(follower, str(about.key), wish.kinds, wish.cadence)
    for mark in wish.marks:
        follow(follower, str(mark), mark.kinds, wish.cadence)


def _page(request: HttpRequest, key: Key, about: Named, refusal: str = "") -> HttpResponse:
    follower = own_follower(request)
    mine = [] if follower is None else followed_under(follower, about.key)
    known = next((one for one in mine if one.key == str(about.key)), None)
    lately = told_lately(about.key)
    context = {
        "expected": expected(lately),
        "key": about.key,
        "about": about,
        "target": TARGETS[about.key.target],
        "choices": choices(about.key, _chosen(request, key, known), lately),
        "known": known,
        "marks": [condition_of(read_key(one.key)) for one in mine if one is not known],
        "cadences": CADENCES.values(),
        "cadence": _cadence(request, known, follower),
        "aheads": aheads(),
        "typed": request.POST or mark_typed(key),
        "places": [] if follower is None else places_of(follower),
        "parts": list(filled(Shown(request, PANEL, follower, str(about.key)))),
        "refusal": refusal,
    }
    return render(request, "follow/panel.html", context, status=400 if refusal else 200)


def _chosen(request: HttpRequest, key: Key, known: Follow | None) -> int:
    """Return which kinds are ticked: as sent, as followed, as the link says, or the usual ones."""
    if request.method == "POST":
        return read_kinds(request.POST.getlist("kind"))
    asked = read_kinds(request.GET.getlist("kind"))
    if known is not None:
        return known.kinds | asked
    return asked or (0 if key.sign else usual_kinds(key))


def _cadence(request: HttpRequest, known: Follow | None, follower: Follower | None) -> str:
    if known is not None:
        return known.cadence
    return request.POST.get("cadence") or (NOW if follower is None else follower.cadence)


PATTERNS = [path("follow/", panel, name="follow")]
