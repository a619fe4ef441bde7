"""When a rule was the site's own, for its page and the list of rules."""

from __future__ import annotations

from dataclasses import dataclass

from clapometer.reviews.scoreboard import in_force
from clapometer.scoring.rules import Rule

from . import words
from .addresses import entry_address


@dataclass(frozen=True, slots=True)
class Period:
    """A time in which a rule was in force: in words, with the page of the entry that adopted it.

    `other`: the digest of what was adopted, where the rule has been changed since; else empty.
    """

    told: str
    url: str
    other: str


def periods_of(rule: Rule) -> list[Period]:
    """Return the times in which a rule of this name was in force, the last one first."""
    table = in_force()
    if not table.is_recorded:
        return []
    found = [
        Period(
            told=words.in_force(table, position),
            url=entry_address(one.seq),
            other="" if one.rule.digest == rule.digest else one.rule.digest,
        )
        for position, one in enumerate(table.adoptions)
        if one.rule.name == rule.name
    ]
    return found[::-1]
