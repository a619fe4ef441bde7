"""Everything the page of a person shows: works with roles, source works, other facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from clapometer.catalogue.facts.credits import ROLES as ORDER
from clapometer.catalogue.facts.credits import SEPARATOR
from clapometer.catalogue.lasting import holds_at
from clapometer.catalogue.models import Work
from clapometer.catalogue.people import facts_naming
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import Fact
from clapometer.readers.namespaces import Outside, link_out
from clapometer.site.addresses import absolute, work_address
from clapometer.site.factwords import line_of, title_of

from .basis import THINGS
from .marks import Mark, mark_of
from .naming import person_address, shown_person
from .people import ROLES


class Part(NamedTuple):
    """What a person did in a work, in words, and the fact behind it."""

    role: str
    character: str
    note: str
    mark: Mark


class WorkOf(NamedTuple):
    """A work with what the person did in it."""

    title: str
    url: str
    year: int | None
    parts: list[Part]


class Saying(NamedTuple):
    """Another fact that names the person."""

    title: str
    line: str
    work: str
    url: str
    mark: Mark


class PersonPage(NamedTuple):
    """A person as known at an instant, and what the site has of them."""

    name: str
    other_names: list[str]
    links: list[Outside]
    works: list[WorkOf]
    sayings: list[Saying]
    mark: Mark
    structured: dict[str, object]


def read_person(fact: Fact, at: int | None, known: int | None) -> PersonPage:
    """Return the page of the person that a fact names; the number of queries does not grow."""
    said = fact.said
    told = [
        one for one in facts_naming(fact.id, known) if holds_at(one, at) and _names(one, fact.id)
    ]
    works = Work.objects.select_related("parent").in_bulk({one.about for one in told if one.about})
    links = _links(said)
    return PersonPage(
        name=shown_person(fact.id, str(said.get("name") or "")),
        other_names=[
            name for part in str(said.get("other_names") or "").split(";") if (name := part.strip())
        ],
        links=links,
        works=_works([one for one in told if one.kind == "credit"], works, known),
        sayings=[_saying(one, works, known) for one in told if one.kind != "credit"],
        mark=mark_of(fact, known),
        structured=_structured(fact, links),
    )


def marked(page: PersonPage) -> list[int]:
    """Return the numbers of the facts whose marks stand on the page."""
    parts = [part.mark.number for work in page.works for part in work.parts]
    return [page.mark.number, *parts, *(one.mark.number for one in page.sayings)]


def _names(fact: Fact, person: int) -> bool:
    """Return whether the fact still names the person: an earlier version of it may have done so."""
    kind = kind_named(fact.kind)
    fields = [one for one in kind.fields if isinstance(one, Ref)] if kind else []
    return any(fact.said.get(one.name) == person for one in fields if one.to == "person")


def _links(said: Mapping[str, object]) -> list[Outside]:
    identifiers = str(said.get("identifiers") or "").split(SEPARATOR)
    return sorted(filter(None, (link_out(one, "person") for one in identifiers)))


def _works(credited: Iterable[Fact], works: Mapping[int, Work], known: int | None) -> list[WorkOf]:
    """Return the works, the newest first, each with the person's roles in their order."""
    found: dict[int, list[Fact]] = {}
    for fact in credited:
        if fact.about in works:
            found.setdefault(fact.about, []).append(fact)
    order = list(ORDER)
    newest = sorted(found, key=lambda id_: (-(works[id_].year or 0), works[id_].label, id_))
    return [
        WorkOf(
            title=works[id_].label,
            url=work_address(works[id_]),
            year=works[id_].year,
            parts=[
                _part(fact, known)
                for fact in sorted(found[id_], key=lambda one: order.index(one.said["role"]))
            ],
        )
        for id_ in newest
    ]


def _part(fact: Fact, known: int | None) -> Part:
    said = fact.said
    return Part(
        role=str(ROLES[said["role"]]),
        character=str(said.get("character") or ""),
        note=str(said.get("note") or ""),
        mark=mark_of(fact, known),
    )


def _saying(fact: Fact, works: Mapping[int, Work], known: int | None) -> Saying:
    work = works.get(fact.about)
    return Saying(
        title=title_of(fact.kind),
        line=_told(fact),
        work=str(work) if work else "",
        url=work_address(work) if work else "",
        mark=mark_of(fact, known),
    )


def _told(fact: Fact) -> str:
    """Return a fact in words; of a source work the thing and its title alone."""
    if fact.kind != "source_work":
        return line_of(fact)
    thing, title = str(THINGS[fact.said["type"]]), fact.said.get("title")
    return f"{thing} “{title}”" if title else thing


def _structured(fact: Fact, links: Sequence[Outside]) -> dict[str, object]:
    name = str(fact.said.get("name") or "")
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": shown_person(fact.id, name),
        "url": absolute(person_address(fact.id, name)),
    }
    if links:
        data["sameAs"] = [one.address for one in links]
    return data
