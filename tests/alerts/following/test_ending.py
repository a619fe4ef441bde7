"""Ending: nothing of a reader stays; and of two followers of one person one is made."""

from __future__ import annotations

import pytest
from django.db import connection

from clapometer.alerts.capability import follower_of, token_of
from clapometer.alerts.following.endpoints import add_endpoint
from clapometer.alerts.following.followers import new_follower, renew_link
from clapometer.alerts.following.gathering import gather
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.following.stopping import UNUSED_FOR, stop_all, sweep
from clapometer.alerts.kinds import SECOND
from clapometer.alerts.models import SENT, Delivery, Endpoint, Follow, Follower
from clapometer.instants import now

pytestmark = pytest.mark.django_db
ADDRESS = "reader@made-up.example"


def follows(follower: Follower, *keys: str, kinds: int = 1, cadence: str = "now") -> None:
    for key in keys:
        Follow.objects.create(
            follower_id=follower.id, key=key, kinds=kinds, cadence=cadence, since=now()
        )


def everything() -> str:
    """Every value in the tables of alerts, as text."""
    with connection.cursor() as cursor:
        found = []
        for table in ("follower", "follow", "endpoint", "notice", "noticekey", "delivery"):
            cursor.execute(f"SELECT * FROM alerts_{table}")
            found += cursor.fetchall()
    return repr(found)


def test_who_stops_leaves_no_address_and_no_title_behind():
    one, other = new_follower(), new_follower()
    follows(one, "work:17")
    follows(other, "work:18")
    place = add_endpoint(one, "mail", ADDRESS, confirmed=True, details='{"made": "up"}')
    Delivery.objects.create(notice_id=1, endpoint_id=place.id, due_at=1, state=SENT)
    stop_all(one)
    left = everything()
    assert ADDRESS not in left and place.mark not in left and "work:17" not in left
    assert Follower.objects.get() == other
    assert Follow.objects.get().key == "work:18"
    # That something was sent, and when, stays as numbers that lead to nobody.
    assert Delivery.objects.get().state == SENT


def test_a_number_is_not_given_again_so_an_old_link_never_opens_what_is_another_s():
    one = new_follower()
    token = token_of(one)
    stop_all(one)
    assert new_follower().id != one.id
    assert follower_of(token) is None


def test_sweeping_takes_who_has_nothing_for_days_and_nobody_else():
    idle, follows_only, place_only, young = (new_follower() for _ in range(4))
    follows(follows_only, "work:17")
    add_endpoint(place_only, "mail", ADDRESS, confirmed=True)
    later = now() + UNUSED_FOR * SECOND + 1
    Follower.objects.filter(id=young.id).update(created_at=later)
    assert sweep() == 0
    assert sweep(later) == 1
    assert not Follower.objects.filter(id=idle.id).exists()
    assert Follower.objects.count() == 3


def test_gathering_adds_up_and_keeps_the_sooner():
    own, loose = new_follower(member=7), new_follower()
    follows(own, "work:17", kinds=1, cadence="weekly")
    follows(loose, "work:17", "critic:9", kinds=2, cadence="daily")
    add_endpoint(own, "mail", ADDRESS, confirmed=False)
    kept = add_endpoint(loose, "mail", ADDRESS, confirmed=True)
    moved = add_endpoint(loose, "mail", "other@made-up.example", confirmed=True)
    assert gather(loose, 7) == own
    rows = Follow.objects.order_by("key").values_list("follower_id", "key", "kinds", "cadence")
    assert list(rows) == [(own.id, "critic:9", 2, "daily"), (own.id, "work:17", 3, "daily")]
    places = Endpoint.objects.order_by("id").values_list("id", "follower_id", "state")
    assert list(places) == [(kept.id, own.id, "on"), (moved.id, own.id, "on")]


def test_links_of_what_was_gathered_lead_on_until_they_are_renewed():
    own, middle, first = new_follower(member=7), new_follower(), new_follower()
    token = token_of(first)
    Follower.objects.filter(id=first.id).update(merged_into=middle.id)
    gather(middle, 7)
    assert follower_of(token) == own
    assert follower_of(token, "stop") is None
    renew_link(own)
    assert follower_of(token) is None


def test_the_first_that_is_gathered_becomes_the_member_s():
    loose = new_follower()
    token = token_of(loose)
    assert gather(loose, 7).member_id == 7
    assert follower_of(token) == loose


def test_nobody_gathers_what_is_another_member_s():
    with pytest.raises(FollowRefused, match="somebody else"):
        gather(new_follower(member=8), 7)


def test_too_much_is_not_gathered_and_nothing_changes(monkeypatch):
    from clapometer.alerts.following import gathering

    own, loose = new_follower(member=7), new_follower()
    follows(own, "work:17", "work:18")
    follows(loose, "work:18", "work:19")
    monkeypatch.setattr(gathering, "MOST_FOLLOWS", 2)
    with pytest.raises(FollowRefused, match="more than the 2 things"):
        gather(loose, 7)
    assert Follow.objects.filter(follower_id=loose.id).count() == 2
    loose.refresh_from_db()
    assert loose.merged_into is None
