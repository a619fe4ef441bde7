"""`clapometer fetch pageviews` and `fetch tag`, without a network: the service stands in."""

from __future__ import annotations

import json
from datetime import date

import pytest

from clapometer.desk import countfetching
from clapometer.desk.counterfiles import CounterFile, CounterOutcome, Source
from clapometer.desk.counting import Key, Reading
from clapometer.fetching.refusals import FetchRefused
from clapometer.signals.points import point_on


@pytest.fixture
def title(festival, run):
    return json.loads(run("search", "the", "--json", "--data", festival).stdout)[0]["title"]


@pytest.fixture
def service(monkeypatch):
    """Page views as told in place of Wikimedia; what was asked for is noted."""
    asked = []

    def fetch(_client, article, now, since):
        asked.append((article.title, since))
        key = Key(article.work, countfetching.PAGEVIEWS, article.of)
        reading = Reading(key, (point_on(date(2026, 5, 20), 12),), "Wikimedia", "https://x.example")
        return CounterFile(Source("x", "0" * 64, "y"), [reading], CounterOutcome(rows=1))

    monkeypatch.setattr(countfetching, "fetch_pageviews", fetch)
    return asked


def test_page_views_are_fetched_and_kept_ones_fetched_anew(festival, run, service, title):
    ended = run("fetch", "pageviews", title, "--since", "2026-05-01", "--data", festival)
    assert ended.exit_code == 0, ended.stderr
    assert "1 new" in ended.stdout
    again = run("fetch", "pageviews", "--json", "--data", festival)
    (told,) = json.loads(again.stdout)
    assert (told["added"], told["unchanged"]) == (0, 1)
    assert service == [(title, date(2026, 5, 1)), (title, None)]


def test_without_anything_kept_a_work_has_to_be_named(festival, run):
    ended = run("fetch", "tag", "--data", festival)
    assert ended.exit_code == 2
    assert "name a work to begin with" in ended.stderr


def test_a_refused_fetch_is_told_in_one_line(festival, run, monkeypatch, title):
    def fetch(*_, **__):
        raise FetchRefused("no_answer", host="x.example", why="made up")

    monkeypatch.setattr(countfetching, "fetch_tag", fetch)
    ended = run("fetch", "tag", title, "--tag", "x", "--json", "--data", festival)
    assert ended.exit_code == 1
    assert "does not answer" in json.loads(ended.stdout)[0]["error"]


def test_a_hashtag_has_to_be_named(festival, run, title):
    ended = run("fetch", "tag", title, "--data", festival)
    assert ended.exit_code == 2
    assert "Name the hashtag" in ended.stderr


def test_the_group_lists_its_commands(run):
    told = run("fetch", "--help").stdout
    assert "pageviews" in told
    assert "tag" in told
