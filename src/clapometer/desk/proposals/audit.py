"""Who decided what: every decision, the newest first, for a page and as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from clapometer.instants import format_instant

from .models import Decision

COLUMNS = {
    "decision": "its number",
    "at": "the instant of it, in UTC",
    "who": "the shown name of the member, else what the ledger calls them",
    "what": "accepted, refused, undone or later",
    "kind": "the kind of the proposal; of a claim, the kind of the claim",
    "proposal": "the number of the proposal",
    "title": "the proposal in words",
    "entries": "the positions of the entries that were written, parted by blanks",
    "reason": "why, where somebody said it",
    "rule": "the rule by which it was accepted together with others",
    "undoes": "the number of the decision that it takes back",
}
"""The columns of the table of decisions."""
MOST_ROWS = 100_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def decisions(actor: str = "", what: str = "") -> QuerySet[Decision]:
    """Return the decisions of somebody, or of a sort; "" for all."""
    found = Decision.objects.select_related("proposal").order_by("-id")
    found = found.filter(actor=actor) if actor else found
    return found.filter(what=what) if what else found


def deciders() -> list[str]:
    """Return all who have decided something."""
    return list(Decision.objects.order_by("actor").values_list("actor", flat=True).distinct())


def as_table(found: Iterable[Decision], names: Mapping[str, str]) -> str:
    """Return decisions as CSV; `names`: how people are called, by what entries call them."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for one in found:
        cells = (
            one.id, format_instant(one.at), names.get(one.actor, "") or one.actor, one.what,
            one.proposal.claim or one.proposal.kind, one.proposal_id, one.proposal.title,
            " ".join(map(str, one.entries)), one.reason, one.rule, one.undoes_id or "",
        )  # fmt: skip
        writer.writerow([_plain(str(cell)) for cell in cells])
    return file.getvalue()


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
