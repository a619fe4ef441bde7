"""Discussion of stories: who may say what, and who sees it. All people and words are made up."""

import pytest
from django.conf import settings
from django.test import Client, override_settings

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR, MEMBER
from clapometer.ledger.reading import head
from clapometer.stories.models import Remark
from clapometer.stories.remarks import AN_HOUR, LONGEST
from tests.stories.madeup import post

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>\u202e <a href='javascript:x'>link</a>"


@pytest.fixture(autouse=True)
def discussed():
    with override_settings(SITE={**settings.SITE, "discussion": "on"}):
        yield


def signed_in(name, role=MEMBER):
    person = Member.objects.create(email=f"{name}@made-up.example", name=name, role=role)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client


@pytest.fixture
def ann():
    return signed_in("Ann Made-up")


@pytest.fixture
def editor():
    return signed_in("Ed Made-up", EDITOR)


@pytest.fixture
def story():
    return post()


def say(client, story, text="It was all made up, and I liked it."):
    return client.post(f"/story/{story}/remark", {"text": text}, follow=True)


def page(client, story):
    return client.get(f"/story/{story}").content.decode()


def test_a_remark_is_seen_once_an_editor_let_it(ann, editor, story):
    stranger, position = Client(headers={"host": "localhost"}), head()
    assert "Nobody has said anything yet." in page(stranger, story)
    tag = stranger.get(f"/story/{story}").headers["ETag"]
    shown = say(ann, story).content.decode()
    assert "waits for an editor" in shown
    assert "I liked it" not in page(stranger, story)
    number = Remark.objects.get().id
    assert "I liked it" in editor.get("/desk/remarks").content.decode()
    editor.post(f"/desk/remarks/{number}", {"do": "show"})
    shown = page(stranger, story)
    assert "I liked it" in shown and "Ann Made-up" in shown
    assert stranger.get(f"/story/{story}").headers["ETag"] != tag
    # It is no part of the record.
    assert head() == position


def test_what_an_editor_hides_only_its_writer_sees(ann, editor, story):
    say(ann, story)
    editor.post(f"/desk/remarks/{Remark.objects.get().id}", {"do": "hide"})
    assert "did not let it" in page(ann, story)
    assert "I liked it" not in page(Client(headers={"host": "localhost"}), story)
    assert "Nothing waits." in editor.get("/desk/remarks").content.decode()


def test_a_member_erases_only_their_own(ann, editor, story):
    say(ann, story)
    number = Remark.objects.get().id
    assert signed_in("Bob Made-up").post(f"/remark/{number}/erase").status_code == 404
    assert ann.post(f"/remark/{number}/erase").status_code == 302
    assert not Remark.objects.exists()
    say(ann, story)
    editor.post(f"/desk/remarks/{Remark.objects.get().id}", {"do": "erase"})
    assert not Remark.objects.exists()


def test_remarks_go_with_their_member(ann, story):
    say(ann, story)
    Member.objects.get(name="Ann Made-up").delete()
    assert not Remark.objects.exists()


def test_a_remark_is_plain_text_of_bounded_length(ann, editor, story):
    say(ann, story, HOSTILE)
    editor.post(f"/desk/remarks/{Remark.objects.get().id}", {"do": "show"})
    for shown in (page(ann, story), editor.get(f"/story/{story}").content.decode()):
        assert "&lt;script&gt;" in shown
        assert "<script>alert" not in shown and "href='javascript" not in shown
        assert "\u202e" not in shown
    answer = say(ann, story, "x" * (LONGEST + 1))
    assert answer.status_code == 400
    assert "at most" in answer.content.decode()
    assert say(ann, story, " \n ").status_code == 400
    assert say(ann, story, HOSTILE).status_code == 400


def test_nobody_says_too_much_within_an_hour(ann, story):
    for n in range(AN_HOUR):
        assert say(ann, story, f"made-up words {n}").status_code == 200
    assert say(ann, story, "one more").status_code == 400
    assert Remark.objects.count() == AN_HOUR


def test_who_is_not_signed_in_is_led_there(story):
    stranger = Client(headers={"host": "localhost"})
    assert "Sign in to say something" in page(stranger, story)
    assert say(stranger, story).status_code != 500
    assert not Remark.objects.exists()


def test_a_site_has_no_discussion_unless_it_says_so(ann, story):
    say(ann, story)
    with override_settings(SITE={**settings.SITE, "discussion": "off"}):
        assert "Discussion" not in page(ann, story)
        assert say(ann, story, "more").status_code == 404
    assert Remark.objects.count() == 1
