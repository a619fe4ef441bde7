"""From a notice to a mailbox: a whole worker, the real channel, a real mail server. All made up."""

from __future__ import annotations

import threading
from datetime import UTC

import pytest

from clapometer.alerts.channels.contract import _channels, register
from clapometer.alerts.channels.mail.channel import MailChannel
from clapometer.alerts.digests.windows import _window
from clapometer.alerts.kinds import HOUR, SECOND
from clapometer.alerts.models import DROPPED, SENT, Delivery, Endpoint, Follower, Notice
from clapometer.alerts.outbox.working import Work
from clapometer.instants import now, to_datetime
from tests.alerts.outbox.audience import add_followers, add_notice
from tests.alerts.outbox.paper import PaperEngine

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def by_mail(office):
    """The site has a mail server."""
    _window.cache_clear()
    register(MailChannel(office.relay()))
    yield
    del _channels["mail"]


def readers(count: int, *keys: str, **more) -> None:
    add_followers(count, *keys, channel="mail", origin="mail", **more)
    for one in Endpoint.objects.filter(channel="mail"):
        Endpoint.objects.filter(id=one.id).update(address=f"reader{one.id}@made-up.example")


def work(at: int) -> None:
    """Run a worker at an instant until nothing is due."""
    said: list[str] = []
    assert Work(said.append, threading.Event(), engine=PaperEngine(), clock=lambda: at).run(
        once=True
    ), said


def test_everybody_gets_one_mail_and_a_full_mailbox_gets_it_later(office):
    at = now()
    readers(120, "work:1")
    full = Endpoint.objects.order_by("id")[7]
    office.says["receiver", full.address] = "452 4.2.2 full"
    add_notice(at=at)
    work(at)
    assert len({one.receiver for one in office.taken}) == len(office.taken) == 119
    row = Delivery.objects.get(endpoint_id=full.id)
    assert (row.status, row.tries) == (452, 1)
    assert "full" in row.reason
    office.says.clear()
    work(at + 10 * 60 * SECOND)
    assert [one.receiver for one in office.taken[119:]] == [full.address]
    assert set(Delivery.objects.values_list("state", flat=True)) == {SENT}


def test_a_digest_comes_at_the_hour_of_its_reader_and_an_empty_one_does_not(office):
    at = now()
    hour = to_datetime(at).astimezone(UTC).hour
    # A zone in which it is noon, so that no day ends while the test runs.
    offset = hour - 12
    zone = f"Etc/GMT{'+' if offset >= 0 else '-'}{abs(offset)}"
    readers(2, "work:1", cadence="daily", zone=zone, digest_at=11 * 60)
    readers(1, "work:2", cadence="daily", zone=zone, digest_at=11 * 60)
    readers(1, "work:1", cadence="weekly", zone=zone, digest_at=11 * 60)
    early = at - 6 * HOUR * SECOND
    add_notice("fell", at=early)
    add_notice("rose", at=early)
    work(early)
    assert office.taken == []
    assert Notice.objects.get(name="fell").began_at == early
    work(at)
    assert len(office.taken) == 2
    text = next(iter(office.taken[0].mail.iter_parts())).get_content()
    assert "Your daily digest: 2 things about what you follow." in text
    dropped = Delivery.objects.get(state=DROPPED)
    follower = Endpoint.objects.get(id=dropped.endpoint_id).follower_id
    assert Follower.objects.order_by("id")[2].id == follower
    work(at + HOUR * SECOND)
    assert len(office.taken) == 2
