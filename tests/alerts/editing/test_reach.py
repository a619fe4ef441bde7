"""How many would be told, against a count that looks at each follower. All of it is made up."""

from __future__ import annotations

import random

import pytest

from clapometer.alerts.editing import reach
from clapometer.alerts.editing.reach import is_over, reach_of
from clapometer.alerts.kinds import EVERY, KINDS, mask_of
from clapometer.alerts.models import Endpoint, Follow, Follower

pytestmark = pytest.mark.django_db


def crowd(many: int, keys: list[str], seed: int) -> None:
    """Followers with follows, cadences and places drawn at random."""
    draw = random.Random(seed)
    for number in range(many):
        follower = Follower.objects.create(created_at=1, paused=draw.random() < 0.1)
        for key in keys:
            if draw.random() < 0.7:
                Follow.objects.create(
                    follower_id=follower.id, key=key, cadence=draw.choice(["now", "now", "daily"]),
                    kinds=draw.choice([EVERY, mask_of(["badge"]), mask_of(["score"])]), since=0,
                )  # fmt: skip
        for channel in ("webpush", "mail", "webhook"):
            if draw.random() < 0.5:
                Endpoint.objects.create(
                    follower_id=follower.id, channel=channel, address=channel, created_at=1,
                    mark=f"{channel}{number}", state=draw.choice(["on", "on", "paused"]),
                )  # fmt: skip


def counted(keys: list[str], kind: str) -> tuple[int, dict[str, int], int]:
    """The same by looking at each follower."""
    followers, at_once = set(), set()
    for follow in Follow.objects.filter(key__in=keys):
        if follow.kinds & KINDS[kind].bit:
            followers.add(follow.follower_id)
            if follow.cadence == "now":
                at_once.add(follow.follower_id)
    awake = {one.id for one in Follower.objects.filter(paused=False)} & at_once
    places: dict[str, int] = {}
    for one in Endpoint.objects.filter(state="on"):
        if one.follower_id in awake:
            places[one.channel] = places.get(one.channel, 0) + 1
    return len(followers), places, len(followers - at_once)


@pytest.mark.parametrize("kind", ["score", "badge", "story"])
@pytest.mark.parametrize("keys", [["work:1"], ["work:1", "work:2"], ["work:3"], []])
def test_each_is_counted_once(kind, keys):
    crowd(60, ["work:1", "work:2"], seed=7)
    found = reach_of(keys, kind)
    assert (found.followers, dict(found.by_channel), found.in_digests) == counted(keys, kind)
    assert not found.about


def test_of_many_a_part_is_looked_at_and_the_rest_reckoned(monkeypatch):
    crowd(400, ["work:1"], seed=3)
    monkeypatch.setattr(reach, "SAMPLE", 200)
    found = reach_of(["work:1"], "score")
    followers, places, digests = counted(["work:1"], "score")
    assert found.about
    assert abs(found.followers - followers) < followers / 3
    assert abs(found.in_digests - digests) < digests
    for channel, count in places.items():
        assert abs(found.by_channel[channel] - count) < count / 2


def test_what_nobody_chooses_reaches_nobody():
    crowd(5, ["work:1"], seed=1)
    assert reach_of(["work:1"], "test").followers == 0


@pytest.mark.parametrize("bound", [0, 1, 2, 3])
def test_over_a_bound_is_more_than_it(bound):
    for number in range(2):
        Follow.objects.create(follower_id=number, key="work:1", cadence="now", kinds=EVERY, since=0)
    Follow.objects.create(follower_id=9, key="work:1", cadence="now", kinds=2, since=0)
    assert is_over(["work:1", "work:2"], "score", bound) == (bound < 2)
    assert not is_over([], "score", 0)
