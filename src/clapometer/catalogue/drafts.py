"""Drafts of entries about works."""

from __future__ import annotations

from clapometer.instants import format_instant
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft

from .kinds import FACTS
from .models import Work


def work_added(
    *,
    kind: str,
    title: str,
    year: int | None = None,
    identifiers: tuple[str, ...] = (),
    release: str = "",
    parent: int | None = None,
    number: int | None = None,
    released: int | None = None,
) -> Draft:
    """Return the draft that adds a work. `released`: the instant of its release, if known."""
    body: dict[str, Value] = {"kind": kind, "title": title, "year": year}
    body |= {"identifiers": list(identifiers), "release": release}
    body |= {"parent": parent, "number": number}
    if released is not None:
        body["released"] = format_instant(released)
    return Draft("work.added", "work:", body)


def fact_of(work: Work, name: str) -> Value:
    """Return a fact of a work (of FACTS, but for its identifiers) as entries tell it."""
    if name == "released":
        return None if work.released is None else format_instant(work.released)
    value: Value = getattr(work, "parent_id" if name == "parent" else name)
    return value


def work_corrected(work: int, facts: dict[str, Value], before: dict[str, Value]) -> Draft:
    """Return the draft that changes the given facts of a work; others stay as they are.

    `identifiers` among the facts are added to those there are; `removed` takes some away.
    `before` holds what the changed facts were, for readers and for an undo.
    """
    unknown = set(facts) - {*FACTS, "removed"}
    if unknown:
        raise ValueError(f"a work has no such facts: {sorted(unknown)}")
    return Draft("work.corrected", f"work:{work}", {**facts, "before": before})


def correction_undone(work: int, body: dict[str, Value]) -> Draft:
    """Return the counter-entry to a correction, given the body of its entry."""
    facts: dict[str, Value] = dict(body["before"])  # type: ignore[arg-type]
    if body.get("identifiers"):
        facts["removed"] = body["identifiers"]
    if body.get("removed"):
        facts["identifiers"] = body["removed"]
    before = {field: body[field] for field in body["before"] if field in body}  # type: ignore[union-attr]
    return work_corrected(work, facts, before)


def work_merged(work: int, into: int, first: int, reason: str) -> Draft:
    """Return the draft that ends a merging: the work's record is part of another's from now on."""
    return Draft("work.merged", f"work:{work}", {"into": into, "first": first, "reason": reason})


def work_split(work: int, entry: int, reason: str) -> Draft:
    """Return the counter-entry to a merging."""
    return Draft("work.split", f"work:{work}", {"entry": entry, "reason": reason})


def work_undone(work: int, reason: str) -> Draft:
    """Return the counter-entry that takes a work back."""
    return Draft("work.undone", f"work:{work}", {"reason": reason})
