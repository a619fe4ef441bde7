"""Moments of 96 real films with all their reviews: what holds for each, and how many there are."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from clapometer.scoring.badges import badge_history
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step, history
from clapometer.scoring.moments import Asked, Moment, moments
from clapometer.scoring.rules import preset, score
from clapometer.scoring.settling import DAY, Settled

pytestmark = pytest.mark.realdata
RULE = preset("rotten-tomatoes-2020")
PLACEHOLDERS = ("1800-01-01", "2000-01-01")
TAKEN = DAY * 20_000
"""A day after the last review: when the lists were taken."""


def films(realdata: Path) -> Iterator[tuple[str, list[Step]]]:
    """(film, history) of each film; reviews of unknown day count from when the list was taken."""
    for folder in ("dreamworks", "musicals"):
        path = realdata / "critics-complete" / folder / "critic_reviews.csv.gz"
        events: dict[str, list[Event]] = {}
        with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
            for seq, row in enumerate(csv.DictReader(rows)):
                events.setdefault(row["movieId"], []).append(event_of(seq, row))
        for film, told in events.items():
            yield f"{folder} {film}", history(told)


def event_of(seq: int, row: dict[str, str]) -> Event:
    day = row["creationDate"]
    at = None if day in PLACEHOLDERS else (date.fromisoformat(day) - date(1970, 1, 1)).days * DAY
    return Event(seq, seq, None, "posted", at, TAKEN, None, row["isFresh"] == "True", None,
                 row["isTopCritic"] == "True")  # fmt: skip


@pytest.fixture(scope="module")
def told(realdata: Path) -> dict[str, tuple[list[Step], list[Moment]]]:
    return {
        film: (steps, moments(steps, RULE, Asked(work=film, size="wide", until=TAKEN)))
        for film, steps in films(realdata)
    }


def test_every_film_has_one_debut_and_ends_at_its_score(told) -> None:
    assert len(told) == 96
    for film, (steps, found) in told.items():
        kinds = Counter(one.kind for one in found)
        assert kinds["debut"] == (score(RULE, steps[-1].tally).printed is not None), film
        assert len({one.id for one in found}) == len(found)


def test_ups_and_downs_take_turns_and_settling_calms_them(told) -> None:
    crossed = settled = 0
    for _, found in told.values():
        for threshold in ("60", "70", "75", "90"):
            ways = [one.kind for one in found
                    if one.kind.startswith("crossed") and one.about == threshold]  # fmt: skip
            assert all(before != after for before, after in pairwise(ways))
            crossed += len(ways)
            settled += sum(one.kind.startswith("settled") and one.about == threshold
                           for one in found)  # fmt: skip
    assert (crossed, settled) == (266, 80)


def test_a_badge_that_settles_changes_less_often(told) -> None:
    badge = RULE.badge
    assert badge is not None
    settling = replace(badge, settled=Settled(3 * DAY, 5))
    count = Counter()
    for steps, found in told.values():
        at_once = badge_history(badge, steps, "wide", TAKEN)
        assert [one.moment for one in at_once] == [
            one.kind.removeprefix("badge-") for one in found if one.kind.startswith("badge-")
        ]
        count.update(f"at once {one.moment}" for one in at_once)
        later = badge_history(settling, steps, "wide", TAKEN)
        count.update(f"settled {one.moment}" for one in later)
    assert count == {"at once won": 43, "at once lost": 2, "settled won": 35}
