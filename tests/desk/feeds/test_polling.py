"""Subscribed feeds against a server on this machine. Feeds, works and people are made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clapometer.desk.feeds.items import FIRST_TIME, LATER
from clapometer.desk.feeds.models import FeedItemSeen, FeedSource
from clapometer.desk.feeds.pace import LEAST, MOST
from clapometer.desk.feeds.polling import poll, poll_due
from clapometer.desk.feeds.subscribing import feed_called, pause, remove, resume, subscribe
from clapometer.desk.intake.asked import TakingRefused
from clapometer.desk.intake.listed import work_off
from clapometer.desk.proposals.models import Proposal, Reading
from clapometer.fetching.cache import Cache
from clapometer.instants import now
from tests.fetching.server import answer, redirect
from tests.readers.feeds.samples import FILMS

pytestmark = pytest.mark.django_db
MINUTE = 60_000_000


def feed(*numbers, more=""):
    items = "".join(
        f"<item><title>Story {n}</title><link>/story/{n}</link><guid>id-{n}</guid>"
        f"<pubDate>Fri, 0{1 + n % 9} Mar 2024 10:00:00 +0000</pubDate></item>"
        for n in numbers
    )
    text = (
        f"<rss version='2.0'><channel><title>The Harbour Post</title>{more}{items}</channel></rss>"
    )
    return text.encode()


def say(*numbers, more="", **headers):
    return answer(feed(*numbers, more=more), content_type="application/rss+xml", **headers)


def middle():
    return 0.5


def waits(source):
    """The minutes from the last time that it was asked to the next."""
    source.refresh_from_db()
    return round((source.due_at - source.asked_at) / MINUTE)


@pytest.fixture
def source(server):
    return subscribe(server.link("/feed"), "member:1", 60)


def test_what_is_new_is_taken_once(server, client, source):
    server.on("/feed", say(1, 2))
    assert poll(source, client, middle).taken == 2
    assert Reading.objects.filter(state="waiting", how="feed").count() == 2
    assert poll(source, client, middle).taken == 0
    server.on("/feed", say(3, 2, 1))
    polled = poll(source, client, middle)
    assert polled.taken == 1
    source.refresh_from_db()
    assert (source.title, source.taken, source.failures) == ("The Harbour Post", 3, 0)
    assert source.result == "One new item was taken in."
    first = Reading.objects.get(link=server.link("/story/1"))
    assert (first.headline, first.published) == ("Story 1", "2024-03-02T10:00:00Z")


def test_a_story_that_is_on_the_desk_already_is_not_read_again(server, client, source):
    server.on("/feed", say(1))
    poll(source, client, middle)
    Reading.objects.update(state="read")
    other = subscribe(server.link("/other"), "member:1")
    server.on("/other", say(1, 2))
    poll(other, client, middle)
    assert sorted(Reading.objects.values_list("state", flat=True)) == ["read", "waiting"]


def test_only_some_are_taken_the_first_time_and_the_past_is_never_asked_for(server, client, source):
    server.on("/feed", say(*range(30)))
    assert poll(source, client, middle).taken == FIRST_TIME
    server.on("/feed", say(*range(30 + LATER + 5)))
    assert poll(source, client, middle).taken == LATER
    assert poll(source, client, middle).taken == 5
    assert poll(source, client, middle).taken == 0


def test_a_feed_is_asked_only_for_what_changed(server, client, source, tmp_path):
    client = replace(client, cache=Cache(tmp_path))
    server.on("/feed", say(1, etag='"v1"', last_modified="Fri, 01 Mar 2024 10:00:00 GMT"),
              answer(status="304 Not Modified"))  # fmt: skip
    assert poll(source, client, middle).taken == 1
    assert poll(source, client, middle).taken == 0
    asked = server.asked[-1].headers
    assert asked["If-None-Match"] == '"v1"'
    assert asked["If-Modified-Since"] == "Fri, 01 Mar 2024 10:00:00 GMT"


def test_a_feed_that_fails_is_asked_ever_later_and_then_as_before(server, client, source):
    server.on("/feed", answer(status="404 Not Found"))
    found = []
    for _ in range(7):
        polled = poll(source, client, middle)
        assert polled.problem.endswith(".")
        found.append(waits(source))
    assert found == [120, 240, 480, 960, MOST, MOST, MOST]
    server.on("/feed", say(1))
    poll(source, client, middle)
    assert waits(source) == 60


@pytest.mark.parametrize(
    "body", [b"<html>a page</html>", b"", b"<rss", b"{", b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>"]
)
def test_what_is_no_feed_is_a_failure_with_its_sentence(server, client, source, body):
    server.on("/feed", answer(body))
    assert poll(source, client, middle).problem.endswith(".")
    assert waits(source) == 120


def test_a_busy_host_is_left_alone_for_as_long_as_it_asks(server, client, source):
    server.on("/feed", answer(status="503 Busy", retry_after="36000"))
    assert "come back in 10 hours" in poll(source, client, middle).problem
    assert waits(source) == 600


def test_a_feed_that_is_gone_is_not_asked_again(server, client, source):
    server.on("/feed", answer(status="410 Gone"))
    assert poll(source, client, middle).problem
    source.refresh_from_db()
    assert source.state == "gone"
    FeedSource.objects.update(due_at=0)
    assert poll_due(5, client) == []
    assert subscribe(source.link, "member:1").id == source.id
    source.refresh_from_db()
    assert source.state == "on"


def test_robots_are_asked_for_feeds_too(server, client, source):
    server.on("/robots.txt", answer(b"User-agent: *\nDisallow: /feed"))
    assert "robots.txt" in poll(source, client, middle).problem
    assert "/feed" not in server.paths


def test_a_feed_that_moved_for_good_is_asked_there(server, client, source):
    server.on("/feed", redirect("/new", "301 Moved"))
    server.on("/new", say(1))
    poll(source, client, middle)
    source.refresh_from_db()
    assert source.link == server.link("/new")
    assert feed_called(server.link("/new")).id == source.id
    server.on("/new", redirect("/tonight", "302 Found"))
    server.on("/tonight", say(1))
    poll(source, client, middle)
    source.refresh_from_db()
    assert source.link == server.link("/new")


def test_a_feed_that_moved_to_one_that_is_subscribed_stays_where_it_is(server, client, source):
    other = subscribe(server.link("/new"), "member:1")
    server.on("/feed", redirect("/new", "301 Moved"))
    server.on("/new", say(1))
    assert poll(source, client, middle).problem == ""
    source.refresh_from_db()
    assert (source.link, other.link) == (server.link("/feed"), server.link("/new"))


def test_a_feed_may_ask_to_be_left_alone_longer(server, client, source):
    server.on("/feed", say(1, more="<ttl>180</ttl>"))
    poll(source, client, middle)
    assert waits(source) == 180
    server.on("/feed", say(1, more="<ttl>1</ttl>"))
    poll(source, client, middle)
    assert waits(source) == 60


def test_chance_spreads_the_times_and_never_under_the_least(server, client):
    source = subscribe(server.link("/feed"), "member:1", LEAST)
    server.on("/feed", say(1))
    found = []
    for chance in (0.0, 0.5, 1.0):
        poll(source, client, lambda one=chance: one)
        source.refresh_from_db()
        found.append((source.due_at - source.asked_at) / MINUTE)
    assert found == [LEAST, LEAST, LEAST * 1.1]


def test_the_feeds_whose_time_has_come_are_asked_each_by_one_worker(server, client, source):
    later = subscribe(server.link("/later"), "member:1")
    FeedSource.objects.filter(id=later.id).update(due_at=now() + 5 * MINUTE)
    server.on("/feed", say(1))
    server.on("/story/1", answer(b"<p>Salt Road has been renewed for a second season.</p>",
                                 content_type="text/html"))  # fmt: skip
    assert [one.source.id for one in poll_due(5, client)] == [source.id]
    assert poll_due(5, client) == []
    assert [one.was_read for one in work_off(20, client)] == [True]


def test_a_feed_that_was_paused_while_it_was_asked_stays_so(server, client, source):
    pause(FeedSource.objects.get(id=source.id))
    server.on("/feed", say(1))
    assert poll(source, client, middle).taken == 1
    source.refresh_from_db()
    assert source.state == "paused"
    assert poll_due(5, client) == []
    resume(source)
    FeedSource.objects.update(due_at=0)
    assert len(poll_due(5, client)) == 1


def test_a_film_diary_becomes_reviews_without_fetching_anything(server, client, source):
    server.on("/feed", answer(FILMS.encode(), content_type="application/rss+xml"))
    poll(source, client, middle)
    assert [one for one in server.paths if "ida" in one] == []
    found = {one.said["grade"]: one for one in Proposal.objects.filter(kind="review")}
    assert set(found) == {"★★★½", "4.0/5", ""}
    rated = found["★★★½"]
    assert "Salt Road" in rated.title
    assert rated.said["date"] == "2023-08-04"
    assert "tmdb:movie/1234" in str(rated.said)
    waiting = Reading.objects.filter(state="waiting")
    assert [one.headline for one in waiting] == ["A list of mine"]
    assert poll(source, client, middle).taken == 0


def test_a_text_that_stands_only_in_its_feed_is_read_from_it(server, client, source):
    item = (
        "<rss version='2.0'><channel><title>Notes</title><item><title>Salt Road is back</title>"
        "<description>Salt Road has been renewed for a second season, Quayside said on Friday."
        "</description></item></channel></rss>"
    )
    server.on("/feed", answer(item.encode()))
    assert poll(source, client, middle).taken == 1
    reading = Reading.objects.get()
    assert (reading.state, reading.how, reading.link) == ("read", "feed", "")
    assert Proposal.objects.filter(claim="renewal").exists()


def test_subscribing_pausing_and_letting_go(server, client, source):
    assert subscribe(f"{source.link}?utm_source=x", "member:2", 30).id == source.id
    assert feed_called(str(source.id)).every == 30
    pause(source)
    assert feed_called(source.link).state == "paused"
    for every in (LEAST - 1, MOST + 1):
        with pytest.raises(TakingRefused, match="minutes"):
            subscribe(source.link, "member:1", every)
    for name in ("999", "https://nowhere.example/", "x", ""):
        with pytest.raises(TakingRefused, match="No feed"):
            feed_called(name)
    with pytest.raises(TakingRefused):
        subscribe("ftp://a.example/feed", "member:1")
    server.on("/feed", say(1))
    poll(source, client, middle)
    remove(source)
    assert not FeedSource.objects.exists()
    assert not FeedItemSeen.objects.exists()
    assert Reading.objects.count() == 1
