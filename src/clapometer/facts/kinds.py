"""Kinds of facts: what each says, about what, in which fields. Rooms register theirs here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.ledger.kinds import EntryKind

from .days import DATED
from .fields import Field, Link, Text

WORKS = ("film", "series", "season", "episode")
NOTHING: tuple[str, ...] = ()
"""What a fact is about that stands alone, such as a person."""
COMMON: tuple[Field, ...] = (
    Text(
        name="source",
        label="Source",
        means="who says so: a publication, a company, a person",
        example="A Made-up Gazette",
    ),
    Link(
        name="link",
        label="Link",
        means="where it stands",
        example="https://gazette.example/story",
    ),
)
"""Fields that every fact has after its own."""
WHEN = "when"
"""The name under which forms and files tell the time of a fact."""


def _nothing_wrong(_said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the desk states with a fact when it is saved, and nobody types.

    `make` is told the work and the time of the fact and returns the value, None for nothing; `show`
    writes it for people.
    """

    name: str
    label: str
    means: str
    make: Callable[[int, int | None], Any]
    show: Callable[[Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind:
    """A kind of fact.

    `name` stands in entries and addresses, `title` on pages. `about` lists the kinds of works that
    such a fact can be about. `moment` says what the time of the fact is; `line` tells the fact in
    one line from what it says. `check` returns what is wrong with the fields together: the field's
    name ("" for the whole) and a sentence. `stamp`: what the desk adds, if anything.
    """

    name: str
    title: str
    means: str
    fields: tuple[Field, ...]
    line: Callable[[Mapping[str, Any]], str]
    about: tuple[str, ...] = WORKS
    moment: str = "when it was said"
    check: Callable[[Mapping[str, Any]], tuple[tuple[str, str], ...]] = _nothing_wrong
    stamp: Stamp | None = None

    @property
    def every_field(self) -> tuple[Field, ...]:
        """Return its own fields and those that every fact has."""
        return (*self.fields, *COMMON)

    @property
    def sealed(self) -> tuple[str, ...]:
        """Return the names of the fields that are kept beside the log."""
        return tuple(field.name for field in self.fields if field.sealed)

    def field(self, name: str) -> Field:
        """Return the field of this name. Raises KeyError."""
        return {field.name: field for field in self.every_field}[name]


_kinds: dict[str, FactKind] = {}


def register(*kinds: FactKind) -> None:
    """Make kinds known; a room does so when Django loads it."""
    for kind in kinds:
        known = _kinds.setdefault(kind.name, kind)
        assert known is kind, f"two kinds of facts are called {kind.name}"


def all_kinds() -> tuple[FactKind, ...]:
    """Return the kinds in the order in which they were registered."""
    return tuple(_kinds.values())


def kind_named(name: str) -> FactKind | None:
    """Return the kind of this name, None where there is none."""
    return _kinds.get(name)


def entry_kinds(kind: FactKind) -> dict[str, EntryKind]:
    """Return the kinds of entries that tell such facts."""
    about = {"about": "the number of the work"} if kind.about else {}
    stamps = () if kind.stamp is None else (f"`{kind.stamp.name}` ({kind.stamp.means})",)
    fields = (f"`{one.name}` ({one.means})" for one in kind.every_field if not one.sealed)
    said = {
        "said": "what is said: "
        + ", ".join((*fields, *stamps))
        + f", and `dated`, how exactly the time is known ({', '.join(DATED)})"
    }
    changed = {
        "about": "the number of the work, where the fact was moved to another record of it",
        "said": "what was changed, and what it is now; null for what was emptied",
        "before": "what it was; `happened_at` where the time was changed",
    }
    texts = {one.name: one.means for one in kind.fields if one.sealed}
    taken = {"entry": "the number of the entry", "reason": "why, in public; may be empty"}
    title = kind.title.casefold()
    return {
        f"{kind.name}.added": EntryKind(f"{title}: {kind.means}", {**about, **said}, texts),
        f"{kind.name}.corrected": EntryKind(f"{title}: corrected", changed, texts),
        f"{kind.name}.undone": EntryKind(f"{title}: taken back", taken),
        f"{kind.name}.restored": EntryKind(f"{title}: put back after all", taken),
    }
