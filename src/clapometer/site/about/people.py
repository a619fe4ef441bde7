"""Who made the work and who plays in it, and what it is based on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from clapometer.catalogue.credits import Credit, merged
from clapometer.catalogue.facts.credits import ON_SCREEN
from clapometer.catalogue.models import Work
from clapometer.site.addresses import absolute
from clapometer.site.workpage import WorkRecord

from .basis import read_basis
from .marks import fact_url
from .naming import person_address, shown_person

# So many of one role are shown at once; the others are a step away.
SHOWN = 12
# Programs are told of so many at most.
_TOLD = 20
ROLES: dict[str, Promise] = {
    "created by": gettext_lazy("Created by"),
    "developed by": gettext_lazy("Developed by"),
    "showrunner": gettext_lazy("Showrunner"),
    "directed by": gettext_lazy("Directed by"),
    "written by": gettext_lazy("Written by"),
    "story by": gettext_lazy("Story by"),
    "cast": gettext_lazy("Cast"),
    "guest": gettext_lazy("Guests"),
    "voice": gettext_lazy("Voices"),
    "narrator": gettext_lazy("Narrator"),
    "music by": gettext_lazy("Music by"),
    "cinematography by": gettext_lazy("Cinematography by"),
    "edited by": gettext_lazy("Edited by"),
    "production design by": gettext_lazy("Production design by"),
    "costumes by": gettext_lazy("Costumes by"),
    "casting by": gettext_lazy("Casting by"),
    "produced by": gettext_lazy("Produced by"),
    "executive producer": gettext_lazy("Executive producers"),
}
# What schema.org calls a role.
_PROPERTIES = {
    "created by": "creator",
    "directed by": "director",
    "written by": "author",
    "cast": "actor",
    "voice": "actor",
    "music by": "musicBy",
    "produced by": "producer",
}


class Name(NamedTuple):
    """A person in a role: the character, what else there is to say, and the fact behind it."""

    name: str
    url: str
    character: str
    notes: str
    fact: str


class Group(NamedTuple):
    """The people of one role: those shown at once, and the others."""

    title: str
    on_screen: bool
    first: list[Name]
    rest: list[Name]


def read_people(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what the work is based on, and its credits with those of its parts."""
    known, family = record.asked.known, record.kin.family
    credited = merged(record.kin.with_parts("credit"), [one.id for one in family], known)
    basis = read_basis(record, credited)
    if not credited and not basis:
        return None
    return {
        "basis": basis,
        "groups": list(_groups(credited, family, known)),
        "structured": {
            **_told(credited),
            **({"isBasedOn": [one.structured for one in basis]} if basis else {}),
        },
    }


def _groups(
    credited: Sequence[Credit], family: Sequence[Work], known: int | None
) -> Iterable[Group]:
    """Yield the people by role, in the order of the roles."""
    titles = {one.id: one.title for one in family[1:]}
    for role in dict.fromkeys(credit.role for credit in credited):
        names = [_name(credit, titles, known) for credit in credited if credit.role == role]
        yield Group(str(ROLES[role]), role in ON_SCREEN, names[:SHOWN], names[SHOWN:])


def _name(credit: Credit, titles: Mapping[int, str], known: int | None) -> Name:
    return Name(
        name=shown_person(credit.person, credit.name),
        url=person_address(credit.person, credit.name),
        character=" / ".join(credit.characters),
        notes=" · ".join((*credit.notes, *_parts(credit, titles))),
        fact=fact_url(credit.facts[0], known),
    )


def _parts(credit: Credit, titles: Mapping[int, str]) -> list[str]:
    """Return in which parts of the work it was, where it was not in the work as a whole."""
    parts = [titles[work] for work in credit.works if work in titles]
    if not parts or len(parts) != len(credit.works):
        return []
    if len(parts) > 3:
        return [ngettext("%(n)s part", "%(n)s parts", len(parts)) % {"n": len(parts)}]
    return [gettext("in %(parts)s") % {"parts": ", ".join(parts)}]


def _told(credited: Iterable[Credit]) -> dict[str, object]:
    """Return the people as schema.org names them."""
    found: dict[str, dict[int, dict[str, str]]] = {}
    for credit in credited:
        if credit.role in _PROPERTIES and credit.name:
            url = absolute(person_address(credit.person, credit.name))
            person = {"@type": "Person", "name": credit.name, "url": url}
            found.setdefault(_PROPERTIES[credit.role], {})[credit.person] = person
    return {name: list(people.values())[:_TOLD] for name, people in found.items()}
