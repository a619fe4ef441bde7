"""The scales that are confirmed for an outlet or a critic, as their pages tell them."""

from __future__ import annotations

from typing import TypedDict

from django.utils.translation import gettext

from clapometer.reviews.models import Critic, Outlet
from clapometer.reviews.readings import Confirmed, confirmed_scales
from clapometer.scoring.scales import scale_named

from . import words
from .addresses import critic_address, entry_address, outlet_address


class Line(TypedDict):
    """A confirmed scale as printed: which, when, for whose grades there, by whom."""

    scale: str
    period: str
    other: str
    other_url: str
    confirmed: str
    entry_url: str


def scales_of(one: Critic | Outlet) -> list[Line]:
    """Return the scales in force that are about one critic or outlet, in order of confirmation."""
    by_critic = isinstance(one, Critic)
    mine = confirmed_scales(critic=one.id) if by_critic else confirmed_scales(outlet=one.id)
    return [_line(scale, one) for scale in mine if scale.voided_at is None]


def _line(scale: Confirmed, one: Critic | Outlet) -> Line:
    name, address = _other(scale, one)
    return Line(
        scale=scale_named(scale.scale).title,
        period=_period(scale),
        other=name,
        other_url=address,
        confirmed=gettext("confirmed by %(by)s on %(day)s, entry %(seq)d")
        % {"by": scale.by, "day": words.day_of(scale.recorded_at), "seq": scale.id},
        entry_url=entry_address(scale.id),
    )


def _other(scale: Confirmed, one: Critic | Outlet) -> tuple[str, str]:
    """Return the name and the address of the critic on an outlet's page, and the other way."""
    if isinstance(one, Outlet):
        critic = Critic.objects.filter(id=scale.critic).first()
        return (critic.name, critic_address(critic)) if critic else ("", "")
    outlet = Outlet.objects.filter(id=scale.outlet).first()
    return (outlet.name, outlet_address(outlet)) if outlet else ("", "")


def _period(scale: Confirmed) -> str:
    since = "" if scale.since is None else words.day_of(scale.since)
    until = "" if scale.until is None else words.day_of(scale.until)
    if since and until:
        return gettext("from %(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return gettext("since %(since)s") % {"since": since}
    return gettext("until %(until)s") % {"until": until} if until else ""
