"""One answer for all that waits under a title: of which work it is."""

from __future__ import annotations

from typing import Any

from clapometer.catalogue.folding import fold

from .models import Proposal
from .naming import Named, part_of


def point_to(named: Named, work: int) -> int:
    """Let what waits under a title without a work be of this work; return how many there were."""
    pointed = 0
    for proposal in Proposal.objects.filter(state="waiting", work=None).exclude(kind="match"):
        told: dict[str, Any] = proposal.said.get("named") or {}
        other = Named.kept(told)
        if not other.title or title_key(other) != title_key(named):
            continue
        meant = part_of(work, other.season) if other.season and not named.season else work
        if meant:
            proposal.work = meant
            proposal.said = {**proposal.said, "work": f"w{meant}"}
            proposal.save(update_fields=["work", "said"])
            pointed += 1
    return pointed


def title_key(named: Named) -> str:
    """Return what a title is told by, whoever prints it."""
    return f"{fold(named.title)}|{named.year or ''}|{named.kind}"
