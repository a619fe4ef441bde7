"""Mail through a real server that refuses, hangs, hangs up, or takes and then says nothing."""

from __future__ import annotations

import socket
import threading
from itertools import pairwise

import pytest

from clapometer.alerts.channels.contract import CarriedChannel
from clapometer.alerts.channels.mail import channel as channels
from clapometer.alerts.channels.mail import connection
from clapometer.alerts.channels.mail.channel import MailChannel
from clapometer.alerts.channels.mail.sealing import Sealed, first_opened
from clapometer.alerts.models import Follower
from tests.alerts.mail.conftest import PostOffice, new_reader, parcel

pytestmark = pytest.mark.django_db


def carried(office, parcels, **more):
    """What became of each parcel, by its receiver."""
    answers = MailChannel(office.relay(**more)).carry(parcels)
    return [(one.endpoint.address, outcome) for one, outcome in answers]


def readers(count: int):
    return [parcel(new_reader(f"reader{number}@made-up.example")) for number in range(count)]


def kinds(answers):
    return [outcome.kind for _, outcome in answers]


def test_it_is_a_channel_of_the_contract_with_a_plan_that_only_grows(office):
    channel = MailChannel(office.relay())
    assert isinstance(channel, CarriedChannel)
    assert all(one < two for one, two in pairwise(channel.plan.waits))


def test_a_batch_goes_through_one_connection_and_each_is_told_as_soon_as_it_is_known(office):
    answers = MailChannel(office.relay()).carry(readers(3))
    for sent in (1, 2, 3):
        _, outcome = next(answers)
        assert (outcome.kind, len(office.taken)) == ("sent", sent)
    assert office.connections == 1


@pytest.mark.slow
def test_a_thousand_mails_go_through_one_connection(office):
    assert kinds(carried(office, readers(1000))) == ["sent"] * 1000
    assert office.connections == 1
    assert len({one.receiver for one in office.taken}) == 1000
    assert len({one.mail["Message-ID"] for one in office.taken}) == 1000


@pytest.mark.parametrize(
    ("step", "said", "kind"),
    [
        ("receiver", "550 5.1.1 no such mailbox", "gone"),
        ("receiver", "550 5.1.10 null MX", "gone"),
        ("receiver", "556 no mail here", "gone"),
        ("receiver", "550 not here", "permanent"),
        ("receiver", "553 sorry, not in my list", "permanent"),
        ("receiver", "552 5.2.2 full", "temporary"),
        ("receiver", "554 5.7.1 relay access denied", "temporary"),
        ("receiver", "450 4.2.1 later", "temporary"),
        ("receiver", "451 greylisted", "temporary"),
        ("receiver", "550 4.2.1 a slip", "permanent"),
        ("mail", "554 5.7.1 looks like spam", "temporary"),
        ("mail", "550 no", "permanent"),
        ("mail", "452 4.3.1 no room", "temporary"),
        # What is said to the sender is never about the receiver.
        ("sender", "553 5.1.8 unknown sender", "temporary"),
        ("sender", "550 5.1.1 no such sender", "temporary"),
    ],
)
def test_what_a_server_says_is_judged_by_the_table_and_the_next_mail_goes(office, step, said, kind):
    first, second = readers(2)
    who = "board@reviews.example" if step == "sender" else first.endpoint.address
    office.says[step, who] = said
    (one, two) = carried(office, [first, second])
    assert one[1].kind == kind
    assert one[1].status == int(said[:3])
    assert said in one[1].reason
    assert two[1].kind == ("temporary" if step == "sender" else "sent")
    assert office.connections == 1


def test_a_server_that_hangs_up_between_two_mails_gets_the_second_on_a_new_connection(office):
    """It closes an idle connection, as servers do after so many mails: nothing is in doubt."""
    parcels = readers(3)
    answers = MailChannel(office.relay()).carry(parcels)
    assert next(answers)[1].kind == "sent"
    office.says["receiver", parcels[1].endpoint.address] = "hang up once"
    assert [outcome.kind for _, outcome in answers] == ["sent", "sent"]
    assert [one.receiver for one in office.taken] == [one.endpoint.address for one in parcels]
    assert office.connections == 2


