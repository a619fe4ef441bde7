"""What the work is about, in the words of a source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import get_language

from clapometer.facts.reading import Fact
from clapometer.site.workpage import WorkRecord

from . import places
from .marks import Mark, mark_of


class Synopsis(NamedTuple):
    """A synopsis: its lines, the code and name of its language, whether it is official."""

    lines: list[str]
    code: str
    language: str
    official: bool
    mark: Mark


def read_synopsis(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the synopsis for the reader's language first, the others after it."""
    told = record.kin.own("synopsis")
    if not told:
        return None
    ordered = sorted(told, key=_rank)
    shown = [_synopsis(fact, record.asked.known) for fact in ordered]
    return {
        "first": shown[0],
        "others": shown[1:],
        "structured": {"description": str(ordered[0].said["text"])},
    }


def _rank(fact: Fact) -> tuple[bool, bool, bool, int]:
    """Return the order: the reader's language, then English; official before others, new first."""
    base = str(fact.said.get("language") or "").partition("-")[0]
    wanted = (get_language() or "en").partition("-")[0]
    return (base != wanted, base != "en", not fact.said.get("official"), -fact.at)


def _synopsis(fact: Fact, known: int | None) -> Synopsis:
    code = str(fact.said.get("language") or "")
    return Synopsis(
        lines=[line for line in str(fact.said["text"]).splitlines() if line],
        code=code,
        language=places.language(code) if code else "",
        official=bool(fact.said.get("official")),
        mark=mark_of(fact, known),
    )
