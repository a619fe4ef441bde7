"""From reviews in the ledger to a digest: a made-up work whose score falls, and stands again."""

from __future__ import annotations

import pytest

from clapometer.alerts.digests.composing import lines_for
from clapometer.alerts.digests.windows import _window
from clapometer.alerts.kinds import mask_of
from clapometer.alerts.models import SENT, WAITING, Delivery, Follow, Follower, Notice
from clapometer.alerts.outbox.spreading import spread
from tests.alerts.notices.followed import Watched, at, follow, run

pytestmark = pytest.mark.django_db
LOST = "A Made-up Work: perfect score lost, 83 %"


@pytest.fixture
def story() -> Watched:
    """Five positive reviews, told; then one that is not, told after 111 minutes."""
    _window.cache_clear()
    made = Watched()
    for critic in range(5):
        made.say(0, critic, True)
    go(0, 12)
    return made


def go(*minutes: int) -> None:
    """Read the ledger at these minutes, and send what is due then, as a worker does."""
    for minute in minutes:
        run(at(minute))
        for notice in Notice.objects.filter(state="due").order_by("id"):
            while spread(notice.id, at(minute)):
                Delivery.objects.filter(state=WAITING).update(state=SENT, done_at=at(minute))
        Notice.objects.filter(state="sending").update(state="done")


def daily(story: Watched, *kinds: str) -> Follower:
    """Somebody who has a digest about the work."""
    follower = follow(f"work:{story.work_id}", mask_of(kinds))
    Follow.objects.filter(follower_id=follower.id).update(cadence="daily")
    return follower


def titles(follower: Follower, since: int, until: int) -> list[str]:
    _window.cache_clear()
    return [line.title for line in lines_for(follower.id, at(since), at(until))]


def test_a_score_that_fell_and_stood_again_the_same_day_is_no_news(story):
    reader = daily(story, "score")
    seq = story.say(100, 5, False)
    go(100, 111)
    assert titles(reader, 20, 120) == [LOST]
    story.take_back(150, 5, seq)
    go(150, 151, 160, 161, 170)
    assert titles(reader, 20, 300) == []


def test_what_yesterday_s_digest_told_is_corrected_today_once(story):
    reader, careful = daily(story, "score"), daily(story, "score", "correction")
    seq = story.say(100, 5, False)
    go(100, 111)
    story.take_back(150, 5, seq)
    go(150, 151, 160, 161, 170)
    assert titles(reader, 20, 120) == titles(careful, 20, 120) == [LOST]
    assert titles(reader, 120, 300) == [f"Correction: {LOST}"]
    # Who follows corrections is told of the review that was taken back, and that is all.
    (told,) = titles(careful, 120, 300)
    assert told != f"Correction: {LOST}"


def test_ten_flaps_are_one_line(story):
    reader = daily(story, "score")
    for flap in range(11):
        story.say(100 + 20 * flap, 5, bool(flap % 2))
        go(100 + 20 * flap, 111 + 20 * flap)
    go(400, 3000)
    assert titles(reader, 20, 4000) == [LOST]
