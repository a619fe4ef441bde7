"""The people whom a source credits: found by what it calls them, else added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC

from clapometer.catalogue.facts.credits import PERSON, SEPARATOR
from clapometer.catalogue.folding import fold
from clapometer.facts.drafts import fact_added
from clapometer.facts.reading import facts_about, facts_numbered, facts_of_kind
from clapometer.facts.typed import read_typed
from clapometer.ledger.entries import Draft
from clapometer.readers.sources.works import SourcePerson

from ..titles import Appender


class People:
    """Numbers of people by their identifiers, looked up once for one reading."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: dict[str, int] | None = None

    def numbers(
        self, people: Iterable[SourcePerson], work: int
    ) -> tuple[dict[str, int], list[Draft], list[str]]:
        """Return the numbers of those who are known, and drafts for the others with their
        identifiers.

        Whoever is credited in the same work under the same name is the same person.
        """
        known = self._identified()
        wanted = {one.identifier: one for one in people}
        missing = [one for one in wanted.values() if one.identifier not in known]
        named = _credited(work) if missing else {}
        found = {one: known[one] for one in wanted if one in known}
        fresh = []
        for one in missing:
            if (same := named.get(fold(one.name))) is not None:
                found[one.identifier] = same
            else:
                fresh.append(one)
        return found, [self._draft(one) for one in fresh], [one.identifier for one in fresh]

    def note(self, identifiers: Iterable[str], numbers: Iterable[int]) -> None:
        """Remember people who were added."""
        self._identified().update(zip(identifiers, numbers, strict=True))

    def _identified(self) -> dict[str, int]:
        if self._known is None:
            self._known = {
                identifier: fact.id
                for fact in facts_of_kind(PERSON.name)
                for identifier in str(fact.said.get("identifiers") or "").split(SEPARATOR)
                if identifier
            }
        return self._known

    def _draft(self, person: SourcePerson) -> Draft:
        typed = {"name": person.name, "identifiers": person.identifier, "source": self._source}
        return fact_added(PERSON, 0, read_typed(PERSON, typed, UTC))


def _credited(work: int) -> dict[str, int]:
    """Return the people whom the work credits, by folded name, where the name is one person's."""
    numbers = {fact.said["person"] for fact in facts_about([work], "credit")}
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, fact in facts_numbered(numbers).items():
        by_name[fold(str(fact.said.get("name") or ""))].append(number)
    return {name: found[0] for name, found in by_name.items() if name and len(found) == 1}


def add_people(
    book: People, people: Iterable[SourcePerson], work: int, append: Appender
) -> tuple[dict[str, int], int]:
    """Return the numbers of all the people, adding those who are new, and how many these are."""
    found, drafts, identifiers = book.numbers(people, work)
    numbers = append(drafts)
    book.note(identifiers, numbers)
    return found | dict(zip(identifiers, numbers, strict=True)), len(numbers)
