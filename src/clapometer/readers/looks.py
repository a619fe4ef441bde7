"""What the values of a column look like: the evidence behind a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC

from .dates import DAY_FIRST, MONTH_FIRST, Dates
from .identifiers import known_identifier, looks_like_identifier
from .problems import CellRefused
from .text import clean, clean_link
from .words import (
    FIRST_EPISODES_WORDS,
    KIND_WORDS,
    RELEASE_WORDS,
    VERDICT_WORDS,
    YES_NO_WORDS,
    read_year,
    word,
)

_GRADE = re.compile(
    r"'?[-+]?\d+(?:[.,]\d+)?(?: ?\d?[½¼¾]| \d/\d)?(?: ?(?:/|out of|of|%|stars?).*)?'?"
    r"|[a-fA-F](?: ?[-+–−]| ?(?:plus|minus))?|[★☆*½]+.*",
    re.DOTALL,
)
_READERS = tuple(Dates(UTC, order) for order in (DAY_FIRST, MONTH_FIRST))
_BARE_VERDICTS = frozenset({"1", "0", "1.0", "0.0", "true", "false", "yes", "no", "y", "n"})
_SHORT_TEXT = 120


def _is_date(text: str) -> bool:
    for reader in _READERS:
        try:
            reader.read(text)
        except CellRefused:
            continue
        return not text.isdigit() or len(text) >= 8
    return False


def _is_name(text: str) -> bool:
    return len(text) <= _SHORT_TEXT and not clean_link(text) and any(map(str.isalpha, text))


LOOKS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "identifier": ("identifiers", looks_like_identifier),
    "unique": ("identifiers, each only once", looks_like_identifier),
    "text": ("text", lambda text: any(map(str.isalpha, text))),
    "name": ("names", _is_name),
    "year": ("years", lambda text: read_year(text)[0] is not None),
    "kind": ("words for a kind of work", lambda text: word(text) in KIND_WORDS),
    "verdict": ("words for a verdict", lambda text: word(text) in VERDICT_WORDS),
    "grade": ("grades", lambda text: _GRADE.fullmatch(text) is not None),
    "date": ("dates", _is_date),
    # Not telling, as a table of works may hold days of anything.
    "released": ("dates", _is_date),
    "yes_no": ("yes and no", lambda text: word(text) in YES_NO_WORDS),
    "first_episodes": (
        "words for the first episodes only",
        lambda text: word(text) in FIRST_EPISODES_WORDS,
    ),
    "link": ("web addresses", lambda text: bool(clean_link(text))),
    "release": ("widths of release", lambda text: word(text) in RELEASE_WORDS),
    "number": ("whole numbers", lambda text: text.removesuffix(".0").isdigit()),
}
"""Looks: what the values are called, and the test of one value."""


def share(look: str, values: Sequence[str]) -> float | None:
    """Return the share of values with the look, or None when there are no values."""
    if not values:
        return None
    if look == "unique" and len(set(values)) < len(values):
        return 0.0
    if look in {"text", "name"} and all(map(known_identifier, values)):
        return 0.0
    test = LOOKS[look][1]
    return sum(map(test, values)) / len(values)


def telling(look: str, values: Sequence[str]) -> bool:
    """Whether the values alone give the field away, whatever the column is called."""
    if look == "verdict":
        return share(look, values) == 1 and not {word(text) for text in values} & _BARE_VERDICTS
    if look in {"date", "link"}:
        return share(look, values) == 1
    if look == "grade":
        return any("/" in text for text in values) and (share(look, values) or 0) > 0.9
    return False


def column_values(rows: Sequence[Sequence[str]], position: int) -> list[str]:
    """Return the values of a column that are not empty, cleaned."""
    cells = (clean(row[position][:2_000]) for row in rows if position < len(row))
    return [cell for cell in cells if cell]
