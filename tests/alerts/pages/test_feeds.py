"""The addresses of feeds and calendars: whose they are, what they tell, when they are sent."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import icalendar
import pytest

from clapometer.alerts.capability import token_of
from clapometer.alerts.kinds import mask_of
from clapometer.alerts.pages.feeds import feed_paths
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact
from clapometer.facts.kinds import kind_named
from clapometer.ledger.writing import writing
from tests.alerts.noticing import new_follower, told

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def add(kind="series", title="Salt Road", **facts) -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(
            id=writer.append_one(work_added(kind=kind, title=title, **facts)).seq
        )


def paths_of(follower):
    return feed_paths(follower)


def titles(answer):
    assert answer.status_code == 200
    return [
        one.findtext(f"{ATOM}title")
        for one in ElementTree.fromstring(answer.content).iter(f"{ATOM}entry")
    ]


@pytest.mark.parametrize(
    ("form", "media"),
    [("atom", "application/atom+xml"), ("json", "application/feed+json"),
     ("calendar", "text/calendar")],
)  # fmt: skip
def test_a_secret_address_is_kept_out_of_caches_and_search_engines(reader, form, media):
    answer = reader.get(paths_of(new_follower())[form])
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == f"{media}; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in answer.headers


def test_a_feed_of_what_is_followed(reader):
    follower = new_follower("work:1")
    told("No longer perfect.", "work:1")
    assert titles(reader.get(paths_of(follower)["atom"])) == ["Heart on Trial"]
    (item,) = json.loads(reader.get(paths_of(follower)["json"]).content)["items"]
    assert item["content_text"] == "No longer perfect."
    assert titles(reader.get(paths_of(new_follower())["atom"])) == []


def test_a_feed_tells_nothing_of_whose_it_is(reader):
    """Two who follow the same have the same feed, but for its address and what is made of that."""
    one, other = new_follower("work:1"), new_follower("work:1")
    other.member_id = 4711
    other.save()
    told("No longer perfect.", "work:1")
    bodies = []
    for follower in (one, other):
        body = reader.get(paths_of(follower)["atom"]).content.decode()
        read = ElementTree.fromstring(body)
        body = body.replace(token_of(follower, "feed"), "TOKEN")
        bodies.append(body.replace(read.findtext(f"{ATOM}id"), "ID"))
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize("form", ["atom", "json", "calendar"])
def test_nobody_elses_feed_can_be_opened_and_a_new_link_ends_the_old(reader, form):
    follower = new_follower("work:1")
    address = paths_of(follower)[form]
    token = token_of(follower, "calendar" if form == "calendar" else "feed")
    assert token in address
    for wrong in (token_of(follower), token[:-1] + ("A" if token[-1] != "A" else "B"),
                  token_of(new_follower(), "other")):  # fmt: skip
        assert reader.get(address.replace(token, wrong)).status_code == 404
    follower.generation += 1
    follower.save()
    assert reader.get(address).status_code == 404
    assert reader.get(paths_of(follower)[form]).status_code == 200


@pytest.mark.parametrize("form", ["atom", "json"])
def test_who_has_it_already_is_sent_nothing_until_something_is_told(reader, form):
    follower = new_follower("work:1")
    notice = told("First.", "work:1", due=1_700_000_000)
    address = paths_of(follower)[form]
    first = reader.get(address)
    assert first.headers["Last-Modified"] == "Tue, 14 Nov 2023 22:13:20 GMT"
    tag = {"If-None-Match": first.headers["ETag"]}
    again = reader.get(address, headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "private, no-cache"
    since = {"If-Modified-Since": first.headers["Last-Modified"]}
    assert reader.get(address, headers=since).status_code == 304
    told("It did not.", audience="corrects", corrects_id=notice.id, due=1_700_000_001)
    for asked in (tag, since):
        assert reader.get(address, headers=asked).status_code == 200


def test_a_feed_cannot_be_posted_to(reader):
    for address in paths_of(new_follower()).values():
        assert reader.post(address).status_code in (403, 405)


def test_a_calendar_of_what_is_followed(reader):
    road, other = add(), add(title="Quiet Hours")
    said = {"status": "dated", "certainty": "official", "when": "2026-01-10",
            "by": "Made-up Stream", "date": "2026-08-03", "seasons": "2"}  # fmt: skip
    for work in (road, other):
        add_fact(kind_named("announcement"), work.id, said, "member:1")

    def summaries(follower):
        answer = reader.get(paths_of(follower)["calendar"])
        read = icalendar.Calendar.from_ical(answer.content)
        return [str(one["SUMMARY"]) for one in read.walk("VEVENT")]

    assert summaries(new_follower()) == []
    assert summaries(new_follower(f"work:{road.id}")) == ["Salt Road, season 2: premiere"]
    assert summaries(new_follower(f"work:{road.id}", kinds=mask_of(["score"]))) == []
    ahead = new_follower(f"work:{other.id}/ahead=1440", kinds=mask_of(["premiere"]))
    assert summaries(ahead) == ["Quiet Hours, season 2: premiere"]
