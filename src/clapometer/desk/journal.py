"""The consumer that keeps the list of imports: begun, ended, taken back."""

from __future__ import annotations

from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table
from clapometer.ledger.entries import Draft, Entry

from . import kinds
from .models import Import

COUNTS = tuple(kinds.COUNTS)


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("imports", advance, clear))


def clear() -> None:
    """Empty the table."""
    clear_table("desk_import")


def advance(span: consumers.Span) -> None:
    """Take in the entries about imports."""
    for entry in span.entries():
        if entry.kind == "import.started":
            _started(entry)
        elif entry.kind == "import.finished":
            counts = {name: entry.data[name] for name in COUNTS}
            Import.objects.filter(id=entry.subject_id).update(
                state="done", last=entry.seq, **counts
            )
        elif entry.kind == "import.undone":
            Import.objects.filter(id=entry.subject_id).update(state="undone")


def _started(entry: Entry) -> None:
    data = entry.data
    Import.objects.create(
        id=entry.seq,
        file_name=data["file"],
        file_hash=data["sha256"],
        profile=data["profile"],
        started_at=entry.recorded_at,
    )


def started(file: str, sha256: str, profile: str) -> Draft:
    """Return the draft that begins an import."""
    # A file's name may hold bytes that are no text; the ledger holds text.
    name = file.encode(errors="replace").decode()
    return Draft("import.started", "import:", {"file": name, "sha256": sha256, "profile": profile})


def finished(import_id: int, counts: dict[str, int]) -> Draft:
    """Return the draft that ends an import."""
    return Draft("import.finished", f"import:{import_id}", dict(counts))


def undone(import_id: int, entries: int) -> Draft:
    """Return the draft that says an import was taken back by so many counter-entries."""
    return Draft("import.undone", f"import:{import_id}", {"entries": entries})
