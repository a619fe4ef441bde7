"""A second proof before steps that a borrowed browser must not take. All people are made up."""

from __future__ import annotations

import html
import re
import time

import pytest
from django.core import mail

from clapometer.accounts import members, proof
from clapometer.accounts.invitations import accept, find, invite
from clapometer.accounts.models import Happening, Member
from clapometer.accounts.post import send_passkey_notice
from clapometer.accounts.record import TERMINAL
from clapometer.accounts.roles import ADMIN, EDITOR, MEMBER

from .conftest import prove_now
from .signing import arrive, last_code

LONG_AGO = proof.MINUTES * 60 + 1


@pytest.fixture
def stale(people, signed_in):
    """A browser in which an admin signed in some time ago."""
    browser = signed_in(people[ADMIN])
    prove_now(browser, people[ADMIN], LONG_AGO)
    return browser


def sensitive(people):
    """The steps that ask for it: address, and what is sent."""
    other = people[EDITOR].id
    return [
        (f"/members/{other}/role", {"role": MEMBER}),
        (f"/members/{other}/remove", {}),
        ("/members/invite", {"email": "new@made-up.example", "role": ADMIN}),
        ("/account/delete", {}),
        ("/account/passkeys/add", {"name": "x", "credential": "{}"}),
    ]


def test_nothing_is_done_without_a_fresh_proof(people, stale):
    for address, sent in sensitive(people):
        answer = stale.post(address, sent)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/account/prove"), address
    assert Member.objects.count() == 3
    assert Member.objects.get(id=people[EDITOR].id).role == EDITOR
    assert not Happening.objects.exists()
    for page in ("/account/passkeys/add", "/account/delete"):
        assert stale.get(page).headers["Location"] == "/account/prove"
    assert stale.get("/members").status_code == 200, "looking is no sensitive step"


def test_a_fresh_code_proves_it_and_what_was_begun_goes_on(people, stale):
    address = f"/members/{people[EDITOR].id}/role"
    stale.post(address, {"role": MEMBER})
    assert "Send me a code" in stale.get("/account/prove").content.decode()
    page = stale.post("/account/prove").content.decode()
    arrive()
    assert mail.outbox[-1].to == [people[ADMIN].email]
    assert "Printed where the site was started" in page
    answer = stale.post("/account/prove", {"code": last_code().lower().replace("-", " ")})
    page = answer.content.decode()
    assert "Nothing is done yet" in page
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    again = {name: html.unescape(value) for name, value in fields if name == "role"}
    assert again == {"role": MEMBER}
    assert f'action="{address}"' in page
    assert stale.post(address, again).headers["Location"] == "/members"
    assert Member.objects.get(id=people[EDITOR].id).role == MEMBER


def test_a_page_that_was_asked_for_is_opened_after_the_proof(people, stale):
    stale.get("/account/delete")
    stale.post("/account/prove")
    arrive()
    answer = stale.post("/account/prove", {"code": last_code()})
    assert answer.headers["Location"] == "/account/delete"
    assert stale.get("/account/delete").status_code == 200


# No number of guesses, and no code of another session or of another time, is taken for a proof.
def test_wrong_codes_are_refused_and_use_the_code_up(people, stale):
    assert stale.post("/account/prove", {"code": "ABCD-EFGH"}).status_code == 400
    stale.post("/account/prove")
    arrive()
    code = last_code()
    for _ in range(proof.MOST_TRIES):
        assert stale.post("/account/prove", {"code": "none"}).status_code == 400
    assert stale.post("/account/prove", {"code": code}).status_code == 400
    assert stale.get("/account/delete").headers["Location"] == "/account/prove"


def test_a_code_is_good_in_the_session_that_asked_and_for_its_time_only(
    people, stale, signed_in, monkeypatch
):
    stale.post("/account/prove")
    arrive()
    code = last_code()
    other = signed_in(people[ADMIN])
    prove_now(other, people[ADMIN], LONG_AGO)
    assert other.post("/account/prove", {"code": code}).status_code == 400
    late = time.time() + proof.CODE_MINUTES * 60
    monkeypatch.setattr(proof.time, "time", lambda: late)
    assert stale.post("/account/prove", {"code": code}).status_code == 400


def test_a_code_is_used_up_by_being_right(people, stale):
    stale.post("/account/prove")
    arrive()
    code = last_code()
    assert stale.post("/account/prove", {"code": code}).status_code == 302
    prove_now(stale, people[ADMIN], LONG_AGO)
    assert stale.post("/account/prove", {"code": code}).status_code == 400


@pytest.mark.parametrize(
    "credential", ["", "{}", "[]", "null", '{"id": 1}', "{" * 50_000, "x" * 30_000]
)
def test_what_is_no_passkey_s_answer_is_refused_and_never_an_error(people, stale, credential):
    answer = stale.post("/account/prove", {"credential": credential})
    assert answer.status_code == 400


def test_asking_again_and_again_is_refused(people, stale):
    answers = {stale.post("/account/prove", {"code": "x"}).status_code for _ in range(25)}
    assert answers == {400, 429}


def test_a_demoted_admin_s_pending_step_is_not_carried_out(people, stale):
    address = f"/members/{people[EDITOR].id}/remove"
    stale.post(address)
    stale.post("/account/prove")
    arrive()
    Member.objects.filter(id=people[ADMIN].id).update(role=EDITOR)
    stale.post("/account/prove", {"code": last_code()})
    assert stale.post(address).status_code == 403
    assert Member.objects.filter(id=people[EDITOR].id).exists()


def told(browser):
    page = browser.get("/members").content.decode().partition('id="happened"')[2]
    return re.findall(r"<li><span>(.*?)</span>", page)


def test_what_happened_to_members_is_kept_by_numbers_for_admins(people, signed_in):
    admin, editor = people[ADMIN], people[EDITOR]
    browser = signed_in(admin)
    browser.post(f"/members/{editor.id}/role", {"role": ADMIN})
    browser.post(f"/members/{editor.id}/role", {"role": ADMIN})
    browser.post("/members/invite", {"email": "new@made-up.example", "role": EDITOR})
    token = invite("other@made-up.example", MEMBER)
    number = find(token).pk
    came = accept(token)
    browser.post(f"/members/{came.id}/remove")
    browser.post(f"/members/invitations/{number - 1}/withdraw")
    assert told(browser) == [
        f"{admin.actor} withdrew invitation {number - 1}",
        f"{admin.actor} removed {came.actor}, role Member",
        f"{came.actor} came in by invitation {number}, role Member",
        f"the terminal made invitation {number}, role Member",
        f"{admin.actor} made invitation {number - 1}, role Editor",
        f"{admin.actor} changed the role of {editor.actor} from Editor to Admin",
    ]
    kept = " ".join(str(list(one.items())) for one in Happening.objects.values())
    assert "@" not in kept
    assert "new" not in kept


def test_who_deletes_their_own_account_is_told_from_who_is_removed(people, signed_in):
    signed_in(people[EDITOR]).post("/account/delete")
    members.remove(people[MEMBER])
    assert list(Happening.objects.order_by("id").values_list("what", "by")) == [
        ("left", people[EDITOR].actor),
        ("removed", TERMINAL),
    ]


def test_a_member_is_told_of_a_new_passkey(people):
    send_passkey_notice(people[MEMBER].email, "Laptop").result(timeout=20)
    assert mail.outbox[-1].to == [people[MEMBER].email]
    assert "Laptop" in mail.outbox[-1].body
    assert "remove it" in mail.outbox[-1].body
