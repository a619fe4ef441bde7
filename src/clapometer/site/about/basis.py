"""What the work is based on, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from clapometer.catalogue.credits import Credit
from clapometer.catalogue.people import person_names
from clapometer.facts.reading import Fact
from clapometer.site.factwords import spoken_day
from clapometer.site.workpage import WorkRecord

from .marks import Mark, mark_of, source_of
from .naming import person_address, shown_person

THINGS: dict[str, Promise] = {
    "novel": gettext_lazy("the novel"),
    "book": gettext_lazy("the book"),
    "short story": gettext_lazy("the short story"),
    "graphic novel": gettext_lazy("the graphic novel"),
    "comic": gettext_lazy("the comic"),
    "manga": gettext_lazy("the manga"),
    "webcomic": gettext_lazy("the webcomic"),
    "play": gettext_lazy("the play"),
    "musical": gettext_lazy("the musical"),
    "game": gettext_lazy("the game"),
    "podcast": gettext_lazy("the podcast"),
    "article": gettext_lazy("the article"),
    "poem": gettext_lazy("the poem"),
    "song": gettext_lazy("the song"),
    "film": gettext_lazy("the film"),
    "series": gettext_lazy("the series"),
    "memoir": gettext_lazy("the memoir"),
    "true events": gettext_lazy("true events"),
}
# What an author also did on screen, by the credits: created it, wrote it.
_ALSO: dict[tuple[bool, bool], Promise] = {
    (True, True): gettext_lazy("who also created and wrote the screen version"),
    (True, False): gettext_lazy("who also created the screen version"),
    (False, True): gettext_lazy("who also wrote the screen version"),
}
_NUMBERS = (
    gettext_lazy("two"), gettext_lazy("three"), gettext_lazy("four"), gettext_lazy("five"),
    gettext_lazy("six"), gettext_lazy("seven"), gettext_lazy("eight"), gettext_lazy("nine"),
    gettext_lazy("ten"), gettext_lazy("eleven"), gettext_lazy("twelve"),
)  # fmt: skip
# What schema.org calls such a thing; the others are creative works.
_SCHEMA = {"novel": "Book", "book": "Book", "graphic novel": "Book", "memoir": "Book",
           "film": "Movie", "series": "TVSeries", "game": "Game", "article": "Article"}  # fmt: skip


class Author(NamedTuple):
    """An author: the name, the person's page if there is one, what the credits add."""

    name: str
    url: str
    also: str


class Basis(NamedTuple):
    """What the work is based on.

    `own` says on what ground the source work is by a creator of the work: by the credits here, or
    as the source says; empty where neither says so.
    """

    thing: str
    title: str
    volumes: str
    published: str
    authors: list[Author]
    own: str
    mark: Mark
    structured: dict[str, object]


def read_basis(record: WorkRecord, credited: Sequence[Credit]) -> list[Basis]:
    """Return what the work, or the whole that it is a part of, is based on."""
    told, _ = record.kin.nearest("source_work")
    known = record.asked.known
    names = person_names({one for fact in told for one in _authors(fact)}, known)
    return [_basis(fact, names, credited, known) for fact in told]


def _authors(fact: Fact) -> list[int]:
    found = (fact.said.get(name) for name in ("author", "second_author"))
    return [one for one in found if one]


def _basis(
    fact: Fact, names: Mapping[int, str], credited: Sequence[Credit], known: int | None
) -> Basis:
    said = fact.said
    people = [one for one in _authors(fact) if one in names]
    authors = [_author(one, names[one], credited) for one in people]
    if said.get("authors") and not authors:
        authors = [Author(str(said["authors"]), "", "")]
    return Basis(
        thing=str(THINGS[said["type"]]),
        title=str(said.get("title") or ""),
        volumes=_volumes(said.get("volumes") or 0),
        published=spoken_day(str(said["published"])) if said.get("published") else "",
        authors=authors,
        own=_own(fact, people, credited),
        mark=mark_of(fact, known),
        structured=_structured(said, [one.name for one in authors]),
    )


def _author(person: int, name: str, credited: Iterable[Credit]) -> Author:
    roles = {credit.role for credit in credited if credit.person == person}
    also = _ALSO.get(("created by" in roles, "written by" in roles), "")
    return Author(shown_person(person, name), person_address(person, name), str(also))


def _own(fact: Fact, authors: Sequence[int], credited: Iterable[Credit]) -> str:
    """Return on what ground it is by its own creator; a source that denies it is believed."""
    stated = fact.said.get("by_own_creator")
    if stated is False:
        return ""
    creators = {credit.person for credit in credited if credit.role == "created by"}
    if creators.intersection(authors):
        return gettext("by its own creator, by the credits here")
    if stated:
        return gettext("by its own creator, as said by: %(source)s") % {"source": source_of(fact)}
    return ""


def _volumes(count: int) -> str:
    if count < 2:
        return ""
    number = str(_NUMBERS[count - 2]) if count <= len(_NUMBERS) + 1 else str(count)
    return ngettext("in %(n)s volume", "in %(n)s volumes", count) % {"n": number}


def _structured(said: Mapping[str, object], authors: list[str]) -> dict[str, object]:
    data: dict[str, object] = {"@type": _SCHEMA.get(str(said["type"]), "CreativeWork")}
    if said.get("title"):
        data["name"] = said["title"]
    if authors:
        data["author"] = [{"@type": "Person", "name": name} for name in authors]
    return data
