"""The consumer that keeps what is found through facts: other titles, people, who is named where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from clapometer.facts.fields import Ref
from clapometer.facts.kinds import all_kinds
from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows
from clapometer.ledger.entries import Entry

from . import aliases, persons
from .facts.posters import PictureHash

TABLES = ("catalogue_mention", "catalogue_personname", "catalogue_person")
_TELLING = ("added", "corrected")


def register() -> None:
    """Make the consumer known to the ledger; the facts themselves have to be registered before."""
    consumers.register(consumers.Consumer("record", advance, clear))


def clear() -> None:
    """Empty the tables."""
    for table in TABLES:
        clear_table(table)
    aliases.clear()


@dataclass(slots=True)
class _Touched:
    """What a run of entries has touched: facts of titles and people, works, what is named."""

    titles: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    works: set[int] = field(default_factory=set)
    named: set[tuple[str, int]] = field(default_factory=set)


def advance(span: consumers.Span) -> None:
    """Take in the entries: what they touched is read anew from the facts as they stand."""
    touched = _Touched()
    naming = _naming()
    for entry in span.entries():
        name, _, what = entry.kind.partition(".")
        if name == "title":
            touched.titles.add(entry.subject_id)
        elif name == "person":
            touched.people.add(entry.subject_id)
        elif entry.kind == "work.corrected":
            touched.works.add(entry.subject_id)
        if what in _TELLING and name in naming:
            touched.named |= _named_in(entry, naming[name])
    aliases.read_again(touched.titles, touched.works)
    persons.read_again(touched.people)
    _mention(touched.named)


def _naming() -> dict[str, dict[str, str]]:
    """Return for each kind of fact which of its fields name what: a person, or a picture."""
    found: dict[str, dict[str, str]] = {}
    for kind in all_kinds():
        for one in kind.fields:
            if isinstance(one, PictureHash):
                found.setdefault(kind.name, {})[one.name] = "picture"
            elif isinstance(one, Ref) and one.to == "person":
                found.setdefault(kind.name, {})[one.name] = "person"
    return found


def _named_in(entry: Entry, fields: dict[str, str]) -> set[tuple[str, int]]:
    said = entry.data["said"]
    return {
        (f"{thing}:{said[name]}", entry.subject_id)
        for name, thing in fields.items()
        if said.get(name)
    }


def _mention(named: Iterable[tuple[str, int]]) -> None:
    execute_rows(
        "INSERT INTO catalogue_mention (thing, fact) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        sorted(named),
    )
