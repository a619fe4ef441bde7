"""What each row of a file of facts is: a new fact, one that is here already, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.facts.drafts import Told, fact_added
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import WHEN, FactKind, all_kinds
from clapometer.facts.typed import FactRefused
from clapometer.ledger.entries import Draft
from clapometer.readers.facts import FactRow, plain_name
from clapometer.readers.identifiers import known_identifier
from clapometer.readers.records import Refusal

from .entering import read_resolved
from .knownfacts import KnownFacts, digest_of
from .preparing import WorkName
from .references import Fresh, NameList, naming_field, resolve
from .reports import OWN_COLUMNS
from .stating import about_problem, stamped
from .titles import Ambiguous, TitleBook

Append = Callable[[list[Draft]], list[int]]
ALSO_WHEN = "happened_at"
"""Another name of the column that holds the time."""
ADDABLE = ("film", "series")
"""Kinds of works that a row may add; seasons and episodes are parts of something."""
_OWN_ID = re.compile(r"w([0-9]{1,15})", re.IGNORECASE)
_UNKNOWN_WORK = (
    "No work is called “{name}”; add it first, or let `work_kind` say film or series, and it is"
    " added with this row."
)


class RowRefused(Exception):
    """A row cannot be taken: `code` is the column that is wrong, `sentence` says why."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@dataclass(slots=True)
class _Pending:
    """A row that can be taken, as soon as those whom it names are there."""

    row: FactRow
    kind: FactKind
    about: int
    told: Told
    fresh: tuple[Fresh, ...]


@dataclass(slots=True)
class Judged:
    """What became of some rows: how many facts of each kind are new, and the rest."""

    added: dict[str, int]
    unchanged: int
    people: int
    works: int
    refusals: list[Refusal]


class FactJudge:
    """Judges rows in order; remembers the works, names and facts that it met."""

    def __init__(self) -> None:
        self._titles = TitleBook(lambda name: name.kind in ADDABLE)
        self._names = NameList()
        self._known = KnownFacts()

    def forget(self) -> None:
        """Forget what the site has: somebody else has written."""
        self._titles.forget()
        self._names.forget()
        self._known.forget()

    def take(self, rows: Sequence[FactRow], append: Append) -> Judged:
        """Append what the rows bring; `append` returns the numbers that its drafts got.

        Numbers below zero, and those from PROVISIONAL on, are a preview's.
        """
        judged = Judged({}, 0, 0, 0, [])
        added = self._titles.added
        self._titles.learn({name for row in rows if (name := _work_name(row))}, append)
        judged.works = self._titles.added - added
        self._learn_names(rows)
        abouts = self._abouts(rows)
        pending: list[_Pending] = []
        for row in rows:
            try:
                pending.append(self._read(row, abouts))
            except RowRefused as why:
                judged.refusals.append(Refusal(row.row, why.code, why.sentence, row.raw))
        judged.people = self._add_named(pending, append)
        self._add_facts(pending, append, judged)
        return judged

    def _learn_names(self, rows: Iterable[FactRow]) -> None:
        wanted: dict[str, set[str]] = {}
        for row in rows:
            for field in _named_fields(row):
                wanted.setdefault(field.to, set()).add(row.typed.get(field.name, ""))
        for kind, names in wanted.items():
            self._names.learn(kind, names)

    def _abouts(self, rows: Iterable[FactRow]) -> dict[int, Work]:
        """Return the works that the rows name by a number, or that are known by their name."""
        numbers = {about for row in rows if (about := self._number(row)) and about > 0}
        return Work.objects.in_bulk(sorted(numbers))

    def _number(self, row: FactRow) -> int:
        """Return the number of the row's work; 0 where it names none that is known."""
        own = _OWN_ID.fullmatch(row.work)
        if own:
            return int(own[1])
        name = _work_name(row)
        found = self._titles.ids.get(name) if name else None
        return found if isinstance(found, int) else 0

    def _read(self, row: FactRow, works: dict[int, Work]) -> _Pending:
        kind = _kind_of(row)
        about = self._about(row, kind, works)
        typed = _typed(row, kind)
        try:
            resolved = resolve(kind, typed, self._names)
            told = read_resolved(kind, resolved)
        except FactRefused as refused:
            first = refused.problems[0]
            raise RowRefused(first.field or "row", str(refused)) from None
        return _Pending(row, kind, about, told, resolved.fresh)

    def _about(self, row: FactRow, kind: FactKind, works: dict[int, Work]) -> int:
        if not kind.about:
            if row.work:
                raise RowRefused("work", f"{kind.title}: this stands alone, it is of no work.")
            return 0
        if not row.work:
            raise RowRefused("work", "The row names no work.")
        name = _work_name(row)
        known = self._titles.ids.get(name) if name else None
        if isinstance(known, Ambiguous):
            candidates = ", ".join(known.candidates)
            told = f"Several works are called “{row.work}”: {candidates}; name one by its id."
            raise RowRefused("work", told)
        number = self._number(row)
        if not number or (number > 0 and number not in works):
            raise RowRefused("work", _UNKNOWN_WORK.format(name=row.work[:60]))
        # A work that only a preview has is of the kind that the row says.
        work = works.get(number) or Work(id=number, kind=row.work_kind, title=row.work)
        problem = about_problem(kind, work)
        if problem:
            raise RowRefused("work", problem.sentence)
        return number

    def _add_named(self, pending: Sequence[_Pending], append: Append) -> int:
        """Add whom the rows name and the site lacks, and put their numbers into what is said."""
        distinct: dict[tuple[str, str], Fresh] = {}
        for one in (one for row in pending for one in row.fresh):
            if not self._names.numbers(one.kind.name, one.name):
                distinct.setdefault((one.kind.name, fold(one.name)), one)
        added = list(distinct.values())
        numbers = append([_named(one) for one in added])
        for one, number in zip(added, numbers, strict=True):
            self._names.note(one.kind.name, one.name, number)
        for row in pending:
            for one in row.fresh:
                row.told.said[one.field] = self._names.numbers(one.kind.name, one.name)[0]
        return len(added)

    def _add_facts(self, pending: Sequence[_Pending], append: Append, judged: Judged) -> None:
        self._known.learn((one.kind.name, one.about) for one in pending)
        drafts = []
        for one in pending:
            digest = digest_of(one.kind, one.about, one.told.said, one.told.happened_at)
            if not self._known.note(one.kind.name, one.about, digest):
                judged.unchanged += 1
                continue
            told = stamped(one.kind, one.about, one.told) if one.about >= 0 else one.told
            drafts.append(fact_added(one.kind, one.about, told))
            judged.added[one.kind.name] = judged.added.get(one.kind.name, 0) + 1
        append(drafts)


