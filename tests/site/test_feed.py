"""The feed of a work: what happens to it and its parts, with stable ids. All of it is made up."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact, correct_fact, restore_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.ledger.writing import writing

ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.django_db


def add(kind="series", title="Salt Road", **facts) -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(
            id=writer.append_one(work_added(kind=kind, title=title, **facts)).seq
        )


def renewed(season):
    return {"status": "renewed", "certainty": "official", "when": "2026-01-10",
            "by": "Made-up Stream", "seasons": season}  # fmt: skip


def say(work, season="2"):
    return add_fact(kind_named("announcement"), work.id, renewed(season), "member:1").seq


def entries(reader, work):
    answer = reader.get(reverse("work_feed_xml", args=[work.id, work.slug]))
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def text(entry, name):
    return entry.findtext(f"{ATOM}{name}")


def test_a_feed_holds_the_moments_of_the_festival_and_not_its_reviews(reader, festival):
    work = festival.works["film"]
    found = entries(reader, work)
    assert found
    terms = {one.find(f"{ATOM}category").get("term") for one in found}
    assert "review" not in terms
    assert "moment" in terms
    ids = [text(one, "id") for one in found]
    assert len(set(ids)) == len(ids)
    recorded = [text(one, "published") for one in found]
    assert recorded == sorted(recorded, reverse=True)
    for one in found:
        assert one.find(f"{ATOM}link").get("href").startswith(settings.SITE["address"])
        assert text(one, "title").startswith(work.label)


def test_a_series_feed_holds_its_seasons_too(reader):
    road = add()
    season = add("season", "Season 1", parent=road.id, number=1)
    say(road)
    add_fact(kind_named("announcement"), season.id, {**renewed(""), "status": "delayed",
             "date": "2026-08-03"}, "member:1")  # fmt: skip
    assert len(entries(reader, road)) == 2
    assert len(entries(reader, season)) == 1


def test_what_is_corrected_taken_back_and_put_back_stays_one_entry(reader):
    road = add()
    fact = say(road)
    (first,) = entries(reader, road)
    assert "2" in text(first, "title")
    assert text(first, "updated") == text(first, "published")
    course = [first]
    for change in (
        lambda: correct_fact(fact, renewed("3"), "member:1"),
        lambda: undo_fact(fact, "", "member:1"),
        lambda: restore_fact(fact, "", "member:1"),
    ):
        change()
        (now_told,) = entries(reader, road)
        course.append(now_told)
    assert len({text(one, "id") for one in course}) == 1
    updated = [text(one, "updated") for one in course]
    assert updated == sorted(set(updated))
    _, corrected, undone, restored = course
    assert "3" in text(corrected, "title")
    assert "taken back" in text(undone, "title")
    assert text(restored, "title") == text(corrected, "title")
    assert text(restored, "published") == text(first, "published")


def test_of_what_has_no_known_time_only_news_is_told(reader):
    """An announcement without a day is news of the day on which it is recorded; a cast is none."""
    road = add()
    person = add_fact(kind_named("person"), 0, {"name": "Kit Made-up"}, "member:1").seq
    credit = {"person": f"p{person}", "role": "cast"}
    add_fact(kind_named("credit"), road.id, credit, "member:1")
    assert entries(reader, road) == []
    undated = {name: value for name, value in renewed("2").items() if name != "when"}
    add_fact(kind_named("announcement"), road.id, undated, "member:1")
    assert len(entries(reader, road)) == 1


def test_both_forms_tell_the_same(reader, festival):
    work = festival.works["film"]
    read = json.loads(reader.get(reverse("work_feed_json", args=[work.id, work.slug])).content)
    assert [one["id"] for one in read["items"]] == [
        text(one, "id") for one in entries(reader, work)
    ]


def test_a_feed_is_sent_again_only_when_the_ledger_has_moved(reader):
    road = add()
    say(road)
    path = reverse("work_feed_xml", args=[road.id, road.slug])
    first = reader.get(path)
    assert first.headers["Cache-Control"] == "no-cache"
    assert first.headers["Last-Modified"].endswith("GMT")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert reader.get(path, headers=tag).status_code == 304
    say(road, "3")
    assert reader.get(path, headers=tag).status_code == 200


def test_under_another_name_it_leads_to_the_right_one(reader):
    road = add()
    answer = reader.get(reverse("work_feed_xml", args=[road.id, "other"]))
    assert answer.status_code == 301
    assert answer.headers["Location"] == reverse("work_feed_xml", args=[road.id, road.slug])


def test_a_topic_names_its_hubs_in_the_feed_and_in_the_header(reader, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hub", "https://hub.example/ https://two.example/in")
    road = add()
    for form in ("xml", "json"):
        path = reverse(f"work_feed_{form}", args=[road.id, road.slug])
        answer = reader.get(path)
        assert answer.headers["Link"].split(", ") == [
            '<https://hub.example/>; rel="hub"',
            '<https://two.example/in>; rel="hub"',
            f'<{settings.SITE["address"]}{path}>; rel="self"',
        ]
        assert b"https://two.example/in" in answer.content


def test_the_page_of_a_work_says_where_its_feed_is(reader):
    road = add()
    page = reader.get(reverse("work", args=[road.id, road.slug])).content.decode()
    path = reverse("work_feed_xml", args=[road.id, road.slug])
    assert (
        f'<link rel="alternate" type="application/atom+xml" title="Salt Road" href="{path}">'
        in page
    )
    assert page.count(f'href="{path}"') == 2
