"""Copies: one critic's reviews of one work in several outlets.

All are kept; the rule decides what counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from clapometer.catalogue.folding import fold
from clapometer.ledger.bulk import look_up
from clapometer.ledger.texts import read_texts
from clapometer.scoring.events import Event
from clapometer.scoring.history import standing

from .events import touched_works

DAY = 86_400_000_000
# (the critic's earliest review, None for that one itself; does this one repeat it?; the review).
Copies: TypeAlias = list[tuple[int | None, bool, int]]


def find_copies(events: Sequence[Event], at: int | None = None, known: int | None = None) -> Copies:
    """Return, for each critic who wrote several reviews of the work, which review repeats which.

    A review repeats the critic's earliest one when both are of the same day or say the same words.
    The reviews are taken as they stood at the instants (None: everything there is); one that was
    withdrawn, excluded or undone is no copy, and none is a copy of it.
    """
    by_critic: dict[int, set[int]] = defaultdict(set)
    for event in events:
        if event.critic is not None:
            by_critic[event.critic].add(event.reviewer)
    several = [reviewers for reviewers in by_critic.values() if len(reviewers) > 1]
    # What a review first said, and when, decides: a revision makes no other review of it.
    in_force = standing(events, at=at, known=known, versions="first") if several else {}
    live = [[in_force[one] for one in group if one in in_force] for group in several]
    quotes = read_texts((event.seq for group in live for event in group), "quote")
    gone = [one for group in several for one in group if one not in in_force]
    links: Copies = [(None, False, reviewer) for reviewer in gone]
    return links + [link for group in live if group for link in _links(group, quotes)]


def _links(group: list[Event], quotes: dict[int, str]) -> Copies:
    first, *others = sorted(group, key=lambda event: (_instant(event), event.reviewer))
    links: Copies = [(None, False, first.reviewer)]
    for event in others:
        repeats = _same_day(first, event) or _same_words(first, event, quotes)
        links.append((first.reviewer, repeats, event.reviewer))
    return links


def _instant(event: Event) -> int:
    return event.recorded_at if event.happened_at is None else event.happened_at


def _same_day(one: Event, other: Event) -> bool:
    if one.happened_at is None or other.happened_at is None:
        return False
    return abs(one.happened_at - other.happened_at) < DAY


def _same_words(one: Event, other: Event, quotes: dict[int, str]) -> bool:
    words = fold(quotes.get(one.seq, ""))
    return bool(words) and words == fold(quotes.get(other.seq, ""))


def copies_since(seq: int) -> tuple[int, int]:
    """Return how many copies came to light by reviews added after the position, and how many of
    them repeat the other.

    Only works touched since then are looked at, so that the answer takes no longer on a larger
    site.
    """
    rows = look_up(
        ("work",),
        [(work,) for work in touched_works(seq)],
        # The order of a CROSS JOIN is kept: from the few works to their few reviews.
        "SELECT r.id, r.copy_of, r.repeats FROM wanted CROSS JOIN reviews_workscore s"
        " CROSS JOIN reviews_reviewevent e CROSS JOIN reviews_review r"
        " WHERE s.work_id = work AND s.copies AND e.work_id = work AND e.seq = e.review_id"
        " AND r.id = e.review_id AND r.copy_of IS NOT NULL",
    )
    new = [repeats for review, first, repeats in rows if review > seq or first > seq]
    return len(new), sum(map(bool, new))
