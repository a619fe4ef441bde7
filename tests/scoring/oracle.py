"""The second implementation: slow, from the words of the contract, sharing no code with the first.

It recomputes everything from the whole list of events for every question, and knows only what the
documentation says: which entries count, what each kind does, which copy of a critic counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from clapometer.scoring.events import Event


def instant(event: Event) -> int:
    if event.happened_at is not None:
        return event.happened_at
    return event.recorded_at


def entries(events: Sequence[Event], at: int | None, known: int | None) -> list[Event]:
    """The entries that count, in published order."""
    chosen = []
    for event in events:
        if known is None and event.voided_at is not None:
            continue
        if known is not None and event.recorded_at > known:
            continue
        if known is not None and event.voided_at is not None and event.voided_at <= known:
            continue
        if at is not None and instant(event) > at:
            continue
        chosen.append(event)
    return sorted(chosen, key=lambda event: (instant(event), event.seq))


def in_force(story: list[Event], versions: str) -> Event | None:
    """What one reviewer's entries leave in force."""
    saying = None
    withdrawn = excluded = False
    for event in story:
        if event.kind == "posted" or event.kind == "revised":
            if saying is None or versions == "latest":
                saying = event
            withdrawn = False
        elif event.kind == "withdrawn":
            withdrawn = True
        elif event.kind == "excluded":
            excluded = True
        elif event.kind == "restored":
            withdrawn = excluded = False
        else:
            raise AssertionError(event.kind)
    if withdrawn or excluded:
        return None
    return saying


def standing(
    events: Sequence[Event], at: int | None, known: int | None, versions: str
) -> dict[int, Event]:
    counting = entries(events, at, known)
    found = {}
    for reviewer in {event.reviewer for event in counting}:
        event = in_force([e for e in counting if e.reviewer == reviewer], versions)
        if event is not None:
            found[reviewer] = event
    return found


def tally(
    events: Sequence[Event],
    *,
    at: int | None = None,
    known: int | None = None,
    counts: str = "reviewer",
    versions: str = "latest",
) -> tuple[int, ...]:
    counting = entries(events, at, known)
    force = standing(events, at, known, versions)

    def published(reviewer: int) -> int:
        return min(
            instant(e)
            for e in counting
            if e.reviewer == reviewer and e.kind in ("posted", "revised")
        )

    reviews = []
    for reviewer, event in force.items():
        copies = [
            other
            for other in force
            if event.critic is not None and force[other].critic == event.critic
        ]
        first = min(copies, key=lambda one: (published(one), one), default=reviewer)
        if counts == "reviewer" or first == reviewer:
            reviews.append(event)
    return sums(reviews)


def sums(reviews: list[Event]) -> tuple[int, ...]:
    judged = [e for e in reviews if e.positive is not None]
    grades = [e.grade for e in reviews if e.grade is not None]
    return (
        len(judged),
        len([e for e in judged if e.positive]),
        len(grades),
        sum(grades),
        sum(grade * grade for grade in grades),
        len([e for e in judged if e.top]),
        len([e for e in judged if e.top and e.positive]),
    )


def badge_moments(
    tallies: list[tuple[int, tuple[int, ...]]],
    enter: Fraction,
    keep: Fraction,
    minimum: int,
    top: int,
) -> list[tuple[int, str]]:
    """(instant, moment) of every change, from the tally at the end of each instant."""
    held, ever, moments = False, False, []
    for at, (count, positive, _, _, _, top_count, _) in tallies:
        share = Fraction(positive, count) if count else None
        if held:
            if share is None or share < keep:
                held = False
                moments.append((at, "lost"))
        elif share is not None and share >= enter and count >= minimum and top_count >= top:
            moments.append((at, "regained" if ever else "won"))
            held = ever = True
    return moments