def test_421_means_a_new_connection_once(office):
    first, second, third = readers(3)
    office.says["receiver", second.endpoint.address] = "421 4.3.2 enough for this connection"
    answers = carried(office, [first, second, third])
    assert kinds(answers) == ["sent", "temporary", "sent"]
    assert answers[1][1].retry_after == channels.PAUSE
    assert office.connections == 3


def test_a_mail_that_may_have_been_taken_is_not_sent_again_at_once(office):
    """The server takes it and hangs up before it says so; the same mail comes later, by its id."""
    first, second = readers(2)
    office.says["mail", first.endpoint.address] = "take and hang up"
    answers = carried(office, [first, second])
    assert kinds(answers) == ["temporary", "sent"]
    assert "did not say" in answers[0][1].reason
    assert [one.receiver for one in office.taken] == [
        first.endpoint.address, second.endpoint.address
    ]  # fmt: skip
    office.says.clear()
    assert kinds(carried(office, [first])) == ["sent"]
    assert office.taken[2].mail["Message-ID"] == office.taken[0].mail["Message-ID"]


@pytest.mark.parametrize(("step", "said"), [("receiver", "hang"), ("mail", "take and hang")])
def test_a_server_that_hangs_costs_one_mail_its_time(office, monkeypatch, step, said):
    monkeypatch.setattr(connection, "TO_ANSWER", 0.3)
    monkeypatch.setattr(connection, "TO_TAKE", 0.3)
    first, second = readers(2)
    office.says[step, first.endpoint.address] = said
    answers = carried(office, [first, second])
    assert kinds(answers) == ["temporary", "sent"]


def test_a_server_that_answers_nobody_is_left_alone_after_two_mails(monkeypatch):
    monkeypatch.setattr(connection, "TO_CONNECT", 0.1)
    monkeypatch.setattr(connection, "TO_ANSWER", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        office = PostOffice(port=silent.getsockname()[1])
        answers = carried(office, readers(50))
        silent.setblocking(False)
        assert len(list(waiting(silent))) == 2
    assert kinds(answers) == ["temporary"] * 50
    assert {outcome.retry_after for _, outcome in answers} == {channels.PAUSE}


def waiting(server):
    """The connections that stand before a server."""
    while True:
        try:
            yield server.accept()[0].close()
        except BlockingIOError:
            return


def test_no_server_at_all_loses_nothing(unused_port):
    answers = carried(PostOffice(port=unused_port), readers(3))
    assert kinds(answers) == ["temporary"] * 3


@pytest.fixture
def unused_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.mark.parametrize(
    "drip",
    [b"2", b"220-still here\r\n" * 5000, b"\xff\xfe\r\n" * 10, b"220-" + b"x" * 100_000],
    ids=["letter by letter", "a greeting without end", "no code", "a line without end"],
)
def test_what_a_server_says_ends_in_time_and_length(monkeypatch, drip):
    """One letter every little while keeps each read happy, and would keep a worker for ever."""
    monkeypatch.setattr(connection, "TO_CONNECT", 0.2)
    monkeypatch.setattr(connection, "TO_ANSWER", 0.2)
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        talker = threading.Thread(target=talk, args=(server, drip, over))
        talker.start()
        answers = carried(PostOffice(port=server.getsockname()[1]), readers(1))
        over.set()
        talker.join()
    assert kinds(answers) == ["temporary"]


def talk(server, drip, over):
    """Say the same again and again to whoever comes first."""
    client, _ = server.accept()
    with client:
        try:
            while not over.wait(0.03):
                client.sendall(drip)
        except OSError:
            return


def test_bounces_come_back_to_a_sealed_address_if_there_is_one(office):
    (one,) = readers(1)
    carried(office, [one], bounces="bounce@reviews.example")
    (taken,) = office.taken
    assert taken.sender.startswith("bounce+")
    assert taken.sender.endswith("@reviews.example")
    assert first_opened(taken.sender) == Sealed(one.notice_id, one.endpoint.id)
    assert "board@reviews.example" in taken.mail["From"]


def test_who_is_gone_from_the_site_gets_nothing(office):
    (one,) = readers(1)
    Follower.objects.all().delete()
    assert kinds(carried(office, [one])) == ["gone"]
    assert office.taken == []
