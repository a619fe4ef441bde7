"""Conditions that readers set on a score: told once, and again when they are armed. All made up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.models import Follow, Kept, Notice
from clapometer.alerts.notices.thresholds import SETTLES, Recorded, fired
from clapometer.alerts.targets import read_key
from clapometer.scoring.rules import preset
from clapometer.scoring.tally import Tally
from tests.alerts.notices.followed import DAY, Watched, at, follow, keys_of, run, told

pytestmark = pytest.mark.django_db
DAYS = DAY // 60_000_000


def watched(*signs, after=0):
    """A season at 100 % after five reviews, on which somebody has set conditions."""
    story = Watched()
    Follow.objects.all().delete()
    for critic in range(5):
        story.say(1, critic, True)
    for sign in signs:
        follow(f"work:{story.work_id}/{sign}", minute=max(after, 2))
    run(at(max(after, 2)))
    return story


def test_a_score_that_falls_under_a_threshold_is_told_once():
    story = watched("score<90")
    story.say(10, 5, False)
    for minute in (10, 15, 21, 22, 500):
        run(at(minute))
    assert told() == [("score", "A Made-up Work: under 90 %, now 83 %")]
    (notice,) = Notice.objects.filter(state="due")
    assert notice.text == "Under 90 % since 28 May 2026: 83 % (5 of 6 reviews positive)."
    assert keys_of(notice) == [f"work:{story.work_id}/score<90"]


def test_what_holds_when_it_is_first_followed_is_not_told():
    story = watched()
    story.say(10, 5, False)
    follow(f"work:{story.work_id}/score<90", minute=12)
    run(at(80))
    run(at(200))
    assert told() == []


def test_what_happened_before_the_next_look_is_told_too():
    story = watched()
    follow(f"work:{story.work_id}/score<90", minute=9)
    story.say(9.5, 5, False)
    run(at(9.6))
    run(at(20))
    run(at(21))
    assert len(told()) == 1


def test_flapping_is_told_once_and_armed_again_after_a_day():
    story = watched("score<90")
    for flap in range(11):
        story.say(10 + 20 * flap, 5, bool(flap % 2))
        run(at(10 + 20 * flap))
        run(at(25 + 20 * flap))
    assert len(told()) == 1
    story.say(300, 5, True)
    run(at(400))
    story.say(300 + 1.1 * DAYS, 5, False)
    run(at(320 + 1.1 * DAYS))
    assert len(told()) == 2


def test_a_number_of_reviews_is_told_once_for_all():
    story = watched("reviews>=7")
    story.say(10, 5, True)
    seq = story.say(11, 6, True)
    run(at(30))
    assert told() == [("score", "A Made-up Work: 7 reviews")]
    story.take_back(40, 6, seq)
    story.say(40 + 3 * DAYS, 7, True)
    run(at(60 + 3 * DAYS))
    assert len([one for one in told() if one[0] == "score"]) == 1


def test_who_follows_the_work_too_gets_one_message():
    story = watched("score<90")
    follow(f"work:{story.work_id}", minute=3)
    story.say(100, 5, False)
    run(at(100.1))
    run(at(112))
    (notice,) = Notice.objects.filter(state="due").exclude(title__contains="first score")
    assert keys_of(notice) == [f"work:{story.work_id}", f"work:{story.work_id}/score<90"]
    assert notice.title == "A Made-up Work: perfect score lost, 83 %"
    assert "Under 90 %" not in notice.text


def test_what_nobody_follows_any_more_is_forgotten():
    story = watched("score<90")
    assert Kept.objects.filter(work_id=story.work_id).exists()
    Follow.objects.all().delete()
    story.say(10, 5, False)
    run(at(10))
    run(at(80))
    assert told() == []
    assert not Kept.objects.filter(work_id=story.work_id).exists()


# By hand: 100 %, 83 % for an hour, 100 % for an hour, 83 %, 100 % for two days, 83 %.
def test_when_it_is_armed_again_by_hand():
    high, low = Tally(6, 6), Tally(6, 5)
    hour = DAY // 24
    story = [
        Recorded(0, high), Recorded(hour, low), Recorded(2 * hour, high), Recorded(3 * hour, low),
        Recorded(4 * hour, high), Recorded(52 * hour, low),
    ]  # fmt: skip
    rule = preset("rotten-tomatoes-2020")
    key = read_key("work:1/score<90")
    assert [one.at // hour for one in fired(key, 0, story, rule, 100 * hour)] == [1, 52]
    assert [one.at // hour for one in fired(key, 90 * 60, story, rule, 100 * hour)] == [1, 52]
    assert fired(key, hour, story, rule, 10 * hour) == []


# Whatever a score does: each time that is told began after the follow, held until it had settled,
# and came after a whole day, without a break, on the other side of the one told before.
@given(
    st.lists(st.tuples(st.integers(1, 2_000), st.booleans()), max_size=30), st.integers(0, 3_000)
)
def test_what_is_told_of_a_condition_held_and_was_armed(turns, since):
    minute, story = 0, []
    for gap, low in turns:
        minute += gap
        story.append(Recorded(minute * 60_000_000, Tally(6, 5 if low else 6)))
    now, since = (minute + 10_000) * 60_000_000, since * 60_000_000
    key = read_key("work:1/score<90")
    told = [one.at for one in fired(key, since, story, preset("rotten-tomatoes-2020"), now)]
    low = [(one.at, one.tally.positive == 5) for one in story] + [(now, None)]
    spans = [(start, end, is_low) for (start, is_low), (end, _) in pairwise(low)]
    for at_ in told:
        assert at_ > since
        assert all(is_low for start, end, is_low in spans if start < at_ + SETTLES and end > at_)
    for before, after in pairwise(told):
        assert any(end - start >= DAY for start, end in highs(spans, before, after))


def highs(spans, since, until):
    """The times on the other side between two instants, those that touch as one."""
    found = []
    for start, end, is_low in spans:
        if is_low or start < since or end > until:
            continue
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def test_a_release_that_only_time_brings_is_told():
    story = Watched(released=at(500))
    for critic in range(5):
        story.say(1, critic, True)
    run(at(20))
    run(at(400))
    assert told() == [("score", "A Made-up Work: first score 100 %")]
    run(at(501))
    run(at(512))
    assert told()[1:] == [("score", "A Made-up Work: 100 % at release")]
    run(at(900))
    assert len(told()) == 2
