"""Facts about numbers that are told by hand: counters, definitions, uplifts, streaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.facts.fields import (
    Choice,
    Day,
    FieldRefused,
    FieldValue,
    Flag,
    Prose,
    Ref,
    Territory,
    Text,
    Whole,
)
from clapometer.facts.kinds import NOTHING, FactKind, register

from .growth import GrowthUnread, both_ways, read_growth
from .measures import NATURES, PERIODS

COUNTED = {
    "in a row": "consecutive weeks",
    "in all": "weeks in all, with or without gaps",
}
"""How the weeks of a streak were counted."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureName(Text):
    """The name of a measure: small letters, digits and hyphens."""

    longest: int = 60

    def _read(self, text: str) -> FieldValue:
        if len(text) > self.longest or not _NAME.fullmatch(text.casefold()):
            raise FieldRefused(
                f"“{text[:60]}” is no name of a measure; use small letters, digits and -, as in"
                f" “{self.example}”."
            )
        return text.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced(Text):
    """A growth as it was announced, in words that can be read as a number."""

    def _read(self, text: str) -> FieldValue:
        try:
            return read_growth(text).announced[: self.longest]
        except GrowthUnread as unread:
            raise FieldRefused(str(unread)) from None


_MEASURE = MeasureName(
    name="measure",
    label="Measure",
    means="what is counted, and whose way of counting it is: the name of a measure",
    example="tiktok-hashtag-views",
    required=True,
)


def _counter_line(said: Mapping[str, Any]) -> str:
    return f"{said['of']}: {said['measure']}"


def _definition_line(said: Mapping[str, Any]) -> str:
    return f"{said.get('title') or said['measure']}: {said['means']}"


def _uplift_line(said: Mapping[str, Any]) -> str:
    growth = read_growth(said["growth"])
    told = both_ways(growth)
    announced = "" if growth.announced in told else f"“{growth.announced}”, "
    return f"{said['what']}: {announced}{told}"


def _streak_line(said: Mapping[str, Any]) -> str:
    place = f"number {said['rank']} of " if said.get("rank") else ""
    return f"{said['weeks']} {COUNTED[said['counted']]}: {place}{said['list']}"


COUNTER = FactKind(
    name="counter",
    title="Counter",
    means="a series of numbers is kept about a work: what is counted, and of what",
    fields=(
        _MEASURE,
        Text(
            name="of",
            label="Of",
            means="what the numbers are of, as its platform names it: a hashtag, an article, an "
            "account",
            example="#saltroad",
            required=True,
        ),
        Ref(
            name="person",
            label="Person",
            means="whose account it is, where it is a person's",
            example="p17",
            to="person",
        ),
        Territory(
            name="territory",
            label="Country",
            means="the country whose numbers they are; empty for the whole world",
            example="GB",
        ),
    ),
    line=_counter_line,
    moment="when it began to be kept",
)
DEFINITION = FactKind(
    name="definition",
    title="Definition of a measure",
    means="what the numbers of a measure mean from a day on; an earlier definition holds until "
    "then",
    fields=(
        _MEASURE,
        Text(
            name="title",
            label="Title",
            means="what is counted, in a few words",
            example="views of videos with the hashtag",
            required=True,
        ),
        Prose(
            name="means",
            label="Means",
            means="what exactly is counted from that day on, and what it is rounded to",
            example="views of all videos with the hashtag since it was first used",
            required=True,
        ),
        Text(name="unit", label="Unit", means="what one is called", example="views", required=True),
        Text(name="platform", label="Platform", means="who counts", example="Made-up Video"),
        Choice(
            name="nature",
            label="Nature",
            means="whether a number is a level or of a period",
            example="level",
            table=NATURES,
            required=True,
        ),
        Choice(
            name="period",
            label="Period",
            means="the period that each number is of",
            example="week",
            table={word: meaning for word, meaning in PERIODS.items() if word},
        ),
        Flag(
            name="stopped",
            label="Stopped",
            means="yes, where from that day on no such number is published any more",
            example="no",
        ),
    ),
    line=_definition_line,
    about=NOTHING,
    moment="from when on it holds; unknown: from the start",
)
UPLIFT = FactKind(
    name="uplift",
    title="Uplift",
    means="by how much something grew, as announced: in which time, against which",
    fields=(
        Text(
            name="what",
            label="What grew",
            means="what grew, as announced",
            example="weekly sales of the book",
            required=True,
        ),
        Announced(
            name="growth",
            label="Growth",
            means="by how much, as announced: +1,700 % or 18 times",
            example="+1,700 %",
            required=True,
        ),
        Day(
            name="first",
            label="Time after, from",
            means="the first day of the time after",
            example="2026-04-22",
        ),
        Day(
            name="last",
            label="Time after, to",
            means="the last day of the time after",
            example="2026-04-28",
        ),
        Day(
            name="baseline_first",
            label="Time before, from",
            means="the first day of the time before, with which it is compared",
            example="2026-04-01",
        ),
        Day(
            name="baseline_last",
            label="Time before, to",
            means="the last day of the time before",
            example="2026-04-07",
        ),
        Text(
            name="baseline",
            label="Baseline",
            means="the time before in words, where no days are named, or the value then",
            example="the week before the premiere",
        ),
        Territory(
            name="market",
            label="Market",
            means="the country; empty for the whole world, or where none is named",
            example="US",
        ),
        Text(
            name="measured_by",
            label="Measured by",
            means="whose numbers they are, where somebody else quotes them",
            example="A Made-up Panel",
        ),
    ),
    line=_uplift_line,
    moment="when it was announced",
)
STREAK = FactKind(
    name="streak",
    title="Streak",
    means="for how many weeks it was on a list, as announced",
    fields=(
        Text(
            name="list",
            label="List",
            means="the list, as announced",
            example="the Made-up Weekly's list of young readers",
            required=True,
        ),
        Whole(
            name="weeks",
            label="Weeks",
            means="how many weeks",
            example="11",
            least=1,
            most=9_999,
            required=True,
        ),
        Choice(
            name="counted",
            label="Counted",
            means="whether in a row or in all",
            example="in a row",
            table=COUNTED,
            required=True,
        ),
        Whole(
            name="rank",
            label="Place",
            means="the place it held all those weeks; empty for any place",
            example="1",
            least=1,
            most=9_999,
        ),
        Day(name="first", label="From", means="the first day of the first week", example="2026-05"),
        Day(name="last", label="To", means="the last day of the last week", example="2026-07-12"),
        Territory(
            name="territory",
            label="Country",
            means="the country of the list; empty for the whole world",
            example="US",
        ),
    ),
    line=_streak_line,
    moment="when it was announced",
)
FACT_KINDS = (COUNTER, DEFINITION, UPLIFT, STREAK)


def register_kinds() -> None:
    """Make the kinds known to the room of facts."""
    for kind in FACT_KINDS:
        register(kind)
