"""What follows from mail that comes back: through a real server out, and by the command in."""

from __future__ import annotations

import json

import pytest

from clapometer.alerts.channels.mail.bounces.reports import read_report
from clapometer.alerts.channels.mail.bounces.taking import take_in
from clapometer.alerts.channels.mail.channel import MailChannel
from clapometer.alerts.channels.mail.counting import ENDINGS, WITHIN
from clapometer.alerts.channels.mail.statuses import LATER, REFUSED
from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import FAILED, SENT, Delivery, Endpoint
from clapometer.config.folder import create_folder
from clapometer.instants import now
from tests.alerts.mail.conftest import new_reader, parcel
from tests.alerts.mail.returned import BASE, bounce, complaint
from tests.cli.conftest import SITE, run  # noqa: F401 -- a fixture

pytestmark = pytest.mark.django_db


def sent(endpoint: Endpoint, notice: int = 5, days_ago: float = 0) -> None:
    """A mail that went to an address some days ago."""
    at = now() - round(days_ago * DAY * SECOND)
    Delivery.objects.create(
        notice_id=notice, endpoint_id=endpoint.id, state=SENT, due_at=at, status=250, done_at=at
    )


def came_back(endpoint: Endpoint, notice: int = 5, status: str = "5.1.1") -> str:
    return take_in(read_report(bounce(notice, endpoint.id, status)))


def state_of(endpoint: Endpoint) -> str:
    return Endpoint.objects.get(id=endpoint.id).state


def test_a_mailbox_that_is_not_there_ends_at_once_and_its_reader_can_see_why():
    reader, other = new_reader(), new_reader()
    sent(reader)
    sent(other)
    assert came_back(reader) == "ended"
    assert (state_of(reader), state_of(other)) == ("ended", "on")
    assert "no such mailbox" in Endpoint.objects.get(id=reader.id).reason
    delivery = Delivery.objects.get(endpoint_id=reader.id)
    assert (delivery.state, delivery.status) == (FAILED, 550)
    assert "came back" in delivery.reason
    assert came_back(reader) == "nothing"


@pytest.mark.parametrize("status", ["5.7.1", "5.1.8", "5.6.0", "4.7.0"])
def test_a_fault_of_the_site_ends_nobody(status):
    reader = new_reader()
    for notice in range(20):
        sent(reader, notice, days_ago=notice)
        assert came_back(reader, notice, status) == "nothing"
    assert state_of(reader) == "on"


@pytest.mark.parametrize(("status", "row"), [("5.2.0", ENDINGS[0]), ("4.2.2", ENDINGS[1])])
def test_what_may_pass_is_counted_once_a_mail_and_ends_by_the_table(status, row):
    assert (ENDINGS[0].verdict, ENDINGS[1].verdict) == (REFUSED, LATER)
    reader = new_reader()
    step = row.days / (row.mails - 1)
    for notice in range(row.mails - 1):
        sent(reader, notice, days_ago=row.days - notice * step + 0.01)
        assert came_back(reader, notice, status) == "counted"
        assert came_back(reader, notice, status) == "nothing"
    assert state_of(reader) == "on"
    sent(reader, 99)
    assert came_back(reader, 99, status) == "ended"
    assert state_of(reader) == "ended"


def test_many_on_one_day_are_no_reason_to_end():
    reader = new_reader()
    for notice in range(20):
        sent(reader, notice)
        assert came_back(reader, notice, "4.2.2") == "counted"
    assert state_of(reader) == "on"


def test_what_came_back_long_ago_is_forgotten():
    reader = new_reader()
    for notice in range(5):
        sent(reader, notice, days_ago=WITHIN / DAY + 1 + notice)
        came_back(reader, notice, "5.2.0")
    sent(reader, 99)
    assert came_back(reader, 99, "5.2.0") == "counted"


