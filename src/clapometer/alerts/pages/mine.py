"""What is followed by whoever asks: this browser's, or all that is a member's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from clapometer.accounts.models import Member
from clapometer.accounts.reading import reader_of
from clapometer.alerts.capability import token_of
from clapometer.alerts.following.followers import follower_of_member
from clapometer.alerts.following.follows import followed_by
from clapometer.alerts.following.gathering import gather
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Follower

from .remembering import browser_s, forget
from .sealed import personal


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """Lead to what this browser, or the member who is signed in, follows.

    Where a member's browser follows something by itself, the page offers to gather it; sent back,
    it does.
    """
    member, here = reader_of(request), browser_s(request)
    if member is None:
        return _lead_to(here) if here is not None else render(request, "follow/mine.html")
    if request.method == "POST":
        return _gather(request, member, here)
    own = follower_of_member(member.pk)
    loose = here if here is not None and here.member_id is None else None
    if own is not None and loose is None:
        return _lead_to(own)
    return _page(request, own, loose)


def _gather(request: HttpRequest, member: Member, here: Follower | None) -> HttpResponse:
    if here is None:
        return HttpResponseRedirect(resolve_url("follow_mine"))
    try:
        own = gather(here, member.pk)
    except FollowRefused as refusal:
        return _page(request, follower_of_member(member.pk), None, str(refusal))
    response = _lead_to(own, "?done=gathered")
    # From now on the session leads there, and who signs out here leaves nothing behind.
    forget(response)
    return response


def _page(
    request: HttpRequest, own: Follower | None, loose: Follower | None, refusal: str = ""
) -> HttpResponse:
    context = {
        "own": own and reverse("follow_manage", args=[token_of(own)]),
        "own_follows": followed_by(own) if own else [],
        "loose": loose and reverse("follow_manage", args=[token_of(loose)]),
        "loose_follows": followed_by(loose) if loose else [],
        "refusal": refusal,
    }
    return render(request, "follow/mine.html", context, status=400 if refusal else 200)


def _lead_to(follower: Follower, query: str = "") -> HttpResponseRedirect:
    address = reverse("follow_manage", args=[token_of(follower)])
    return HttpResponseRedirect(address + query)


PATTERNS = [path("follow/mine", mine, name="follow_mine")]
