"""Digests from the tables: whose, of what, exactly once. All names are made up."""

from __future__ import annotations

import pytest
from django.conf import settings

from clapometer.alerts.channels.contract import Address
from clapometer.alerts.digests.composing import MOST_LINES, compose, lines_for
from clapometer.alerts.digests.forgetting import forget
from clapometer.alerts.digests.skipping import skip
from clapometer.alerts.digests.windows import _window
from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.following.endpoints import pause_endpoint, resume_endpoint
from clapometer.alerts.following.followers import pause
from clapometer.alerts.kinds import HOUR, KINDS, MINUTE, SECOND
from clapometer.alerts.models import SENT, Delivery, Digested, Endpoint, Follow, Follower, Notice
from clapometer.instants import now, parse_instant

pytestmark = pytest.mark.django_db
DAY = 24 * HOUR * SECOND
NOON = parse_instant("2026-03-02T12:00Z", None)


@pytest.fixture(autouse=True)
def nothing_read():
    """What one test read is not another's."""
    _window.cache_clear()


def told(name: str, at: int = NOON, key: str = "work:17", **more) -> Notice:
    """A notice that began to be sent at an instant."""
    fields = {"kind": "score", "title": name, "text": "Text.", "url": "/work/w17/heart",
              "happened_at": at, "recorded_at": at, "keys": [key], "work_id": 17}  # fmt: skip
    (notice,) = write_notices([NoticeDraft(name=name, **(fields | more))])
    Notice.objects.filter(id=notice.id).update(state="done", began_at=at)
    return notice


def reader(cadence: str = "daily", key: str = "work:17", since: int = 0, **more) -> Address:
    """Somebody who has a digest about a key."""
    follower = Follower.objects.create(created_at=0, **more)
    Follow.objects.create(
        follower_id=follower.id, key=key, kinds=0xFFFF, cadence=cadence, since=since
    )
    endpoint = Endpoint.objects.create(
        follower_id=follower.id, channel="mail", address="a@made-up.example", mark="0" * 64,
        state="on", created_at=0,
    )  # fmt: skip
    return Address(endpoint.id, follower.id, "mail", endpoint.address, "", "{}", "en")


def digest(day: int, cadence: str = "daily") -> Notice:
    """The digest notice of a day."""
    name = f"digest-{cadence}-{day}"
    draft = NoticeDraft(
        name=name, kind="digest", title="", text="", url="/follow/mine", happened_at=NOON,
        recorded_at=NOON, audience="digest", said={"cadence": cadence, "day": "2026-03-02"},
    )  # fmt: skip
    write_notices([draft])
    return Notice.objects.get(name=name)


def said(notice: Notice, address: Address, at: int) -> list[str]:
    message = compose(notice, [address], at)[address.id]
    return [] if message is None else [line.title for line in message.lines]


