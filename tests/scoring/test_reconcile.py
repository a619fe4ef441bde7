"""Reconciling printed scores: by hand, against counting everything, and on real lists."""

from __future__ import annotations

import csv
import re
from datetime import date
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.reconcile import (
    BROKEN,
    VERDICTS,
    Published,
    Reconciled,
    Span,
    moves,
    possible,
    reconcile,
)
from clapometer.scoring.rounding import ROUNDINGS, Rounding
from clapometer.scoring.rules import preset

RULE = preset("rotten-tomatoes-2020")


def run(*rows: tuple[int, int]) -> Reconciled:
    """Rows of (printed, count), one a day."""
    return reconcile([Published(day, *row) for day, row in enumerate(rows)], RULE)


def numbers(span: Span) -> list[int]:
    return list(range(span.least, span.most + 1))


def test_a_story_by_hand() -> None:
    # 97 of 37 is 36; one more review is 36 or 37 of 38, printed 95 or 97: 37.
    found = run((100, 31), (97, 37), (97, 38))
    assert [day.verdict for day in found.days] == ["first", "grown", "grown"]
    assert [numbers(day.together) for day in found.days] == [[31], [36], [37]]
    assert found.histories == 1


def test_a_count_that_falls_is_a_withdrawal() -> None:
    found = run((97, 37), (100, 36))
    assert (found.days[1].verdict, found.days[1].withdrawn) == ("withdrawn", 1)
    assert numbers(found.days[1].together) == [36], "the negative one went"


def test_a_score_that_moves_without_a_new_review_is_a_change_of_sides() -> None:
    found = run((97, 37), (95, 37))
    assert (found.days[1].verdict, found.days[1].changed) == ("changed", 1)
    fewer = run((100, 40), (92, 38))
    assert (fewer.days[1].verdict, fewer.days[1].withdrawn, fewer.days[1].changed) == (
        "changed", 2, 3,
    )  # fmt: skip


def test_pairs_that_cannot_be() -> None:
    found = run((97, 20), (100, 3), (85, 20))
    assert [day.verdict for day in found.days] == ["impossible", "too-few", "first"]
    assert found.explained == 1
    assert run((97, 20)).histories == 0


def test_later_days_narrow_earlier_ones() -> None:
    # At least 153 of 302 the last day: 152 the day before, and 151 before that.
    found = run((50, 300), (50, 301), (51, 302))
    for day, (least, most) in zip(found.days, [(149, 151), (149, 152), (153, 155)], strict=True):
        assert (day.alone.least, day.alone.most) == (least, most)
    assert [(day.together.least, day.together.most) for day in found.days] == [
        (151, 151), (152, 152), (153, 153),
    ]  # fmt: skip
    assert found.histories == 1


def test_every_verdict_is_explained() -> None:
    assert set(BROKEN) <= set(VERDICTS)


# The range of possible numbers is what trying every one of them finds.
@given(st.integers(0, 100), st.integers(0, 700))
def test_the_possible_numbers_are_all_and_only_those_that_print_so(
    printed: int, count: int
) -> None:
    prints = ROUNDINGS[RULE.rounding].printed
    tried = [p for p in range(count + 1) if count and prints(p, count) == printed]
    assert numbers(possible(RULE, printed, count)) == tried


ROWS = st.lists(
    st.integers(5, 12).flatmap(
        lambda count: st.integers(0, count).map(
            lambda positive: (int(ROUNDINGS[RULE.rounding].printed(positive, count)), count)
        )
    ),
    min_size=1,
    max_size=5,
)


# Where no review changed sides, the histories counted are those that trying all of them finds, and
# what is possible on a day is what some of them has on that day.
@given(ROWS)
def test_histories_are_counted_as_by_trying_them_all(rows: list[tuple[int, int]]) -> None:
    found = run(*rows)
    starts = [n for n, day in enumerate(found.days) if day.verdict in ("first", "changed")]
    histories = 1
    for start, end in pairwise([*starts, len(rows)]):
        ways = [way for way in product(*(numbers(day.alone) for day in found.days[start:end]))
                if all(b - a in numbers(moves(rows[start + n][1], rows[start + n + 1][1]))
                       for n, (a, b) in enumerate(pairwise(way)))]  # fmt: skip
        histories *= len(ways)
        for position, day in enumerate(found.days[start:end]):
            assert {way[position] for way in ways} == set(numbers(day.together))
    assert found.histories == histories


# Scores printed from reviews that only came in, or only went, never need a change of sides; the
# true number of positive ones is always among the possible.
@given(st.lists(st.booleans(), min_size=5, max_size=60), st.integers(0, 20))
def test_a_true_history_is_always_explained(verdicts: list[bool], gone: int) -> None:
    left = verdicts[: max(5, len(verdicts) - gone)]
    lists = [verdicts[:n] for n in range(5, len(verdicts) + 1)] + [left]
    prints = ROUNDINGS[RULE.rounding].printed
    found = run(*((int(prints(sum(one), len(one))), len(one)) for one in lists))
    assert not found.with_verdict("changed", "impossible", "too-few")
    for one, day in zip(lists, found.days, strict=True):
        assert sum(one) in numbers(day.together)


def test_the_work_grows_with_the_rows_alone() -> None:
    """Counted in calls of the rounding, not in time, which other work on the machine shares."""
    calls = []
    plain = ROUNDINGS[RULE.rounding].printed
    with pytest.MonkeyPatch.context() as patch:
        counting = Rounding(lambda *numbers: calls.append(1) or plain(*numbers), "counted")
        patch.setitem(ROUNDINGS, RULE.rounding, counting)
        for length in (100, 1000):
            calls.clear()
            assert run(*((60, 300) for _ in range(length))).explained == length
            assert len(calls) < 40 * length


EXPECTED = {
    # film: days, explained, withdrawals, changes of sides
    "Joker": (345, 344, 1, 1),
    "Lion King": (367, 367, 0, 0),
    "Aladdin": (363, 362, 0, 1),
    "Godzilla: King of the Monsters": (359, 359, 1, 0),
    "Aquaman": (76, 76, 0, 0),
    "The Last Jedi": (362, 360, 0, 2),
    "Mulan": (155, 155, 0, 0),
    "Birds of Prey": (357, 357, 0, 0),
    "Soul": (73, 73, 1, 0),
    "The Marksman": (22, 22, 0, 0),
    "Lovebirds": (157, 157, 0, 0),
    "Artemis Fowl": (227, 227, 0, 0),
}


@pytest.mark.realdata
def test_the_published_scores_of_twelve_films_are_explained(realdata: Path) -> None:
    """No pair is impossible; all days but four follow from new reviews and withdrawals alone."""
    films: dict[str, list[Published]] = {}
    path = realdata / "score-history" / "tomatometer_by_day.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            printed = re.fullmatch(r"(\d+)%?", row["critic"])
            count = re.fullmatch(r"(\d+)(?: Reviews)?", row["criticNum"])
            if printed and count:
                day = date.fromisoformat(row["date"]).toordinal()
                films.setdefault(row["film"], []).append(
                    Published(day, int(printed[1]), int(count[1]))
                )
    found = {film: reconcile(rows, RULE) for film, rows in films.items()}
    assert {
        film: (len(one.days), one.explained, len(one.with_verdict("withdrawn")),
               len(one.with_verdict("changed")))
        for film, one in found.items()
    } == EXPECTED  # fmt: skip
    assert not any(one.with_verdict(*BROKEN) for one in found.values())
    assert found["Lovebirds"].histories == 80
    assert found["Soul"].histories == 32
