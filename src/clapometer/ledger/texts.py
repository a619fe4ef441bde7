"""Reading the texts that lie beside the log."""

from __future__ import annotations

from collections.abc import Iterable

from .bulk import look_up


def read_texts(seqs: Iterable[int], field: str) -> dict[int, str]:
    """Return the texts of a field by the position of their entry; erased ones are missing."""
    rows = look_up(
        ("entry", "wanted_field"),
        [(seq, field) for seq in seqs],
        "SELECT seq, text FROM wanted"
        " JOIN ledger_ledgertext ON seq = entry AND field = wanted_field",
    )
    return dict(rows)
