"""What a worker does for the desk, in a thread of its own."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from clapometer.alerts.outbox.tending import Chore
from clapometer.alerts.outbox.working import Work
from clapometer.desk.intake import duties
from clapometer.desk.intake.asked import asked_link
from clapometer.desk.intake.fetched import fetch_page
from clapometer.desk.intake.keeping import note
from clapometer.desk.proposals.models import Reading
from tests.fetching.server import answer


@pytest.mark.django_db(transaction=True)
def test_a_worker_reads_what_waits(server, client, monkeypatch):
    """No transaction is open while a host answers."""
    open_then = []

    def fetch(*asked):
        open_then.append(connection.in_atomic_block)
        return fetch_page(*asked)

    page = answer(b"<p>Salt Road has been renewed.</p>", content_type="text/html")
    monkeypatch.setattr("clapometer.desk.intake.taking.fetch_page", fetch)
    monkeypatch.setattr("clapometer.desk.intake.taking.polite_client", lambda: client)
    note(asked_link(server.on("/a", page)), "member:1")
    said = []
    chores = [Chore(*one) for one in duties.DUTIES]
    assert Work(said.append, threading.Event(), duties=chores).run(once=True), said
    assert Reading.objects.get().state == "read"
    assert open_then == [False]


def test_the_names_of_duties_are_words_for_a_sentence():
    for one in duties.DUTIES:
        assert one.name[0].islower()
        assert one.seconds >= 1
