"""What the page that manages everything, and the panel before it, show about this browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from clapometer.alerts.cadences import CADENCES
from clapometer.alerts.capability import token_of
from clapometer.alerts.following.browsers import is_told

from .serving import KEPT
from .states import MISSED, STATES, UNBLOCKING, BrowserState, Unblocking

if TYPE_CHECKING:
    from clapometer.alerts.pages.parts import Shown

CALLS = ("key", "subscribe", "unsubscribe", "state", "test", "decline")


def read_push(shown: Shown) -> Mapping[str, object]:
    """Return what `follow/_push.html` tells. On the panel nothing is asked yet: nobody pressed
    Follow. Behind it a reader is asked, unless they have said “not now” before, or are told in a
    browser already, which may well be this one."""
    from clapometer.alerts.pages.parts import PANEL

    follower = shown.follower
    asks = follower is None or (follower.push_declined_at is None and not is_told(follower))
    if shown.page == PANEL or follower is None:
        return {"later": True, "asks": asks}
    followed = "followed" in shown.request.GET.getlist("done")
    return {
        "token": token_of(follower),
        "asks": followed and asks,
        "often": _(CADENCES[follower.cadence].title),
        "states": [_in_words(one) for one in STATES],
        "unblocking": [Unblocking(one.name, one.title, _(one.steps)) for one in UNBLOCKING],
        "missed": [_(one) for one in MISSED],
        "addresses": {name: reverse(f"follow_push_{name}") for name in CALLS},
        "worker": reverse("service_worker"),
        "kept": KEPT,
    }


def _in_words(one: BrowserState) -> BrowserState:
    steps = tuple(_(step) for step in one.steps)
    return one._replace(title=_(one.title), means=_(one.means), steps=steps)
