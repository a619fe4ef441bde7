"""Questions that an import leaves, put into the editors' queue: which work each record is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from clapometer.instants import now
from clapometer.readers.words import split_title

from ..proposals.matches import propose_match
from ..proposals.models import Proposal, Reading
from ..proposals.naming import Candidate, Named
from ..proposals.proposing import Proposed, Stand
from .outcome import Question

MOST = 500
"""Questions of one import that are put into the queue; the table of questions has them all."""


def queue_questions(source: str, asked: str, questions: Sequence[Question]) -> int:
    """Put the questions into the queue, each once however often the import is run; return how many
    are new. The answer gives the work the source's identifier, by which the next run finds it.

    What an earlier run asked and this one did not, because it was answered elsewhere, is gone.
    """
    digest = hashlib.sha256(f"import {source} {asked}".encode()).hexdigest()
    reading = Reading.objects.filter(digest=digest).first()
    if reading is None and not questions:
        return 0
    reading = reading or _reading(digest, source, asked)
    made = [_asked(one, reading) for one in questions[:MOST]]
    answered = Proposal.objects.filter(state="waiting", backings__reading=reading)
    answered.exclude(id__in=[one.proposal.id for one in made]).update(
        state="gone", settled_at=now()
    )
    return sum(one.new for one in made)


def _reading(digest: str, source: str, asked: str) -> Reading:
    return Reading.objects.create(
        how="import", digest=digest, outlet=source, headline=asked[:500], taken_at=now(),
        taken_by="import", state="read",
    )  # fmt: skip


def _asked(question: Question, reading: Reading) -> Proposed:
    title, year = split_title(question.name)
    named = Named(title, year, question.kind, None, (question.key,))
    candidates = [Candidate(one.work, one.score, "; ".join(one.reasons))
                  for one in question.candidates]  # fmt: skip
    best = max((one.score for one in candidates), default=0) / 100
    return propose_match(named, candidates, question.why, [Stand(reading, confidence=best)])
