"""What browsers hand over is read exactly; what none would hand over is refused in one sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.webpush.subscriptions import (
    LONGEST,
    SubscriptionRefused,
    origin_of,
    read_subscription,
)
from tests.alerts.channels.webpush.browsers import Browser, written

BROWSER = Browser()


def said(**changes) -> str:
    whole = json.loads(BROWSER.subscription()) | changes
    return json.dumps({name: value for name, value in whole.items() if value is not ...})


def test_a_browsers_subscription_is_read():
    read = read_subscription(BROWSER.subscription())
    assert (read.endpoint, read.origin) == (BROWSER.endpoint, "https://push.example")
    assert json.loads(read.details()) == BROWSER.keys


def test_keys_are_stored_without_padding_however_they_came():
    keys = {name: value + "=" * (-len(value) % 4) for name, value in BROWSER.keys.items()}
    assert json.loads(read_subscription(said(keys=keys)).details()) == BROWSER.keys


# As the services write them; the last parts are made up.
ENDPOINTS = {
    "https://fcm.googleapis.com/fcm/send/aB-c:d_e": "https://fcm.googleapis.com",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAA": (
        "https://updates.push.services.mozilla.com"
    ),
    "https://web.push.apple.com/QF8w7V0": "https://web.push.apple.com",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYA%2fAA%3d": (
        "https://wns2-par02p.notify.windows.com"
    ),
    "https://127.0.0.1:8443/push/1": "https://127.0.0.1:8443",
    "https://[::1]:8443/push/1": "https://[::1]:8443",
}


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_the_origin_is_what_stands_before_the_path(endpoint):
    read = read_subscription(said(endpoint=endpoint))
    assert read.origin == origin_of(read.endpoint) == ENDPOINTS[endpoint]


NO_ORIGIN = "does not begin with its origin"
REFUSED = {
    "http": (said(endpoint="http://push.example/1"), "no https address"),
    "no scheme": (said(endpoint="push.example/1"), "no https address"),
    "another scheme": (said(endpoint="javascript:alert(1)"), "no https address"),
    "capital scheme": (said(endpoint="HTTPS://push.example/1"), "no https address"),
    "capital host": (said(endpoint="https://PUSH.example/1"), NO_ORIGIN),
    "a user": (said(endpoint="https://me@push.example/1"), NO_ORIGIN),
    "the port that goes without saying": (said(endpoint="https://push.example:443/1"), NO_ORIGIN),
    "a port that is none": (said(endpoint="https://push.example:99999/1"), "no https address"),
    "a fragment": (said(endpoint="https://push.example/1#2"), NO_ORIGIN),
    "no path": (said(endpoint="https://push.example"), NO_ORIGIN),
    "no host": (said(endpoint="https:///1"), "no https address"),
    "a backslash": (said(endpoint="https://push.example/a\\b"), NO_ORIGIN),
    "a line break": (said(endpoint="https://push.example/1\r\nX: y"), "no https address"),
    "a space": (said(endpoint="https://push.example/ 1"), "no https address"),
    "not ASCII": (said(endpoint="https://püsh.example/1"), "no https address"),
    "half a bracket": (said(endpoint="https://[::1/1"), "no https address"),
    "too long an endpoint": (said(endpoint="https://push.example/" + "a" * 2048), "2,048"),
    "no endpoint": (said(endpoint=...), "“endpoint” is missing or no text"),
    "endpoint a number": (said(endpoint=5), "“endpoint” is missing or no text"),
    "no keys": (said(keys=...), "A subscription is an object like"),
    "keys a list": (said(keys=["p256dh"]), "A subscription is an object like"),
    "half the keys": (said(keys={"p256dh": "x"}), "“auth” is missing or no text"),
    "a key null": (said(keys={"p256dh": None, "auth": "x"}), "“p256dh” is missing or no text"),
    "a key off the curve": (
        said(keys={"p256dh": written(b"\4" + bytes(64)), "auth": BROWSER.keys["auth"]}),
        "no point on the curve",
    ),
    "no JSON": ("subscribe me", "is no JSON"),
    "half of it": (BROWSER.subscription()[:-5], "is no JSON"),
    "nested deep": ("[" * 5000, "is no JSON"),
    "a list": ("[1]", "A subscription is an object like"),
    "null": ("null", "A subscription is an object like"),
    "too long": (" " * (LONGEST + 1), "at most 8,192 characters"),
    "bytes that are no UTF-8": (b"\xff\xfe", "is no JSON"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_anything_else_is_refused_in_one_sentence(case):
    text, says = REFUSED[case]
    with pytest.raises(SubscriptionRefused, match=says) as refused:
        read_subscription(text)
    assert "\n" not in str(refused.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["endpoint", "keys", "p256dh", "auth"]), inner)
    ),
    max_leaves=8,
)


# The invariant: whatever JSON comes, it is a subscription or it is refused; nothing else happens.
@given(value=JSON)
def test_nothing_else_than_a_refusal_comes_of_it(value):
    with pytest.raises(SubscriptionRefused):
        read_subscription(json.dumps(value))
