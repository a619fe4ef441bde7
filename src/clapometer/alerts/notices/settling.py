"""Notices that have settled: each is judged again, and told, folded or withdrawn.

What is judged is worked out before the transaction; in it only rows are written that nobody else
has moved on meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from django.db import transaction

from clapometer.alerts.drafts import keys_of
from clapometer.alerts.editing.states import state_when_settled
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice, NoticeKey

from .about import name_of, works_numbered
from .cursor import hold
from .folding import Decided, Standing, decide
from .source import Judging, said_in
from .table import SOURCES

AT_ONCE = 200
"""So many works are judged by one call, so that none keeps a worker for long."""
LONGEST_TITLE = 200


def settle(now: int) -> int:
    """Judge what is due; return how many notices were told, folded, withdrawn or made to wait."""
    return sum(_settle(work, alone, now) for work, alone in _due(now))


def is_due(now: int) -> bool:
    """Return whether there is anything to judge."""
    return Notice.objects.filter(state="settling", due_at__lte=now).exists()


def _due(now: int) -> list[tuple[int, int]]:
    """Return the works with something to judge; what is about no work is judged by itself."""
    due = Notice.objects.filter(state="settling", due_at__lte=now).order_by("due_at", "id")
    found: dict[tuple[int, int], None] = {}
    for notice, work in due.values_list("id", "work_id")[: 10 * AT_ONCE]:
        found.setdefault((work, 0 if work else notice))
    return list(found)[:AT_ONCE]


def _settle(work: int, alone: int, now: int) -> int:
    judging = Judging(works_numbered([work]).get(work), now)
    before = _pending(work, alone, now)
    standing = judged(before, judging)
    with transaction.atomic():
        hold()
        still = _still_settling(before)
        stands = [one for one in standing if one.notice.id in still]
        decided = decide(stands, now)
        standing_ids = {one.notice.id for one in standing}
        gone = [one for one in before if one.id in still and one.id not in standing_ids]
        return _write(decided, [one for one in gone if one.due_at <= now], now)


def _pending(work: int, alone: int, now: int) -> list[Notice]:
    """Return what waits to be judged: what is due, and of its families what is not yet."""
    if alone:
        return list(Notice.objects.filter(id=alone, state="settling"))
    found = list(Notice.objects.filter(work_id=work, state="settling").order_by("id"))
    families = {one.family for one in found if one.family and one.due_at <= now}
    return [one for one in found if one.due_at <= now or one.family in families]


def _still_settling(notices: Iterable[Notice]) -> set[int]:
    """Return which of the notices nobody has moved on meanwhile, and let nobody until the end."""
    numbers = [one.id for one in notices]
    rows = Notice.objects.select_for_update().filter(id__in=numbers, state="settling")
    return set(rows.values_list("id", flat=True))


def judged(notices: Iterable[Notice], judging: Judging) -> list[Standing]:
    """Return those of the notices that stand, each in the words of its source."""
    by_source: dict[str, list[Notice]] = {}
    for notice in notices:
        by_source.setdefault(said_in(notice).get("of", ""), []).append(notice)
    found = []
    for name, ones in by_source.items():
        if name in SOURCES:
            told = SOURCES[name].judge(ones, judging)
            found += [Standing.of(one, told[one.id]) for one in ones if one.id in told]
    return found


def _write(decided: Decided, gone: Sequence[Notice], now: int) -> int:
    besides = [
        one.notice.corrects_id for one, _ in decided.told if one.notice.corrects_id is not None
    ]
    for first, others in decided.told:
        _tell(first, others, besides, now)
    for notice in decided.folded:
        _move(notice, "folded")
    for notice in gone:
        _move(notice, "withdrawn")
    for number, until in decided.waits.items():
        Notice.objects.filter(id=number, state="settling").update(due_at=until)
    return len(decided.told) + len(decided.folded) + len(gone) + len(decided.waits)


def _move(notice: Notice, state: str) -> None:
    Notice.objects.filter(id=notice.id, state="settling").update(state=state)


def _tell(first: Standing, others: Sequence[Standing], besides: Sequence[int], now: int) -> None:
    """Tell the first with what was joined to it.

    A correction that everybody may follow leaves out whoever is told as one who got what it
    corrects (`besides` in what it says): each is told once.
    """
    notice, told = first.notice, first.told
    said = {**said_in(notice), **told.more, "told_at": now}
    parts = [part for one in (first, *others) for part in _parts(one)]
    if parts:
        said["parts"] = parts
    said["families"] = {
        one.notice.family: one.state for one in (first, *others) if one.notice.family
    }
    if notice.kind == "correction" and notice.audience == "keys":
        said["besides"] = [*besides, *([] if told.corrects is None else [told.corrects])]
    texts = dict.fromkeys(
        one.told.text for one in (first, *others) if not _says_again(one, said["families"])
    )
    notice.state, notice.said = "due", json.dumps(said, ensure_ascii=False, sort_keys=True)
    notice.title, notice.text = told.title[:LONGEST_TITLE], " ".join(texts)
    notice.url, notice.happened_at = told.url, told.happened_at
    notice.expires_at = max(notice.expires_at, now + KINDS[notice.kind].keeps * SECOND)
    notice.save()
    _add_keys(notice, others, told.keys)
    # Only now is it known who would be told.
    notice.state = state_when_settled(notice, keys_of(notice.id))
    notice.save(update_fields=["state"])
    if told.corrects is not None:
        _tell_those_told(notice, told.corrects)


def _says_again(one: Standing, families: Iterable[str]) -> bool:
    """Return whether it says only what another of those joined says already."""
    like: str = said_in(one.notice).get("like", "")
    return bool(like) and like in families


def _tell_those_told(notice: Notice, corrects: int) -> None:
    """Tell a correction to whoever got what it corrects."""
    said = {**said_in(notice), "families": {}, "besides": []}
    Notice.objects.create(
        name=name_of("corrects", notice.name), kind=notice.kind, family=notice.family,
        work_id=notice.work_id, audience="corrects", title=notice.title, text=notice.text,
        url=notice.url, said=json.dumps(said, ensure_ascii=False, sort_keys=True),
        happened_at=notice.happened_at, recorded_at=notice.recorded_at, seq=notice.seq,
        state=notice.state, due_at=notice.due_at, expires_at=notice.expires_at,
        priority=notice.priority, corrects_id=corrects,
    )  # fmt: skip


def _parts(one: Standing) -> list[object]:
    parts: list[object] = list(one.told.more.get("parts", ()))  # type: ignore[call-overload]
    return parts


def _add_keys(notice: Notice, others: Sequence[Standing], more: Iterable[str]) -> None:
    """Give the notice the keys of what was joined to it, and those it has come to bear."""
    keys = set(more)
    if not others and not keys:
        return
    ids = [one.notice.id for one in others]
    keys |= set(NoticeKey.objects.filter(notice_id__in=ids).values_list("key", flat=True))
    keys -= set(NoticeKey.objects.filter(notice_id=notice.id).values_list("key", flat=True))
    NoticeKey.objects.bulk_create([NoticeKey(key=key, notice_id=notice.id) for key in sorted(keys)])
