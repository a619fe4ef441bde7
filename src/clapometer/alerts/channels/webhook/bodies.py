"""What a webhook says: its members as a table, from which the body and its schema are made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from clapometer.alerts.kinds import KINDS
from clapometer.alerts.messages import Line, Message
from clapometer.instants import format_instant

TYPE = "notice."
"""What the type of every webhook begins with; then comes the kind of notice."""


class Field(NamedTuple):
    """One member of an object: its name, what it means, its JSON Schema, and how it is read."""

    name: str
    means: str
    schema: Mapping[str, object]
    read: Callable[[Any], object]


_TEXT: Mapping[str, object] = {"type": "string"}
_LINK: Mapping[str, object] = {"type": "string", "format": "uri"}
_INSTANT: Mapping[str, object] = {"type": "string", "format": "date-time"}

LINE = (
    Field("title", "what happened, as a headline", _TEXT, lambda one: one.title),
    Field("text", "what happened, in sentences; may be empty", _TEXT, lambda one: one.text),
    Field("url", "the page that it leads to", _LINK, lambda one: one.url),
    Field("happened_at", "when it happened (RFC 3339, UTC)", _INSTANT,
          lambda one: format_instant(one.happened_at)),
)  # fmt: skip


def _object(fields: tuple[Field, ...]) -> Mapping[str, object]:
    return {
        "type": "object",
        "required": [one.name for one in fields],
        "properties": {one.name: one.schema for one in fields},
    }


def _read(fields: tuple[Field, ...], told: object) -> dict[str, object]:
    return {one.name: one.read(told) for one in fields}


def _lines(message: Message) -> list[dict[str, object]]:
    return [_read(LINE, line) for line in message.lines]


DATA = (
    Field("id", "the same as the header `webhook-id`; whoever has seen it may drop the rest", _TEXT,
          lambda one: one.id),
    *LINE,
    Field("corrects", "whether it corrects a message that was sent before", {"type": "boolean"},
          lambda one: one.corrects),
    Field("tag", "the same for messages of which only the newest counts",
          {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,32}$"}, lambda one: one.tag),
    Field("lines", "of a digest: each thing that it tells, with `title`, `text`, `url` and"
          " `happened_at`; else empty", {"type": "array", "items": _object(LINE)}, _lines),
)  # fmt: skip
WHOLE = (
    Field("type", "`notice.` and the kind of what happened",
          {"enum": [TYPE + kind for kind in KINDS]}, lambda one: TYPE + one.kind),
    Field("timestamp", "when it happened (RFC 3339, UTC)", _INSTANT,
          lambda one: format_instant(one.happened_at)),
    Field("data", "what is told", _object(DATA), lambda one: _read(DATA, one)),
)  # fmt: skip

SCHEMA: Mapping[str, object] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What a Clapometer site posts to a webhook",
    **_object(WHOLE),
}
"""The JSON Schema of a body. More members may come; those that are there stay."""
EXAMPLE = Message(
    id="5f0c8a52f2c14f0d9c0b7f3f5a1b2c3d",
    kind="score",
    title="The Salt Road: perfect score lost, 97",
    text="36 of 37 reviews are positive.",
    url="https://board.example/work/w17/the-salt-road",
    tag="9b74c9897bac770ffc029102a200c5de",
    urgency="normal",
    happened_at=1_786_104_000_000_000,
    until=1_786_276_800_000_000,
)
"""A made-up message, which the reference shows."""
EXAMPLE_DIGEST = Message(
    id="c1d2e3f4a5b60718293a4b5c6d7e8f90",
    kind="digest",
    title="2 things on Friday",
    text="The Salt Road, Quiet Hours.",
    url="https://board.example/",
    tag="0cc175b9c0f1b6a831c399e269772661",
    urgency="low",
    happened_at=1_786_118_400_000_000,
    until=1_786_204_800_000_000,
    lines=(
        Line("The Salt Road: perfect score lost, 97", "36 of 37 reviews are positive.",
             "https://board.example/work/w17/the-salt-road", 1_786_104_000_000_000),
        Line("Quiet Hours: renewed for season 2", "According to Made-up Stream.",
             "https://board.example/work/w23/quiet-hours", 1_786_107_600_000_000),
    ),
)  # fmt: skip
"""A made-up digest, which the reference shows."""


def body_of(message: Message) -> bytes:
    """Return the body: the same bytes for the same message, however often it is sent."""
    told = _read(WHOLE, message)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
