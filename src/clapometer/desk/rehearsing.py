"""Trying out what an entry would do: it is written, looked at, and rolled back.

So a preview is no second opinion: the same services, consumers and rules say what comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from clapometer.catalogue.models import Work
from clapometer.ledger.writing import Writer, writing
from clapometer.reviews.scores import WorkScoreAt, score_of

# Consumers that a rehearsal needs. Scores are read off the reviews themselves: bringing the tables
# of scores up to date while an import runs would be long work, and rolled back each time.
_FOLLOWERS = ("catalogue", "reviews")


@dataclass(frozen=True, slots=True)
class Effect:
    """What became, or would become, of a work's score under the rule in force."""

    before: WorkScoreAt
    after: WorkScoreAt

    @property
    def moved(self) -> bool:
        """Return whether the printed score, the sums behind it or the badge changed."""
        return self._told(self.before) != self._told(self.after)

    @staticmethod
    def _told(one: WorkScoreAt) -> tuple[object, ...]:
        return one.score.printed, one.score.tally, one.badge and one.badge.state


@contextmanager
def rehearsal(actor: str) -> Iterator[Writer]:
    """Yield a writer whose entries are all gone when the block ends."""
    with transaction.atomic():
        with writing(actor, _FOLLOWERS) as writer:
            yield writer
        transaction.set_rollback(True)


def effect_of(work: Work, recorded_at: int) -> Effect:
    """Return what the entries recorded at an instant did to the score of a work."""
    return Effect(score_of(work, known=recorded_at - 1), score_of(work, known=recorded_at))
