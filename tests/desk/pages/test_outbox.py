"""The editors' page of what is to be told: it holds, releases and drops, and writes nothing."""

from __future__ import annotations

import html
import re

import pytest
from django.conf import settings

from clapometer.alerts.models import (
    FAILED,
    SENT,
    WAITING,
    Act,
    Delivery,
    Endpoint,
    Follow,
    Notice,
    NoticeKey,
)  # fmt: skip
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.ledger.models import LedgerEntry
from clapometer.ledger.writing import writing
from tests.alerts.noticing import new_follower, told

pytestmark = pytest.mark.django_db


def add(title="Salt Road") -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(id=writer.append_one(work_added(kind="series", title=title)).seq)


def page(editor) -> str:
    answer = editor.get("/desk/outbox")
    assert answer.status_code == 200
    return answer.content.decode()


def text(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def buttons(page: str) -> set[str]:
    return {html.unescape(one) for one in re.findall(r'name="do" value="([^"]*)"', page)}


def do(editor, what, **fields):
    return editor.post("/desk/outbox", {"do": what, **fields})


def place(follower, channel):
    return Endpoint.objects.create(
        follower_id=follower.id, channel=channel, address=channel, mark=f"{channel}{follower.id}",
        state="on", created_at=1,
    )  # fmt: skip


def test_an_empty_outbox_says_so(editor):
    words = text(page(editor))
    assert "Nothing is held." in words
    assert "Nothing settles." in words
    assert "Nothing is on its way." in words


def test_what_settles_says_to_how_many_by_which_channel_and_when(editor):
    for channels in (["webhook", "mail"], ["webhook"], []):
        follower = new_follower("work:1")
        for channel in channels:
            place(follower, channel)
    Follow.objects.filter(follower_id=follower.id).update(cadence="daily")
    notice = told("36 of 37.", "work:1", title="Perfect score lost", state="settling")
    shown = page(editor)
    words = text(shown)
    assert "Perfect score lost" in words
    assert "36 of 37." in words
    assert "3 followers: webhooks 2, mail 1, in digests 1" in words
    assert {f"hold {notice.id}", f"drop {notice.id}"} <= buttons(shown)


def test_what_nobody_follows_says_so(editor):
    told("something", "work:1", state="settling")
    assert "nobody follows it" in text(page(editor))


def test_what_is_on_its_way_says_how_far_it_is_and_what_failed(editor):
    follower = new_follower("work:1")
    notice = told("something", "work:1", state="sending")
    for place_of, state, reason in ((1, SENT, ""), (2, WAITING, ""), (3, FAILED, "It broke."),
                                    (4, FAILED, "It broke.")):  # fmt: skip
        Delivery.objects.create(notice_id=notice.id, endpoint_id=place_of, state=state,
                                due_at=now() - 60_000_000, reason=reason)  # fmt: skip
    Notice.objects.filter(id=notice.id).update(spread=4, spread_to=2**63 - 1)
    words = text(page(editor))
    assert "1 sent, 1 waiting" in words
    assert "the oldest since" in words
    assert "2 × It broke." in words
    assert follower.id


def test_hold_release_and_drop_are_recorded_with_who_and_when(editor):
    notice = told("something", "work:1", title="Perfect score lost", state="settling")
    for what in ("hold", "release", "drop"):
        answer = do(editor, f"{what} {notice.id}")
        assert answer.status_code == 302
        assert 'role="status"' in editor.get(answer.headers["Location"]).content.decode()
    assert [one.act for one in Act.objects.order_by("id")] == ["hold", "release", "drop"]
    words = text(page(editor))
    # Once more in the head of the page.
    assert words.count("Ed Made-up") == 4
    assert "dropped Perfect score lost" in words


def test_everything_of_a_work_is_held_and_freed_by_its_name(editor):
    work = add()
    assert do(editor, "hold-work", work="Salt Road").status_code == 302
    shown = page(editor)
    assert f"free-work {work.public_id}" in buttons(shown)
    assert do(editor, f"free-work {work.public_id}").status_code == 302
    assert f"free-work {work.public_id}" not in buttons(page(editor))
    refused = do(editor, "hold-work", work="No such <work>")
    assert refused.status_code == 400
    assert "No such &lt;work&gt;" in refused.content.decode()


def test_the_bound_over_which_things_wait_is_said(editor, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hold_over", "1000")
    assert "more than 1000 follow" in text(page(editor))


@pytest.mark.parametrize("what", ["hold 999", "hold", "hold x", "send 1", "", "release -1"])
def test_what_is_no_button_is_refused_in_a_sentence(editor, what):
    answer = do(editor, what)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_nothing_that_an_editor_sends_here_reaches_a_follower(editor):
    """Whatever else a form holds, the words of what is told stay those of the record."""
    add()
    notice = told("36 of 37.", "work:1", title="Perfect score lost", state="settling")
    kept = list(Notice.objects.values("id", "title", "text", "url", "said"))
    entries = LedgerEntry.objects.count()
    shown = page(editor)
    fields = set(re.findall(r'<(?:input|textarea|select)[^>]* name="([^"]+)"', shown))
    assert fields - {"csrfmiddlewaretoken", "q"} == {"work"}
    assert "<textarea" not in shown
    smuggled = dict.fromkeys(["text", "title", "url", "message", "body", "said", "key"], "BUY NOW")
    for verb in ("hold", "release", "hold", "hold-work", "free-work"):
        do(editor, f"{verb} {notice.id}" if "work" not in verb else verb, work="Salt Road",
           **smuggled)  # fmt: skip
    assert list(Notice.objects.values("id", "title", "text", "url", "said")) == kept
    assert LedgerEntry.objects.count() == entries
    assert set(NoticeKey.objects.values_list("key", flat=True)) == {"work:1"}
    assert not Delivery.objects.exists()
    assert "BUY NOW" not in page(editor)
    assert not any("BUY" in str(row) for row in Act.objects.values())
