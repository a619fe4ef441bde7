"""When a work came out: where, in which pattern, on which carrier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Choice, Territory, Text, Whole
from clapometer.facts.kinds import FactKind

from .naming import noted, territory_of

PATTERNS = {
    "all at once": "every episode on one day",
    "weekly": "an episode, or a few, every week",
    "split": "in parts, each on a day of its own",
    "wide": "in cinemas, a wide release",
    "limited": "in cinemas, a limited release",
    "festival": "shown at a festival",
    "preview": "shown before its release, to press or public",
    "digital": "to buy or rent online",
    "disc": "on a disc",
    "broadcast": "on air",
}
"""How it came out."""
SHOWINGS = frozenset({"festival", "preview"})
"""Patterns that come before the public release, and do not count as it."""


def _line(said: Mapping[str, Any]) -> str:
    parts = said.get("episodes")
    many = f"{parts} episode{'' if parts == 1 else 's'}" if parts else ""
    part = f"part {said['part']}" if said.get("part") else ""
    where = territory_of(said, "everywhere")
    return f"released {where}{noted(said.get('pattern', ''), part, many, said.get('carrier', ''))}"


RELEASE = FactKind(
    name="release",
    title="Release",
    means="the work came out in a country, or everywhere at once",
    fields=(
        Territory(
            name="territory",
            label="Country",
            means="where it came out; empty for everywhere at once",
            example="United Kingdom",
        ),
        Choice(
            name="pattern",
            label="Pattern",
            means="how it came out",
            example="all at once",
            table=PATTERNS,
        ),
        Whole(
            name="episodes",
            label="Episodes",
            means="how many episodes came out then",
            example="8",
            least=1,
            most=9_999,
        ),
        Whole(
            name="part",
            label="Part",
            means="which part of a split release",
            example="1",
            least=1,
            most=99,
        ),
        Text(
            name="carrier",
            label="Carrier",
            means="the network, streamer, festival or distributor it came out on",
            example="Made-up Stream",
        ),
    ),
    line=_line,
    moment="the day it came out there",
)
