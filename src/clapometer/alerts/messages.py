"""A notice as it is told to anybody: the same for all, so nothing personal can be in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings

from .kinds import KINDS, SECOND
from .models import Notice


@dataclass(frozen=True, slots=True)
class Line:
    """One of several things that a digest tells."""

    title: str
    text: str
    url: str
    happened_at: int


@dataclass(frozen=True, slots=True)
class Message:
    """What a channel is to deliver.

    `id`: the notice's stable name. `url`: a full address. `tag`: the same for messages of which
    only the newest counts, 32 characters of base64url or hexadecimal (RFC 8030, section 5.4, allows
    no more). `until`: the instant from which it is not worth delivering. `corrects`: it corrects
    one that was sent. `lines`: what a digest tells, of which `text` is the summary.
    """

    id: str
    kind: str
    title: str
    text: str
    url: str
    tag: str
    urgency: str
    happened_at: int
    until: int
    corrects: bool = False
    lines: tuple[Line, ...] = ()

    def lives(self, now: int) -> int:
        """Return for how many seconds it is still worth delivering, at least 0."""
        return max(0, (self.until - now) // SECOND)


def message_of(notice: Notice) -> Message:
    """Return a notice as a message."""
    return Message(
        id=notice.name,
        kind=notice.kind,
        title=notice.title,
        text=notice.text,
        url=absolute(notice.url),
        tag=tag_of(notice.family or notice.name),
        urgency=KINDS[notice.kind].urgency,
        happened_at=notice.happened_at,
        until=notice.expires_at,
        corrects=notice.corrects_id is not None,
    )


def tag_of(family: str) -> str:
    """Return the tag of a family of notices: 32 hexadecimal digits."""
    return hashlib.sha256(family.encode()).hexdigest()[:32]


def absolute(path: str) -> str:
    """Return a path as a full address, from the site's public one."""
    return settings.SITE["address"].rstrip("/") + path
