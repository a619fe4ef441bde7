"""Writing drafts of notices; one that was withdrawn before, and is found again, settles again."""

from __future__ import annotations

from collections.abc import Sequence

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice


def write(drafts: Sequence[NoticeDraft]) -> int:
    """Write the drafts; return how many notices are new, or settle again."""
    written = write_notices(drafts)
    new = {notice.name for notice in written}
    known = {draft.name: draft for draft in drafts if draft.name not in new}
    again = list(Notice.objects.filter(name__in=list(known), state="withdrawn")) if known else []
    for notice in again:
        draft = known[notice.name]
        settled = draft.recorded_at + KINDS[draft.kind].settles * SECOND
        notice.state, notice.due_at = "settling", draft.due_at or settled
        notice.save(update_fields=["state", "due_at"])
    return len(written) + len(again)
