"""Following, changing, ending: one proper key for one thing, and one sentence for each refusal."""

from __future__ import annotations

import pytest

from clapometer.alerts.following import follows
from clapometer.alerts.following.endpoints import (
    MOST_ENDPOINTS,
    add_endpoint,
    confirm,
    end_endpoint,
    endpoints_of,
)
from clapometer.alerts.following.followers import new_follower
from clapometer.alerts.following.naming import named, names_of
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Endpoint, Follow, Follower
from clapometer.alerts.targets import read_key
from clapometer.catalogue.models import Work
from clapometer.desk.merging import merge_works
from clapometer.instants import now
from tests.site.festival import add_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def follower() -> Follower:
    return new_follower("Europe/Dublin", "en")


@pytest.fixture
def film(db) -> Work:
    return add_work("Quarry Lights (made up)", year=2025)


def test_only_what_comes_after_the_beginning_is_told_and_a_change_does_not_move_it(follower, film):
    before = now()
    first = follows.follow(follower, f"work:{film.id}", 1)
    assert before <= first.since <= now()
    again = follows.follow(follower, f"work:{film.id}", 3, "weekly")
    assert (again.id, again.since, again.kinds) == (first.id, first.since, 3)


def test_a_condition_is_told_under_its_own_kind_whatever_is_asked(follower, film):
    one = follows.follow(follower, f"work:{film.id}/ahead=60", 1)
    assert one.kinds == 8


def test_a_merged_work_is_followed_as_the_record_that_stays(follower, film):
    other = add_work("Quarry Light (made up)", year=2025)
    merge_works(other.id, film.id, "one film", "test editor")
    one = follows.follow(follower, f"work:{other.id}/score<90", 1)
    assert one.key == f"work:{film.id}/score<90"


def test_what_was_followed_before_a_merge_is_named_by_the_record_that_stays(follower, film):
    other = add_work("Quarry Light (made up)", year=2025)
    follows.follow(follower, f"work:{other.id}", 1)
    merge_works(other.id, film.id, "one film", "test editor")
    (told,) = follows.followed_by(follower)
    assert told.about.title == str(film)
    assert str(film.id) in told.about.url


def test_what_is_no_longer_there_can_still_be_told_and_ended(follower):
    Follow.objects.create(
        follower_id=follower.id, key="critic:99", kinds=256, cadence="now", since=0
    )
    (told,) = follows.followed_by(follower)
    assert (told.about.title, told.about.url) == ("(no longer here: critic:99)", "")
    follows.unfollow(follower, "critic:99")
    assert follows.followed_by(follower) == []


def test_a_page_of_hundreds_asks_the_database_once_for_each_sort(
    follower, film, django_assert_num_queries
):
    works = [add_work(f"Made-up {number}", year=2025) for number in range(40)]
    for one in works:
        Follow.objects.create(follower_id=follower.id, key=f"work:{one.id}", kinds=1, cadence="now",
                              since=0)  # fmt: skip
    with django_assert_num_queries(2):
        assert len(follows.followed_by(follower)) == 40


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("film:1", "“film:1” is nothing that can be followed, like work:17."),
        ("work:999", "There is nothing here that “work:999” means; look for it by name."),
        ("critic:1/score<90", "A condition can be set on a work only"),
        ("query:renewed-within?weeks=3", "There is nothing here that"),
        ("query:renewed-within?days=99999999", "There is nothing here that"),
        ("topic:ferries", "There is nothing here that “topic:ferries” means"),
        ("", "“” is nothing that can be followed"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_a_sentence(follower, key, sentence):
    with pytest.raises(FollowRefused) as refused:
        follows.follow(follower, key, 1)
    assert str(refused.value).startswith(sentence)
    assert str(refused.value).endswith(".")
    assert not Follow.objects.exists()


def test_nobody_follows_without_end(follower, film, monkeypatch):
    monkeypatch.setattr(follows, "MOST_FOLLOWS", 2)
    follows.follow(follower, f"work:{film.id}", 1)
    follows.follow(follower, f"work:{film.id}/score<90", 1)
    follows.follow(follower, f"work:{film.id}", 2)
    with pytest.raises(FollowRefused, match="Nobody can follow more than 2 things"):
        follows.follow(follower, f"work:{film.id}/score<80", 1)


def test_keys_of_one_query_are_one(db):
    spelled = (
        "query:perfect?limit=20&reviews=7",
        "query:perfect?reviews=7",
        "query:perfect?reviews=07",
    )
    assert {str(named(one)[0]) for one in spelled} == {"query:perfect?reviews=7"}
    title = names_of([read_key("query:perfect?reviews=7")])[read_key("query:perfect?reviews=7")]
    assert title.url == "/queries/perfect?reviews=7"


def test_a_place_is_one_however_often_it_is_added(follower):
    first = add_endpoint(follower, "mail", "a@made-up.example", confirmed=False)
    assert first.state == "pending" and first.confirmed_at is None
    again = add_endpoint(follower, "mail", "a@made-up.example", confirmed=True, details='{"n": 1}')
    assert (again.id, again.state, again.details) == (first.id, "on", '{"n": 1}')
    # Who asks once more for what is on is not asked to confirm again.
    third = add_endpoint(follower, "mail", "a@made-up.example", confirmed=False)
    assert third.state == "on"


def test_a_place_that_ended_begins_anew(follower):
    one = add_endpoint(follower, "mail", "a@made-up.example", confirmed=True)
    Endpoint.objects.update(state="ended", reason="it is gone", failures=9)
    one = add_endpoint(follower, "mail", "a@made-up.example", confirmed=False)
    assert (one.state, one.reason) == ("pending", "")
    confirm(one)
    assert (one.state, one.failures) == ("on", 0)
    end_endpoint(one)
    assert endpoints_of(follower) == []


def test_places_are_bounded(follower):
    for number in range(MOST_ENDPOINTS):
        add_endpoint(follower, "mail", f"{number}@made-up.example", confirmed=True)
    with pytest.raises(FollowRefused, match="There are 20 places already; remove one first"):
        add_endpoint(follower, "mail", "more@made-up.example", confirmed=True)


def test_an_unknown_zone_of_a_browser_is_taken_for_the_site_s():
    assert new_follower("Atlantis/Ys").zone == "UTC"
    assert new_follower("Asia/Kolkata").zone == "Asia/Kolkata"
