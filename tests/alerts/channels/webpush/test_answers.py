"""What push services answer, and what it means for the message and for the subscription."""

import ast
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.contract import GONE, OUTCOMES, PERMANENT, SENT, TEMPORARY
from clapometer.alerts.channels.webpush import answers
from clapometer.alerts.channels.webpush.answers import LONGEST_WAIT, asked_wait, outcome_of
from clapometer.fetching.posting import Answer
from clapometer.instants import to_datetime
from tests.alerts.channels.webpush.parcels import HOUR, NOW

# By hand, from RFC 8030 and what the services are known to answer.
MEANT = {
    200: SENT, 201: SENT, 202: SENT, 204: SENT, 299: SENT,
    301: PERMANENT, 302: PERMANENT, 307: PERMANENT, 308: PERMANENT,
    400: PERMANENT, 401: TEMPORARY, 403: TEMPORARY, 404: GONE, 405: PERMANENT, 406: TEMPORARY,
    408: TEMPORARY, 410: GONE, 411: PERMANENT, 412: TEMPORARY, 413: PERMANENT, 429: TEMPORARY,
    500: TEMPORARY, 502: TEMPORARY, 503: TEMPORARY, 504: TEMPORARY, 599: TEMPORARY,
    100: TEMPORARY, 999: TEMPORARY,
}  # fmt: skip


@pytest.mark.parametrize("status", MEANT)
def test_each_status_means_one_thing(status):
    outcome = outcome_of(Answer(status, {}), NOW)
    assert (outcome.kind, outcome.status) == (MEANT[status], status)
    assert bool(outcome.reason) == (outcome.kind != SENT)


# The invariant: whatever a push service answers, only 404 and 410 end a subscription, only 2xx is
# sent, and there is one sentence that a table can hold for everything else.
@given(
    status=st.integers(1, 999),
    body=st.binary(max_size=60) | st.sampled_from(answers.OTHER_KEY_WORDS),
    asks=st.text(max_size=30),
)
def test_only_what_is_gone_ends_a_subscription(status, body, asks):
    outcome = outcome_of(Answer(status, {"retry-after": asks}, body), NOW)
    assert outcome.kind in OUTCOMES
    assert (outcome.kind == GONE) == (status in {404, 410})
    assert (outcome.kind == SENT) == (status // 100 == 2)
    assert len(outcome.reason) <= answers.LONGEST_REASON
    assert outcome.kind == TEMPORARY or outcome.retry_after is None


def test_no_answer_is_tried_again_and_says_why():
    outcome = outcome_of(Answer(0, {}, problem="push.example did not answer.", code="slow"), NOW)
    assert outcome == (TEMPORARY, 0, "push.example did not answer.", None)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, b'{"reason":"VapidPkHashMismatch"}'),
        (403, b"the VAPID credentials do not correspond to the credentials used to subscribe."),
        (403, b"the key in the authorization header does not correspond to the sender ID used"),
    ],
)  # fmt: skip
def test_a_subscription_for_another_key_is_said_to_be_one(status, body):
    outcome = outcome_of(Answer(status, {}, body), NOW)
    assert outcome.kind == PERMANENT
    assert "another key" in outcome.reason


def test_a_token_that_is_not_believed_may_be_in_an_hour():
    outcome = outcome_of(Answer(403, {}, b'{"reason":"BadJwtToken"}'), NOW)
    assert outcome.kind == TEMPORARY
    assert "clock" in outcome.reason


LATER = format_datetime(to_datetime(NOW + HOUR), usegmt=True)
WAITS = {
    "0": 0.0,
    "120": 120.0,
    " 7 ": 7.0,
    "999999999999": LONGEST_WAIT,
    LATER: 3600.0,
    "Wed, 21 Oct 2015 07:28:00 GMT": 0.0,
    "Fri, 31 Dec 9999 23:59:59 GMT": LONGEST_WAIT,
    "": None,
    "soon": None,
    "-5": None,
    "1.5": None,
    "٣": None,
    "Wed, 99 Oct 2015 07:28:00 GMT": None,
}


@pytest.mark.parametrize("text", WAITS)
def test_how_long_is_asked_for(text):
    assert asked_wait(text, NOW) == WAITS[text]
    assert outcome_of(Answer(429, {"retry-after": text}), NOW).retry_after == WAITS[text]


def test_every_sentence_is_marked_for_translation():
    verdicts = [*answers.VERDICTS, *answers.CLASSES.values(), answers.OTHER_KEY, answers.STRANGE]
    calls = ast.walk(ast.parse(Path(answers.__file__).read_text("utf-8")))
    marked = {
        ast.literal_eval(call.args[0])
        for call in calls
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "gettext_noop"
    }
    assert {one.reason for one in verdicts if one.reason} == marked
    assert all(reason.endswith(".") for reason in marked)
