"""Changing and removing members, and one's own account."""

from __future__ import annotations

import pytest

from clapometer.accounts import members
from clapometer.accounts.members import MemberRefused
from clapometer.accounts.models import Member
from clapometer.accounts.names import shown_name
from clapometer.accounts.roles import ADMIN, EDITOR, GIVEN, MEMBER, ROLES, VISITOR, reaches


def test_the_roles_are_a_ladder():
    """Each role may do what those before it may: the order of the table is the order of rights."""
    order = [VISITOR, MEMBER, EDITOR, ADMIN]
    assert list(ROLES) == order
    for place, role in enumerate(order):
        assert [reaches(role, needed) for needed in order] == [n <= place for n in range(4)]
    assert list(GIVEN) == order[1:]


def test_another_role_holds_at_once_in_open_sessions(people, signed_in):
    editor = signed_in(people[EDITOR])
    assert editor.get("/members").status_code == 403
    signed_in(people[ADMIN]).post(f"/members/{people[EDITOR].id}/role", {"role": ADMIN})
    assert editor.get("/members").status_code == 200
    editor.post(f"/members/{people[ADMIN].id}/role", {"role": MEMBER})
    assert Member.objects.get(id=people[ADMIN].id).role == MEMBER


@pytest.mark.parametrize("role", ["king", "", VISITOR])
def test_there_are_no_other_roles(role, people, signed_in):
    answer = signed_in(people[ADMIN]).post(f"/members/{people[EDITOR].id}/role", {"role": role})
    assert answer.status_code == 409
    assert "A role is one of" in answer.content.decode()
    assert Member.objects.get(id=people[EDITOR].id).role == EDITOR


def test_the_last_admin_stays(people, signed_in):
    """By none of the three ways is a site left without anybody who can let people in."""
    admin = people[ADMIN]
    browser = signed_in(admin)
    for address, sent in (
        (f"/members/{admin.id}/role", {"role": EDITOR}),
        (f"/members/{admin.id}/remove", {}),
        ("/account/delete", {}),
    ):
        answer = browser.post(address, sent)
        assert answer.status_code == 409
        assert "is the only admin" in answer.content.decode()
    assert Member.objects.get(id=admin.id).role == ADMIN
    members.change_role(people[EDITOR], ADMIN)
    assert browser.post("/account/delete").headers["Location"] == "/"
    assert browser.get("/account").status_code == 302


def test_removing_somebody_takes_their_name_and_never_their_number(people, signed_in):
    """Entries name their writers by number: a number given twice would blame the wrong person."""
    editor = people[EDITOR]
    actor = editor.actor
    assert shown_name(actor) == "editor m"
    signed_in(people[ADMIN]).post(f"/members/{editor.id}/remove")
    assert shown_name(actor) == ""
    newest = Member.objects.order_by("id").last()
    highest = newest.id
    newest.delete()
    assert Member.objects.create(email="next@made-up.example", role=MEMBER).id > highest


@pytest.mark.parametrize("actor", ["member:", "member:x", "member:²", "import:1", "member:999", ""])
def test_others_have_no_shown_name(actor, db):
    assert shown_name(actor) == ""


def test_a_name_is_changed_and_erased(people, signed_in):
    browser = signed_in(people[EDITOR])
    browser.post("/account/name", {"name": "  Ann <b>Invented</b>  "})
    page = browser.get("/account").content.decode()
    assert "Ann &lt;b&gt;Invented&lt;/b&gt;" in page
    assert "<b>Invented" not in page
    refused = browser.post("/account/name", {"name": "x" * 81})
    assert refused.status_code == 200
    assert 'aria-invalid="true"' in refused.content.decode()
    browser.post("/account/name", {"name": ""})
    assert shown_name(people[EDITOR].actor) == ""
    assert str(Member.objects.get(id=people[EDITOR].id)) == people[EDITOR].actor


def test_signing_out_everywhere_ends_every_session_and_nobody_else_s(people, signed_in):
    here, there, other = (signed_in(people[one]) for one in (EDITOR, EDITOR, MEMBER))
    here.post("/account/sign-out-everywhere")
    assert [one.get("/account").status_code for one in (here, there, other)] == [302, 302, 200]


def test_an_address_is_changed_unless_another_member_has_it(people):
    members.change_address(people[EDITOR], " New@Made-Up.example")
    assert members.find_member("new@made-up.EXAMPLE").id == people[EDITOR].id
    members.change_address(people[EDITOR], "new@made-up.example")
    with pytest.raises(MemberRefused, match="of another member"):
        members.change_address(people[EDITOR], people[ADMIN].email)
    with pytest.raises(MemberRefused, match="is no e-mail address"):
        members.change_address(people[EDITOR], "new")
    with pytest.raises(MemberRefused, match="No member has the address"):
        members.find_member("editor@made-up.example")
