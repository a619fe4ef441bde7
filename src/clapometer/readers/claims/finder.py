"""Finders: each reads one family of claims out of a document."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from importlib import import_module

from .claim import Claim
from .document import Document
from .known import NOTHING_KNOWN, Known
from .story import Story

logger = logging.getLogger(__name__)
Finder = Callable[[Document], Iterable[Claim]]
FINDERS: tuple[str, ...] = (
    "announced",
    "premieres",
    "platforms",
    "scores",
    "badges",
    "consensus",
    "charts",
    "counts",
    "takings",
    "cast",
    "creators",
    "sources",
    "synopses",
    "topics",
    "quotations",
)
"""The modules of finders in `finders/`, in order; each has a function `find(document)`."""


def finders() -> list[Finder]:
    """Return the finders in order."""
    return [import_module(f".finders.{name}", __package__).find for name in FINDERS]


def claims_of(find: Finder, document: Document) -> list[Claim]:
    """Return what one finder reads. Its own fault costs its own claims, never those of the others:
    nobody can foresee every text. The fault is logged."""
    try:
        return list(find(document))
    except Exception:
        logger.exception("%s failed on a story; the other finders go on", find.__module__)
        return []


def read_claims(story: Story, known: Known = NOTHING_KNOWN) -> list[Claim]:
    """Return the claims of a story in order of their place, one for each fact."""
    from .confidence import calibrated
    from .folding import folded

    document = Document(story, known)
    found = [claim for find in finders() for claim in claims_of(find, document)]
    return sorted(
        folded(document, calibrated(document, found)), key=lambda claim: (claim.span, claim.kind)
    )
