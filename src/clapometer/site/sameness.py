"""Which of a work's reviews several outlets printed, and which counts under a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from clapometer.reviews.copies import find_copies
from clapometer.scoring.events import Event
from clapometer.scoring.history import standing
from clapometer.scoring.rules import Rule

from .rows import Sameness


def sameness(
    events: Sequence[Event],
    groups: Mapping[int, Sequence[int]],
    outlets: Mapping[int, str],
    rule: Rule,
    at: int | None,
    known: int | None,
) -> dict[int, Sameness]:
    """Return review -> how it stands to the same critic's others, for critics with several.

    `groups` is as from sharing(); `outlets` names the outlet of each review that is asked for and
    of the others by its critic.
    """
    if not outlets:
        return {}
    repeats = {
        review: first
        for first, repeats, review in find_copies(events, at, known)
        if first and repeats
    }
    once = rule.counts == "critic"
    counting = _counting(events, groups.values(), at, known) if once else {}
    found = {}
    for review in outlets:
        copies = [outlets[one] for one in groups[review] if repeats.get(one) == review]
        instead = counting.get(review, review)
        found[review] = Sameness(
            printed_by=tuple(copies),
            repeats=outlets.get(repeats.get(review, 0), ""),
            counts_instead=outlets[instead] if instead != review else "",
            counts_once=once,
        )
    return found


def sharing(in_force: Mapping[int, Event]) -> dict[int, list[int]]:
    """Return review -> all reviews in force by its critic, for critics with several."""
    by_critic: dict[int, list[int]] = defaultdict(list)
    for review, event in in_force.items():
        if event.critic is not None:
            by_critic[event.critic].append(review)
    several = [reviews for reviews in by_critic.values() if len(reviews) > 1]
    return {review: reviews for reviews in several for review in reviews}


def _counting(
    events: Sequence[Event], groups: Iterable[Sequence[int]], at: int | None, known: int | None
) -> dict[int, int]:
    """Return review -> the review of the same critic that counts: the earliest published one."""
    # What a review first said, and when, decides; the engine tells it as the first version.
    first = standing(events, at=at, known=known, versions="first")
    counting = {}
    for reviews in groups:
        chosen = min(reviews, key=lambda review: (_instant(first[review]), review))
        counting.update(dict.fromkeys(reviews, chosen))
    return counting


def _instant(event: Event) -> int:
    return event.recorded_at if event.happened_at is None else event.happened_at
