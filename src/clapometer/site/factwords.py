"""What facts say, in a reader's words: each value by the type of its field, and times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from clapometer.catalogue.models import Work
from clapometer.facts.days import When, shown_day
from clapometer.facts.fields import Field, Link, Prose, Ref, Whole
from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.places import languages, territories
from clapometer.facts.reading import Fact, facts_numbered

from . import words
from .about.naming import person_address
from .addresses import fact_address, work_address


class Shown(NamedTuple):
    """One thing that a fact says: its label, its text, and the page that the text leads to.

    `outside`: whether that page is another site's. `prose`: whether the text has lines of its own.
    """

    label: str
    text: str
    url: str = ""
    outside: bool = False
    prose: bool = False


class Named(NamedTuple):
    """What a number of this site stands for: its name, its page."""

    name: str
    url: str


Names = Mapping[tuple[str, int], Named]
"""(what it is, its number) -> its name."""


def names_in(kind: FactKind, facts: Iterable[Fact]) -> dict[tuple[str, int], Named]:
    """Return the names of all works and people that the facts, of one kind, refer to."""
    wanted: dict[str, set[int]] = {}
    for fact in facts:
        for field in kind.fields:
            if isinstance(field, Ref) and field.name in fact.said:
                wanted.setdefault(field.to, set()).add(fact.said[field.name])
    found: dict[tuple[str, int], Named] = {}
    for to, numbers in wanted.items():
        named = _works(numbers) if to == "work" else _facts(numbers)
        found |= {(to, number): one for number, one in named.items()}
    return found


def _works(numbers: Iterable[int]) -> dict[int, Named]:
    works = Work.objects.select_related("parent").in_bulk(list(numbers))
    return {number: Named(str(work), work_address(work)) for number, work in works.items()}


def _facts(numbers: Iterable[int]) -> dict[int, Named]:
    return {
        number: Named(line_of(fact), _page_of(fact))
        for number, fact in facts_numbered(numbers).items()
    }


def _page_of(fact: Fact) -> str:
    """Return the page of what a fact brings into being: a person has one, other facts their own."""
    if fact.kind != "person":
        return fact_address(fact.id)
    return person_address(fact.id, str(fact.said.get("name") or ""))


def line_of(fact: Fact, names: Names | None = None) -> str:
    """Return a fact in one line, with the names of those it refers to in place of their numbers.

    `names` are looked up where they are not given. The name of its kind where that is not known.
    """
    kind = kind_named(fact.kind)
    if kind is None:
        return fact.kind
    line = kind.line(fact.said)
    refs = [field for field in kind.fields if isinstance(field, Ref) and field.name in fact.said]
    known = names_in(kind, [fact]) if refs and names is None else names or {}
    for field in refs:
        number = fact.said[field.name]
        named = known.get((field.to, number))
        if named:
            parts = re.split(rf"\b{field.letter}{number}\b", line)
            line = named.name.join(parts)
    return line


def title_of(kind: str) -> str:
    """Return the title of a kind for people; its name where it is not known any more."""
    known = kind_named(kind)
    return gettext(known.title) if known else kind


def shown_values(kind: FactKind, said: Mapping[str, Any], names: Names) -> list[Shown]:
    """Return what a fact says in the fields of its kind, those that are empty left out."""
    found = [
        shown_value(field, said[field.name], names)
        for field in kind.fields
        if said.get(field.name) is not None
    ]
    stamp = kind.stamp
    if stamp and said.get(stamp.name) is not None:
        found.append(Shown(gettext(stamp.label), stamp.show(said[stamp.name])))
    return found


def shown_value(field: Field, value: Any, names: Names) -> Shown:
    """Return one value in words."""
    label = gettext(field.label)
    if isinstance(field, Ref):
        named = names.get((field.to, value), Named(field.show(value), ""))
        return Shown(label, named.name, named.url)
    if isinstance(field, Link):
        return Shown(label, value, value, outside=True)
    return Shown(label, words_of(field, value), prose=isinstance(field, Prose))


def words_of(field: Field, value: Any) -> str:
    """Return a value that leads nowhere, in words; "" for None."""
    if value is None:
        return ""
    if isinstance(field, Whole):
        return f"{value:,}"
    say = _SAY.get(field.shape)
    return say(field, value) if say else field.show(value)


def spoken_day(iso: str) -> str:
    """Return a day, month or year of ISO 8601 in words: 4 August 2023, August 2023, 2023."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return iso
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    if len(parts) == 2:
        # Translators: how a month is written, in Django's date format characters.
        return date_format(day, pgettext("format of a month", "F Y"), use_l10n=False)
    return date_format(day, pgettext("format of a day", "j F Y"), use_l10n=False)


def spoken_when(fact: Fact) -> str:
    """Return the time of a fact as exactly as it is known; "" where it is not."""
    if fact.happened_at is None:
        return ""
    if fact.dated == "instant":
        return words.moment_of(fact.happened_at)
    when = When(fact.happened_at, fact.dated)
    return spoken_day(shown_day(when, timezone.get_default_timezone()))


def _choice(field: Field, value: Any) -> str:
    table: Mapping[str, str] = getattr(field, "table", {})
    return gettext(str(table.get(value) or value))


def _flag(_field: Field, value: Any) -> str:
    return gettext("yes") if value else gettext("no")


def _day(_field: Field, value: Any) -> str:
    return spoken_day(value)


def _territory(_field: Field, value: Any) -> str:
    return territories().get(value, str(value))


def _language(_field: Field, value: Any) -> str:
    return languages().get(value, str(value))


_SAY: dict[str, Callable[[Field, Any], str]] = {
    "choice": _choice,
    "flag": _flag,
    "day": _day,
    "territory": _territory,
    "language": _language,
}
