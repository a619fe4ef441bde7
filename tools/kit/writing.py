"""How the kit writes things in JSON: whole numbers as numbers, other exact ones as fractions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from clapometer.scoring.events import Event
from clapometer.scoring.rules import Rule
from clapometer.scoring.tally import Tally

# What a rule says to people; it decides no number.
_PROSE = {
    "title", "dated", "sources", "notes", "published", "assumed", "parameters", "weights",
}  # fmt: skip
_PAIRS = {"minimums", "instead"}
HOW = {
    "hand": "Worked out by hand; `why` says how.",
    "second": "Agreed by a second implementation in our tests, sharing no code with the first.",
    "data": "Read off the published table or formula that `why` names.",
}


class Case(NamedTuple):
    """One vector: what goes in, what must come out, and how that is known (a key of HOW)."""

    name: str
    how: str
    why: str
    given: Mapping[str, Any]
    expected: Any


class Subject(NamedTuple):
    """One file of the kit."""

    name: str
    about: str
    cases: Iterable[Case]


class CaseWrong(SystemExit):
    """A case worked out by hand and the engine disagree: one of the two has to be mended."""

    def __init__(self, name: str, by_hand: object, found: object) -> None:
        super().__init__(f"{name}: by hand {by_hand!r}, found {found!r}")


def agree(name: str, by_hand: object, found: object) -> None:
    """Raise CaseWrong unless what was worked out by hand is what was found."""
    if by_hand != found:
        raise CaseWrong(name, by_hand, found)


def exact(number: Fraction | int | None) -> str | None:
    """Return an exact number as "numerator/denominator", or as a whole number in digits."""
    return None if number is None else str(number)


def plain(value: Any) -> Any:
    """Return anything of a rule or scale as JSON has it."""
    if isinstance(value, Fraction):
        return exact(value)
    if is_dataclass(value) and not isinstance(value, type):
        return members({one.name: getattr(value, one.name) for one in fields(value)})
    if hasattr(value, "_asdict"):
        return members(value._asdict())
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [plain(one) for one in value]
    return value


def members(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a value, pairs being written as an object."""
    return {
        name: plain(dict(one) if name in _PAIRS else one)
        for name, one in data.items()
        if name not in _PROSE
    }


def rule_data(rule: Rule) -> dict[str, Any]:
    """Return all of a rule that decides numbers, and the labels it prints."""
    data: dict[str, Any] = plain(rule)
    data["printing"]["most"] = rule.printing.most
    return data


def event_data(event: Event) -> dict[str, Any]:
    """Return an event with all its members."""
    return dict(event._asdict())


def tally_data(tally: Tally) -> dict[str, int]:
    """Return a tally with all its sums."""
    return dict(tally._asdict())


def text_of(subject: Subject, version: str) -> str:
    """Return the file: its head, and one line for each case, so that changes are easy to see."""
    head = {
        "kit": "clapometer-conformance",
        "version": version,
        "subject": subject.name,
        "about": subject.about,
        "made_up": "Every work, critic and review in this file is made up.",
        "how": HOW,
    }
    lines = ",\n  ".join(
        json.dumps(case._asdict(), ensure_ascii=False, separators=(", ", ": "))
        for case in subject.cases
    )
    opening = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    return f'{opening},\n "cases": [\n  {lines}\n ]\n}}\n'
