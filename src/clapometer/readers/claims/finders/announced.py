"""Finder of what was announced: renewals, orders, cancellations, endings."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document

from . import cancellations, endings, orders, renewals


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    yield from renewals.find(document)
    yield from cancellations.find(document)
    yield from endings.find(document)
    yield from orders.find(document)
