"""One answer for all that waits under a title: of which work it is."""

from __future__ import annotations

from clapometer.catalogue.folding import fold

from .models import Proposal
from .naming import Named, part_of


def point_to(named: Named, work: int) -> int:
    """Let what waits under a title without a work be of this work; return how many there were."""
    pointed = 0
    for proposal in Proposal.objects.filter(state="waiting", work=None).exclude(kind="match"):
        other = named_in(proposal)
        if not is_same(other, named):
            continue
        # A claim keeps the series, and its season beside it.
        parted = proposal.kind != "claim" and other.season and not named.season
        meant = part_of(work, other.season or 0) if parted else work
        if meant:
            proposal.work = meant
            proposal.said = {**proposal.said, "work": f"w{meant}"}
            proposal.save(update_fields=["work", "said"])
            pointed += 1
    return pointed


def named_in(proposal: Proposal) -> Named:
    """Return the work that a proposal names as its source does."""
    said = proposal.said
    if "named" in said:
        return Named.kept(said["named"])
    return Named(str(said.get("title") or ""), None, "", said.get("season"))


def is_same(one: Named, other: Named) -> bool:
    """Return whether two names are of one work, as far as both tell: title, year and kind."""
    return (
        bool(one.title)
        and fold(one.title) == fold(other.title)
        and (one.year is None or other.year is None or one.year == other.year)
        and (not one.kind or not other.kind or one.kind == other.kind)
    )


def title_key(named: Named) -> str:
    """Return what a title is told by, whoever prints it."""
    return f"{fold(named.title)}|{named.year or ''}|{named.kind}"