def test_who_refuses_mail_after_mail_while_it_is_handed_over_ends_too(office):
    """Where the mail server delivers itself, nothing comes back: it says so at once."""
    reader = new_reader()
    office.says["receiver", reader.address] = "550 not here"
    outcomes = []
    for notice, days in ((1, 5), (2, 4), (3, 0)):
        ((_, outcome),) = MailChannel(office.relay()).carry([parcel(reader, notice)])
        outcomes.append(outcome.kind)
        Delivery.objects.create(
            notice_id=notice, endpoint_id=reader.id, state=FAILED, due_at=0,
            status=outcome.status, reason=outcome.reason, done_at=now() - days * DAY * SECOND,
        )  # fmt: skip
    assert outcomes == ["permanent", "permanent", "gone"]


def test_what_the_site_is_to_blame_for_never_counts(office):
    reader = new_reader()
    office.says["receiver", reader.address] = "554 5.7.1 relay access denied"
    for notice in range(10):
        ((_, outcome),) = MailChannel(office.relay()).carry([parcel(reader, notice)])
        assert outcome.kind == "temporary"
        # As the outbox writes it down once its plan is at an end.
        Delivery.objects.create(
            notice_id=notice, endpoint_id=reader.id, state=FAILED, due_at=0,
            status=outcome.status, reason=outcome.reason, done_at=now() - notice * DAY * SECOND,
        )  # fmt: skip
    office.says["receiver", reader.address] = "550 not here"
    ((_, outcome),) = MailChannel(office.relay()).carry([parcel(reader, 99)])
    assert outcome.kind == "permanent"


def test_a_complaint_ends_at_once():
    reader = new_reader()
    sent(reader)
    assert take_in(read_report(complaint(5, reader.id))) == "ended"
    assert state_of(reader) == "ended"


def test_an_address_that_was_never_confirmed_is_deleted_when_its_mail_comes_back():
    reader = new_reader()
    Endpoint.objects.filter(id=reader.id).update(state="pending")
    assert came_back(reader, 0) == "ended"
    assert not Endpoint.objects.filter(id=reader.id).exists()


def test_another_channel_with_that_number_is_left_alone():
    reader = new_reader()
    Endpoint.objects.filter(id=reader.id).update(channel="webhook")
    assert came_back(reader) == "nothing"
    assert state_of(reader) == "on"


def test_out_by_a_server_and_back_by_the_command(office, run, tmp_path):  # noqa: F811
    """The address that a server saw is the one that its report comes to."""
    create_folder(SITE)
    gone, stays = new_reader("gone@made-up.example"), new_reader("stays@made-up.example")
    channel = MailChannel(office.relay(bounces=BASE))
    assert len(list(channel.carry([parcel(gone), parcel(stays)]))) == 2
    for one in (gone, stays):
        sent(one)
    senders = {one.receiver: one.sender for one in office.taken}
    report = bounce(0, 0, to=senders["gone@made-up.example"])
    answer = run("bounces", "-", "--json", "--data", SITE, input=report)
    assert answer.exit_code == 0, answer.output
    assert json.loads(answer.stdout) == {
        "messages": 1, "reports": 1, "ended": 1, "counted": 0, "nothing": 0
    }  # fmt: skip
    assert (state_of(gone), state_of(stays)) == ("ended", "on")
    (tmp_path / "mbox").write_bytes(b"From x\n" + report + b"\n\nFrom y\nSubject: other\n\nText\n")
    again = run("bounces", tmp_path / "mbox", "--data", SITE)
    assert again.stdout == (
        "Messages: 2; reports about mail of this site: 1; addresses ended: 0; counted: 0;"
        " without consequence: 1.\n"
    )


def test_a_file_that_is_not_there_is_refused(run):  # noqa: F811
    create_folder(SITE)
    answer = run("bounces", "/nowhere/mbox", "--data", SITE)
    assert (answer.exit_code, answer.stderr) == (2, "There is no file or folder /nowhere/mbox.\n")