def test_a_digest_says_numbers_dates_and_links():
    told("Heart on Trial: 100 → 98")
    told("Lantern Row: renewed", NOON + HOUR * SECOND, work_id=18, url="/work/w18/lantern")
    who = reader()
    message = compose(digest(1), [who], NOON + DAY // 2)[who.id]
    assert message.title == "Heart on Trial: 100 → 98, and 1 more"
    assert message.text == "Your daily digest: 2 things about what you follow."
    site = settings.SITE["address"]
    assert [(line.title, line.text, line.url, line.happened_at) for line in message.lines] == [
        ("Heart on Trial: 100 → 98", "Text.", f"{site}/work/w17/heart", NOON),
        ("Lantern Row: renewed", "Text.", f"{site}/work/w18/lantern", NOON + HOUR * SECOND),
    ]
    assert (message.id, message.urgency) == ("digest-daily-1", KINDS["digest"].urgency)


def test_an_empty_digest_is_none():
    told("about something else", key="work:99")
    who = reader()
    assert compose(digest(1), [who], NOON + DAY // 2) == {who.id: None}


def test_each_digest_begins_where_the_last_one_ended_whatever_the_hours_are():
    """A reader moves the hour from noon to the evening: nothing is lost and nothing told twice."""
    who = reader()
    for hour in range(0, 96, 5):
        told(f"n{hour}", NOON + hour * HOUR * SECOND)
    ends = [NOON + hours * HOUR * SECOND for hours in (24, 56, 64, 96)]
    found = [one for day, end in enumerate(ends) for one in said(digest(day), who, end)]
    assert found == [f"n{hour}" for hour in range(0, 96, 5)]


def test_composed_again_it_tells_the_same_though_more_has_happened():
    who = reader()
    told("first")
    at = NOON + 2 * HOUR * SECOND
    assert said(digest(1), who, at) == ["first"]
    told("second", NOON + 3 * HOUR * SECOND)
    assert said(digest(1), who, NOON + 5 * HOUR * SECOND) == ["first"]
    assert said(digest(2), who, NOON + DAY) == ["second"]


def test_one_that_is_tried_again_after_the_next_one_went_still_tells_its_own():
    """A mailbox was full for two days: the first digest comes after the second, and both whole."""
    who = reader()
    told("first")
    assert said(digest(1), who, NOON + HOUR * SECOND) == ["first"]
    told("second", NOON + 3 * HOUR * SECOND)
    assert said(digest(2), who, NOON + DAY) == ["second"]
    assert said(digest(1), who, NOON + DAY + HOUR * SECOND) == ["first"]
    assert said(digest(2), who, NOON + DAY + HOUR * SECOND) == ["second"]
    told("third", NOON + DAY + 2 * HOUR * SECOND)
    assert said(digest(3), who, NOON + 2 * DAY) == ["third"]


def test_what_happened_in_a_pause_is_in_no_digest():
    who = reader()
    told("before")
    assert said(digest(1), who, NOON + HOUR * SECOND) == ["before"]
    told("meanwhile", NOON + 2 * HOUR * SECOND)
    skip([who.id], NOON + 3 * HOUR * SECOND)
    told("after", NOON + 4 * HOUR * SECOND)
    assert said(digest(2), who, NOON + DAY) == ["after"]


def test_going_on_skips_what_happened_meanwhile():
    who = reader()
    follower = Follower.objects.get(id=who.follower_id)
    before = now()
    pause(follower, paused=True)
    assert not Digested.objects.exists()
    pause(follower, paused=False)
    endpoint = Endpoint.objects.get(id=who.id)
    pause_endpoint(endpoint)
    endpoint.refresh_from_db()
    resume_endpoint(endpoint)
    rows = Digested.objects.filter(endpoint_id=who.id)
    assert {row.cadence for row in rows} == {"daily", "weekly"}
    assert all(before <= row.since == row.until <= now() for row in rows)


def test_what_began_to_be_sent_just_now_is_left_for_the_next_one():
    """Whoever writes it may not be done writing."""
    who = reader()
    told("just now", NOON)
    assert said(digest(1), who, NOON + 30 * SECOND) == []
    assert said(digest(2), who, NOON + 3 * MINUTE * SECOND) == ["just now"]


def test_what_was_sent_by_itself_is_not_told_again():
    who = reader()
    had, new = told("had"), told("new", NOON + SECOND)
    Delivery.objects.create(notice_id=had.id, endpoint_id=who.id, state=SENT, due_at=0)
    Delivery.objects.create(notice_id=new.id, endpoint_id=who.id + 1, state=SENT, due_at=0)
    assert said(digest(1), who, NOON + HOUR * SECOND) == ["new"]


def test_daily_and_weekly_are_told_apart():
    daily, weekly = reader(), reader("weekly")
    told("n")
    at = NOON + HOUR * SECOND
    assert compose(digest(1), [daily, weekly], at)[weekly.id] is None
    assert said(digest(1, "weekly"), weekly, at) == ["n"]


@pytest.mark.parametrize("state", ["settling", "held", "due", "withdrawn", "folded", "dropped"])
def test_what_was_not_told_is_in_no_digest(state):
    who = reader()
    Notice.objects.filter(id=told("n").id).update(state=state)
    assert said(digest(1), who, NOON + HOUR * SECOND) == []


def test_a_mistake_corrected_in_time_is_in_no_digest_and_a_later_correction_is():
    who = reader()
    mistake = told("mistake")
    told("n", NOON + HOUR * SECOND)
    told(
        "Correction: mistake", NOON + 2 * HOUR * SECOND, kind="correction", keys=[],
        audience="corrects", corrects_id=mistake.id, said={"stands": False},
    )  # fmt: skip
    assert said(digest(1), who, NOON + DAY // 2) == ["n"]
    told(
        "Correction: n", NOON + DAY, kind="correction", keys=[], audience="corrects",
        corrects_id=Notice.objects.get(name="n").id, said={"stands": False},
    )  # fmt: skip
    assert said(digest(2), who, NOON + 2 * DAY) == ["Correction: n"]


def test_what_an_editor_held_is_told_in_the_digest_after_its_release():
    who = reader()
    Notice.objects.filter(id=told("held").id).update(began_at=NOON + 3 * DAY)
    assert said(digest(1), who, NOON + DAY) == []
    assert said(digest(2), who, NOON + 3 * DAY + DAY // 2) == ["held"]


def test_many_things_are_cut_and_counted():
    who = reader()
    for number in range(MOST_LINES + 5):
        told(f"n{number:03}")
    message = compose(digest(1), [who], NOON + DAY // 2)[who.id]
    assert len(message.lines) == MOST_LINES
    assert message.title == f"n000, and {MOST_LINES + 4} more"
    assert message.text.endswith(f"The first {MOST_LINES} are here.")


def test_many_readers_cost_few_statements(django_assert_max_num_queries):
    told("n")
    readers = [reader() for _ in range(300)]
    notice = digest(1)
    with django_assert_max_num_queries(12):
        found = compose(notice, readers, NOON + HOUR * SECOND)
    assert [len(found[one.id].lines) for one in readers] == [1] * 300


def test_the_lines_of_any_span_can_be_asked_for():
    who = reader()
    told("n")
    assert [one.title for one in lines_for(who.follower_id, NOON - 1, NOON)] == ["n"]
    assert lines_for(who.follower_id, NOON, NOON + 1) == []


def test_how_far_a_digest_told_is_forgotten_in_the_end():
    who = reader()
    told("n")
    assert said(digest(1), who, NOON + HOUR * SECOND) == ["n"]
    assert forget(NOON + 59 * DAY) == 0
    assert forget(NOON + 61 * DAY) == 1
