"""Claims of who and what a work is made of: cast, creators, its source, its carrier."""

from __future__ import annotations

from clapometer.catalogue.facts.carriers import CARRIER_TYPES
from clapometer.catalogue.facts.credits import ROLES
from clapometer.catalogue.facts.sources import SOURCE_TYPES

from .telling import Telling, Typed
from .works import work_called

CREATED = {
    "creator": "created by",
    "co-creator": "created by",
    "developer": "developed by",
    "showrunner": "showrunner",
    "co-showrunner": "showrunner",
    "director": "directed by",
    "filmmaker": "directed by",
    "writer": "written by",
    "co-writer": "written by",
    "screenwriter": "written by",
    "producer": "produced by",
    "executive producer": "executive producer",
    "composer": "music by",
    "cinematographer": "cinematography by",
    "director of photography": "cinematography by",
    "editor": "edited by",
    "costume designer": "costumes by",
    "production designer": "production design by",
    "casting director": "casting by",
    "narrator": "narrator",
}
"""Roles of creators in claims, and those of credits; others are asked of the editor."""
SOURCES: tuple[tuple[str, str], ...] = (
    ("graphic novel", "graphic novel"),
    ("webcomic", "webcomic"),
    ("web comic", "webcomic"),
    ("manga", "manga"),
    ("comic", "comic"),
    ("short stor", "short story"),
    ("memoir", "memoir"),
    ("autobiograph", "memoir"),
    ("musical", "musical"),
    ("game", "game"),
    ("podcast", "podcast"),
    ("article", "article"),
    ("true ", "true events"),
    ("real ", "true events"),
    ("events", "true events"),
    ("tv series", "series"),
    ("television", "series"),
    ("tv show", "series"),
    ("sitcom", "series"),
    ("miniseries", "series"),
    ("novel", "novel"),
    ("book", "book"),
    ("film", "film"),
    ("movie", "film"),
    ("poem", "poem"),
    ("epic", "poem"),
    ("song", "song"),
    ("play", "play"),
    ("stories", "short story"),
    ("series", "series"),
    ("show", "series"),
)
"""Words in the sort of a source work, and what it then is in the record: the first that fits."""
MAKERS = {
    "studio": "studio",
    "producer": "production company",
    "production company": "production company",
    "maker": "production company",
    "distributor": "distributor",
}
"""Roles of a company that makes or sells a work and does not show it."""


def cast(told: Telling) -> tuple[str, Typed]:
    """Return a credit on screen."""
    return "credit", {
        "when": told.published,
        "person": told.value,
        "role": "cast",
        "character": told.text("role"),
    }


def creator(told: Telling) -> tuple[str, Typed]:
    """Return a credit behind the camera."""
    role = told.text("role").casefold()
    found = CREATED.get(role, role if role in ROLES else "")
    return "credit", {"when": told.published, "person": told.value, "role": found}


def source_work(told: Telling) -> tuple[str, Typed]:
    """Return what the work is based on."""
    return "source_work", {
        "when": told.published,
        "type": _sort(told),
        "title": told.value,
        "authors": told.text("author"),
    }


def _sort(told: Telling) -> str:
    """Return the sort of the source; of a prequel or remake the kind of the work it names."""
    sort = told.text("type").casefold()
    if sort in SOURCE_TYPES:
        return sort
    found = next((word for sign, word in SOURCES if sign in sort), "")
    if found:
        return found
    work = work_called(told.value)
    return work.kind if work is not None and work.kind in SOURCE_TYPES else ""


def platform(told: Telling) -> tuple[str, Typed]:
    """Return where the work can be watched, or who makes it."""
    role = told.text("role").casefold()
    if role in MAKERS:
        return "maker", {"when": told.published, "name": told.value, "role": MAKERS[role]}
    return "carrier", {
        "when": told.published,
        "name": told.value,
        "type": role if role in CARRIER_TYPES else "",
        "exclusive": "yes" if told.claim.fields.get("exclusive") is True else "",
    }
