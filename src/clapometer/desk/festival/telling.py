"""Telling the festival's story to an empty ledger, as if it had been recorded day by day."""

from __future__ import annotations

from datetime import UTC

from django.db import transaction

from clapometer.catalogue.drafts import work_added
from clapometer.instants import parse_instant
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import head, read_some
from clapometer.ledger.writing import Writer, writing
from clapometer.reviews.drafts import (
    Reviewer,
    critic_added,
    outlet_added,
    review_marked,
    review_posted,
    review_said,
)
from clapometer.reviews.models import NOBODY

from .story import OPENING, Happening, read_critics, read_happenings, read_outlets, read_works

ACTOR = "festival"


class NotTheFestival(Exception):
    """The ledger holds something else already; nothing was written."""


def tell_festival() -> bool:
    """Write the whole festival into an empty ledger; return whether that was still to do.

    It is one transaction: a process killed on the way leaves nothing behind, and of two that begin
    at once the second finds the work done. Raises NotTheFestival.
    """
    if is_told():
        return False
    with transaction.atomic():
        if is_told():
            return False
        _Teller().tell()
        catch_up()
    return True


def is_told() -> bool:
    """Return whether the ledger holds the festival. Raises NotTheFestival for another story."""
    if head()[0] == 0:
        return False
    if read_some([1])[1].actor != ACTOR:
        raise NotTheFestival
    return True


class _Teller:
    """Writes the story, and remembers which position each thing was given."""

    def __init__(self) -> None:
        self._works: dict[str, int] = {}
        self._critics: dict[str, int] = {"": NOBODY}
        self._outlets: dict[str, int] = {"": NOBODY}
        self._reviews: dict[tuple[str, str, str], int] = {}

    def tell(self) -> None:
        with writing(ACTOR, (), parse_instant(OPENING, UTC)) as writer:
            self._open(writer)
        for recorded_at, together in read_happenings():
            with writing(ACTOR, (), recorded_at) as writer:
                for happening in together:
                    self._record(writer, happening)

    def _open(self, writer: Writer) -> None:
        for work in read_works():
            draft = work_added(
                kind=work.kind,
                title=work.title,
                year=work.year,
                identifiers=(f"demo:{work.key}",),
                release=work.release,
                parent=self._works[work.parent] if work.parent else None,
                number=work.number,
                released=work.released,
            )
            self._works[work.key] = writer.append_one(draft).seq
        for key, name in read_outlets().items():
            self._outlets[key] = writer.append_one(outlet_added(name)).seq
        for name in read_critics():
            self._critics[name] = writer.append_one(critic_added(name)).seq

    def _record(self, writer: Writer, happening: Happening) -> None:
        key = happening.work, happening.critic, happening.outlet
        entry = writer.append_one(self._draft(happening, self._reviews.get(key)))
        self._reviews.setdefault(key, entry.seq)

    def _draft(self, happening: Happening, review: int | None) -> Draft:
        work = self._works[happening.work]
        if happening.content is None:
            assert review is not None, f"nothing to be {happening.what}: {happening}"
            reason = happening.reason
            return review_marked(happening.what, review, work, happening.happened_at, reason)
        critic, outlet = self._critics[happening.critic], self._outlets[happening.outlet]
        # An unnamed critic's review is told apart by its mark, as in an import.
        mark = "" if happening.critic else f"{happening.work}, unsigned"
        reviewer = Reviewer(critic, outlet, work, mark)
        if review is None:
            return review_posted(reviewer, happening.content)
        return review_said(happening.what, review, reviewer, happening.content)
