"""Discussion of stories: short remarks of members, each let by an editor before it is shown.

A remark is no part of the record, and no entry of the ledger tells of it. A site has discussion
only if its owner says so, because somebody has to read what waits.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.facts.text import clean_prose
from clapometer.instants import now

from .models import Remark
from .reading import story_numbered

LONGEST, AN_HOUR, WAITING, SHOWN = 1_000, 5, 20, 200
"""Characters of a remark; remarks of one member within an hour, and that may wait; remarks that a
page shows."""
_HOUR = 3_600_000_000
STATES = {
    "waiting": "no editor has read it yet",
    "shown": "an editor let it",
    "hidden": "an editor did not let it",
}
"""Where a remark stands."""


class RemarkRefused(ValueError):
    """It cannot be taken; the message is one sentence for a person."""


def has_discussion() -> bool:
    """Return whether members may remark on stories here (the setting `discussion`)."""
    return bool(settings.SITE["discussion"].strip().casefold() == "on")


def post_remark(story: int, member: int, text: str) -> Remark:
    """Take a remark, which then waits for an editor. Raises RemarkRefused."""
    told = clean_prose(text)
    if not has_discussion() or story_numbered(story) is None:
        raise RemarkRefused(_("Nothing can be said of this story here."))
    if not told:
        raise RemarkRefused(_("Write something first."))
    if len(told) > LONGEST:
        sentence = _("A remark has at most %(n)d characters; this one has %(m)d.")
        raise RemarkRefused(sentence % {"n": LONGEST, "m": len(told)})
    with transaction.atomic():
        _check_often(story, member, told)
        return Remark.objects.create(story=story, member_id=member, text=told, posted_at=now())


def _check_often(story: int, member: int, text: str) -> None:
    """Raise RemarkRefused for what was said already, and for who says too much."""
    mine = Remark.objects.filter(member_id=member)
    if mine.filter(story=story, text=text).exists():
        raise RemarkRefused(_("You have said that already."))
    if mine.filter(posted_at__gt=now() - _HOUR).count() >= AN_HOUR:
        raise RemarkRefused(_("That was a lot within an hour; wait a little."))
    if mine.filter(state="waiting").count() >= WAITING:
        raise RemarkRefused(_("Many of your remarks wait for an editor; wait for them first."))


def remarks_on(story: int, member: int | None = None) -> list[Remark]:
    """Return the remarks that a page shows, the oldest first; to a member also their own."""
    if not has_discussion():
        return []
    found = Remark.objects.filter(story=story, state="shown")
    if member is not None:
        found |= Remark.objects.filter(story=story, member_id=member)
    return list(found.select_related("member").order_by("-posted_at", "-id")[:SHOWN])[::-1]


def waiting_remarks(most: int = SHOWN) -> list[Remark]:
    """Return the remarks that wait for an editor, those that wait longest first."""
    found = Remark.objects.filter(state="waiting").select_related("member")
    return list(found.order_by("posted_at", "id")[:most])


def decide(number: int, state: str, actor: str) -> bool:
    """Show a remark or hide it; return whether there is one."""
    told = {"state": state, "decided_at": now(), "decided_by": actor}
    return bool(Remark.objects.filter(id=number).update(**told))


def erase(number: int, member: int | None = None) -> bool:
    """Erase a remark; of a member only their own. Return whether there was one."""
    found = Remark.objects.filter(id=number)
    if member is not None:
        found = found.filter(member_id=member)
    return bool(found.delete()[0])


def state_of(story: int) -> str:
    """Return what changes whenever the discussion of a story does, "" where there is none."""
    if not has_discussion():
        return ""
    rows: Sequence[tuple[int, str]] = list(
        Remark.objects.filter(story=story).order_by("id").values_list("id", "state")
    )
    return " ".join(f"{number}{state[:1]}" for number, state in rows)
