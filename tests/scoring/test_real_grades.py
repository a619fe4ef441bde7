"""How many of the grades in two real sets of reviews are read, before and after their scales are
inferred; why the rest is not; and how the grades go with the verdicts."""

from __future__ import annotations

import csv
import gzip
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from clapometer.scoring.consistency import Marked
from clapometer.scoring.consistency import consistency as consistency_of
from clapometer.scoring.grades import Grade, GradeRefused, read_grade
from clapometer.scoring.infer import Hand, infer_scales

Set = list[tuple[Hand, str, bool]]
CUT = Fraction(3, 5)


@pytest.fixture
def flatiron(realdata: Path) -> Set:
    path = realdata / "critics-flatiron" / "rt.reviews.even.tsv.gz"
    with gzip.open(path, "rt", encoding="latin-1", newline="") as rows:
        return [
            (Hand(row["publisher"], row["critic"]), row["rating"], row["fresh"] == "fresh")
            for row in csv.DictReader(rows, delimiter="\t")
            if row["rating"]
        ]


@pytest.fixture
def complete(realdata: Path) -> Set:
    found = []
    for part in ("dreamworks", "musicals"):
        path = realdata / "critics-complete" / part / "critic_reviews.csv.gz"
        with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
            found += [
                (
                    Hand(row["publicationName"], row["criticName"]),
                    row["originalScore"],
                    row["isFresh"] == "True",
                )
                for row in csv.DictReader(rows)
                if row["originalScore"]
            ]
    return found


class Outcome(NamedTuple):
    """What came of the grades: reviews by outcome ("read" or the reason), and those read."""

    reviews: Counter[str]
    grades: list[tuple[Hand, Grade, bool]]
    refused: set[str]


def reading(reviews: Set, scales: dict[Hand, str | None] | None = None) -> Outcome:
    outcome = Outcome(Counter(), [], set())
    for hand, text, positive in reviews:
        try:
            grade = read_grade(text, (scales or {}).get(hand))
        except GradeRefused as refusal:
            outcome.reviews[refusal.reason] += 1
            outcome.refused.add(text)
        else:
            outcome.reviews["read"] += 1
            outcome.grades.append((hand, grade, positive))
    return outcome


def inferred(reviews: Set) -> tuple[Counter[str], dict[Hand, str | None]]:
    """On what ground each hand's scale is proposed, and which."""
    found = infer_scales((hand, text) for hand, text, _ in reviews)
    return Counter(one.by for one in found.values()), {h: one.scale for h, one in found.items()}


def agreement(outcome: Outcome, least: int = 5) -> dict[str, tuple[int, float]]:
    """Reviews on each scale, and the share in which "60 % and more" is the verdict, in per cent."""
    right: dict[str, list[bool]] = defaultdict(list)
    for _, grade, positive in outcome.grades:
        right[grade.scale].append((grade.value >= CUT) == positive)
    return {
        scale: (len(verdicts), round(100 * sum(verdicts) / len(verdicts), 1))
        for scale, verdicts in sorted(right.items(), key=lambda one: -len(one[1]))
        if len(verdicts) >= least
    }


class Consistency(NamedTuple):
    """Named critics in an outlet who print some grade twice or more; those of them who gave one and
    the same grade to a positive and to a negative review; and how many such grades there are."""

    repeat: int
    both_ways: int
    grades: int


def consistency(outcome: Outcome) -> Consistency:
    verdicts: dict[tuple[Hand, str, Fraction], list[bool]] = defaultdict(list)
    for hand, grade, positive in outcome.grades:
        if hand.critic:
            verdicts[hand, grade.scale, grade.value].append(positive)
    repeated = {key for key, given in verdicts.items() if len(given) > 1}
    torn = {key for key in repeated if len(set(verdicts[key])) > 1}
    return Consistency(len({k[0] for k in repeated}), len({k[0] for k in torn}), len(torn))


