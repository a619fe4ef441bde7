"""One-time links: they let in once, within a week, and a preview of them costs nothing."""

from __future__ import annotations

import pytest
from django.core import mail

from clapometer.accounts import invitations
from clapometer.accounts.invitations import InvitationRefused, accept, find, invite
from clapometer.accounts.models import Invitation, Member
from clapometer.accounts.roles import ADMIN, EDITOR, MEMBER
from clapometer.instants import now

from .conftest import new_client
from .signing import arrive

NEW = "new@made-up.example"
WEEK = 7 * 86_400_000_000


def test_looking_at_a_link_uses_nothing_up_and_accepting_does(visitor):
    """Programs open links in messages to show a preview; they do not send forms."""
    address = f"/invitation/{invite(NEW, EDITOR)}"
    for _ in range(3):
        assert NEW in visitor.get(address).content.decode()
        assert visitor.head(address).status_code == 200
    assert not Member.objects.exists()
    assert visitor.post(address, {"name": " Ann Invented "}).headers["Location"] == "/account"
    made = Member.objects.get()
    assert (made.email, made.name, made.role) == (NEW, "Ann Invented", EDITOR)
    assert "Ann Invented" in visitor.get("/account").content.decode()
    second = new_client()
    assert second.get(address).status_code == 404
    assert second.post(address, {"name": "Thief"}).status_code == 404
    assert second.get("/account").status_code == 302
    assert not Invitation.objects.exists()


def test_the_token_is_not_kept(db):
    token = invite(NEW, EDITOR)
    (kept,) = Invitation.objects.values_list("token_hash", flat=True)
    assert token not in kept
    assert find(kept) is None
    assert len(token) >= 43, "32 random bytes"


def test_a_link_is_good_for_a_week(db, monkeypatch):
    token = invite(NEW, EDITOR)
    made = now()
    monkeypatch.setattr(invitations, "now", lambda: made + WEEK - 60_000_000)
    assert find(token)
    monkeypatch.setattr(invitations, "now", lambda: made + WEEK)
    assert find(token) is None
    assert accept(token) is None


def test_a_new_link_for_an_address_ends_the_older_one(db):
    first, second = invite(NEW, EDITOR), invite(NEW.upper(), MEMBER)
    assert find(first) is None
    assert find(second).role == MEMBER


def test_a_member_who_lost_everything_comes_in_again_with_the_role_they_have(people, visitor):
    token = invite("editor@made-up.example", ADMIN)
    page = visitor.get(f"/invitation/{token}").content.decode()
    assert "Come in again" in page
    visitor.post(f"/invitation/{token}")
    assert "editor@made-up.example" in visitor.get("/account").content.decode()
    assert Member.objects.get(email="editor@made-up.example").role == EDITOR
    assert Member.objects.count() == 3


def test_who_is_signed_in_as_somebody_else_is_told_and_changes_over(people, signed_in):
    browser = signed_in(people[MEMBER])
    address = f"/invitation/{invite(NEW, EDITOR)}"
    assert "You are signed in as member m" in browser.get(address).content.decode()
    browser.post(address, {"name": ""})
    assert NEW in browser.get("/account").content.decode()


def test_the_first_admin_says_their_own_address(visitor):
    token = invitations.invite_first_admin()
    address = f"/invitation/{token}"
    assert 'name="email"' in visitor.get(address).content.decode()
    assert visitor.post(address, {"email": "no address"}).status_code == 200
    visitor.post(address, {"email": "First@Made-Up.example"})
    assert visitor.get("/members").status_code == 200
    assert Member.objects.get().email == "first@made-up.example"


def test_the_link_of_a_first_admin_is_worth_nothing_once_there_is_one(visitor):
    older, newer = invitations.invite_first_admin(), invitations.invite_first_admin()
    assert find(older) is None
    accept(invite(NEW, ADMIN))
    assert find(newer) is None
    assert accept(newer, email="thief@made-up.example") is None
    assert invitations.invite_first_admin() is None
    assert not Invitation.objects.exists()


def test_an_address_is_not_taken_from_the_form_where_the_link_names_one(visitor):
    visitor.post(f"/invitation/{invite(NEW, EDITOR)}", {"email": "other@made-up.example"})
    assert Member.objects.get().email == NEW


def test_an_address_that_is_none_uses_no_link_up(db):
    token = invitations.invite_first_admin()
    with pytest.raises(InvitationRefused, match="is no e-mail address"):
        accept(token, email="none")
    assert find(token)


def test_trying_links_is_limited(visitor):
    statuses = {visitor.get(f"/invitation/{n}").status_code for n in range(30)}
    assert statuses == {404}
    answer = visitor.get("/invitation/31")
    assert answer.status_code == 429
    assert "wait a minute" in answer.content.decode()


def test_an_admin_invites_on_a_page_that_shows_the_link_once(people, signed_in, visitor):
    admin = signed_in(people[ADMIN])
    page = admin.post("/members/invite", {"email": NEW, "role": EDITOR}).content.decode()
    link = page.split('class="address" tabindex="0">')[1].split("<")[0]
    listing = admin.get("/members").content.decode()
    assert NEW in listing
    assert link not in listing
    assert visitor.get(link).status_code == 200
    arrive()
    assert mail.outbox == [], "this site sends no mail"
    number = Invitation.objects.get().id
    admin.post(f"/members/invitations/{number}/withdraw")
    assert visitor.get(link).status_code == 404


def test_where_there_is_mail_an_invitation_is_mailed_too(people, signed_in, settings):
    settings.SITE = {**settings.SITE, "mail": "smtp://localhost"}
    signed_in(people[ADMIN]).post("/members/invite", {"email": NEW, "role": EDITOR})
    arrive()
    (message,) = mail.outbox
    assert message.to == [NEW]
    assert "http://localhost:8000/invitation/" in message.body


@pytest.mark.parametrize("sent", [{"email": "x", "role": EDITOR}, {"email": NEW, "role": "king"},
                                  {"email": NEW, "role": "visitor"}])  # fmt: skip
def test_an_invitation_that_cannot_be_is_refused(sent, people, signed_in):
    assert signed_in(people[ADMIN]).post("/members/invite", sent).status_code == 400
    assert not Invitation.objects.exists()
