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
        meant = _meant(proposal, named, other, work)
        if meant:
            _point(proposal, meant)
            pointed += 1
    return pointed


def point_away(named: Named, work: int) -> int:
    """Let what waits under a title as of this work be of none again; return how many there were."""
    pointed = 0
    for proposal in Proposal.objects.filter(state="waiting", work__gt=0).exclude(kind="match"):
        other = named_in(proposal)
        if is_same(other, named) and proposal.work == _meant(proposal, named, other, work):
            _point(proposal, None)
            pointed += 1
    return pointed


def _meant(proposal: Proposal, named: Named, other: Named, work: int) -> int | None:
    """Return the work of a proposal under the title, which may be a season of the work; a claim
    keeps the series, and its season beside it."""
    parted = proposal.kind != "claim" and other.season and not named.season
    return part_of(work, other.season or 0) if parted else work


def _point(proposal: Proposal, work: int | None) -> None:
    proposal.work = work
    proposal.said = {**proposal.said, "work": f"w{work}" if work else ""}
    proposal.save(update_fields=["work", "said"])


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
