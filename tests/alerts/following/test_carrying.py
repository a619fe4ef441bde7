"""Who followed a record that was merged into another one follows the one that stays."""

from __future__ import annotations

import pytest

from clapometer.alerts.following import carrying
from clapometer.alerts.following.carrying import carry_merged
from clapometer.alerts.models import Follow
from clapometer.desk.merging import merge_works
from tests.site.festival import add_work

pytestmark = pytest.mark.django_db


def follow(follower: int, key: str, kinds: int = 1, cadence: str = "now", since: int = 5) -> None:
    Follow.objects.create(follower_id=follower, key=key, kinds=kinds, cadence=cadence, since=since)


def rows() -> list[tuple]:
    found = Follow.objects.order_by("follower_id", "key")
    return list(found.values_list("follower_id", "key", "kinds", "cadence", "since"))


def test_follows_and_conditions_go_to_the_record_that_stays_and_add_up_there(monkeypatch):
    monkeypatch.setattr(carrying, "_AT_ONCE", 2)
    stays, gone, other = (add_work(f"Quarry Lights {n} (made up)", year=2025) for n in range(3))
    merge_works(gone.id, stays.id, "one film", "test editor")
    for follower in range(1, 6):
        follow(follower, f"work:{gone.id}", kinds=2, cadence="weekly", since=follower)
    follow(1, f"work:{gone.id}/score<90")
    follow(2, f"work:{stays.id}", kinds=1, cadence="daily", since=1)
    follow(9, f"work:{other.id}")
    assert carry_merged() == 6
    to = f"work:{stays.id}"
    assert rows() == [
        (1, to, 2, "weekly", 1), (1, f"{to}/score<90", 1, "now", 5), (2, to, 3, "daily", 1),
        (3, to, 2, "weekly", 3), (4, to, 2, "weekly", 4), (5, to, 2, "weekly", 5),
        (9, f"work:{other.id}", 1, "now", 5),
    ]  # fmt: skip
    assert carry_merged() == 0


def test_a_record_merged_twice_over_is_followed_to_the_end():
    first, second, third = (add_work(f"Quarry Lights {n} (made up)") for n in range(3))
    merge_works(first.id, second.id, "one film", "test editor")
    merge_works(second.id, third.id, "one film", "test editor")
    follow(1, f"work:{first.id}")
    carry_merged()
    assert rows()[0][1] == f"work:{third.id}"


def test_a_number_that_only_begins_alike_is_left_alone():
    stays, gone = (add_work(f"Quarry Lights {n} (made up)") for n in range(2))
    merge_works(gone.id, stays.id, "one film", "test editor")
    follow(1, f"work:{gone.id}0")
    assert carry_merged() == 0


def test_where_nothing_was_merged_no_follow_is_looked_at(django_assert_num_queries):
    follow(1, "work:17")
    with django_assert_num_queries(1):
        assert carry_merged() == 0
