"""What is sent for a passkey and is none is refused; the real thing is tested in a real browser."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.accounts.roles import EDITOR, MEMBER
from clapometer.accounts.views.passkeys import MOST

from .conftest import new_client

JSON = {"accept": "application/json"}
NAMES = (
    *("id", "rawId", "type", "response", "clientDataJSON", "attestationObject", "signature"),
    *("authenticatorData", "userHandle", "clientExtensionResults", "credProps", "rk"),
)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["AAAA", "public-key"]),
    lambda one: st.lists(one, max_size=4) | st.dictionaries(st.sampled_from(NAMES), one),
    max_leaves=12,
)
# The outline of an answer, with anything in it.
ANSWERS = ANY | st.fixed_dictionaries(
    {"id": st.just("AAAA"), "rawId": st.just("AAAA"), "type": st.just("public-key"),
     "response": st.dictionaries(st.sampled_from(NAMES[4:9]), ANY),
     "clientExtensionResults": ANY}
)  # fmt: skip


def passkey_of(person, name="Key") -> Authenticator:
    """A passkey in the table, made up."""
    return Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=ANSWERS)
def test_whatever_is_sent_for_a_passkey_is_refused_and_never_an_error(answer, people, signed_in):
    sent = {"credential": json.dumps(answer), "name": "x"}
    editor, stranger = signed_in(people[EDITOR]), new_client()
    assert editor.get("/account/passkeys/add", headers=JSON).status_code == 200
    assert editor.post("/account/passkeys/add", sent).status_code == 200
    # The limit on attempts is another test's.
    for _ in range(2):
        assert stranger.post("/sign-in/passkey", sent).status_code in (302, 429)
    assert stranger.get("/account").status_code == 302
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 15_000, "[" * 100_000, '"' + "x" * 30_000 + '"', '{"id": "\\ud800"}']
)
def test_what_is_no_json_or_too_much_of_it_is_refused(text, people, signed_in, visitor):
    answer = signed_in(people[EDITOR]).post("/account/passkeys/add", {"credential": text})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert visitor.post("/sign-in/passkey", {"credential": text}).status_code == 302


def test_the_device_is_asked_to_keep_the_key_and_to_know_its_owner(people, signed_in):
    """allauth leaves both to a box that is ticked in the browser."""
    asked = signed_in(people[EDITOR]).get("/account/passkeys/add", headers=JSON).json()["options"]
    wanted = asked["publicKey"]["authenticatorSelection"]
    assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "required")
    assert asked["publicKey"]["rp"]["id"] == "localhost"
    begun = new_client().get("/sign-in/passkey", headers=JSON).json()["request_options"]
    assert begun["publicKey"]["userVerification"] == "required"
    assert not begun["publicKey"].get("allowCredentials"), "it would name members"


def test_trying_passkeys_is_limited(people, visitor):
    statuses = [
        visitor.post("/sign-in/passkey", {"credential": "{}"}).status_code for _ in range(12)
    ]
    assert statuses == [302] * 10 + [429] * 2


def test_one_takes_away_one_s_own_passkeys_only(people, signed_in):
    mine, other = passkey_of(people[EDITOR]), passkey_of(people[MEMBER])
    browser = signed_in(people[EDITOR])
    assert browser.post(f"/account/passkeys/{other.pk}/remove").status_code == 404
    assert browser.post(f"/account/passkeys/{mine.pk}/remove").status_code == 302
    assert list(Authenticator.objects.all()) == [other]
    people[MEMBER].delete()
    assert not Authenticator.objects.exists()


def test_a_member_has_so_many_passkeys_at_most(people, signed_in):
    for number in range(MOST):
        passkey_of(people[EDITOR], f"Key {number}")
    page = signed_in(people[EDITOR]).get("/account/passkeys/add").content.decode()
    assert f"You have {MOST} passkeys" in page
    assert "<form" in page and "data-passkey" not in page
