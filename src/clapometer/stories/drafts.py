"""Drafts of entries about stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from clapometer.facts.days import UNKNOWN, When
from clapometer.instants import format_instant
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft
from clapometer.ledger.sealing import seal

_SEALED = "headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What is said of a story: its head, never its text. `published` is when it came out."""

    headline: str
    link: str = ""
    outlet: str = ""
    published: When = UNKNOWN
    language: str = ""
    topics: tuple[str, ...] = ()

    def said(self) -> dict[str, Any]:
        """Return it as an entry tells it, the sealed headline and the time left out."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        del told["headline"], told["published"]
        return {**told, "topics": list(self.topics), "dated": self.published.dated}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """How a story states a fact: the kind of claim, the season, the modality, the value as printed,
    and the words it stands on. `as_of` names a number of a counter."""

    claim: str
    modality: str
    printed: str = ""
    season: int | None = None
    quote: str = ""
    as_of: str = ""


def story_posted(article: Article) -> Draft:
    """Return the draft that says a story was published."""
    at = article.published.happened_at
    return Draft("story.posted", "story:", article.said(), at, {_SEALED: seal(article.headline)})


def story_corrected(story: int, now: Article, before: Article) -> Draft | None:
    """Return the draft that changes what is said of a story; None if nothing changes."""
    if now == before:
        return None
    said, was = now.said(), before.said()
    names = [name for name in said if said[name] != was[name]]
    told: dict[str, Value] = {name: was[name] for name in names}
    if now.published.happened_at != before.published.happened_at:
        at = before.published.happened_at
        told["happened_at"] = None if at is None else format_instant(at)
    body: dict[str, Value] = {**{name: said[name] for name in names}, "before": told}
    texts = {_SEALED: seal(now.headline)} if now.headline != before.headline else {}
    return Draft("story.corrected", f"story:{story}", body, now.published.happened_at, texts)


def story_undone(story: int, reason: str) -> Draft:
    """Return the counter-entry that takes a story back."""
    return Draft("story.undone", f"story:{story}", {"reason": reason})


def story_supports(story: int, fact: int, stated: Stated, at: int | None) -> Draft:
    """Return the draft that says a story states a fact; it happened when the story came out."""
    body: dict[str, Value] = {
        "fact": fact,
        "claim": stated.claim,
        "season": stated.season,
        "modality": stated.modality,
        "printed": stated.printed,
    }
    if stated.as_of:
        body["as_of"] = stated.as_of
    texts = {"quote": seal(stated.quote)} if stated.quote else {}
    return Draft("story.supports", f"story:{story}", body, at, texts)


def support_undone(story: int, entry: int, reason: str) -> Draft:
    """Return the counter-entry to `entry`, which said that the story states a fact."""
    return Draft("story.unsupported", f"story:{story}", {"entry": entry, "reason": reason})


def contradiction_settled(facts: Sequence[int], reason: str) -> Draft:
    """Return the draft that says facts which disagree stand as printed."""
    numbers: list[Value] = [*sorted(facts)]
    return Draft("contradiction.settled", "contradiction:", {"facts": numbers, "reason": reason})


def settling_undone(settled: int, reason: str) -> Draft:
    """Return the counter-entry that opens a contradiction again."""
    return Draft("contradiction.undone", f"contradiction:{settled}", {"reason": reason})
