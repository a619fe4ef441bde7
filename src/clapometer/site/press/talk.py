"""What members say of a story, as its page shows it."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.accounts.models import Member
from clapometer.site import words
from clapometer.stories.models import Remark
from clapometer.stories.remarks import LONGEST, has_discussion, remarks_on

UNSEEN: dict[str, Promise] = {
    "waiting": gettext_lazy("waits for an editor; only you see it"),
    "hidden": gettext_lazy("an editor did not let it; only you see it"),
}
"""How a remark stands that only its writer sees."""


class Said(NamedTuple):
    """One remark: who, when, the words; `stands`: why only its writer sees it, "" where all do;
    `own`: it can be erased."""

    number: int
    name: str
    when: str
    at: int
    text: str
    stands: str
    own: bool


class Talk(NamedTuple):
    """The discussion of a story. `may`: whether the reader may say something. What was typed and
    could not be taken stands in the form again, with the reason."""

    story: int
    remarks: list[Said]
    may: bool
    longest: int
    typed: str
    wrong: str


def read_talk(story: int, reader: Member | None, typed: str = "", wrong: str = "") -> Talk | None:
    """Return the discussion of a story as a reader sees it; None where the site has none."""
    if not has_discussion():
        return None
    mine = None if reader is None else reader.id
    said = [_said(one, mine) for one in remarks_on(story, mine)]
    return Talk(story, said, reader is not None, LONGEST, typed[:LONGEST], wrong)


def _said(one: Remark, mine: int | None) -> Said:
    return Said(
        number=one.id,
        name=one.member.name or gettext("a member"),
        when=words.moment_of(one.posted_at),
        at=one.posted_at,
        text=one.text,
        stands=str(UNSEEN.get(one.state, "")),
        own=one.member_id == mine,
    )
