"""Before a fact is saved: how many would be told of it, and holding that. All of it is made up."""

from __future__ import annotations

import html
import re

import pytest
from django.conf import settings
from django.urls import reverse

from clapometer.alerts.kinds import mask_of
from clapometer.alerts.models import Act, Endpoint, Notice
from clapometer.alerts.notices.settling import settle
from clapometer.alerts.notices.watching import run
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.facts.reading import facts_about
from clapometer.ledger.writing import writing
from tests.alerts.noticing import new_follower
from tests.desk.pages.test_facts import hidden

pytestmark = pytest.mark.django_db
SAID = {"status": "renewed", "certainty": "official", "by": "Made-up Stream", "seasons": "2"}


def add(kind="series", title="Salt Road", **facts) -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(
            id=writer.append_one(work_added(kind=kind, title=title, **facts)).seq
        )


@pytest.fixture
def road():
    work = add()
    run()
    return work


def asked(editor, work, kind="announcement", **changed):
    """The form filled in and sent once."""
    address = reverse("fact_add", args=[work.id, kind])
    return editor.post(address, {**hidden(editor.get(address)), **SAID, **changed})


def saved(editor, work, answer, **more):
    """What the preview's own form would send, sent."""
    form = answer.content.decode().split('id="ahead"')[1].split("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    fields = {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}
    return editor.post(reverse("fact_add", args=[work.id, "announcement"]), {**fields, **more})


def text(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def state_when_settled() -> str:
    run()
    notice = Notice.objects.get()
    settle(notice.due_at + 1)
    notice.refresh_from_db()
    return notice.state


def test_what_nobody_follows_is_saved_at_once(editor, road):
    assert asked(editor, road).status_code == 302
    assert len(facts_about([road.id])) == 1


def test_who_would_be_told_is_said_before_anything_is_saved(editor, road):
    for channel in ("webhook", ""):
        follower = new_follower(f"work:{road.id}")
        if channel:
            Endpoint.objects.create(follower_id=follower.id, channel=channel, address="x", mark="x",
                                    state="on", created_at=1)  # fmt: skip
    answer = asked(editor, road)
    assert answer.status_code == 200
    assert "This would tell 2 followers: webhooks 1, in 5 minutes, unless it is held" in text(
        answer
    )
    assert facts_about([road.id]) == []
    assert saved(editor, road, answer).status_code == 302
    (fact,) = facts_about([road.id])
    assert fact.said["status"] == "renewed"
    assert state_when_settled() == "due"


def test_it_can_be_held_in_the_same_moment(editor, road):
    new_follower(f"work:{road.id}")
    assert saved(editor, road, asked(editor, road), hold="yes").status_code == 302
    assert state_when_settled() == "held"


def test_what_waits_by_itself_says_so_and_needs_no_box(editor, road, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hold_over", "0")
    new_follower(f"work:{road.id}")
    answer = asked(editor, road)
    assert "once an editor releases it" in text(answer)
    assert 'name="hold"' not in answer.content.decode()
    assert saved(editor, road, answer).status_code == 302
    assert state_when_settled() == "held"


def test_what_is_no_news_is_saved_at_once(editor, road):
    new_follower(f"work:{road.id}")
    assert asked(editor, road, when="2011-05-20").status_code == 302


def test_who_did_not_ask_for_it_is_not_counted(editor, road):
    new_follower(f"work:{road.id}", kinds=mask_of(["score"]))
    assert asked(editor, road).status_code == 302


def test_whoever_follows_a_series_is_counted_for_its_season(editor, road):
    season = add("season", "Season 2", parent=road.id, number=2)
    new_follower(f"work:{road.id}")
    assert "1 follower" in text(asked(editor, season, seasons=""))


def test_what_is_wrong_is_said_before_who_would_be_told(editor, road):
    new_follower(f"work:{road.id}")
    answer = asked(editor, road, certainty="surely")
    assert answer.status_code == 400
    assert "would tell" not in text(answer)


def test_the_same_form_twice_is_one_fact_and_held_once(editor, road):
    new_follower(f"work:{road.id}")
    answer = asked(editor, road)
    for _ in range(2):
        assert saved(editor, road, answer, hold="yes").status_code == 302
    assert len(facts_about([road.id])) == 1
    assert Act.objects.count() == 1
