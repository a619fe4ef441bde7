"""Hubs are told once of each feed that has changed. All of it is made up."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse

from clapometer.alerts.channels.websub import hubs
from clapometer.alerts.channels.websub.channel import NAME
from clapometer.alerts.channels.websub.hubs import hubs_named, ping_hubs
from clapometer.alerts.models import Endpoint, Notice
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.desk.stating import add_fact, correct_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.instants import now
from clapometer.ledger.models import LedgerCursor
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db
SAID = {"status": "renewed", "certainty": "official", "when": "2026-01-10",
        "by": "Made-up Stream", "seasons": "2"}  # fmt: skip


@pytest.fixture
def hub(monkeypatch):
    monkeypatch.setitem(settings.SITE, "hub", "https://hub.example/")
    assert ping_hubs(now()) == 0


def add(kind="series", title="Salt Road", **facts) -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(
            id=writer.append_one(work_added(kind=kind, title=title, **facts)).seq
        )


def say(work, **more):
    return add_fact(kind_named("announcement"), work.id, {**SAID, **more}, "member:1").seq


def pinged() -> list[list[str]]:
    """The feeds of each ping, and none of them again."""
    ping_hubs(now())
    told = Notice.objects.filter(kind="feed").order_by("id")
    assert all((one.state, one.audience) == ("due", "endpoint") for one in told)
    found = [one.text.split("\n") for one in told]
    Notice.objects.filter(kind="feed").delete()
    return found


def topic(work):
    return settings.SITE["address"] + reverse("work_feed_xml", args=[work.id, work.slug])


def test_a_setting_names_hubs_parted_by_spaces():
    assert hubs_named("") == []
    assert hubs_named(" https://a/  https://b/ https://a/") == ["https://a/", "https://b/"]


def test_without_a_hub_nothing_is_written():
    say(add())
    assert ping_hubs(now()) == 0
    assert not Notice.objects.exists()
    assert not Endpoint.objects.exists()


def test_what_was_recorded_before_the_hub_was_named_is_not_told(monkeypatch):
    say(add())
    monkeypatch.setitem(settings.SITE, "hub", "https://hub.example/")
    assert pinged() == []
    assert pinged() == []


def test_a_feed_that_changed_is_told_once(hub):
    road, other = add(), add(title="Quiet Hours")
    pinged()
    fact = say(road)
    assert pinged() == [[topic(road)]]
    assert pinged() == []
    correct_fact(fact, {**SAID, "seasons": "3"}, "member:1")
    assert pinged() == [[topic(road)]]
    undo_fact(fact, "", "member:1")
    say(other)
    assert pinged() == [[topic(road), topic(other)]]


def test_a_season_changes_the_feed_of_its_series_too(hub):
    road = add()
    season = add("season", "Season 1", parent=road.id, number=1)
    pinged()
    say(season)
    assert pinged() == [[topic(road), topic(season)]]


def test_a_fact_that_is_about_no_work_changes_none(hub):
    add_fact(kind_named("person"), 0, {"name": "Kit Made-up"}, "member:1")
    assert pinged() == []


def test_a_place_on_a_chart_changes_the_feed(hub, tmp_path):
    from tests.desk.chartfiles import line, write

    road = add(title="Salt Road")
    add("season", "Season 1", parent=road.id, number=1)
    pinged()
    run_charts(read_chart_file(write(tmp_path / "charts.tsv", [line("2026-08-09")])))
    assert topic(road) in pinged()[-1]


def test_many_feeds_go_in_several_pings(hub, monkeypatch):
    monkeypatch.setattr(hubs, "FEEDS_A_PING", 2)
    works = [add(title=f"Salt Road {number}") for number in range(5)]
    found = pinged()
    assert [len(one) for one in found] == [2, 2, 1]
    assert [one for every in found for one in every] == [topic(one) for one in works]


def test_each_hub_is_told_and_its_endpoint_is_made_once(hub, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hub", "https://hub.example/ https://two.example/in")
    for _ in range(2):
        say(add())
        assert len(pinged()) == 2
    kept = Endpoint.objects.filter(channel=NAME).order_by("id")
    assert [(one.address, one.origin, one.state) for one in kept] == [
        ("https://hub.example/", "https://hub.example", "on"),
        ("https://two.example/in", "https://two.example", "on"),
    ]


def test_of_two_workers_one_tells(hub, monkeypatch):
    """The second finds the cursor where the first left it, although it had read it before."""
    say(add())
    cursor = LedgerCursor.objects.get(name=NAME)
    assert ping_hubs(now()) == 1
    assert hubs._step(["https://hub.example/"], cursor.seq, cursor.seq + 1, now()) == 0


def test_a_hub_that_is_taken_out_and_put_back_is_not_told_of_the_time_between(hub, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hub", "")
    ping_hubs(now())
    say(add())
    monkeypatch.setitem(settings.SITE, "hub", "https://hub.example/")
    assert pinged() == []
    say(add(title="Quiet Hours"))
    assert len(pinged()) == 1
