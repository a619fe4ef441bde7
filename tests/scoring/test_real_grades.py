"""How many of the grades in two real sets of reviews are read, and why the rest is not."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from clapometer.scoring.grades import GradeRefused, read_grade


def reading(texts: list[str]) -> tuple[Counter[str], Counter[str], set[str]]:
    """Return reviews by outcome ("read" or the reason), spellings by outcome, and those refused."""
    reviews: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    refused = set()
    for text, times in Counter(filter(None, texts)).items():
        try:
            read_grade(text)
            outcome = "read"
        except GradeRefused as refusal:
            outcome = refusal.reason
            refused.add(text)
        reviews[outcome] += times
        spellings[outcome] += 1
    return reviews, spellings, refused


@pytest.mark.realdata
def test_the_grades_of_critics_flatiron(realdata: Path) -> None:
    path = realdata / "critics-flatiron" / "rt.reviews.even.tsv.gz"
    with gzip.open(path, "rt", encoding="latin-1", newline="") as rows:
        texts = [row["rating"] for row in csv.DictReader(rows, delimiter="\t")]
    reviews, spellings, refused = reading(texts)
    assert reviews == {
        "read": 19_949,  # of 20,341 graded: 98.1 %
        "needs_scale": 379,
        "half_or_scale": 7,
        "off_table": 4,
        "above_maximum": 1,
        "range": 1,
    }
    assert spellings == {
        "read": 108,
        "needs_scale": 43,
        "half_or_scale": 3,
        "off_table": 2,
        "above_maximum": 1,
        "range": 1,
    }
    numbers = {text for text in refused if text.replace(".", "").isdigit()}
    assert refused - numbers == {"3 1/2", "1/2", "2/2", "2.1/2", "N", "R", "5/4", "1-5"}


@pytest.mark.realdata
def test_the_grades_of_critics_complete(realdata: Path) -> None:
    texts = []
    for part in ("dreamworks", "musicals"):
        path = realdata / "critics-complete" / part / "critic_reviews.csv.gz"
        with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
            texts += [row["originalScore"] for row in csv.DictReader(rows)]
    reviews, spellings, refused = reading(texts)
    assert reviews == {
        "read": 9342,  # of 9,380 graded: 99.6 %
        "needs_scale": 21,
        "unreadable": 7,
        "needs_maximum": 6,
        "signed_scale": 3,
        "half_or_scale": 1,
    }
    assert spellings == {
        "read": 171,
        "needs_scale": 13,
        "unreadable": 6,
        "needs_maximum": 3,
        "signed_scale": 2,
        "half_or_scale": 1,
    }
    assert len(refused) == 25
    assert {"Big Screen Watch", "3.5.5", "C=", "**1/2", "3 1/2 stars", "2.1/2"} < refused
