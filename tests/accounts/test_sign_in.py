"""Signing in by a code: who comes in, what a stranger can learn, and where it may lead."""

from __future__ import annotations

import time
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR

from .conftest import new_client
from .signing import ask_for_code, last_code

KNOWN, UNKNOWN = "editor@made-up.example", "nobody@made-up.example"


@pytest.mark.parametrize("written", [KNOWN, " Editor@Made-Up.example "])
def test_who_has_the_code_comes_in(written, people, visitor):
    assert ask_for_code(visitor, written) == 302
    assert [message.to for message in mail.outbox] == [[KNOWN]]
    answer = visitor.post("/sign-in/code", {"code": last_code().lower().replace("-", " ")})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert KNOWN in visitor.get("/account").content.decode()


def test_a_stranger_cannot_tell_whether_an_address_is_known(people):
    """Status, headers and page are the same, and so is what follows three wrong codes."""
    seen = []
    for address in (KNOWN, UNKNOWN):
        cache.clear()
        browser = new_client()
        asked = browser.post("/sign-in", {"email": address})
        story = [told(asked, address), told(browser.get("/sign-in/code"), address)]
        story += [
            told(browser.post("/sign-in/code", {"code": "BCDF-GHJK"}), address) for _ in range(4)
        ]
        seen.append([*story, told(browser.get("/sign-in"), address)])
    assert seen[0] == seen[1]


def told(answer, address: str) -> tuple:
    """All that an answer shows, without what is different each time."""
    import re

    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    headers = {name: text for name, text in answer.headers.items() if name != "Expires"}
    cookies = {name: len(one.value) for name, one in answer.cookies.items()}
    return answer.status_code, page.replace(address, "ADDRESS"), headers, cookies


def test_for_an_address_that_nobody_has_as_much_is_done(people):
    """The database is asked as often at every step, and the words are written and not sent."""
    steps = []
    for address in (KNOWN, UNKNOWN):
        cache.clear()
        browser = new_client()
        counts = []
        for ask in (
            partial(browser.post, "/sign-in", {"email": address}),
            partial(browser.get, "/sign-in/code"),
            partial(browser.post, "/sign-in/code", {"code": "BCDF-GHJK"}),
        ):
            with CaptureQueriesContext(connection) as asked:
                ask()
            counts.append(len(asked))
        steps.append(counts)
    assert steps[0] == steps[1]


def test_a_code_is_enough_for_who_has_a_passkey(people, visitor):
    """allauth alone would ask for the passkey too, and shut out whoever lost it."""
    Authenticator.objects.create(
        user=people[EDITOR], type=Authenticator.Type.WEBAUTHN, data={"name": "x", "credential": {}}
    )
    ask_for_code(visitor, KNOWN)
    visitor.post("/sign-in/code", {"code": last_code()})
    assert visitor.get("/account").status_code == 200


def test_mail_goes_to_members_alone(people, visitor):
    ask_for_code(visitor, UNKNOWN)
    assert mail.outbox == []


def test_how_long_a_mail_server_takes_cannot_be_told_from_the_answer(people, visitor, monkeypatch):
    """A slow server would otherwise give every member away."""
    from clapometer.accounts import post

    monkeypatch.setattr(post.EmailMessage, "send", lambda self: time.sleep(1.5))
    began = time.monotonic()
    visitor.post("/sign-in", {"email": KNOWN})
    assert time.monotonic() - began < 1


def test_a_mail_server_that_fails_is_told_to_the_keeper_and_not_to_strangers(
    people, visitor, monkeypatch, caplog
):
    from clapometer.accounts import post

    def refuse(self):
        raise OSError("connection\nrefused")

    monkeypatch.setattr(post.EmailMessage, "send", refuse)
    assert ask_for_code(visitor, KNOWN) == 302
    assert [record.getMessage() for record in caplog.records] == [
        "A mail could not be sent: connection refused"
    ]


def test_three_wrong_codes_end_it(people, visitor):
    ask_for_code(visitor, KNOWN)
    code = last_code()
    for _ in range(2):
        assert "This is not the code" in wrong(visitor)
    assert visitor.post("/sign-in/code", {"code": "BCDF-GHJK"}).status_code == 302
    assert "Too many attempts" in visitor.get("/sign-in").content.decode()
    assert visitor.post("/sign-in/code", {"code": code}).headers["Location"] == "/sign-in"
    assert visitor.get("/account").status_code == 302


def wrong(browser) -> str:
    return browser.post("/sign-in/code", {"code": "BCDF-GHJK"}).content.decode()


