"""The kinds of facts that make up the catalogue's record of a work, one module for each subject."""

from __future__ import annotations

from clapometer.facts.kinds import FactKind

from .carriers import CARRIER
from .credits import CREDIT, PERSON
from .posters import POSTER
from .releases import RELEASE
from .sources import SOURCE_WORK
from .synopses import SYNOPSIS
from .titles import TITLE
from .trailers import TRAILER

KINDS: tuple[FactKind, ...] = (
    TITLE, RELEASE, CARRIER, SYNOPSIS, TRAILER, PERSON, CREDIT, SOURCE_WORK, POSTER,
)  # fmt: skip
"""In the order in which forms and the reference list them."""
