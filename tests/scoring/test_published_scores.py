"""The rule of 2020 against 2,756 films whose counts, score and status were published."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from clapometer.scoring.rules import preset, score
from clapometer.scoring.tally import Tally

RULE = preset("rotten-tomatoes-2020")
SOURCE = "published-scores/rotten_tomatoes_movies_2020.csv.gz"
UNDECIDED = {
    "release": "75 % or more with 40 to 79 reviews: certified in limited release, not in wide; "
    "the set does not say which",
    "history": "70 to 74 % with the minimums: certified if the share was once 75 %; "
    "the counts of one day do not say so",
}


def counts_of(row: dict[str, str]) -> Tally:
    """The counts of one film. The set says “audience” in their names; they count critics."""
    return Tally(
        count=int(row["tomatometer_count"]),
        positive=int(row["audience_fresh_critics_count"]),
        top_count=int(row["audience_top_critics_count"]),
    )


def published(realdata: Path) -> Iterator[tuple[Tally, int, str]]:
    """(counts, printed score, status) of each film."""
    with gzip.open(realdata / SOURCE, "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            yield counts_of(row), int(row["tomatometer_rating"]), row["tomatometer_status"]


def status(tally: Tally) -> tuple[str | None, str]:
    """Return the status that the counts decide, or None with the reason why they do not."""
    badge = RULE.badge
    assert badge is not None
    band = {"fresh": "Fresh", "rotten": "Rotten"}[score(RULE, tally).band or ""]
    if badge.holds("enter", tally, "wide"):
        return "Certified Fresh", ""
    enough = tally.count >= badge.minimum("limited") and tally.top_count >= badge.top
    if badge.holds("below", tally, "limited") or not enough:
        return band, ""
    return None, "release" if badge.holds("enter", tally, "limited") else "history"


@pytest.mark.realdata
def test_every_printed_score_is_reproduced(realdata: Path) -> None:
    films = list(published(realdata))
    same = sum(score(RULE, tally).printed == printed for tally, printed, _ in films)
    assert (same, len(films)) == (2756, 2756)


@pytest.mark.realdata
def test_every_status_is_reproduced_where_the_counts_decide_it(realdata: Path) -> None:
    found = Counter(
        (*status(tally), published_status) for tally, _, published_status in published(realdata)
    )
    assert found == {
        ("Rotten", "", "Rotten"): 1430,
        ("Fresh", "", "Fresh"): 459,
        ("Certified Fresh", "", "Certified Fresh"): 530,
        (None, "release", "Certified Fresh"): 219,
        (None, "history", "Certified Fresh"): 38,
        (None, "history", "Fresh"): 80,
    }
    decided = sum(films for (said, _, _), films in found.items() if said)
    assert (decided, sum(found.values())) == (2419, 2756)
    assert {reason for _, reason, _ in found} == {"", *UNDECIDED}


@pytest.mark.realdata
def test_the_others_are_listed_with_the_reason(realdata: Path) -> None:
    from tests.scoring.undecided_statuses import undecided

    reasons = Counter(reason for _, _, reason in undecided(realdata))
    assert reasons == {UNDECIDED["release"]: 219, UNDECIDED["history"]: 118}


# The evidence that the printed number decides: by the exact share, these would come out otherwise.
@pytest.mark.realdata
def test_the_printed_number_decided(realdata: Path) -> None:
    by_exact_share = Counter(
        (printed, published_status)
        for tally, printed, published_status in published(realdata)
        if (printed, 100 * tally.positive < printed * tally.count) in {(60, True), (75, True)}
        and (printed == 60 or (tally.count >= 80 and tally.top_count >= 5))
    )
    assert by_exact_share == {(60, "Fresh"): 5, (75, "Certified Fresh"): 6}
