"""Things of structured data: one form for JSON-LD, microdata, RDFa and microformats.

A thing has types and properties, both without their vocabulary (`Review`, not
`https://schema.org/Review`), since pages write that in a dozen ways. A thing that only points to
another by its `@id` is followed when it is read, never copied in: pages point in circles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..bounds import bound

_VOCABULARY = re.compile(r"^.*[/#:]")


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A thing with its types, its properties and the place on the page it was read from."""

    types: tuple[str, ...]
    properties: Mapping[str, tuple[str | Thing, ...]]
    where: str
    id: str = ""

    def is_a(self, types: Iterable[str]) -> bool:
        """Whether the thing has one of the types."""
        return not set(self.types).isdisjoint(types)

    @property
    def is_pointer(self) -> bool:
        """Whether the thing says nothing but which other thing is meant."""
        return bool(self.id) and not self.properties


def bare(name: str) -> str:
    """Return a name without its vocabulary: Review for `https://schema.org/Review`."""
    return _VOCABULARY.sub("", name.strip().rstrip("/"))[:80]


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing, and as what of which other it stands on the page (None and "" for a topmost one)."""

    thing: Thing
    parent: Thing | None = None
    role: str = ""


@dataclass(slots=True)
class Things:
    """All things of a page, in the order they stand there, inner ones after what they stand in."""

    placed: list[Placed] = field(default_factory=list)
    _by_id: dict[str, Thing] = field(default_factory=dict)

    def add(
        self, thing: Thing, parent: Thing | None = None, role: str = "", depth: int = 0
    ) -> None:
        """Add a thing and everything in it, within the bounds of depth and number."""
        if len(self.placed) >= bound("things") or depth > bound("depth"):
            return
        self.placed.append(Placed(thing, parent, role))
        if thing.id and thing.properties:
            self._by_id.setdefault(thing.id, thing)
        for name, values in thing.properties.items():
            for value in values:
                if isinstance(value, Thing):
                    self.add(value, thing, name, depth + 1)

    def of(self, types: Iterable[str]) -> Iterator[Placed]:
        """Yield the things that have one of the types."""
        wanted = frozenset(types)
        return (one for one in self.placed if one.thing.is_a(wanted))

    def followed(self, thing: Thing) -> Thing:
        """Return what a thing points to, if it only points and the page has that; else itself."""
        return self._by_id.get(thing.id, thing) if thing.is_pointer else thing

    def values(self, thing: Thing | None, *names: str) -> list[str | Thing]:
        """Return the values of the first of the named properties that has any."""
        for name in names:
            values = thing.properties.get(name, ()) if thing is not None else ()
            found = [self.followed(one) if isinstance(one, Thing) else one for one in values]
            if found:
                return found
        return []

    def inner(self, thing: Thing | None, *names: str) -> list[Thing]:
        """Return the values that are things themselves."""
        return [one for one in self.values(thing, *names) if isinstance(one, Thing)]

    def texts(self, thing: Thing | None, *names: str) -> list[str]:
        """Return the values as texts; of a thing its name."""
        found = []
        for value in self.values(thing, *names):
            text = value if isinstance(value, str) else self.name(value)
            if text:
                found.append(text)
        return found

    def text(self, thing: Thing | None, *names: str) -> str:
        """Return the first text of the first of the named properties that has one, or ""."""
        return next((text for name in names for text in self.texts(thing, name)), "")

    def name(self, thing: Thing) -> str:
        """Return the name of a thing; a person's may be told in parts."""
        for name in ("name", "headline", "title", "@value", "alternateName"):
            for value in thing.properties.get(name, ()):
                if isinstance(value, str) and value.strip():
                    return value
                if isinstance(value, Thing) and value is not thing:
                    inner = value.properties.get("@value", ())
                    if inner and isinstance(inner[0], str):
                        return inner[0]
        parts = ("givenName", "additionalName", "familyName")
        told = [value for part in parts for value in thing.properties.get(part, ())[:1]]
        return " ".join(one for one in told if isinstance(one, str) and one.strip())
