"""Seasons that have a word of their own: a sophomore run is the second."""

from __future__ import annotations

import re

from clapometer.readers.claims.wording import Wording

_SOPHOMORE = Wording(
    r"\b(?:(?P<first>freshman|debut)|sophomore) (?:season|run|outing|series)\b", re.IGNORECASE
)


def season_in(text: str) -> int | None:
    """Return the season that words such as “the sophomore outing” name, None if they name none."""
    found = _SOPHOMORE.search(text)
    return None if found is None else 1 if found["first"] else 2
