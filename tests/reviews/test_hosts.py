"""Which outlet a link leads to, and who writes there. Names and hosts are made up."""

from __future__ import annotations

import pytest

from clapometer.reviews.hosts import host_of, outlet_on, regular_critic
from tests.reviews.telling import Story

HOST = "made-up-mail.example"


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.made-up-mail.example/a?b#c", HOST),
        ("http://MADE-UP-MAIL.example:8080", HOST),
        ("https://name:word@made-up-mail.example/x", HOST),
        ("https://news.made-up-mail.example/x", f"news.{HOST}"),
        ("ftp://made-up-mail.example/x", ""),
        ("made-up-mail.example/x", ""),
        ("", ""),
    ],
)
def test_the_host_of_a_link(link, host):
    assert host_of(link) == host


@pytest.mark.django_db
def test_the_outlet_named_last_for_a_host_is_meant_and_one_that_was_taken_back_is_not():
    story = Story()
    story.post(0, True, link=f"https://{HOST}/1")
    wrong = story.post(1, True, link=f"https://www.{HOST}/2")
    assert outlet_on(HOST).id == story.outlets[1]
    story.undo(1, wrong)
    assert outlet_on(HOST).id == story.outlets[0]
    assert outlet_on("nobody.example") is None


@pytest.mark.django_db
def test_a_regular_critic_wrote_nearly_all_of_the_last_reviews():
    known, outlets = {}, {}
    for _ in range(8):
        story = Story()
        story.critics, story.outlets = known, outlets
        story.post("regular", True, outlet="mail")
    assert regular_critic(outlets["mail"]).id == known["regular"]
    for guest in ("a", "b", "c"):
        story.post(guest, True, outlet="mail")
    assert regular_critic(outlets["mail"]) is None
    assert regular_critic(10**9) is None


@pytest.mark.django_db
def test_unnamed_critics_are_nobody_s_regular():
    story = Story()
    story.critics[None] = 0
    story.post(None, True, outlet="mail")
    assert regular_critic(story.outlets["mail"]) is None