def _named(one: Fresh) -> Draft:
    field = one.kind.field(naming_field(one.kind))
    return fact_added(
        one.kind, 0, Told({field.name: field.read(one.name), "dated": "unknown"}, None)
    )


def _work_name(row: FactRow) -> WorkName | None:
    """Return how the row names its work; None where it does by our own number, or not at all."""
    if not row.work or _OWN_ID.fullmatch(row.work):
        return None
    identifier = known_identifier(row.work)
    title = "" if identifier else row.work
    return WorkName(identifier, title, row.year, row.work_kind)


def _named_fields(row: FactRow) -> list[Ref]:
    kind = kind_written(row.kind)
    fields = kind.fields if kind else ()
    return [field for field in fields if isinstance(field, Ref) and field.to != "work"]


def kind_written(name: str) -> FactKind | None:
    """Return the kind whose name is written so in a column (see `plain_name`), None without."""
    return next((kind for kind in all_kinds() if plain_name(kind.name) == name), None)


def _kind_of(row: FactRow) -> FactKind:
    kind = kind_written(row.kind)
    if kind is not None:
        return kind
    names = [one.name for one in all_kinds()]
    if not row.kind:
        raise RowRefused("kind", f"The row has no kind; there are: {', '.join(names)}.")
    near = get_close_matches(row.kind, names, 3, 0.5) or names
    raise RowRefused("kind", f"“{row.kind[:60]}” is no kind of fact; there are: {', '.join(near)}.")


def _typed(row: FactRow, kind: FactKind) -> dict[str, str]:
    """Return the row's fields; refuses what the kind has no field for."""
    typed = {name: text for name, text in row.typed.items() if name not in OWN_COLUMNS}
    if ALSO_WHEN in typed:
        typed.setdefault(WHEN, typed.pop(ALSO_WHEN))
    fields = {WHEN, *(field.name for field in kind.every_field)}
    strange = [name for name in typed if name not in fields]
    if strange and is_field(strange[0]):
        told = f"{kind.title}: there is no field “{strange[0]}”; leave the cell empty."
        raise RowRefused(strange[0], told)
    return {name: text for name, text in typed.items() if name in fields}


def is_field(name: str) -> bool:
    """Return whether some kind of fact has a field of this name."""
    known = {field.name for kind in all_kinds() for field in kind.every_field}
    return name in known or name in (WHEN, ALSO_WHEN)
