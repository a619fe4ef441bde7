"""Drafts of entries about facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from clapometer.instants import format_instant
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft
from clapometer.ledger.sealing import seal

from .kinds import FactKind


class Told(NamedTuple):
    """What a fact says: its fields, `dated` among them, and its time. Empty ones are absent."""

    said: dict[str, Any]
    happened_at: int | None


def fact_added(kind: FactKind, about: int, told: Told) -> Draft:
    """Return the draft that states a fact; `about` is the work, 0 for one that stands alone."""
    body: dict[str, Value] = {"said": _open(kind, told.said)}
    if about:
        body["about"] = about
    return _draft(kind, "added", "", body, told.happened_at, told.said)


def fact_corrected(kind: FactKind, fact: int, now: Told, before: Told) -> Draft | None:
    """Return the draft that changes what a fact says, with what it said; None if nothing changes.

    The entry happened when the fact did, as it is now told.
    """
    names = {*now.said, *before.said}
    changed = {name for name in names if now.said.get(name) != before.said.get(name)}
    if not changed and now.happened_at == before.happened_at:
        return None
    said = {name: now.said.get(name) for name in changed}
    was = {name: before.said.get(name) for name in changed}
    told = _open(kind, was)
    if now.happened_at != before.happened_at:
        at = before.happened_at
        told["happened_at"] = None if at is None else format_instant(at)
    body: dict[str, Value] = {"said": _open(kind, said), "before": told}
    return _draft(kind, "corrected", fact, body, now.happened_at, said)


def fact_moved(kind: FactKind, fact: int, about: int, before: int, at: int | None) -> Draft:
    """Return the draft that says a fact is about another record of the same work.

    `at` is the fact's own time.
    """
    body: dict[str, Value] = {"about": about, "said": {}, "before": {"about": before}}
    return _draft(kind, "corrected", fact, body, at, {})


def fact_undone(kind: FactKind, fact: int, entry: int, reason: str) -> Draft:
    """Return the counter-entry that takes a fact back; `entry` is the one it was last told by."""
    return Draft(f"{kind.name}.undone", f"{kind.name}:{fact}", {"entry": entry, "reason": reason})


def fact_restored(kind: FactKind, fact: int, entry: int, reason: str) -> Draft:
    """Return the counter-entry to `entry`, which took the fact back: it says again what it said."""
    return Draft(f"{kind.name}.restored", f"{kind.name}:{fact}", {"entry": entry, "reason": reason})


def _open(kind: FactKind, said: Mapping[str, Any]) -> dict[str, Value]:
    """Return what stands in the log; of a sealed field only that it was emptied."""
    return {name: value for name, value in said.items() if name not in kind.sealed or value is None}


def _draft(
    kind: FactKind,
    what: str,
    fact: int | str,
    body: dict[str, Value],
    happened_at: int | None,
    said: Mapping[str, Any],
) -> Draft:
    texts = {name: seal(said[name]) for name in kind.sealed if said.get(name)}
    return Draft(f"{kind.name}.{what}", f"{kind.name}:{fact}", body, happened_at, texts)
