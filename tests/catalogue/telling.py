"""Short ways to tell the ledger of made-up works."""

from clapometer.catalogue.drafts import work_added, work_corrected, work_undone
from clapometer.catalogue.models import Work
from clapometer.ledger.writing import writing


def add(title, kind="film", **facts):
    """Add a made-up work; return its id."""
    with writing("test") as writer:
        return writer.append_one(work_added(kind=kind, title=title, **facts)).seq


def correct(work, before=None, **facts):
    """Correct facts of a work."""
    with writing("test") as writer:
        writer.append_one(work_corrected(work, facts, before or {}))


def take_back(work):
    """Take the entry that added the work back."""
    with writing("test") as writer:
        writer.append_one(work_undone(work, "made-up reason"))


def label(work):
    """Return how the work is named now."""
    return Work.objects.get(id=work).label
