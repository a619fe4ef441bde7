"""The kinds of entries about works."""

from __future__ import annotations

from clapometer.ledger.kinds import EntryKind

# What an entry may say of a work.
FACTS = {
    "kind": "`film`, `series`, `season` or `episode`",
    "title": "the title, without the series it belongs to",
    "year": "the year, or null",
    "release": "`wide`, `limited`, or empty where it is not known",
    "released": "the instant of release (RFC 3339, UTC), a day from its start; left out, or null, "
    "where it is not known",
    "parent": "the number of the series or season it is a part of, or null",
    "number": "its place in that, or null",
    "identifiers": "what others call it, a list",
}
ENTRY_KINDS = {
    "work.added": EntryKind("a work came into the catalogue", FACTS),
    "work.corrected": EntryKind(
        "facts of a work were corrected or completed; those not named stay as they are",
        {
            **FACTS,
            "identifiers": "names to be added to those it has",
            "removed": "names to be taken away",
            "before": "what the corrected facts were",
        },
    ),
    "work.merged": EntryKind(
        "the record was found to be of a work that has another record, and all that is said of it "
        "was moved there",
        {
            "into": "the number of the other",
            "first": "the number of the first entry of the merging; it goes up to this one",
            "reason": "why, in public; may be empty",
        },
    ),
    "work.split": EntryKind(
        "a merging was taken back",
        {"entry": "the number of the entry that merged", "reason": "why, in public; may be empty"},
    ),
    "work.undone": EntryKind(
        "the entry that added a work was taken back", {"reason": "why, in public"}
    ),
}
