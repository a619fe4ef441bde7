"""What becomes of a notice that has settled and stands: told, or held for an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings

from clapometer.alerts.models import Notice
from clapometer.catalogue.models import Work

from . import acts
from .reach import is_over


def state_when_settled(notice: Notice, keys: Iterable[str]) -> str:
    """Return whether a notice that stands is `due`, or `held` for an editor; or `dropped`.

    The last act on it decides. Without one it is held if everything of its work is, or if more
    follow it than the site's setting lets through.
    """
    act = acts.last_of_notices([notice.name]).get(notice.name)
    if act is not None:
        return {acts.HOLD: "held", acts.DROP: "dropped"}.get(act.act, "due")
    return "held" if waits_for_an_editor(notice.work_id, keys, notice.kind) else "due"


def waits_for_an_editor(work_id: int, keys: Iterable[str], kind: str) -> bool:
    """Return whether everything of the work is held, or too many would be told."""
    if acts.is_work_held(_with_above(work_id)):
        return True
    bound = most_unheld()
    return bound is not None and is_over(keys, kind, bound)


def most_unheld() -> int | None:
    """Return how many followers a message may have that nobody has to release; None: any.

    A setting that is no whole number holds everything: better late than sent against its meaning.
    """
    text = settings.SITE["hold_over"].strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdecimal() else 0


def _with_above(number: int) -> Iterator[int]:
    above: int | None = number
    while above:
        yield above
        above = Work.objects.filter(id=above).values_list("parent_id", flat=True).first()
