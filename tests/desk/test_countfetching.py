"""Numbers fetched from a server on this machine. Articles, hashtags and numbers are made up."""

from __future__ import annotations

import json
from datetime import UTC, date, timedelta

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.counterfiles import run_counters
from clapometer.desk.countfetching import (
    NothingToFetch,
    article_named,
    fetch_pageviews,
    fetch_tag,
    kept_articles,
    kept_tags,
    tag_named,
)
from clapometer.desk.undoing import undo_import
from clapometer.fetching.client import Client
from clapometer.fetching.pacing import Pacer
from clapometer.fetching.refusals import FetchRefused
from clapometer.instants import parse_instant, start_of_day
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.readers.sources.problems import SourceRefused
from clapometer.signals.counters import counters_of
from tests.fetching.server import HOST, answer, serving

pytestmark = pytest.mark.django_db
NOW = parse_instant("2026-05-23T10:00:00Z", UTC)


@pytest.fixture
def server():
    with serving() as one:
        yield one


@pytest.fixture
def client(server):
    return Client(
        "Clapometer/test (+https://site.example)",
        permit={("127.0.0.1", server.port)},
        resolver=lambda host, _: ["127.0.0.1"] if host == HOST else [host],
        sleep=lambda _: None,
        pacer=Pacer({}, sleep=lambda _: None),
    )


@pytest.fixture
def show(db):
    with writing("test") as writer:
        seq = writer.append_one(work_added(kind="series", title="Salt Road")).seq
    return Work.objects.get(id=seq)


def views(*numbers, first=date(2026, 5, 19)):
    items = [
        {"project": "en.wikipedia", "article": "Salt_Road", "granularity": "daily",
         "timestamp": f"{first + timedelta(place):%Y%m%d}00", "access": "all-access",
         "agent": "user", "views": number}
        for place, number in enumerate(numbers)
    ]  # fmt: skip
    return answer(json.dumps({"items": items}).encode(), content_type="application/json")


def path(first, last="20260522", title="Salt_Road"):
    start = "/api/rest_v1/metrics/pageviews/per-article/en.wikipedia/all-access/user"
    return f"{start}/{title}/daily/{first}/{last}"


def fetch(client, server, show, since=date(2026, 5, 19), title="Salt Road"):
    article = article_named(show, title, "en.wikipedia")
    base = server.link("")
    return run_counters(fetch_pageviews(client, article, NOW, since, base))


def told(show):
    return {
        one.measure.name: [point.digits for point in one.points] for one in counters_of([show.id])
    }


def test_page_views_become_a_counter_with_both_definitions(client, server, show):
    server.on(path("20260519"), views(10, 20, 30))
    outcome = fetch(client, server, show)
    assert (outcome.taken.told, outcome.taken.counters, outcome.taken.definitions) == (3, 1, 2)
    assert told(show) == {"wikipedia-pageviews": [10, 20, 30]}
    (counter,) = counters_of([show.id])
    assert counter.of == "Salt Road (en.wikipedia)"
    assert server.asked[0].headers["User-Agent"].startswith("Clapometer/")


def test_fetching_again_asks_from_a_week_before_and_adds_only_what_is_new(client, server, show):
    server.on(path("20260519"), views(10, 20, 30))
    fetch(client, server, show)
    server.on(path("20260514"), views(10, 21, 30, 40))
    again = fetch(client, server, show, since=None)
    assert (again.taken.told, again.taken.restated, again.taken.unchanged) == (1, 1, 2)
    assert told(show) == {"wikipedia-pageviews": [10, 21, 30, 40]}
    before = head()
    third = fetch(client, server, show, since=date(2026, 5, 14))
    assert (third.import_id, head()) == (None, before)


def test_a_fetch_is_taken_back_whole(client, server, show):
    server.on(path("20260519"), views(10, 20, 30))
    undo_import(fetch(client, server, show).import_id)
    assert told(show) == {}


def test_the_day_that_is_not_over_is_left_out(client, server, show):
    server.on(path("20260519"), views(10, 20, 30, 40, 50))
    assert fetch(client, server, show).taken.told == 4


def test_a_title_with_a_stroke_or_a_question_mark_stays_one_part_of_the_address(
    client, server, show
):
    server.on(path("20260519", title="Who%2FWhat%3F"), views(1))
    assert fetch(client, server, show, title="Who/What?").taken.told == 1


def test_an_article_without_views_is_refused_in_one_sentence(client, server, show):
    server.on(path("20260519"), answer(b"{}", status="404 Not Found"))
    with pytest.raises(NothingToFetch, match=r"tells no views of “Salt Road” on en\.wikipedia"):
        fetch(client, server, show)


def test_an_error_page_is_refused(client, server, show):
    server.on(path("20260519"), answer(b"<html>no</html>"))
    with pytest.raises(SourceRefused):
        fetch(client, server, show)


def history(*days):
    return [{"day": str(start_of_day(day, UTC) // 1_000_000), "uses": str(uses),
             "accounts": str(uses // 2)} for day, uses in days]  # fmt: skip


def tag_answer(*days):
    told = {"name": "saltroad", "url": "https://x.example", "history": history(*days)}
    return answer(json.dumps(told).encode(), content_type="application/json")


def test_a_hashtag_becomes_two_counters_of_the_days_that_are_over(client, server, show):
    days = [(date(2026, 5, 23), 9), (date(2026, 5, 22), 8), (date(2026, 5, 21), 6)]
    server.on("/api/v1/tags/saltroad", tag_answer(*days))
    tag = tag_named(show, "#saltroad", "mastodon.example")
    outcome = run_counters(fetch_tag(client, tag, NOW, server.link("")))
    assert outcome.taken.counters == 2
    assert told(show) == {"mastodon-tag-accounts": [3, 4], "mastodon-tag-uses": [6, 8]}


def test_a_later_count_of_a_day_is_a_correction(client, server, show):
    tag = tag_named(show, "saltroad", "mastodon.example")
    for uses in (8, 10):
        server.on("/api/v1/tags/saltroad", tag_answer((date(2026, 5, 22), uses)))
        outcome = run_counters(fetch_tag(client, tag, NOW, server.link("")))
    assert outcome.taken.restated == 2
    assert told(show)["mastodon-tag-uses"] == [10]


def test_what_is_kept_can_be_fetched_anew_without_naming_it(client, server, show):
    server.on(path("20260519"), views(10))
    server.on("/api/v1/tags/saltroad", tag_answer((date(2026, 5, 22), 8)))
    fetch(client, server, show)
    tag = tag_named(show, "saltroad", "mastodon.example:8443")
    run_counters(fetch_tag(client, tag, NOW, server.link("")))
    assert list(kept_articles()) == [article_named(show, "Salt Road", "en.wikipedia")]
    assert list(kept_tags()) == [tag]


def test_a_server_in_a_private_network_is_refused(client, show):
    tag = tag_named(show, "saltroad", "10.0.0.1")
    with pytest.raises(FetchRefused, match="only public addresses"):
        fetch_tag(client, tag, NOW)


@pytest.mark.parametrize(
    ("name", "server"),
    [("two words", "x.example"), ("", "x.example"), ("a", "x y"), ("a", "h/../x")],
)
def test_what_is_no_hashtag_or_server_is_refused(show, name, server):
    with pytest.raises(NothingToFetch):
        tag_named(show, name, server)


@pytest.mark.parametrize("project", ["", "wikipedia", "../x", "en.wikipedia/y"])
def test_what_is_no_project_is_refused(show, project):
    with pytest.raises(NothingToFetch):
        article_named(show, "Salt Road", project)
