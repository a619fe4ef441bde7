"""What the page of a ledger entry says of an entry about a story or a contradiction."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from clapometer.facts.reading import versions_of
from clapometer.ledger.entries import Entry

# What each kind of entry about stories records, in a reader's words.
STORY_KINDS = {
    "story.posted": gettext_lazy("A story was published"),
    "story.corrected": gettext_lazy("What is said of a story was corrected"),
    "story.undone": gettext_lazy("A story was taken back"),
    "story.supports": gettext_lazy("A story states a fact"),
    "story.unsupported": gettext_lazy("That a story states a fact was taken back"),
    "contradiction.settled": gettext_lazy("That sources disagree was settled"),
    "contradiction.undone": gettext_lazy("That sources disagree was opened again"),
}


def story_dated(entry: Entry) -> str:
    """Return how exactly an entry knows when a story was published; "" for any other entry."""
    return str(entry.data.get("dated", "")) if entry.kind in STORY_KINDS else ""


def work_of_story(entry: Entry) -> int:
    """Return the work of the fact that a story is said to state, 0 where there is none."""
    if entry.kind != "story.supports":
        return 0
    versions = versions_of(entry.data["fact"])
    return versions[-1].about if versions else 0
