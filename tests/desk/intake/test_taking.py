"""From a link, a file or a text to proposals. All works, people and outlets are made up."""

from __future__ import annotations

import json

import pytest

from clapometer.desk.intake.asked import Asked, TakingRefused, asked_file, asked_link, asked_text
from clapometer.desk.intake.listed import LEASE_SECONDS, take_list, work_off
from clapometer.desk.intake.taking import NO_TEXT, take_in
from clapometer.desk.proposals.models import Backing, Proposal, Reading
from clapometer.instants import now
from tests.fetching.server import answer, redirect

pytestmark = pytest.mark.django_db
HTML = "text/html; charset=utf-8"
STORY = """<!DOCTYPE html><html lang="en"><head><title>Salt Road renewed - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
{head}</head><body><article><h1>Salt Road renewed for a third season</h1>
<p>The drama “Salt Road” has been renewed for a third season, its streamer Quayside announced on
Friday. The second season ended in March, and its makers had long asked for more time.</p>
<p>The series stars Ida Holm as a keeper of a lighthouse, and it was written by Jon Berg, who said
that he had never hoped for so many letters from people who watched it twice.</p>
<p>“We are going back to the road, and we take the whole village with us,” Holm said.</p>
</article></body></html>"""


REVIEW = {
    "@context": "https://schema.org",
    "@type": "Review",
    "itemReviewed": {"@type": "Movie", "name": "Low Water", "datePublished": "2021"},
    "author": {"@type": "Person", "name": "Mara Quill"},
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "reviewRating": {"@type": "Rating", "ratingValue": "4", "bestRating": "5"},
    "datePublished": "2021-06-01",
}


def story(head="", text=STORY):
    return answer(text.replace("{head}", head).encode(), content_type=HTML)


def review():
    return story(f'<script type="application/ld+json">{json.dumps(REVIEW)}</script>')


def test_a_link_becomes_a_reading_and_proposals(server, client, show):
    link = server.on("/a", story())
    taken = take_in(asked_link(link), "member:1", client)
    assert taken.was_read
    reading = Reading.objects.get()
    assert reading.id == taken.reading.id
    assert (reading.link, reading.how, reading.taken_by) == (link, "link", "member:1")
    assert reading.headline == "Salt Road renewed for a third season"
    assert reading.outlet == "The Harbour Post"
    assert reading.published.startswith("2024-05-03")
    assert reading.text.startswith("Salt Road renewed for a third season\n\nThe drama")
    renewed = Proposal.objects.get(kind="claim", claim="renewal")
    assert renewed.work == show.id
    backing = renewed.backings.get()
    assert reading.text[backing.start : backing.end] == backing.quote
    assert "renewed" in backing.quote
    assert taken.proposals.new == Proposal.objects.count()
    assert {one.headers["User-Agent"] for one in server.asked} == {client.user_agent}


def test_the_same_link_twice_is_one_reading_renewed(server, client, show):
    link = server.on("/a", story())
    first = take_in(asked_link(link), "member:1", client)
    backings = Backing.objects.count()
    again = take_in(asked_link(f"{link}?utm_source=mail#top"), "member:2", client)
    assert again.was_read
    assert (Reading.objects.count(), Backing.objects.count()) == (1, backings)
    assert again.proposals.new == again.proposals.backed == 0
    assert again.reading.id == first.reading.id
    server.on("/a", story(text=STORY.replace("third season", "fourth season")))
    changed = take_in(asked_link(link), "member:1", client)
    assert changed.reading.headline == "Salt Road renewed for a fourth season"
    assert Reading.objects.count() == 1


