"""Claims of who and what a work is made of: cast, creators, its source, its carrier."""

from __future__ import annotations

from clapometer.catalogue.facts.carriers import CARRIER_TYPES
from clapometer.catalogue.facts.credits import ROLES
from clapometer.catalogue.facts.sources import SOURCE_TYPES

from .telling import Telling, Typed

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
SOURCES = {
    "video game": "game",
    "tv series": "series",
    "tv show": "series",
    "television series": "series",
    "comic book": "comic",
    "comics": "comic",
    "book series": "book",
    "novel series": "novel",
    "novella": "novel",
    "movie": "film",
    "stage play": "play",
    "stage musical": "musical",
    "web comic": "webcomic",
    "true story": "true events",
    "real events": "true events",
    "autobiography": "memoir",
}
"""Sorts of source works in claims that are called otherwise in the record."""
MAKERS = frozenset({"studio", "producer", "production company", "maker"})
"""Roles of a company that makes a work and does not show it."""


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
    sort = told.text("type").casefold()
    found = SOURCES.get(sort, sort)
    return "source_work", {
        "when": told.published,
        "type": found if found in SOURCE_TYPES else "",
        "title": told.value,
        "authors": told.text("author"),
    }


def platform(told: Telling) -> tuple[str, Typed]:
    """Return where the work can be watched."""
    role = told.text("role").casefold()
    return "carrier", {
        "when": told.published,
        "name": told.value,
        "type": role if role in CARRIER_TYPES else "",
        "exclusive": "yes" if told.claim.fields.get("exclusive") is True else "",
    }
