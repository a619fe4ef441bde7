"""What editors did with what was to be told: the table of acts, and who did which when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clapometer.alerts.marking import gettext_noop
from clapometer.alerts.models import Act


class ActKind(NamedTuple):
    """One kind of act: its name in the table, and what it means."""

    name: str
    title: str
    means: str


HOLD, RELEASE, DROP, HOLD_WORK, RELEASE_WORK = "hold", "release", "drop", "hold-work", "free-work"
ACTS: dict[str, ActKind] = {
    HOLD: ActKind(
        HOLD, gettext_noop("held"),
        gettext_noop("Nobody is told until somebody releases it; it is judged again then."),
    ),
    RELEASE: ActKind(
        RELEASE, gettext_noop("released"),
        gettext_noop("It is told now if it still holds; if not, it is withdrawn."),
    ),
    DROP: ActKind(DROP, gettext_noop("dropped"), gettext_noop("Nobody is ever told.")),
    HOLD_WORK: ActKind(
        HOLD_WORK, gettext_noop("held everything of the work"),
        gettext_noop("Whatever settles about the work is held, until that ends."),
    ),
    RELEASE_WORK: ActKind(
        RELEASE_WORK, gettext_noop("ended holding everything of the work"),
        gettext_noop("What settles from then on is told; what is held stays so until released."),
    ),
}  # fmt: skip
"""Every kind of act. None of them holds a text that anybody is sent."""
OF_NOTICES = (HOLD, RELEASE, DROP)
OF_WORKS = (HOLD_WORK, RELEASE_WORK)


def note(act: str, actor: str, at: int, *, name: str = "", work_id: int = 0) -> None:
    """Write down who did what: with the notice of that name, or with all of a work."""
    assert act in ACTS
    Act.objects.create(act=act, actor=actor, at=at, name=name, work_id=work_id)


def last_of_notices(names: Iterable[str]) -> dict[str, Act]:
    """Return the last act on each of these notices, by name."""
    found = Act.objects.filter(name__in=list(names), act__in=OF_NOTICES)
    return {one.name: one for one in found.order_by("id")}


def held_works() -> dict[int, Act]:
    """Return the works of which everything is held, each with the act that did so."""
    found = {one.work_id: one for one in Act.objects.filter(act__in=OF_WORKS).order_by("id")}
    return {work: one for work, one in found.items() if one.act == HOLD_WORK}


def is_work_held(work_ids: Iterable[int]) -> bool:
    """Return whether everything of one of these works is held."""
    acts = Act.objects.filter(act__in=OF_WORKS, work_id__in=list(work_ids)).order_by("id")
    last = {one.work_id: one.act for one in acts}
    return HOLD_WORK in last.values()


def lately(most: int = 50) -> list[Act]:
    """Return the last acts, the newest first."""
    return list(Act.objects.order_by("-id")[:most])
