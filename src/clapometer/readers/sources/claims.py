"""Claims of a Wikidata item: values with their qualifiers, the best rank only.

The shape is Wikibase's JSON (doc.wikimedia.org/Wikibase, JSON topic): a main snak with a value of a
type, a rank, and qualifiers of the same form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .works import Json, as_day, as_object, as_objects, as_text

PREFERRED, DEPRECATED = "preferred", "deprecated"
ORDINAL = "P1545"
_PRECISIONS = {11: 10, 10: 7, 9: 4}
"""Wikibase's precision of a time -> characters of ISO 8601 that are known: day, month, year."""
_TIME = re.compile(r"\+(\d{4}-\d{2}-\d{2})T.*")


class Claim(NamedTuple):
    """One value: an item, a text (in a language, if it tells one), or a day."""

    item: str = ""
    text: str = ""
    language: str = ""
    day: str = ""
    qualifiers: Mapping[str, tuple[Claim, ...]] = {}

    def items(self, name: str) -> tuple[str, ...]:
        """Return the items of a qualifier."""
        return tuple(one.item for one in self.qualifiers.get(name, ()) if one.item)


class Values:
    """The claims of an item, by property."""

    def __init__(self, claims: Mapping[str, tuple[Claim, ...]]) -> None:
        self._claims = claims

    def of(self, name: str) -> tuple[Claim, ...]:
        """Return the claims of a property."""
        return self._claims.get(name, ())

    def monolingual(self, name: str) -> list[Claim]:
        """Return the claims of a property that are texts in a language."""
        return [claim for claim in self.of(name) if claim.text and claim.language]


def claims_of(entity: Json) -> dict[str, tuple[Claim, ...]]:
    """Return the claims by property: the preferred ones where there are some."""
    return {
        str(name): tuple(_best(as_objects(found)))
        for name, found in as_object(entity.get("claims")).items()
    }


def ordinal_of(claim: Claim) -> int | None:
    """Return the place in a series that a claim's qualifier tells."""
    for one in claim.qualifiers.get(ORDINAL, ()):
        if one.text.isascii() and one.text.isdigit() and len(one.text) <= 5:
            return int(one.text)
    return None


def _best(found: list[Json]) -> list[Claim]:
    preferred = [one for one in found if one.get("rank") == PREFERRED]
    ranked = preferred or [one for one in found if one.get("rank") != DEPRECATED]
    return [claim for one in ranked if (claim := _claim(one))]


def _claim(found: Json) -> Claim | None:
    value = _value(as_object(found.get("mainsnak")))
    if value is None:
        return None
    qualifiers = {
        str(name): tuple(one for snak in as_objects(snaks) if (one := _value(snak)))
        for name, snaks in as_object(found.get("qualifiers")).items()
    }
    return value._replace(qualifiers=qualifiers)


def _value(snak: Json) -> Claim | None:
    data = as_object(snak.get("datavalue"))
    value = data.get("value")
    if snak.get("snaktype") != "value":
        return None
    if isinstance(value, str):
        return Claim(text=as_text(value))
    thing = as_object(value)
    if "id" in thing:
        return Claim(item=as_text(thing.get("id"), 20))
    if "text" in thing:
        return Claim(text=as_text(thing.get("text")), language=as_text(thing.get("language"), 20))
    return Claim(day=_day(thing)) if "time" in thing else None


def _day(value: Json) -> str:
    found = _TIME.fullmatch(as_text(value.get("time"), 40))
    precision = value.get("precision")
    known = _PRECISIONS.get(precision) if isinstance(precision, int) else None
    return as_day(found[1][:known]) if found and known else ""