def test_an_old_code_is_no_code(people, visitor, settings):
    ask_for_code(visitor, KNOWN)
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    visitor.post("/sign-in/code", {"code": last_code()})
    assert visitor.get("/account").status_code == 302


def test_a_code_is_good_once_and_only_where_it_was_asked_for(people, visitor):
    ask_for_code(visitor, KNOWN)
    code = last_code()
    thief = new_client()
    ask_for_code(thief, UNKNOWN)
    thief.post("/sign-in/code", {"code": code})
    assert thief.get("/account").status_code == 302
    assert visitor.post("/sign-in/code", {"code": code}).headers["Location"] == "/"
    visitor.post("/sign-out")
    visitor.post("/sign-in/code", {"code": code})
    assert visitor.get("/account").status_code == 302


def test_codes_are_sent_to_one_address_only_so_often(people):
    """Also to somebody who comes from ever new places: the address itself is counted."""
    statuses = []
    for number in range(5):
        browser = new_client(REMOTE_ADDR=f"192.0.2.{number}")
        statuses.append(ask_for_code(browser, KNOWN))
    assert statuses == [302, 302, 302, 200, 200]
    assert len(mail.outbox) == 3


def test_who_asks_for_many_addresses_is_held_up_too(people):
    browsers = [new_client() for _ in range(21)]
    statuses = [ask_for_code(one, f"{n}@made-up.example") for n, one in enumerate(browsers)]
    assert statuses == [302] * 20 + [200]


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/members?x=1", "/members?x=1"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("http://localhost/account", "/"),
        ("http://127.0.0.1:9999/", "/"),
        ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("account", "/"),
        ("", "/"),
    ],
)
def test_signing_in_leads_only_to_places_of_this_site(asked, led, people, visitor):
    page = visitor.get("/sign-in", {"next": asked}).content.decode()
    assert ('name="next"' in page) == (asked == led)
    visitor.post("/sign-in", {"email": KNOWN, "next": asked})
    ask_for_code(visitor, KNOWN, next=asked)
    answer = visitor.post("/sign-in/code", {"code": last_code(), "next": asked})
    assert answer.headers["Location"] == led
    again = visitor.get("/sign-in", {"next": asked})
    assert again.headers["Location"] == led


def test_the_session_is_new_after_signing_in_and_gone_after_signing_out(people, visitor, settings):
    """Who planted a cookie before somebody signed in must not be signed in with it."""
    ask_for_code(visitor, KNOWN)
    before = visitor.cookies[settings.SESSION_COOKIE_NAME].value
    visitor.post("/sign-in/code", {"code": last_code()})
    cookie = visitor.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie.value != before
    assert not Session.objects.filter(session_key=before).exists()
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert cookie["max-age"] == 14 * 24 * 3600
    assert visitor.get("/sign-out").status_code == 405
    assert visitor.get("/account").status_code == 200
    visitor.post("/sign-out")
    assert not Session.objects.filter(session_key=cookie.value).exists()
    assert visitor.get("/account").status_code == 302


def test_who_typed_the_wrong_address_begins_anew(people, visitor):
    ask_for_code(visitor, UNKNOWN)
    assert visitor.get("/sign-in").status_code == 200
    ask_for_code(visitor, KNOWN)
    visitor.post("/sign-in/code", {"code": last_code()})
    assert visitor.get("/account").status_code == 200


def test_somebody_removed_is_out_at_once_and_gets_no_code(people, visitor, signed_in):
    editor = signed_in(people[EDITOR])
    people[EDITOR].delete()
    assert editor.get("/account").status_code == 302
    ask_for_code(visitor, KNOWN)
    assert mail.outbox == []


def test_there_is_no_password_anywhere(people):
    columns = {field.name for field in Member._meta.get_fields()}
    assert not columns & {"password", "last_login"}
    assert not people[EDITOR].has_usable_password()
    assert not people[EDITOR].check_password("")


def test_without_a_mail_server_the_page_says_where_the_code_is(people, visitor, settings):
    assert "This site sends no mail" in visitor.get("/sign-in").content.decode()
    settings.SITE = {**settings.SITE, "mail": "smtp://localhost"}
    assert "a code is sent there" in visitor.get("/sign-in").content.decode()


@pytest.mark.parametrize("address", ["", "x", "a@b", "é" * 300 + "@x.example", "a@x.example\nb: c"])
def test_what_is_no_address_is_refused_and_said_so(address, visitor):
    answer = visitor.post("/sign-in", {"email": address})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
