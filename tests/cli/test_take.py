"""`clapometer take` and `clapometer feeds`. Stories, works and feeds are made up."""

from __future__ import annotations

import json

import pytest

from clapometer.desk.intake.listed import work_off
from tests.desk.loopback import client, server
from tests.fetching.server import answer

__all__ = ["client", "server"]
STORY = (
    "<html><head><title>Salt Road is back</title></head><body><article><h1>Salt Road is back</h1>"
    "<p>“Salt Road” has been renewed for a second season, Quayside said on Friday.</p></article>"
)
FEED = (
    "<rss version='2.0'><channel><title>The Harbour Post</title>"
    "<item><title>Salt Road is back</title><link>/story</link></item></channel></rss>"
)


@pytest.fixture
def site(festival, client, server, monkeypatch):
    """A site that may fetch from the server on this machine, which has a story and a feed."""
    for module in ("clapometer.desk.intake.taking", "clapometer.desk.feeds.polling"):
        monkeypatch.setattr(f"{module}.polite_client", lambda: client)
    server.on("/story", answer(STORY.encode(), content_type="text/html"))
    server.on("/feed", answer(FEED.encode(), content_type="application/rss+xml"))
    server.on("/gone", answer(status="404 Not Found"))
    return festival


def test_links_files_and_the_input_are_taken_in(site, server, run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(STORY, encoding="utf-8")
    ended = run("take", server.link("/story"), page, "--json", "--data", site)
    assert ended.exit_code == 0, ended.stderr
    one, two = json.loads(ended.stdout)
    assert (one["state"], one["headline"], one["problem"]) == ("read", "Salt Road is back", "")
    assert one["proposals"]["new"] >= 1
    assert (two["state"], two["source"]) == ("read", str(page))
    assert two["proposals"]["backed"] >= 1
    text = "Salt Road\n\nIt is."
    pasted = run("take", "-", "--published", "2024-05-03", "--data", site, input=text)
    assert pasted.exit_code == 0, pasted.stderr
    assert "new proposals" in pasted.stdout


def test_what_cannot_be_read_is_told_and_the_others_are_taken(site, server, run):
    ended = run("take", server.link("/gone"), server.link("/story"), "--data", site)
    assert ended.exit_code == 1
    gone, read = ended.stdout.splitlines()
    assert "404" in gone
    assert "Salt Road is back" in read
    assert "Traceback" not in ended.stderr


def test_a_list_of_links_waits_for_the_worker(site, server, client, run):
    links = f"{server.link('/story')}\n{server.link('/gone')}\nftp://a.example/x"
    ended = run("take", "-", "--later", "--data", site, input=links)
    assert ended.exit_code == 0
    assert len(ended.stdout.splitlines()) == 1
    listed = run("take", "-", "--later", "--data", site, input=links.partition("\nftp")[0])
    assert [line.rpartition(": ")[2] for line in listed.stdout.splitlines()] == ["on the list."] * 2
    assert [one.was_read for one in work_off(20, client)] == [True, False]


@pytest.mark.parametrize("name", ["no-such-file.html", "salt road", "http://a:b@c.example/"])
def test_what_is_neither_a_link_nor_a_file_is_refused(site, run, name):
    ended = run("take", name, "--data", site)
    assert ended.exit_code in {1, 2}
    assert len((ended.stderr + ended.stdout).strip().splitlines()) == 1


def test_feeds_are_subscribed_listed_asked_paused_and_let_go(site, server, run):
    added = run("feeds", "add", server.link("/feed"), "--every", "30", "--json", "--data", site)
    told = json.loads(added.stdout)
    assert (told["title"], told["state"], told["taken"]) == ("The Harbour Post", "on", 1)
    number = told["id"]
    assert "The Harbour Post" in run("feeds", "list", "--data", site).stdout
    assert "Nothing is new." in run("feeds", "poll", number, "--data", site).stdout
    assert json.loads(run("feeds", "poll", "--json", "--data", site).stdout) == []
    assert run("feeds", "pause", number, "--data", site).exit_code == 0
    assert json.loads(run("feeds", "list", "--json", "--data", site).stdout)[0]["next"] is None
    assert "is asked again" in run("feeds", "pause", number, "--resume", "--data", site).stderr
    assert run("feeds", "remove", number, "--data", site).exit_code == 0
    assert run("feeds", "remove", number, "--data", site).exit_code == 2
    assert "No feed is subscribed" in run("feeds", "list", "--data", site).stderr


def test_a_feed_that_cannot_be_read_ends_with_one(site, server, run):
    told = run("feeds", "add", server.link("/gone"), "--data", site).stdout
    assert "404" in told
    assert run("feeds", "poll", told.partition(":")[0], "--data", site).exit_code == 1
    assert run("feeds", "add", "ftp://a.example/", "--data", site).exit_code == 2
    assert run("feeds", "add", server.link("/feed"), "--every", "1", "--data", site).exit_code == 2
