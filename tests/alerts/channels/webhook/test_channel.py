"""What a webhook's channel asks for, and what it reads in an answer."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise

import pytest
from standardwebhooks import Webhook

from clapometer.alerts.channels.contract import (
    GONE,
    PERMANENT,
    SENT,
    TEMPORARY,
    Address,
    Parcel,
    PostedChannel,
    Undeliverable,
)
from clapometer.alerts.channels.webhook.bodies import EXAMPLE
from clapometer.alerts.channels.webhook.channel import (
    ANSWERS,
    PLAN,
    WebhookChannel,
    details_with,
    salts_in,
)
from clapometer.alerts.channels.webhook.signing import first_salts, rotated, secret_of
from clapometer.fetching.posting import Answer
from clapometer.instants import now

CHANNEL = WebhookChannel()


def parcel(details: str, tries: int = 0) -> Parcel:
    address = Address(7, 1, "webhook", "https://hook.example/in", "https://hook.example", details,
                      "en")  # fmt: skip
    return Parcel(3, address, EXAMPLE, tries)


def test_it_is_a_posted_channel():
    assert isinstance(CHANNEL, PostedChannel)


def test_a_request_is_signed_for_its_receiver():
    salts, at = first_salts(), now()
    request = CHANNEL.request(parcel(details_with(salts)), at)
    assert request.url == "https://hook.example/in"
    assert request.headers["Content-Type"] == "application/json"
    told = Webhook(secret_of(7, salts[0].salt)).verify(request.body, dict(request.headers))
    assert told == json.loads(request.body)
    assert request.headers["webhook-id"] == told["data"]["id"] == EXAMPLE.id


def test_another_try_has_the_same_id_and_body_and_a_later_time():
    details, at = details_with(first_salts()), now()
    first = CHANNEL.request(parcel(details), at)
    again = CHANNEL.request(parcel(details, 1), at + 5_000_000)
    assert again.body == first.body
    changed = {name for name in first.headers if first.headers[name] != again.headers[name]}
    assert changed == {"webhook-timestamp", "webhook-signature"}


def test_without_a_secret_nothing_is_sent():
    with pytest.raises(Undeliverable) as refused:
        CHANNEL.request(parcel("{}"), now())
    assert refused.value.outcome.kind == GONE


def test_salts_survive_being_kept():
    salts = rotated(first_salts(), now())
    assert salts_in(details_with(salts)) == salts


def covered(words: str) -> list[int]:
    """The statuses that a row of the table names."""
    if found := re.fullmatch(r"(\d+)–(\d+)", words):
        return list(range(int(found[1]), int(found[2]) + 1))
    return [int(one) for one in re.findall(r"\d+", words)]


# Every status there can be is judged as the table of the reference says.
def test_answers_are_judged_as_the_table_says():
    by_status = {status: kind for words, (kind, _) in ANSWERS.items() for status in covered(words)}
    other = ANSWERS["any other"][0]
    judged = {status: CHANNEL.judge(Answer(status, {}), now()) for status in range(100, 600)}
    assert {one: found.kind for one, found in judged.items()} == {
        one: by_status.get(one, other) for one in judged
    }
    kinds = Counter(one.kind for one in judged.values())
    assert (kinds[SENT], kinds[GONE]) == (100, 1)
    for found in judged.values():
        assert (found.reason == "") == (found.kind == SENT)


@pytest.mark.parametrize(
    ("header", "asked"),
    [("120", 120.0), ("0", 0.0), ("soon", None), ("", None), ("-3", None)],
)
def test_the_receiver_may_ask_for_patience(header, asked):
    outcome = CHANNEL.judge(Answer(429, {"retry-after": header}), now())
    assert (outcome.kind, outcome.retry_after) == (TEMPORARY, asked)


def test_patience_until_a_date():
    at = 1_786_104_000_000_000  # 2026-08-07T12:00:00Z
    header = {"retry-after": "Fri, 07 Aug 2026 12:02:00 GMT"}
    assert CHANNEL.judge(Answer(503, header), at).retry_after == 120
    assert CHANNEL.judge(Answer(503, header), at + 600_000_000).retry_after == 0


@pytest.mark.parametrize(
    ("code", "kind"),
    [("not_public", PERMANENT), ("no_answer", TEMPORARY), ("slow", TEMPORARY),
     ("certificate", TEMPORARY)],
)  # fmt: skip
def test_no_answer_is_tried_again_unless_it_never_can_come(code, kind):
    outcome = CHANNEL.judge(Answer(0, {}, b"", "hook.example is not reached.", code), now())
    assert outcome.kind == kind
    assert outcome.reason == "hook.example is not reached."


def test_the_plan_goes_from_five_seconds_to_ten_hours_and_ends_after_five_days():
    assert (PLAN.waits[0], PLAN.waits[-1]) == (5, 36_000)
    assert all(before < after for before, after in pairwise(PLAN.waits))
    assert PLAN.ends_after == 5 * 86_400
