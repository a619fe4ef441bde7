"""What came of the texts that were taken in, one by one."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.desk.proposals.models import Proposal, Reading
from clapometer.site.words import moment_of

from .queueshown import STATE_WORDS, link_of

MOST = 60
READING_WORDS = {
    "waiting": gettext_lazy("waits to be read"),
    "read": gettext_lazy("read"),
    "refused": gettext_lazy("not read"),
}


class Came(NamedTuple):
    """A proposal that came of a text."""

    id: int
    title: str
    state: str


class TakenShown(NamedTuple):
    """A text that was taken in."""

    id: int
    headline: str
    outlet: str
    link: str
    state: str
    word: str
    problem: str
    when: str
    came: list[Came]


def taken_in(actor: str, most: int = MOST) -> list[TakenShown]:
    """Return what somebody took in last, the newest first."""
    mine = Reading.objects.filter(taken_by=actor).order_by("-taken_at", "-id")[:most]
    return [_shown(one) for one in mine]


def _shown(reading: Reading) -> TakenShown:
    came = Proposal.objects.filter(backings__reading=reading).distinct().order_by("id")
    return TakenShown(
        reading.id,
        reading.headline or reading.link or _("A text without a headline"),
        reading.outlet,
        link_of(reading),
        reading.state,
        str(READING_WORDS[reading.state]),
        reading.problem,
        str(moment_of(reading.taken_at)),
        [Came(one.id, one.title, str(STATE_WORDS[one.state])) for one in came],
    )