def test_two_ways_to_one_story_are_one_reading(server, client):
    """By a redirect, and by the address that the page calls its own on the same site."""
    own = server.on("/own", story())
    server.on("/moved", redirect("/own"))
    head = f'<link rel="canonical" href="{own}">'
    server.on("/print", story(head))
    for path in ("/print", "/own", "/moved", "/print"):
        assert take_in(asked_link(server.link(path)), "member:1", client).was_read
    assert Reading.objects.count() == 1
    server.on("/foreign", story('<link rel="canonical" href="https://other.example/own">'))
    assert take_in(asked_link(server.link("/foreign")), "member:1", client).was_read
    assert Reading.objects.count() == 2


def test_a_review_becomes_a_proposal_of_a_review(server, client):
    link = server.on("/r", review())
    taken = take_in(asked_link(link), "member:1", client)
    found = Proposal.objects.get(kind="review")
    assert found.said["critic"] == "Mara Quill"
    assert found.said["grade"].startswith("4")
    assert found.backings.get().reading_id == taken.reading.id
    again = take_in(asked_link(link), "member:1", client)
    assert again.was_read
    assert Proposal.objects.filter(kind="review").count() == 1


def test_files_and_pasted_texts_are_read_without_a_network(show):
    page = STORY.replace("{head}", "").encode()
    one = take_in(asked_file(page), "command")
    assert one.was_read
    text = (
        "URL: https://harbour.example/story\nDATE: 2024-05-03\n\nSalt Road is back\n\n"
        "Salt Road has been renewed for a third season, Quayside said on Friday."
    )
    two = take_in(asked_text(text), "member:1")
    assert two.was_read
    assert two.reading.link == "" or two.reading.link.startswith("https://harbour.example")
    assert two.reading.published.startswith("2024-05-03")
    assert Proposal.objects.filter(claim="renewal").count() == 1
    assert Backing.objects.filter(proposal__claim="renewal").count() == 2
    assert take_in(asked_text(text), "member:1").reading.id == two.reading.id
    assert Reading.objects.count() == 2


def test_what_cannot_be_read_stays_with_its_reason(server, client):
    gone = server.on("/gone", answer(status="404 Not Found"))
    robot = server.on("/private/x", story())
    server.on("/robots.txt", answer(b"User-agent: *\nDisallow: /private/"))
    empty = server.on("/empty", answer(b"<html><body></body></html>", content_type=HTML))
    told = {}
    for link in (gone, robot, empty):
        taken = take_in(asked_link(link), "member:1", client)
        assert not taken.was_read
        assert taken.problem.endswith(".")
        assert Reading.objects.get(link=link).problem == taken.problem
        told[link] = taken.problem
    assert "404" in told[gone]
    assert "robots.txt" in told[robot]
    assert told[empty] == NO_TEXT
    server.on("/gone", story())
    assert take_in(asked_link(gone), "member:1", client).was_read


def test_a_day_that_is_said_goes_before_the_page(server, client):
    link = server.on("/a", story())
    asked = asked_link(link)
    told = Asked(how="link", link=asked.link, published="2023-01-02")
    assert take_in(told, "member:1", client).reading.published == "2023-01-02"


def test_a_list_is_worked_off_by_one_worker_at_a_time_and_nothing_is_lost(server, client):
    links = [server.on(f"/{number}", story()) for number in range(3)]
    server.on("/1", answer(status="410 Gone"))
    asked = [asked_link(link) for link in links]
    noted = take_list([*asked, TakingRefused("Not this one.")], "member:1", client, now=False)
    assert [one.reading.state for one in noted[:3]] == ["waiting"] * 3
    assert noted[3] == ("", None, "Not this one.", noted[3].proposals)
    assert server.paths == []
    Reading.objects.filter(link=links[2]).update(begun_at=now())
    done = work_off(30, client)
    assert [one.link for one in done] == links[:2]
    assert [one.was_read for one in done] == [True, False]
    assert work_off(30, client) == []
    Reading.objects.filter(link=links[2]).update(begun_at=now() - (LEASE_SECONDS + 1) * 1_000_000)
    assert [one.link for one in work_off(30, client)] == [links[2]]
    assert not Reading.objects.filter(state="waiting").exists()
