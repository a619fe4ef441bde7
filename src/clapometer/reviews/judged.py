"""Quotes of reviews in force whose verdict is known, to learn verdicts from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clapometer.ledger.reading import read_some
from clapometer.ledger.texts import read_texts

from .models import Review

_BATCH = 2_000


class Judged(NamedTuple):
    """The quote of a review, and whether its verdict is positive."""

    quote: str
    positive: bool


def judged_quotes() -> Iterator[Judged]:
    """Yield the quotes of reviews in force that have a verdict, oldest first, a batch at a time.

    Verdicts that an editor read out of the review are left out: they may have been proposed by a
    model, and a model that learned from them would learn from itself.
    """
    after = 0
    while seqs := [seq for seq in _standing(after) if seq]:
        after = seqs[-1]
        quotes = read_texts(seqs, "quote")
        entries = read_some(quotes)
        for seq in sorted(quotes):
            said = entries[seq].data.get("said", {})
            if said.get("positive") is not None and said.get("verdict_by") != "interpreted":
                yield Judged(quotes[seq], said["positive"])


def _standing(after: int) -> Iterator[int | None]:
    """Return the positions of the next entries in force; a copy of another review is left out."""
    found = Review.objects.filter(standing__gt=after, copy_of=None).order_by("standing")
    return found.values_list("standing", flat=True)[:_BATCH].iterator()
