"""What can be written about works: the kinds of entries, and drafts of them."""

from __future__ import annotations

from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft

ENTRY_KINDS = {
    "work.added": "a work came into the catalogue",
    "work.corrected": "facts of a work were corrected or completed",
    "work.undone": "the entry that added a work was taken back",
}
# What a work.added or work.corrected entry may say of a work.
FIELDS = ("kind", "title", "year", "release", "parent", "number", "identifiers")


def work_added(
    *,
    kind: str,
    title: str,
    year: int | None = None,
    identifiers: tuple[str, ...] = (),
    release: str = "",
    parent: int | None = None,
    number: int | None = None,
) -> Draft:
    """Return the draft that adds a work."""
    body: dict[str, Value] = {"kind": kind, "title": title, "year": year}
    body |= {"identifiers": list(identifiers), "release": release}
    body |= {"parent": parent, "number": number}
    return Draft("work.added", "work:", body)


def work_corrected(work: int, facts: dict[str, Value], before: dict[str, Value]) -> Draft:
    """Return the draft that changes the given facts of a work; others stay as they are.

    `identifiers` among the facts are added to those there are; `removed` takes some away.
    `before` holds what the changed facts were, for readers and for an undo.
    """
    unknown = set(facts) - {*FIELDS, "removed"}
    if unknown:
        raise ValueError(f"a work has no such facts: {sorted(unknown)}")
    return Draft("work.corrected", f"work:{work}", {**facts, "before": before})


def correction_undone(work: int, body: dict[str, Value]) -> Draft:
    """Return the counter-entry to a correction, given the body of its entry."""
    facts: dict[str, Value] = dict(body["before"])  # type: ignore[arg-type]
    if body.get("identifiers"):
        facts["removed"] = body["identifiers"]
    return work_corrected(work, facts, {field: body[field] for field in facts if field in body})


def work_undone(work: int, reason: str) -> Draft:
    """Return the counter-entry that takes a work back."""
    return Draft("work.undone", f"work:{work}", {"reason": reason})
