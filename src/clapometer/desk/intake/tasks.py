"""What is done with strangers' texts in a process apart. Nothing here loads Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.known import Known, KnownWork
from clapometer.readers.claims.story import Story


def page_of(data: bytes, url: str = "", content_type: str = "") -> dict[str, Any]:
    """Return a page as read, as JSON can say it."""
    from clapometer.readers.pages import read_page

    return read_page(data, url, content_type).as_json()


def claims_of(
    data: bytes,
    source: str,
    published: str,
    known: Sequence[dict[str, Any]],
    by_model: Sequence[dict[str, Any]] = (),
) -> list[dict[str, Any]]:
    """Return the claims of a text in UTF-8, each with its fields by name; with those that a
    language model says it states, as far as the text bears them out."""
    day = date.fromisoformat(published) if published else None
    story = Story(data.decode(), 0, source or None, day)
    works = known_from(known)
    claims = read_claims(story, works)
    if by_model:
        from clapometer.stories.model.checking import checked
        from clapometer.stories.model.merging import merged

        claims = merged(claims, checked(Document(story, works), by_model)[0])
    return [claim_told(one) for one in claims]


def claim_told(claim: Claim) -> dict[str, Any]:
    """Return a claim as JSON can say it."""
    told = {one.name: getattr(claim, one.name) for one in fields(claim)}
    return told | {"fields": dict(claim.fields)}


def claim_from(told: dict[str, Any]) -> Claim:
    """Return the claim that `claim_told` told. Raises TypeError, ValueError for anything else."""
    start, end = told["span"]
    return Claim(**{**told, "span": (int(start), int(end)), "seasons": tuple(told["seasons"])})


def known_told(known: Known) -> list[dict[str, Any]]:
    """Return what is known of works as JSON can say it."""
    return [asdict(one) for one in known]


def known_from(told: Sequence[dict[str, Any]]) -> list[KnownWork]:
    """Return what `known_told` told."""
    return [
        KnownWork(**{**one, "names": tuple(one["names"]), "people": tuple(one["people"])})
        for one in told
    ]
