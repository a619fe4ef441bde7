"""Reading pages, claims and feeds in a process apart, and what comes back, checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clapometer.confining.bounds import MIB, Bounds
from clapometer.confining.refusals import ConfinedFailed
from clapometer.confining.running import Confined
from clapometer.readers.claims.claim import KINDS, MODALITIES, Claim
from clapometer.readers.claims.known import Known
from clapometer.readers.feeds.feed import Feed
from clapometer.readers.pages import Page

from .asked import TakingRefused
from .tasks import claim_from, known_told

BOUNDS = Bounds(memory=1024 * MIB, work_seconds=20, wall_seconds=40.0)
"""What reading one text may take."""
_TASKS = "clapometer.desk.intake.tasks"
_READER = Confined(BOUNDS)
_NO_ANSWER = "What was read from it makes no sense, so nothing was taken from it."


def read_page_apart(data: bytes, url: str, content_type: str) -> Page:
    """Return the page that the bytes are. Raises TakingRefused."""
    told = _run(f"{_TASKS}:page_of", data, url=url, content_type=content_type)
    try:
        return Page.from_json(told)
    except (TypeError, KeyError, ValueError, AttributeError):
        raise TakingRefused(_NO_ANSWER) from None


def read_claims_apart(
    text: str,
    source: str,
    published: str,
    known: Known,
    by_model: Sequence[dict[str, Any]] = (),
) -> list[Claim]:
    """Return the claims of a text, published on a day (“2024-05-01”, or ""). Raises TakingRefused.

    `by_model` is what a language model says the text states, unchecked.
    A claim that does not stand in the text, or is of no known kind, is left out.
    """
    told = _run(
        f"{_TASKS}:claims_of",
        text.encode("utf-8", "replace"),
        source=source,
        published=published,
        known=known_told(known),
        by_model=list(by_model),
    )
    try:
        claims = [claim_from(one) for one in told]
    except (TypeError, KeyError, ValueError, AttributeError):
        raise TakingRefused(_NO_ANSWER) from None
    return [one for one in claims if _is_sound(one, len(text))]


def read_feed_apart(data: bytes, url: str, content_type: str) -> Feed:
    """Return the feed that the bytes are. Raises TakingRefused."""
    task = "clapometer.readers.feeds.reading:read_feed_as_json"
    told = _run(task, data, url=url, content_type=content_type)
    try:
        return Feed.from_json(told)
    except (TypeError, KeyError, ValueError, AttributeError):
        raise TakingRefused(_NO_ANSWER) from None


def _run(task: str, data: bytes, **arguments: object) -> Any:
    try:
        return _READER.run(task, data, **arguments)
    except ConfinedFailed as failed:
        raise TakingRefused(str(failed)) from None


def _is_sound(claim: Claim, length: int) -> bool:
    start, end = claim.span
    return (
        claim.kind in KINDS
        and claim.modality in MODALITIES
        and 0 <= start < end <= length
        and 0.0 <= claim.confidence <= 1.0
    )
