"""When two facts say the same thing, and when they cannot both be so: a table by kind of fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.catalogue.folding import fold
from clapometer.facts.reading import Fact

DAY = 86_400_000_000
# Words for a time that count from the day of the story.
_RELATIVE = re.compile(
    r"\b(?:to date|so far|total|ever|of all time|now|current(?:ly)?|latest|last|past|this|previous|"
    r"recent|today|yesterday|(?:for )?the (?:week|weekend|month|year)|^week(?:end)?$|this year)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?) ?%?")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What tells facts of a kind apart (`same`), and what they then should agree on (`value`).

    `days`: facts so many days apart or less speak of the same time; None: whenever they were said.
    `period` names a field that says the time itself: where it does, in words that mean the same in
    every story, the days do not matter.
    `when`: whether the fact's own time is part of what it says.
    """

    same: tuple[str, ...]
    value: tuple[str, ...]
    days: int | None = None
    period: str = ""
    when: bool = False


AGREEMENTS: dict[str, Agreement] = {
    "outside-score": Agreement(("printed_by", "panel"), ("value", "count"), days=0),
    "certification": Agreement(("printed_by",), ("badge",), days=0),
    "printed-consensus": Agreement(("printed_by",), ("text",), days=0),
    "chart-place": Agreement(("chart", "says", "place"), ("value", "lowest"), 0, "period"),
    "reported-number": Agreement(
        ("unit", "metric", "subject", "platform", "place"), ("value",), 0, "period"
    ),
    "takings": Agreement(("currency", "place"), ("value",), 0, "period"),
    "uplift": Agreement(("what", "market"), ("growth",), 0, "first"),
    "streak": Agreement(("list", "counted", "rank", "territory"), ("weeks",), 0, "last"),
    "credit": Agreement(("person", "role"), ("character",)),
    "source_work": Agreement(("title",), ("type", "authors")),
    "carrier": Agreement(("name", "territory"), ("exclusive", "until")),
    "release": Agreement(("territory", "part", "pattern"), (), when=True),
    "reported-date": Agreement(("event", "what", "place"), ("date",), days=7),
    "announcement": Agreement(("status", "seasons"), ("date", "carrier", "effective"), days=7),
    "maker": Agreement(("name", "role"), ()),
    "synopsis": Agreement(("text",), ()),
    "quotation": Agreement(("words", "speaker"), ()),
}
"""Kinds that are not in it are never compared: each fact of them stands by itself."""


def can_contradict(fact: Fact) -> bool:
    """Return whether there is anything in which a fact can differ from another about the same."""
    rule = AGREEMENTS.get(fact.kind)
    return rule is not None and bool(rule.value or rule.when) and is_stated(fact)


def is_stated(fact: Fact) -> bool:
    """Return whether a fact is stated as so: a rumour or a denial contradicts nobody."""
    return fact.said.get("certainty", "reported") in ("official", "reported")


def is_same(rule: Agreement, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether what tells such facts apart is equal, period included."""
    names = (*rule.same, rule.period) if rule.period else rule.same
    return all(_plain(one.get(name)) == _plain(other.get(name)) for name in names)


def says_no_more(kind: str, one: Fact, other: Fact) -> bool:
    """Return whether a fact says nothing of its time that the other does not say too: what tells
    such facts apart is equal, or `one` is silent on it."""
    rule = AGREEMENTS[kind]
    names = (*rule.same, rule.period) if rule.period else rule.same
    silent = all(
        one.said.get(name) is None or _plain(one.said[name]) == _plain(other.said.get(name))
        for name in names
    )
    return silent and _at_one_time(rule, one, other) and agree(kind, one, other)


def agree(kind: str, one: Fact, other: Fact) -> bool:
    """Return whether both can be so: where one says less than the other, they agree."""
    rule = AGREEMENTS[kind]
    if rule.when and not _same_day(one, other):
        return False
    return not differing(kind, one.said, other.said)


def differing(kind: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the fields in which two facts about the same say different things."""
    return [
        name
        for name in AGREEMENTS[kind].value
        if None not in (one.get(name), other.get(name)) and _plain(one[name]) != _plain(other[name])
    ]


def _at_one_time(rule: Agreement, one: Fact, other: Fact) -> bool:
    if rule.days is None or _is_absolute(one.said.get(rule.period)):
        return True
    return abs(one.at // DAY - other.at // DAY) <= rule.days


def _is_absolute(period: object) -> bool:
    """Return whether words for a time mean the same one in every story, as “opening weekend” does
    and “so far” does not."""
    return bool(period) and not (isinstance(period, str) and _RELATIVE.search(period))


def _same_day(one: Fact, other: Fact) -> bool:
    """Return whether both times can be of one day, as exactly as the less exact one is known."""
    if one.happened_at is None or other.happened_at is None:
        return True
    if "instant" in (one.dated, other.dated) or one.dated == other.dated == "day":
        return one.at // DAY == other.at // DAY
    length = 366 if "year" in (one.dated, other.dated) else 31
    return abs(one.at - other.at) < length * DAY


def _plain(value: object) -> object:
    """Return a value as it is compared: texts folded, numbers without their sign."""
    if not isinstance(value, str):
        return value
    number = _NUMBER.fullmatch(value.strip())
    return float(number[1].replace(",", ".")) if number else fold(value)


def grouped(kind: str, facts: Iterable[Fact]) -> list[list[Fact]]:
    """Return the facts of a kind that speak of the same thing at the same time, put together.

    Only those are compared that are equal in what tells them apart: a work has hundreds of credits.
    """
    rule, alike = AGREEMENTS[kind], dict[tuple[object, ...], list[list[Fact]]]()
    names = (*rule.same, rule.period) if rule.period else rule.same
    for fact in facts:
        key = tuple(_hashable(_plain(fact.said.get(name))) for name in names)
        groups = alike.setdefault(key, [])
        for group in groups:
            if _at_one_time(rule, group[0], fact):
                group.append(fact)
                break
        else:
            groups.append([fact])
    return [group for groups in alike.values() for group in groups]


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