@pytest.mark.realdata
def test_the_grades_of_critics_flatiron_that_are_read(flatiron: Set) -> None:
    before = reading(flatiron)
    assert before.reviews == {
        "read": 19_949,  # of 20,341 graded: 98.1 %
        "needs_scale": 379,
        "half_or_scale": 7,
        "off_table": 4,
        "above_maximum": 1,
        "range": 1,
    }
    numbers = {text for text in before.refused if text.replace(".", "").isdigit()}
    assert len(numbers) == 42
    assert before.refused - numbers == {"3 1/2", "1/2", "2/2", "2.1/2", "N", "R", "5/4", "1-5"}
    grounds, scales = inferred(flatiron)
    assert grounds == {
        "stated": 1057,
        "outlet": 891,
        "nothing": 610,
        "ones": 42,
        "split": 6,
        "shape": 5,
    }
    assert reading(flatiron, scales).reviews == {
        "read": 20_092,  # 98.8 %
        "needs_scale": 237,
        "half_or_scale": 6,
        "off_table": 4,
        "above_maximum": 1,
        "range": 1,
    }


@pytest.mark.realdata
def test_the_grades_of_critics_complete_that_are_read(complete: Set) -> None:
    before = reading(complete)
    assert before.reviews == {
        "read": 9346,  # of 9,380 graded: 99.6 %
        "needs_scale": 21,
        "needs_maximum": 6,
        "unreadable": 3,
        "needs_table": 3,
        "half_or_scale": 1,
    }
    assert len(before.refused) == 22
    assert {"Big Screen Watch", "Half Price", "3.5.5", "C=", "**1/2", "2.1/2"} < before.refused
    grounds, scales = inferred(complete)
    assert grounds == {"outlet": 791, "stated": 785, "nothing": 702, "words": 1}
    after = reading(complete, scales)
    assert after.reviews == {
        "read": 9362,  # 99.8 %
        "needs_scale": 12,
        "unreadable": 3,
        "needs_maximum": 2,
        "half_or_scale": 1,
    }
    assert {"3.5.5", "C=", "short", "2.1/2"} < after.refused


# The verdict is the critic's own and no function of the grade; where it goes with "60 % and more"
# least often, the scale is one on which 60 is no cut: 2.5 of 4 is 62.5 and a toss-up.
@pytest.mark.realdata
def test_how_verdicts_agree_with_grades_scale_by_scale(flatiron: Set, complete: Set) -> None:
    assert agreement(reading(flatiron, inferred(flatiron)[1])) == {
        "of-5": (8430, 97.0),
        "of-4": (6759, 90.3),
        "letters": (3207, 97.3),
        "of-10": (1672, 91.9),
        "of-6": (21, 66.7),
    }
    assert agreement(reading(complete, inferred(complete)[1])) == {
        "of-5": (4092, 96.8),
        "of-4": (2798, 92.0),
        "letters": (1485, 97.0),
        "of-10": (893, 96.0),
        "of-100": (64, 81.2),
        "of-6": (14, 57.1),
        "of-20": (9, 100.0),
    }


# The same grade with both marks: one critic in four or seven does it, on one grade nearly always.
@pytest.mark.realdata
def test_how_consistent_critics_are(flatiron: Set, complete: Set) -> None:
    assert consistency(reading(flatiron)) == Consistency(repeat=1068, both_ways=245, grades=266)
    assert consistency(reading(complete)) == Consistency(repeat=812, both_ways=119, grades=120)


# The command `consistency` counts what is counted here by other means; it knows nobody unnamed.
@pytest.mark.realdata
def test_the_commands_count_is_the_same(complete: Set) -> None:
    found = consistency_of(Marked(*one) for one in complete)
    after = reading(complete, inferred(complete)[1])
    assert (found.graded, found.alone, found.inferred) == (9380, 9346, 9362)
    assert found.left == dict(after.reviews - Counter({"read": 9362}))
    told = {scale: (one.reviews, round(100 * one.by_cut / one.reviews, 1))
            for scale, one in found.agreement.items() if one.reviews >= 5}  # fmt: skip
    assert told == agreement(after)
    torn = {one.hand for one in found.torn}
    assert Consistency(found.repeating, len(torn), len(found.torn)) == consistency(after)
