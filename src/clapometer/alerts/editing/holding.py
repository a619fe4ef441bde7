"""Holding a notice, releasing it, dropping it: only while nobody has been told."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.alerts.drafts import LONGEST_TITLE
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import name_of, works_numbered
from clapometer.alerts.notices.settling import judged
from clapometer.alerts.notices.source import Judging
from clapometer.catalogue.models import Work

from . import acts

STOPPABLE = ("settling", "held", "due")
"""States in which nobody has been told yet; of those due only what no worker has begun with."""


TOO_LATE = gettext_lazy(
    "It is being sent, or was; it cannot be stopped any more, but what is wrong can be corrected."
)


class HoldRefused(ValueError):
    """A notice cannot be held, released or dropped; the message is one sentence for a person."""


def hold(number: int, actor: str, now: int) -> None:
    """Let nobody be told of a notice until somebody releases it. Raises HoldRefused."""
    with transaction.atomic():
        notice = _stoppable(number)
        if notice.state == "held":
            raise HoldRefused(_("It is held already."))
        # What still settles goes on doing so, and is held at its end.
        if notice.state == "due" and not _move(notice, "held"):
            raise HoldRefused(str(TOO_LATE))
        acts.note(acts.HOLD, actor, now, name=notice.name)


def hold_ahead(name: str, actor: str, now: int) -> None:
    """Hold the notice of that name, which need not be there yet."""
    acts.note(acts.HOLD, actor, now, name=name)


def drop(number: int, actor: str, now: int) -> None:
    """Let nobody ever be told of a notice. Raises HoldRefused."""
    with transaction.atomic():
        notice = _stoppable(number)
        if not _move(notice, "dropped"):
            raise HoldRefused(str(TOO_LATE))
        _with_it(notice).update(state="dropped")
        acts.note(acts.DROP, actor, now, name=notice.name)


def release(number: int, actor: str, now: int) -> bool:
    """Let a held notice be told, in the words that hold now; return False if it no longer stands.

    One that still settles and is to be held at its end is told at its end. Raises HoldRefused.
    """
    notice = _stoppable(number)
    if notice.state == "settling":
        acts.note(acts.RELEASE, actor, now, name=notice.name)
        return True
    if notice.state != "held":
        raise HoldRefused(_("It is not held."))
    work = works_numbered([notice.work_id]).get(notice.work_id)
    standing = judged([notice], Judging(work, now))
    with transaction.atomic():
        acts.note(acts.RELEASE, actor, now, name=notice.name)
        if not standing:
            Notice.objects.filter(id=notice.id, state="held").update(state="withdrawn")
            _with_it(notice).update(state="withdrawn")
            return False
        told = standing[0].told
        until = max(notice.expires_at, now + KINDS[notice.kind].keeps * SECOND)
        Notice.objects.filter(id=notice.id, state="held").update(
            state="due", due_at=now, expires_at=until, url=told.url,
            title=told.title[:LONGEST_TITLE], text=told.text or notice.text,
        )  # fmt: skip
        _with_it(notice).update(state="due", due_at=now, expires_at=until)
    return True


def _with_it(notice: Notice) -> QuerySet[Notice]:
    """Return what is held with a correction: the same, for those who got what it corrects."""
    return Notice.objects.filter(name=name_of("corrects", notice.name), state="held")


def hold_work(work: Work, actor: str, now: int) -> None:
    """Hold whatever settles about a work and its parts, from now on, and what waits already."""
    with transaction.atomic():
        acts.note(acts.HOLD_WORK, actor, now, work_id=work.id)
        waiting = Notice.objects.filter(work_id__in=_with_below(work.id), audience="keys")
        waiting.filter(state="due", spread_to=0).update(state="held")


def free_work(work: Work, actor: str, now: int) -> None:
    """End holding everything of a work; what is held by then stays so. Raises HoldRefused."""
    if work.id not in acts.held_works():
        raise HoldRefused(_("Nothing holds everything of that work."))
    acts.note(acts.RELEASE_WORK, actor, now, work_id=work.id)


def _stoppable(number: int) -> Notice:
    notice = Notice.objects.filter(id=number, audience="keys").first()
    if notice is None:
        raise HoldRefused(_("There is no such message."))
    if notice.state not in STOPPABLE:
        raise HoldRefused(str(TOO_LATE))
    return notice


def _move(notice: Notice, state: str) -> int:
    """Move a notice on, unless a worker or another editor was quicker."""
    return Notice.objects.filter(id=notice.id, state=notice.state, spread_to=0).update(state=state)


def _with_below(number: int) -> set[int]:
    found, above = {number}, {number}
    while above:
        above = set(Work.objects.filter(parent_id__in=above).values_list("id", flat=True)) - found
        found |= above
    return found
