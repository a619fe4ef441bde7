"""What a webhook says, against the schema that is published for it."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.webhook.bodies import (
    EXAMPLE,
    EXAMPLE_DIGEST,
    SCHEMA,
    body_of,
)
from clapometer.alerts.kinds import KINDS
from clapometer.alerts.messages import Line, Message, tag_of

INSTANT_TEXT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z")
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool}
KEYWORDS = {"$schema", "title", "type", "required", "properties", "enum", "items", "pattern",
            "format"}  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
INSTANT = st.integers(-(10**15), 4 * 10**15)
LINES = st.builds(Line, title=TEXT, text=TEXT, url=TEXT, happened_at=INSTANT)
MESSAGES = st.builds(
    Message,
    id=st.uuids().map(lambda one: one.hex),
    kind=st.sampled_from(list(KINDS)),
    title=TEXT,
    text=TEXT,
    url=TEXT,
    tag=TEXT.map(tag_of),
    urgency=st.just("normal"),
    happened_at=INSTANT,
    until=INSTANT,
    corrects=st.booleans(),
    lines=st.lists(LINES, max_size=3).map(tuple),
)


def fits(told, schema) -> bool:
    """Whether it is what the schema says, of JSON Schema as much as the schema makes use of."""
    assert set(schema) <= KEYWORDS
    if "enum" in schema:
        return told in schema["enum"]
    if not isinstance(told, TYPES[schema["type"]]):
        return False
    if isinstance(told, dict):
        return set(schema["required"]) <= set(told) and all(
            fits(told[name], one) for name, one in schema["properties"].items() if name in told
        )
    if isinstance(told, list):
        return all(fits(one, schema["items"]) for one in told)
    if schema.get("format") == "date-time" and not INSTANT_TEXT.fullmatch(told):
        return False
    return "pattern" not in schema or re.search(schema["pattern"], told) is not None


# Whatever is told, the body is what the schema says, and holds what was told.
@given(MESSAGES)
def test_every_body_fits_the_schema(message):
    told = json.loads(body_of(message))
    assert fits(told, SCHEMA)
    assert told["data"]["text"] == message.text
    assert [one["text"] for one in told["data"]["lines"]] == [one.text for one in message.lines]


# A try that is made again must not differ from the first, or it would be another message.
@given(MESSAGES)
def test_the_same_message_has_the_same_bytes(message):
    assert body_of(message) == body_of(replace(message))


def test_the_schema_refuses_what_is_no_body():
    told = json.loads(body_of(EXAMPLE))
    for wrong in (
        {**told, "type": "notice.advertisement"},
        {**told, "timestamp": 17},
        {key: value for key, value in told.items() if key != "data"},
        {**told, "data": {**told["data"], "corrects": "no"}},
    ):
        assert not fits(wrong, SCHEMA)


@pytest.mark.parametrize("message", [EXAMPLE, EXAMPLE_DIGEST], ids=["one", "digest"])
def test_the_examples_of_the_reference_fit(message):
    assert fits(json.loads(body_of(message)), SCHEMA)
