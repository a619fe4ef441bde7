"""What printed scores allow: the possible numbers of positive reviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

from clapometer.scoring.reconcile import Published, Reconciled, Span, reconcile
from clapometer.scoring.rules import Rule, preset, presets

from .writing import Case, Subject, agree, plain, rule_data

_SEEDED = 20


class ByHand(NamedTuple):
    """(printed, count) by day, and for each day its verdict and (least, most) positive reviews."""

    name: str
    why: str
    rows: Sequence[tuple[int, int]]
    days: Sequence[tuple[str, tuple[int, int] | None]]
    histories: int


STORIES = (
    ByHand("grown", "31 of 31; 97 of 37 is 36 only; of 38, 36 would be 95 and 37 is 97.",
           [(100, 31), (97, 37), (97, 38)],
           [("first", (31, 31)), ("grown", (36, 36)), ("grown", (37, 37))], 1),
    ByHand("withdrawn", "36 of 37, then 36 of 36: the negative one went.", [(97, 37), (100, 36)],
           [("first", (36, 36)), ("withdrawn", (36, 36))], 1),
    ByHand("changed", "36 of 37, then 35 of 37 with no new review: one changed sides.",
           [(97, 37), (95, 37)], [("first", (36, 36)), ("changed", (35, 35))], 1),
    ByHand("impossible", "Of 7 reviews, 4 are 57 % and 5 are 71 %: nothing is printed as 60.",
           [(60, 7), (57, 7)], [("impossible", None), ("first", (4, 4))], 1),
    ByHand("several", "Of 300 reviews, 80 % is 239 to 241; of 301, 240 to 242 (239 is 79.4). So "
           "240 or 241 come from 239 to 241 with one more review: 239→240, 240→240, 240→241, "
           "241→241, 241→242.", [(80, 300), (80, 301)],
           [("first", (239, 241)), ("grown", (240, 242))], 5),
)  # fmt: skip


def _given(rule: Rule, rows: Sequence[tuple[int, int]]) -> dict[str, Any]:
    published = [
        {"at": day, "printed": printed, "count": count} for day, (printed, count) in enumerate(rows)
    ]
    return {"rule": rule_data(rule), "published": published}


def _expected(found: Reconciled) -> dict[str, Any]:
    days = [
        {
            "verdict": day.verdict,
            "alone": _span(day.alone),
            "together": _span(day.together),
            "withdrawn": day.withdrawn,
            "changed": day.changed,
        }
        for day in found.days
    ]
    return {"days": days, "histories": found.histories}


def _span(span: Span) -> dict[str, int] | None:
    return dict(plain(span)) if span.size else None


def _run(rule: Rule, rows: Sequence[tuple[int, int]]) -> Reconciled:
    return reconcile([Published(day, *row) for day, row in enumerate(rows)], rule)


def _cases() -> Iterator[Case]:
    rule = presets()[0]
    for one in STORIES:
        found = _run(rule, one.rows)
        days = [
            (day.verdict, tuple(day.together) if day.together.size else None) for day in found.days
        ]
        agree(one.name, (list(one.days), one.histories), (days, found.histories))
        yield Case(one.name, "hand", one.why, _given(rule, one.rows), _expected(found))
    for seed in range(_SEEDED):
        chance = Random(2000 + seed)
        by = chance.choice([rule, preset("steam")])
        count, rows = chance.randint(by.minimum - 1, 30), []
        for _ in range(chance.randint(2, 5)):
            count = max(1, count + chance.choice([0, 0, 1, 2, 5, -1]))
            rows.append((_printed(by, count, chance), count))
        why = f"Made from the seed {2000 + seed}; every number of positive reviews tried."
        yield Case(f"seed-{seed}", "second", why, _given(by, rows), _expected(_run(by, rows)))


def _printed(rule: Rule, count: int, chance: Random) -> int:
    positive = min(count, max(0, round(0.8 * count) + chance.choice([-1, 0, 0, 1])))
    return min(100, int(rule.printed(positive, count)) + chance.choice([0, 0, 0, 0, 1]))


ABOUT = (
    "From the scores and counts that a site printed: on each day the possible numbers of positive "
    "reviews, by that day `alone` and by all rows `together` (null: none), what "
    "explains it, and in how many ways the numbers can have run through the days."
)


def subject() -> Subject:
    """Return the file reconcile.json."""
    return Subject("reconcile", ABOUT, _cases())
