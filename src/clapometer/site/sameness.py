"""Which of a work's reviews several outlets printed, and which counts under a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from clapometer.reviews.copies import find_copies
from clapometer.reviews.record import Said
from clapometer.scoring.events import Event
from clapometer.scoring.history import standing
from clapometer.scoring.rules import Rule

from .rows import Sameness


def sameness(
    events: Sequence[Event],
    in_force: Mapping[int, Said],
    rule: Rule,
    at: int | None,
    known: int | None,
) -> dict[int, Sameness]:
    """Return review -> how it stands to the same critic's others, for critics with several.

    `in_force` holds the reviews as they stood at the instants, by review.
    """
    several = _by_critic(in_force)
    if not several:
        return {}
    repeats = {
        review: first
        for first, repeats, review in find_copies(events, at, known)
        if first and repeats
    }
    counting = _counting(events, several, at, known) if rule.counts == "critic" else {}
    once = rule.counts == "critic"
    found = {}
    for reviews in several.values():
        for review in reviews:
            copies = [_outlet(in_force[one]) for one in reviews if repeats.get(one) == review]
            first = in_force.get(repeats.get(review, 0))
            instead = counting.get(review, review)
            found[review] = Sameness(
                printed_by=tuple(copies),
                repeats=_outlet(first) if first else "",
                counts_instead=_outlet(in_force[instead]) if instead != review else "",
                counts_once=once,
            )
    return found


def _by_critic(in_force: Mapping[int, Said]) -> dict[int, list[int]]:
    by_critic: dict[int, list[int]] = defaultdict(list)
    for review, said in in_force.items():
        if said.critic is not None:
            by_critic[said.critic.id].append(review)
    return {critic: reviews for critic, reviews in by_critic.items() if len(reviews) > 1}


def _counting(
    events: Sequence[Event], several: dict[int, list[int]], at: int | None, known: int | None
) -> dict[int, int]:
    """Return review -> the review of the same critic that counts: the earliest published one."""
    # What a review first said, and when, decides; the engine tells it as the first version.
    first = standing(events, at=at, known=known, versions="first")
    counting = {}
    for reviews in several.values():
        chosen = min(reviews, key=lambda review: (_instant(first[review]), review))
        counting.update(dict.fromkeys(reviews, chosen))
    return counting


def _instant(event: Event) -> int:
    return event.recorded_at if event.happened_at is None else event.happened_at


def _outlet(said: Said) -> str:
    return said.outlet.name if said.outlet else ""
