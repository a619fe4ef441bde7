"""What a correction changed, before and after, and where an entry is taken back."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.ledger.entries import Entry
from clapometer.reviews.models import FormerName
from clapometer.reviews.renaming import CORRECTED, name_in

# The facts of a work that a correction can change, in a reader's words.
_FACTS: dict[str, Promise] = {
    "kind": gettext_lazy("Kind"),
    "title": gettext_lazy("Title"),
    "year": gettext_lazy("Year"),
    "release": gettext_lazy("Width of the release"),
    "released": gettext_lazy("Released"),
    "parent": gettext_lazy("Part of"),
    "number": gettext_lazy("Number in it"),
}


class Changed(NamedTuple):
    """One thing that an entry corrected: what, before and after; empty where there was nothing."""

    label: str
    before: str
    after: str


def changes_of(entry: Entry) -> list[Changed]:
    """Return what a correction of a work or of a name changed; nothing for any other entry."""
    if entry.kind == "work.corrected":
        return _of_work(entry.data)
    if entry.kind in CORRECTED:
        kind, named = entry.kind.partition(".")[0], entry.subject_id
        before = name_in(kind, named, entry.data["before"])
        return [Changed(gettext("Name"), before, name_in(kind, named, entry.seq))]
    return []


def _of_work(data: dict[str, Any]) -> list[Changed]:
    before = data["before"]
    told = [
        Changed(str(label), _shown(name, before.get(name)), _shown(name, data[name]))
        for name, label in _FACTS.items()
        if name in data
    ]
    added, removed = data.get("identifiers", []), data.get("removed", [])
    if added or removed:
        label = gettext("Identifiers")
        told.append(Changed(label, _listed(removed), _listed(added)))
    return told


def _shown(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "parent":
        return str(Work.objects.filter(id=value).first() or f"w{value}")
    return str(value)


def _listed(values: Any) -> str:
    return ", ".join(map(str, values)) if isinstance(values, list) else ""


def undo_address(entry: Entry, voided_at: int | None) -> str:
    """Return where an editor takes an entry back, "" where that cannot be done so."""
    room = entry.kind.partition(".")[0]
    if room == "review" and entry.kind != "review.undone" and voided_at is None:
        return reverse("review_undo", args=[entry.subject_id, entry.seq])
    if entry.kind == "work.corrected":
        return reverse("work_uncorrect", args=[entry.seq])
    if FormerName.objects.filter(seq=entry.seq, voided_at=None).exists():
        return reverse(f"{room}_correct", args=[entry.subject_id])
    return ""
