"""Notices are written once, whoever writes them again."""

from __future__ import annotations

import dataclasses

import pytest

from clapometer.alerts.drafts import NoticeDraft, keys_of, write_notices
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.messages import message_of
from clapometer.alerts.models import NOTICE_STATES, Notice

pytestmark = pytest.mark.django_db

DRAFT = NoticeDraft(
    name="0" * 32, kind="score", title="Heart on Trial (made up)", text="100, then 98.",
    url="/work/w1/heart-on-trial", happened_at=5, recorded_at=7 * SECOND,
    keys=("work:1", "work:2", "work:1"), family="work:1 crossing 100", work_id=1,
)  # fmt: skip


def test_a_draft_becomes_a_notice_that_settles():
    (notice,) = write_notices([DRAFT])
    kept = Notice.objects.get()
    assert kept.id == notice.id
    assert kept.state in NOTICE_STATES
    assert kept.due_at == (7 + KINDS["score"].settles) * SECOND
    assert kept.expires_at == kept.due_at + KINDS["score"].keeps * SECOND
    assert keys_of(notice.id) == ["work:1", "work:2"]


def test_the_same_draft_again_is_the_same_notice():
    write_notices([DRAFT])
    again = dataclasses.replace(DRAFT, text="other words")
    assert write_notices([again, again]) == []
    assert Notice.objects.get().text == "100, then 98."


def test_a_notice_as_a_message_holds_nothing_personal():
    (notice,) = write_notices([DRAFT])
    message = message_of(notice)
    assert message.id == DRAFT.name
    assert message.url.endswith("/work/w1/heart-on-trial")
    assert message.url.startswith("http")
    assert len(message.tag) == 32
    assert not message.corrects
    assert message.lives(notice.expires_at - 3 * SECOND) == 3
    assert message.lives(notice.expires_at + SECOND) == 0
