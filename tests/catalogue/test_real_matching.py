"""Matching on real lists, whose identifiers and numbers the matcher does not see."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.matching_truth import incoming_films, listed_films, measure


@pytest.mark.realdata
@pytest.mark.slow  # 2,756 titles against 21,912 films.
def test_automatic_matches_are_right(realdata: Path) -> None:
    """At the automatic threshold at least 99.5 % of the matches are right, on either half."""
    films, listed = incoming_films(realdata), listed_films(realdata)
    for half in (films[0::2], films[1::2]):
        found = measure(half, listed)
        assert found.precision >= 0.995, found.wrong
        assert found.recall >= 0.94
        assert found.reach >= 0.97
        assert len(found.unjudged) <= 20
        assert found.right + len(found.wrong) + len(
            found.unjudged
        ) + found.asked + found.new == len(half)
