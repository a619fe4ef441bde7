"""What an import would do, without writing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from clapometer.ledger.entries import Draft
from clapometer.readers.records import Refusal
from clapometer.reviews.drafts import Reviewer

from .names import NameBook
from .plans import Plan
from .preparing import Chunk, Prepared
from .rows import draft_for, known_reviews, refuse_ambiguous
from .titles import Ambiguous, TitleBook, known_identifiers

_EXAMPLES = 5


@dataclass(slots=True)
class Preview:
    """What an import would do: rows = reviews + revised + unchanged + refused.

    `ambiguous` holds titles that several works have; `examples` the first refusals of each reason.
    """

    rows: int = 0
    reviews: int = 0
    revised: int = 0
    unchanged: int = 0
    refused: int = 0
    works_refused: int = 0
    works: int = 0
    outlets: int = 0
    critics: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[Refusal]] = field(default_factory=dict)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    new_works: list[str] = field(default_factory=list)
    remarks: tuple[str, ...] = ()


def preview(plan: Plan, progress: Callable[[int, int, int], None] | None = None) -> Preview:
    """Read the whole file and return what importing it would do. Raises FileRefused."""
    look = _Look(plan)
    for chunk in plan.read():
        look.take(chunk)
        if progress:
            progress(look.found.rows, *chunk.progress)
    return look.finish()


class _Look:
    """The state of a preview. Things new to the site get numbers below zero, but not -1,
    whose hash Python gives to -2 as well."""

    def __init__(self, plan: Plan) -> None:
        self.found = Preview()
        self._plan = plan
        self._provisional = count(-10, -1)
        self._titles, self._outlets, self._critics = (
            TitleBook(),
            NameBook("outlet"),
            NameBook("critic"),
        )
        self._seen: set[int] = set()
        self._new_works = list(self._works_beside())

    def _works_beside(self) -> Iterator[str]:
        """Yield the works that the works file would add; note the numbers they would get."""
        for record in self._plan.read_works():
            if isinstance(record, Refusal):
                self._note(record)
                self.found.works_refused += 1
                continue
            known = known_identifiers(record.identifiers)
            work = next(iter(known.values()), None) or next(self._provisional)
            for value in record.identifiers:
                self._titles.known[value] = work
            if work < 0:
                yield record.title or record.identifiers[0]

    def take(self, chunk: Chunk) -> None:
        """Look at some rows."""
        self.found.rows += len(chunk.rows) + len(chunk.refusals)
        self.found.remarks = chunk.remarks
        for refusal in chunk.refusals:
            self._refuse(refusal)
        rows = chunk.rows
        self._titles.learn((row.work for row in rows), self._number_works)
        self._outlets.learn((row.outlet for row in rows), self._number)
        self._critics.learn((row.critic for row in rows), self._number)
        self._judge(rows)

    def _number(self, things: list[str]) -> list[int]:
        return [next(self._provisional) for _ in things]

    def _number_works(self, drafts: list[Draft]) -> list[int]:
        self._new_works += [str(draft.body["title"]) for draft in drafts]
        return [next(self._provisional) for _ in drafts]

    def _judge(self, rows: list[Prepared]) -> None:
        judged = []
        for row in rows:
            work = self._titles.ids[row.work]
            if isinstance(work, Ambiguous):
                self._refuse(refuse_ambiguous(row, work))
                self.found.ambiguous[row.work.title] = work.candidates
            else:
                critic, outlet = self._critics.ids[row.critic], self._outlets.ids[row.outlet]
                judged.append((Reviewer(critic, outlet, work, row.mark), row))
        known = known_reviews([who for who, _ in judged])
        for who, row in judged:
            self._count(who, row, draft_for(who, row, known.get(who)))

    def _count(self, who: Reviewer, row: Prepared, draft: Draft | None) -> None:
        said = hash((who, row.digest))
        if draft is None or said in self._seen:
            self.found.unchanged += 1
        elif self._again(who) or draft.subject != "review:":
            self.found.revised += 1
        else:
            self.found.reviews += 1
        self._seen.add(said)

    def _again(self, reviewer: Reviewer) -> bool:
        """Return whether the file spoke of this reviewer before. Hashes keep the memory small."""
        key = hash(reviewer)
        seen = key in self._seen
        self._seen.add(key)
        return seen

    def _refuse(self, refusal: Refusal) -> None:
        self.found.refused += 1
        self._note(refusal)

    def _note(self, refusal: Refusal) -> None:
        found = self.found
        found.reasons[refusal.code] = found.reasons.get(refusal.code, 0) + 1
        examples = found.examples.setdefault(refusal.code, [])
        if len(examples) < _EXAMPLES:
            examples.append(refusal)

    def finish(self) -> Preview:
        """Return what was found."""
        found = self.found
        found.works, found.new_works = len(self._new_works), self._new_works[:_EXAMPLES]
        found.outlets, found.critics = self._outlets.added, self._critics.added
        return found
