"""What was told in a span of time, read once for all whose digests cover it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from clapometer.alerts.kinds import DAY, KINDS, SECOND
from clapometer.alerts.messages import Line, absolute
from clapometer.alerts.models import Notice, NoticeKey

LONGEST_HELD = 30 * DAY * SECOND
"""A notice that an editor held for longer than this is in no digest."""
_TOLD = ("sending", "done")
_HOUR = 3600 * SECOND


class Told(NamedTuple):
    """A notice as digests need it.

    `line`: what a digest says of it. `at`: when it began to be sent. `bit`: of its kind, as a
    follow's mask has it. `families`: what it says the latest of, empty where each counts.
    `corrects`: the notice that it corrects, for those who were told that; 0 for none. `stands`: of
    such a one, whether what was told holds after all; None where it says itself what is so now.
    `besides`: notices whose readers this tells of the correction anyhow.
    """

    id: int
    bit: int
    priority: int
    work_id: int
    line: Line
    recorded_at: int
    at: int
    families: frozenset[str] = frozenset()
    corrects: int = 0
    stands: bool | None = None
    besides: frozenset[int] = frozenset()


class Window(NamedTuple):
    """What was told in a span.

    `by_key`: the notices about each key, those among them that were told before it and corrected in
    it. `corrections`: of each notice, in the order in which they were sent.
    """

    by_key: Mapping[str, tuple[Told, ...]]
    corrections: Mapping[int, tuple[Told, ...]]


def window(since: int, until: int) -> Window:
    """Return what began to be sent after `since` and not after `until`, or somewhat earlier."""
    return _window(since // _HOUR * _HOUR, until)


@lru_cache(maxsize=8)
def _window(since: int, until: int) -> Window:
    found = Notice.objects.filter(
        recorded_at__gt=since - LONGEST_HELD, began_at__gt=since, began_at__lte=until,
        audience__in=("keys", "corrects"), state__in=_TOLD,
    )  # fmt: skip
    told = {one.id: _told(one) for one in found}
    corrections: dict[int, tuple[Told, ...]] = {}
    for one in sorted(told.values(), key=lambda one: (one.at, one.id)):
        if one.corrects:
            corrections[one.corrects] = (*corrections.get(one.corrects, ()), one)
    earlier = Notice.objects.filter(
        id__in=corrections.keys() - told.keys(), began_at__isnull=False, state__in=_TOLD
    )
    told |= {one.id: _told(one) for one in earlier}
    return Window(_by_key(told), corrections)


def _by_key(told: Mapping[int, Told]) -> dict[str, tuple[Told, ...]]:
    found: dict[str, list[Told]] = {}
    for key, number in _keys(sorted(told)):
        found.setdefault(key, []).append(told[number])
    return {key: tuple(ones) for key, ones in found.items()}


def _keys(numbers: list[int]) -> Iterator[tuple[str, int]]:
    for start in range(0, len(numbers), 1000):
        part = NoticeKey.objects.filter(notice_id__in=numbers[start : start + 1000])
        yield from part.order_by("notice_id", "key").values_list("key", "notice_id")


def _told(notice: Notice) -> Told:
    said = json.loads(notice.said)
    kind = KINDS[notice.kind]
    families = said.get("families") or ([notice.family] if notice.family else [])
    corrects = notice.corrects_id if notice.audience == "corrects" else None
    return Told(
        id=notice.id, bit=kind.bit, priority=notice.priority, work_id=notice.work_id,
        line=Line(notice.title, notice.text, absolute(notice.url), notice.happened_at),
        recorded_at=notice.recorded_at, at=notice.began_at or 0,
        families=frozenset(families if kind.fold and not corrects else ()),
        corrects=corrects or 0, stands=said.get("stands"),
        besides=frozenset(said.get("besides", ())),
    )  # fmt: skip
