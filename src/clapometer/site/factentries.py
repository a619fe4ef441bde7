"""What the page of a ledger entry says of an entry about a fact."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.reading import versions_of
from clapometer.ledger.entries import Entry

from .factwords import title_of

# What an entry did to a fact; the last part of its kind names it.
DONE = {
    "added": gettext_lazy("Recorded"),
    "corrected": gettext_lazy("Corrected"),
    "undone": gettext_lazy("Taken back"),
    "restored": gettext_lazy("Put back"),
}


def is_of_fact(entry: Entry) -> bool:
    """Return whether an entry is about a fact."""
    return _kind_of(entry) is not None


def _kind_of(entry: Entry) -> FactKind | None:
    name, _, what = entry.kind.partition(".")
    return kind_named(name) if what in DONE else None


def fact_entry_title(entry: Entry) -> str:
    """Return what an entry did to which kind of fact; "" for any other entry."""
    kind = _kind_of(entry)
    return f"{title_of(kind.name)}: {DONE[entry.kind.partition('.')[2]]}" if kind else ""


def fact_dated(entry: Entry) -> str:
    """Return how exactly an entry that states a fact knows its time; "" for any other."""
    said = entry.data.get("said") if is_of_fact(entry) else None
    return str(said.get("dated", "")) if isinstance(said, dict) else ""


def work_of_fact(entry: Entry) -> int:
    """Return the work of the fact that an entry is about, 0 where there is none."""
    if not is_of_fact(entry):
        return 0
    versions = versions_of(entry.subject_id)
    return versions[0].about if versions else 0
