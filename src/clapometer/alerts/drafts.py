"""Notices as they are made: a draft with its keys, written once whoever writes it again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from .kinds import KINDS, SECOND
from .models import Notice, NoticeKey

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A notice to be. `name`: its stable id; `keys`: what it is about. The rest is as in Notice.

    `due_at`: None lets it settle as long as its kind does, counted from `recorded_at`. `url`: the
    path on this site that it leads to.
    """

    name: str
    kind: str
    title: str
    text: str
    url: str
    happened_at: int
    recorded_at: int
    keys: Sequence[str] = ()
    family: str = ""
    work_id: int = 0
    audience: str = "keys"
    said: Mapping[str, object] = field(default_factory=dict)
    seq: int = 0
    due_at: int | None = None
    corrects_id: int | None = None


def write_notices(drafts: Sequence[NoticeDraft]) -> list[Notice]:
    """Write the drafts; return the notices that are new. One whose name is known is left alone."""
    if not drafts:
        return []
    with transaction.atomic():
        return [notice for draft in drafts if (notice := _write(draft))]


def _write(draft: NoticeDraft) -> Notice | None:
    notice = _row(draft)
    fields = [one for one in Notice._meta.concrete_fields if not one.primary_key]
    columns = ", ".join(str(one.column) for one in fields)
    values = [getattr(notice, one.attname) for one in fields]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO alerts_notice ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"
            " ON CONFLICT (name) DO NOTHING RETURNING id",
            values,
        )
        row = cursor.fetchone()
    if row is None:
        return None
    notice.id = row[0]
    keys = dict.fromkeys(draft.keys)
    NoticeKey.objects.bulk_create([NoticeKey(key=key, notice_id=notice.id) for key in keys])
    return notice


def _row(draft: NoticeDraft) -> Notice:
    kind = KINDS[draft.kind]
    due = draft.recorded_at + kind.settles * SECOND if draft.due_at is None else draft.due_at
    return Notice(
        name=draft.name, kind=draft.kind, family=draft.family, work_id=draft.work_id,
        audience=draft.audience, title=draft.title[:LONGEST_TITLE], text=draft.text, url=draft.url,
        said=json.dumps(draft.said, ensure_ascii=False, sort_keys=True),
        happened_at=draft.happened_at, recorded_at=draft.recorded_at, seq=draft.seq,
        state="settling", due_at=due, expires_at=due + kind.keeps * SECOND,
        priority=kind.priority, corrects_id=draft.corrects_id,
    )  # fmt: skip


def keys_of(notice_id: int) -> list[str]:
    """Return the keys of a notice, in order."""
    found = NoticeKey.objects.filter(notice_id=notice_id).order_by("key")
    return list(found.values_list("key", flat=True))
