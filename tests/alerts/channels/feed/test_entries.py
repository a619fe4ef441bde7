"""Which notices stand in whose feed."""

from __future__ import annotations

import pytest

from clapometer.alerts.channels.feed.entries import (
    MOST,
    TOLD,
    entries_followed,
)
from clapometer.alerts.kinds import KINDS, SECOND, mask_of
from clapometer.alerts.models import NOTICE_STATES, Notice
from tests.alerts.noticing import follows, new_follower, told

pytestmark = pytest.mark.django_db


def texts(entries):
    return [one.text for one in entries]


def test_a_feed_holds_what_is_followed_the_newest_first():
    follower = new_follower("work:1", "critic:2")
    told("first", "work:1", due=1)
    told("second", "critic:2", "outlet:3", due=2, kind="review")
    told("of another", "work:9", due=3)
    assert texts(entries_followed(follower.id)) == ["second", "first"]


def test_one_notice_with_two_keys_is_one_entry():
    follower = new_follower("work:1", "work:2")
    told("once", "work:1", "work:2")
    assert texts(entries_followed(follower.id)) == ["once"]


def test_only_the_kinds_asked_for_and_only_from_then_on():
    follower = new_follower("work:1", kinds=mask_of(["badge"]), since=5 * SECOND)
    told("a score", "work:1", at=9 * SECOND, due=9)
    told("an old badge", "work:1", kind="badge", at=5 * SECOND, due=5)
    told("a badge", "work:1", kind="badge", at=6 * SECOND, due=6)
    assert texts(entries_followed(follower.id)) == ["a badge"]
    follows(follower, "work:1/score<90", kinds=mask_of(["score"]))
    told("under 90", "work:1/score<90", at=10 * SECOND, due=10)
    assert texts(entries_followed(follower.id)) == ["under 90", "a badge"]


def test_whoever_follows_nothing_has_an_empty_feed():
    told("something", "work:1")
    assert entries_followed(new_follower().id) == []


@pytest.mark.parametrize("state", NOTICE_STATES)
def test_what_waits_or_was_stopped_is_in_no_feed(state):
    follower = new_follower("work:1")
    told("something", "work:1", state=state)
    assert texts(entries_followed(follower.id)) == (["something"] if state in TOLD else [])


@pytest.mark.parametrize("kind", ["digest", "test"])
def test_what_is_for_one_alone_is_in_no_feed(kind):
    follower = new_follower("work:1")
    told("private", kind=kind, audience="endpoint" if kind == "test" else "digest")
    assert KINDS[kind].bit == 0
    assert entries_followed(follower.id) == []


def test_a_correction_is_the_entry_that_it_corrects_updated():
    follower = new_follower("work:1")
    notice = told("100, then 98.", "work:1", title="Perfect score lost", due=1)
    (before,) = entries_followed(follower.id)
    assert before.updated == before.published == 1 * SECOND
    correcting = {"audience": "corrects", "corrects_id": notice.id, "title": "Not lost"}
    told("Still 100.", due=2, url="/work/w1/heart-on-trial?known=2", **correcting)
    waiting = told("Not yet sure.", due=3, state="settling", **correcting)
    (after,) = entries_followed(follower.id)
    assert (after.id, after.published) == (before.id, before.published)
    assert after.updated == 2 * SECOND
    assert after.title == "Corrected: Not lost"
    assert after.text == "100, then 98.\n\nCorrected: Not lost\nStill 100."
    assert after.url.endswith("/work/w1/heart-on-trial?known=2")
    Notice.objects.filter(id=waiting.id).update(state="due")
    assert entries_followed(follower.id)[0].updated == 3 * SECOND


def test_a_correction_that_is_followed_is_an_entry_only_where_the_other_is_none():
    """They come twice: for who follows corrections, and for who got what is corrected."""
    both, alone = new_follower("work:1"), new_follower("work:1", kinds=mask_of(["correction"]))
    notice = told("100, then 98.", "work:1", due=1)
    told("Still 100.", "work:1", kind="correction", corrects_id=notice.id, title="Not lost", due=2)
    told("Still 100.", kind="correction", audience="corrects", corrects_id=notice.id,
         title="Not lost", due=2)  # fmt: skip
    assert texts(entries_followed(both.id)) == ["100, then 98.\n\nCorrected: Not lost\nStill 100."]
    assert texts(entries_followed(alone.id)) == ["Still 100."]


def test_what_was_held_is_news_from_its_release_on():
    follower = new_follower("work:1")
    told("held", "work:1", due=9)
    told("never held", "work:1", due=5)
    first, second = entries_followed(follower.id)
    assert (first.text, first.published) == ("held", 9 * SECOND)
    assert (second.text, second.published) == ("never held", 5 * SECOND)


def test_a_feed_has_an_end():
    follower = new_follower("work:1")
    for second in range(MOST + 2):
        told("long " * 60, "work:1", due=second)
    found = entries_followed(follower.id)
    assert len(found) == MOST
    assert found[0].published == (MOST + 1) * SECOND
