"""What a site knows already of the works that stories may be about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWork:
    """A work of a catalogue: its title, other names of it, how many seasons it has (0: a film or
    unknown), and the people known of it."""

    title: str
    kind: str = ""
    names: tuple[str, ...] = ()
    seasons: int = 0
    year: int | None = None
    people: tuple[str, ...] = ()
    id: int = 0


Known = Sequence[KnownWork]
NOTHING_KNOWN: Known = ()
