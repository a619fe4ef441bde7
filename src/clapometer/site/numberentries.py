"""What the page of a ledger entry says of an entry about a chart or the numbers of a counter."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy

from clapometer.facts.reading import versions_of
from clapometer.ledger.entries import Entry

# What each kind of entry about charts and numbers records, in a reader's words.
NUMBER_KINDS = {
    "chart.listed": gettext_lazy("A chart was published"),
    "chart.corrected": gettext_lazy("Lines of a chart were restated"),
    "chart.undone": gettext_lazy("An entry about a chart was taken back"),
    "chart.matched": gettext_lazy("A title on the charts was said to be a work"),
    "points.told": gettext_lazy("Numbers of a counter were told"),
    "points.restated": gettext_lazy("Numbers of a counter were corrected"),
}


def is_of_points(entry: Entry) -> bool:
    """Return whether an entry is about the numbers of a counter."""
    return entry.kind.startswith("points.")


def counter_url(entry: Entry) -> str:
    """Return the page of the counter whose numbers an entry tells."""
    return reverse("counter", args=[entry.subject_id])


def work_of_points(entry: Entry) -> int:
    """Return the work of the counter whose numbers an entry tells, 0 for any other entry."""
    versions = versions_of(entry.subject_id) if is_of_points(entry) else []
    return versions[0].about if versions else 0
