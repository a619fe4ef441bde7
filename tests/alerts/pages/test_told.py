"""From a button on a reader's page through a whole worker to the line in the reader's log."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.following.endpoints import add_endpoint
from clapometer.alerts.models import Follower, Notice
from clapometer.alerts.outbox.working import Work
from clapometer.fetching.posting import Answer
from clapometer.instants import now, to_datetime
from tests.alerts.outbox.paper import PaperEngine, paper
from tests.alerts.pages.conftest import followed, text

__all__ = ["paper"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("paper")]


@pytest.fixture
def followed_film(reader, festival) -> tuple[Follower, str, str]:
    """Somebody who follows the film and is told at one place; the page, and the key."""
    key = f"work:{festival.works['film'].id}"
    follower, address = followed(reader, key)
    add_endpoint(follower, "paper", "https://paper.example/1", confirmed=True,
                 origin="https://paper.example")  # fmt: skip
    return follower, address, key


def deliver(engine: PaperEngine) -> None:
    """Let a worker do all there is to do at this time."""
    said: list[str] = []
    Work(said.append, threading.Event(), engine=engine, clock=now).run(once=True)


def news(key: str, name: str = "made-up") -> None:
    """Write a notice about a key that is due now."""
    at = now()
    draft = NoticeDraft(name, "score", "The score fell under 90 %", "From 91 to 89 (made up).",
                        "/", at, at, [key], due_at=at)  # fmt: skip
    write_notices([draft])
    Notice.objects.filter(name=name).update(state="due")


def test_a_test_message_comes_at_once_and_the_log_says_how_it_went(reader, followed_film):
    _, address, _ = followed_film
    # Whatever the hour, it lies in quiet hours: whoever asks for a test is awake.
    minute = to_datetime(now()).hour * 60 + to_datetime(now()).minute
    Follower.objects.update(quiet_from=(minute - 60) % 1440, quiet_until=(minute + 60) % 1440)
    button = reader.get(address).content.decode().partition('value="test ')[2].partition('"')[0]
    reader.post(address, {"do": f"test {button}"})
    engine = PaperEngine()
    deliver(engine)
    assert engine.got.total() == 1
    assert "A test message Paper taken 201" in text(reader.get(address))


def test_news_comes_once_and_in_quiet_hours_waits_for_their_end(reader, followed_film):
    _, address, key = followed_film
    news(key)
    engine = PaperEngine()
    deliver(engine)
    deliver(engine)
    assert engine.got.total() == 1
    assert "The score fell under 90 % Paper taken 201" in text(reader.get(address))
    soon = to_datetime(now()) + timedelta(hours=1)
    minute = soon.hour * 60 + soon.minute
    Follower.objects.update(quiet_from=(minute - 120) % 1440, quiet_until=minute)
    news(key, "in-the-night")
    deliver(engine)
    assert engine.got.total() == 1
    assert f"{soon:%H:%M} The score fell under 90 % Paper waits" in text(reader.get(address))


def test_who_paused_unfollowed_or_stopped_is_told_nothing(reader, followed_film):
    _, address, key = followed_film
    engine = PaperEngine()
    reader.post(address, {"do": "pause"})
    news(key, "while-paused")
    deliver(engine)
    reader.post(address, {"do": "resume"})
    deliver(engine)
    reader.post(address, {"do": f"unfollow {key}"})
    news(key, "unfollowed")
    deliver(engine)
    followed(reader, key)
    news(key, "stopped")
    reader.post(address, {"do": "stop"})
    deliver(engine)
    assert engine.got.total() == 0


def test_a_failure_is_told_in_the_log_and_beside_the_place(reader, followed_film):
    _, address, key = followed_film
    news(key)
    deliver(PaperEngine(lambda _: Answer(410, {})))
    words = text(reader.get(address))
    assert "failed The server says that it is gone. · 410" in words
    assert "ended · The server says that it is gone." in words
