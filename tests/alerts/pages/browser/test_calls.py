"""What reaches the addresses that the site's scripts call, and what is turned away, in words."""

from __future__ import annotations

import pytest
from django.test import Client

from clapometer.alerts.models import Endpoint
from clapometer.alerts.pages.browser.calls import LARGEST
from clapometer.alerts.pages.browser.pushing import PATTERNS
from clapometer.alerts.pages.limits import LIMITS

CALLED = [str(one.pattern).rpartition("/")[2] for one in PATTERNS if one.name != "follow_push_key"]
OTHERS = [
    {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
    {"sec-fetch-site": "same-site", "origin": "http://other.localhost"},
    # What a person types into the address bar, or a bookmark.
    {"sec-fetch-site": "none"},
    # A browser that says where it is from, and not how it came.
    {"sec-fetch-site": None, "origin": "https://evil.example"},
    {"sec-fetch-site": None, "origin": "null"},
    {"sec-fetch-site": None, "origin": "https://localhost"},
    {"sec-fetch-site": None, "origin": "http://localhost.evil.example"},
    {"sec-fetch-site": None, "origin": None},
]


def refusal(answer) -> str:
    """The one sentence of an answer that says no."""
    told = answer.json()
    assert list(told) == ["refusal"]
    assert told["refusal"].endswith(".")
    assert answer.headers["Cache-Control"] == "no-store"
    return told["refusal"]


@pytest.mark.parametrize("headers", OTHERS, ids=str)
@pytest.mark.parametrize("name", CALLED)
def test_no_other_site_can_call(call, db, name, headers):
    client = Client(headers={"host": "localhost"})
    sent = {key: value for key, value in headers.items() if value is not None}
    answer = client.post(f"/follow/push/{name}", b"{}", "application/json", headers=sent)
    assert answer.status_code == 403
    assert "by a page of this site" in refusal(answer)


def test_a_browser_without_fetch_metadata_is_known_by_its_origin(db):
    client = Client(headers={"host": "localhost", "origin": "http://localhost"})
    answer = client.post("/follow/push/state", b'{"endpoint": "https://a.example/"}',
                         "application/json")  # fmt: skip
    assert (answer.status_code, answer.json()) == (200, {"state": "none"})


@pytest.mark.parametrize("name", CALLED)
def test_only_post_is_taken(db, name):
    answer = Client(headers={"host": "localhost"}).get(f"/follow/push/{name}")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    refusal(answer)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 415),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'"text"', 400),
        (b"\xff\xfe", 400),
        (b"[" * 5000, 400),
        (b"{}", 400),
        (b'{"endpoint": 1, "old": 1, "subscription": 1}', 400),
        (b'{"endpoint": "", "old": "", "subscription": {}}', 400),
        (b'{"endpoint": "' + b"x" * 3000 + b'"}', 400),
        (b'"' + b"x" * LARGEST + b'"', 413),
    ],
    ids=lambda value: repr(value)[:24],
)
@pytest.mark.parametrize("name", ["change", "unsubscribe", "state", "test"])
def test_what_cannot_be_read_is_told_in_a_sentence(call, name, body, status):
    answer = call(name, body)
    assert answer.status_code == status
    refusal(answer)


def test_what_a_form_could_send_is_not_taken(call):
    own = {"sec-fetch-site": "same-origin"}
    client = Client(headers={"host": "localhost"} | own)
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.post("/follow/push/unsubscribe", b'{"endpoint": "x"}', content_type=kind)
        assert answer.status_code == 415, kind
        refusal(answer)


def test_asking_without_end_is_refused_and_nothing_is_written(call, monkeypatch):
    monkeypatch.setitem(LIMITS, "push", "3/h/key")
    asked = [call("state", {"endpoint": "https://a.example/"}) for _ in range(4)]
    assert [one.status_code for one in asked] == [200, 200, 200, 429]
    assert "too often" in refusal(asked[-1])
    assert not Endpoint.objects.exists()
