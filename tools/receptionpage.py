"""The reference of the consensus and of scores as others print them, written from the code."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

import django

from clapometer.facts.kinds import FactKind
from clapometer.scoring.tables import markdown

# Where each table of words lies: the page's name for it, its module, its name there, its column.
WORDS = {
    "consensus-written-at": ("reviews.consensus", "WRITTEN_AT", "member"),
    "consensus-reasons": ("reviews.consensus", "REASONS", "reason"),
    "consensus-members": ("cli.consensus", "MEMBERS", "member"),
    "outside-panels": ("signals.outside", "PANELS", "panel"),
    "outside-scales": ("signals.outside", "SCALES", "scale"),
    "outside-bounds": ("signals.outside", "BOUNDS", "bound"),
}
KINDS = {
    "consensus-fields": ("reviews.consensus", "CONSENSUS"),
    "outside-fields": ("signals.outside", "OUTSIDE_SCORE"),
}


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name."""
    found: dict[str, Callable[[], str]] = {
        name: partial(_words, *place) for name, place in WORDS.items()
    }
    return found | {name: partial(_fields, *place) for name, place in KINDS.items()}


def _fields(module: str, name: str) -> str:
    kind: FactKind = _loaded(module, name)
    rows = (
        (f"`{one.name}`", f"{one.means}{'; must be given' if one.required else ''}", one.example)
        for one in kind.every_field
    )
    return markdown(("field", "what it says", "for example"), rows)


def _words(module: str, name: str, title: str) -> str:
    words: Mapping[str, str] = _loaded(module, name)
    return markdown((title, "meaning"), ((f"`{word}`", means) for word, means in words.items()))


def _loaded(module: str, name: str) -> Any:
    """What a module of a room holds; the rooms that keep tables in a database need Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clapometer.config.settings")
    django.setup()
    return getattr(import_module(f"clapometer.{module}"), name)
