"""The festival as data: the tables beside this file, read and put in the order of recording."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from datetime import UTC, date
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from clapometer.instants import parse_instant, start_of_day
from clapometer.reviews.contents import Content

# The catalogue is written on the eve of the first review.
OPENING = "2026-09-01T08:00Z"
_VERDICTS = {"for": True, "against": False, "": None}


class InventedWork(NamedTuple):
    """A work of the festival; `key` names it in the other tables."""

    key: str
    kind: str
    title: str
    year: int
    release: str
    parent: str
    number: int | None
    released: int | None


class Happening(NamedTuple):
    """One line of the story: what somebody did with a review, and when the festival recorded it."""

    recorded_at: int
    what: str
    work: str
    critic: str
    outlet: str
    happened_at: int | None
    content: Content | None
    reason: str


def read_works() -> list[InventedWork]:
    """Return the works, parents before their parts."""
    return [
        InventedWork(
            row["key"], row["kind"], row["title"], row["year"], row.get("release", ""),
            row.get("parent", ""), row.get("number"), _released(row.get("released")),
        )
        for row in tomllib.loads(_text("works.toml"))["work"]
    ]  # fmt: skip


def _released(day: date | None) -> int | None:
    return None if day is None else start_of_day(day, UTC)


def read_outlets() -> dict[str, str]:
    """Return the outlets' names by key."""
    return {row["key"]: row["name"] for row in _rows("outlets.csv")}


def read_critics() -> list[str]:
    """Return the critics' names."""
    return [row["name"] for row in _rows("critics.csv")]


def read_happenings() -> Iterator[tuple[int, list[Happening]]]:
    """Yield what was recorded at each instant, in order."""
    told = sorted(map(_happening, _rows("reviews.csv")), key=attrgetter("recorded_at"))
    for recorded_at, together in groupby(told, key=attrgetter("recorded_at")):
        yield recorded_at, list(together)


def _happening(row: dict[str, str]) -> Happening:
    happened_at = _instant(row["at"])
    return Happening(
        recorded_at=parse_instant(row["recorded"], UTC),
        what=row["what"],
        work=row["work"],
        critic=row["critic"],
        outlet=row["outlet"],
        happened_at=happened_at,
        content=_content(row, happened_at) if row["dated"] else None,
        reason=row["reason"],
    )


def _content(row: dict[str, str], happened_at: int | None) -> Content:
    return Content(
        positive=_VERDICTS[row["verdict"]],
        grade=row["grade"],
        scale=row["scale"] or None,
        happened_at=happened_at,
        dated=row["dated"],
        verdict_by=row["verdict_by"],
        top=row["top"] == "top",
        link=row["link"],
        quote=row["quote"],
        first_episodes=row["first_episodes"] == "yes",
    )


def _instant(text: str) -> int | None:
    """Return the instant; a day alone begins it, as for every review whose hour is not known."""
    if not text:
        return None
    return parse_instant(text, UTC) if "T" in text else start_of_day(date.fromisoformat(text), UTC)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(name).splitlines()))


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
