"""Where a work can be watched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Choice, Day, Flag, Link, Territory, Text
from clapometer.facts.kinds import FactKind

from .naming import noted, territory_of

CARRIER_TYPES = {
    "streamer": "a streaming service",
    "network": "a television network",
    "cinema": "cinemas, or a chain of them",
    "shop": "to buy or rent online",
    "disc": "a disc to buy",
}
"""What sort of carrier it is."""


def _line(said: Mapping[str, Any]) -> str:
    only = "exclusively on" if said.get("exclusive") else "on"
    until = f"until {said['until']}" if said.get("until") else ""
    return f"{only} {said['name']}{noted(said.get('type', ''), territory_of(said), until)}"


CARRIER = FactKind(
    name="carrier",
    title="Carrier",
    means="where the work can be watched",
    fields=(
        Text(
            name="name",
            label="Name",
            means="the network, streamer, cinema chain or shop",
            example="Made-up Stream",
            required=True,
        ),
        Choice(
            name="type",
            label="Sort of carrier",
            means="what sort of carrier it is",
            example="streamer",
            table=CARRIER_TYPES,
        ),
        Territory(
            name="territory",
            label="Country",
            means="where it can be watched there; empty for everywhere",
            example="Ireland",
        ),
        Flag(
            name="exclusive",
            label="Exclusive",
            means="whether it can be watched nowhere else there",
            example="yes",
        ),
        Day(
            name="until",
            label="Until",
            means="the last day on which it could be watched there",
            example="2027-12-31",
        ),
        Link(
            name="page",
            label="Page",
            means="its page at the carrier",
            example="https://stream.example/watch/made-up",
        ),
    ),
    line=_line,
    moment="since when it can be watched there",
)
