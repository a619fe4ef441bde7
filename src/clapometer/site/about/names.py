"""What else the work is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clapometer.catalogue.titles import title_for
from clapometer.facts.reading import Fact
from clapometer.site.workpage import WorkRecord

from . import places
from .marks import Mark, mark_of

TITLE_TYPES: dict[str, Promise] = {
    "original": _("original title"),
    "translated": _("title in another language"),
    "alias": _("also known as"),
    "working": _("working title"),
    "sort": _("as lists order it"),
}


class Name(NamedTuple):
    """Another title: its text, the code of its language, and what there is to say of it."""

    text: str
    code: str
    about: str
    mark: Mark


def read_local_title(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the title in the reader's language, where it is not the one the work has here."""
    language = get_language() or "en"
    title = title_for(record.work, language, record.kin.own("title"))
    if title in (record.work.title, record.work.label):
        return None
    return {"title": title, "code": language, "language": places.language(language)}


def read_titles(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the other titles of the work, the original first."""
    told = record.kin.own("title")
    if not told:
        return None
    order = list(TITLE_TYPES)
    ordered = sorted(told, key=lambda fact: (order.index(fact.said["type"]), fact.at, fact.id))
    others = [text for text in _texts(ordered) if text != record.work.label]
    return {
        "names": [_name(fact, record.asked.known) for fact in ordered],
        "structured": {"alternateName": others} if others else {},
    }


def _texts(titles: list[Fact]) -> list[str]:
    shown = (fact for fact in titles if fact.said["type"] != "sort")
    return list(dict.fromkeys(str(fact.said["text"]) for fact in shown))


def _name(fact: Fact, known: int | None) -> Name:
    code, territory = fact.said.get("language"), fact.said.get("territory")
    about = [
        str(TITLE_TYPES[fact.said["type"]]),
        places.language(code) if code else "",
        places.country(territory) if territory else "",
    ]
    return Name(
        str(fact.said["text"]), code or "", " · ".join(filter(None, about)), mark_of(fact, known)
    )
