"""When a work came out: in a territory, and first of all."""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.facts.reading import Fact, facts_about

from .facts.releases import SHOWINGS

_EXACT = ("day", "instant")


def releases_of(
    works: Iterable[int], at: int | None = None, known: int | None = None
) -> list[Fact]:
    """Return the facts about releases of the works, in order of time."""
    return facts_about(works, "release", at=at, known=known)


def is_public(release: Fact) -> bool:
    """Return whether the public could see it then: festivals and previews come before."""
    return release.said.get("pattern") not in SHOWINGS


def first_release(releases: Iterable[Fact]) -> Fact | None:
    """Return the earliest release to the public whose day is known; None where there is none.

    It is what "score at release" counts from, unless an editor says otherwise. A month or a year
    gives no instant to count from. Among those of one instant the one noted first is meant.
    """
    dated = [
        one
        for one in releases
        if is_public(one) and one.happened_at is not None and one.dated in _EXACT
    ]
    return min(dated, key=lambda one: (one.at, one.id), default=None)


def released_in(territory: str, releases: Iterable[Fact]) -> Fact | None:
    """Return the first release to the public in a country (ISO 3166-1).

    A release everywhere at once is one there too. None where none is known.
    """
    there = [one for one in releases if one.said.get("territory") in (None, territory)]
    return first_release(there)
