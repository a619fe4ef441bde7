"""What happened to members, in words for admins."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from .models import Happening
from .record import TERMINAL
from .roles import ROLES


class Told(NamedTuple):
    """One thing that happened: when, and the sentence that says who did what to whom."""

    at: int
    sentence: str


def told(one: Happening) -> Told:
    """Return what happened in one sentence; people go by their numbers."""
    who = _("the terminal") if one.by == TERMINAL else one.by
    words = {
        "who": who,
        "whom": f"member:{one.member}",
        "role": _role(one.role),
        "before": _role(one.before),
        "number": one.invitation,
    }
    return Told(one.at, _sentence(one.what) % words)


def _sentence(what: str) -> str:
    return {
        "invited": _("%(who)s made invitation %(number)s, role %(role)s"),
        "withdrawn": _("%(who)s withdrew invitation %(number)s"),
        "came_in": _("%(whom)s came in by invitation %(number)s, role %(role)s"),
        "role": _("%(who)s changed the role of %(whom)s from %(before)s to %(role)s"),
        "left": _("%(whom)s deleted the account, role %(before)s"),
        "removed": _("%(who)s removed %(whom)s, role %(before)s"),
        "passkey": _("%(whom)s added a passkey"),
    }[what]


def _role(name: str) -> str:
    return str(ROLES[name].label) if name in ROLES else name
