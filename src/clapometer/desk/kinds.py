"""The kinds of entries about imports."""

from __future__ import annotations

from clapometer.ledger.kinds import EntryKind

# What is counted when an import ends.
COUNTS = {
    "rows": "how many rows the file has",
    "added": "how many of them became entries",
    "unchanged": "how many the site had already",
    "refused": "how many could not be taken in",
}
ENTRY_KINDS = {
    "import.started": EntryKind(
        "a file began to be taken in",
        {
            "file": "the file's name",
            "sha256": "the SHA-256 of its bytes",
            "profile": "the profile it was read by, or empty",
        },
    ),
    "import.finished": EntryKind("a file was taken in", COUNTS),
    "import.undone": EntryKind(
        "everything a file brought was taken back", {"entries": "by how many counter-entries"}
    ),
}
