"""A mail as it arrives: parsed back by the standard library from the bytes a real server got."""

from __future__ import annotations

import re

import pytest

from clapometer.alerts.capability import follower_of
from clapometer.alerts.channels.mail.channel import MailChannel
from clapometer.alerts.channels.mail.sealing import Sealed, first_opened
from clapometer.alerts.messages import Line
from clapometer.alerts.models import Endpoint
from tests.alerts.mail.conftest import SENDER, new_reader, parcel

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_site(settings):
    """A site of the name and address that the texts of these tests have."""
    settings.SITE = {
        **settings.SITE,
        "name": "The “Ferry” Board",
        "address": "https://reviews.example/",
    }


def arrived(office, **more):
    """What the server got of one message for one reader."""
    (answer,) = MailChannel(office.relay()).carry([parcel(new_reader(), **more)])
    assert answer[1].kind == "sent"
    (taken,) = office.taken
    return taken


def test_a_mail_has_a_plain_text_that_reads_well_and_the_same_in_html(office):
    taken = arrived(office)
    assert (taken.sender, taken.receiver) == (SENDER, "ann@made-up.example")
    mail = taken.mail
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = mail.iter_parts()
    follower = re.search(r"/follow/with/(\S+)", plain.get_content())[1]
    stop = re.search(r"/follow/stop/(\S+)", plain.get_content())[1]
    assert plain.get_content().replace("\r\n", "\n") == (
        "Heart on Trial: 100 → 98, no longer perfect\n"
        "\n"
        "A negative review by Nils Aaberg made it so: 47 of 48 are positive.\n"
        "\n"
        "2 February 2026\n"
        "\n"
        "https://reviews.example/work/w17/heart-on-trial\n"
        "\n"
        "-- \n"
        "You get this because you follow it at The “Ferry” Board.\n"
        "\n"
        "What you follow, and how often you are told\n"
        f"https://reviews.example/follow/with/{follower}\n"
        "\n"
        "Stop these mails\n"
        f"https://reviews.example/follow/stop/{stop}\n"
    )
    told = html.get_content()
    assert "<h1>Heart on Trial: 100 → 98, no longer perfect</h1>" in told
    assert 'href="https://reviews.example/work/w17/heart-on-trial"' in told
    assert f'href="https://reviews.example/follow/stop/{stop}"' in told
    token, _, place = stop.partition("?")
    assert follower_of(follower) == follower_of(token, "stop") is not None
    assert follower_of(token) is None
    assert place == f"place={Endpoint.objects.get().id}"


def test_nothing_in_the_html_is_fetched_and_it_is_small(office):
    told = list(arrived(office).mail.iter_parts())[1].get_content()
    assert not re.search(r"(?i)<(img|script|link|iframe|form|svg)|url\(|@import|src=", told)
    assert len(told.encode()) < 4_000


def test_the_headers_say_what_it_is_and_how_to_stop_it(office):
    mail = arrived(office).mail
    (stop,) = re.findall(r"<(https://reviews.example/follow/stop/\S+)>", mail["List-Unsubscribe"])
    assert follower_of(stop.rpartition("/")[2].partition("?")[0], "stop")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Id"] == "<followers.reviews.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Precedence"] == "bulk"
    assert mail["Subject"] == "Heart on Trial: 100 → 98, no longer perfect"
    (sender,) = mail["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("The “Ferry” Board", SENDER)
    assert "Feedback-ID" not in mail
    assert mail.defects == []


def test_the_message_id_is_the_same_however_often_it_is_sent(office):
    one = parcel(new_reader())
    for _ in range(2):
        list(MailChannel(office.relay()).carry([one]))
    first, second = (taken.mail["Message-ID"] for taken in office.taken)
    assert first == second
    assert first_opened(first) == Sealed(5, one.endpoint.id)


def test_a_reader_with_other_letters_in_the_address(office):
    endpoint = new_reader("grün@xn--bcher-kva.example")
    ((_, outcome),) = MailChannel(office.relay()).carry([parcel(endpoint)])
    assert outcome.kind == "sent"
    assert office.taken[0].receiver == "grün@xn--bcher-kva.example"
    assert "To: grün@xn--bcher-kva.example".encode() in office.taken[0].content


def test_without_a_server_for_such_letters_only_that_mail_fails(open_office):
    office = open_office(enable_SMTPUTF8=False)
    parcels = [parcel(new_reader("grün@made-up.example")), parcel(new_reader())]
    outcomes = [one.kind for _, one in MailChannel(office.relay()).carry(parcels)]
    assert outcomes == ["temporary", "sent"]


def test_a_digest_is_grouped_by_where_it_leads(office):
    day = 1_770_000_000_000_000
    lines = (
        Line("Heart on Trial: 100 → 98", "No longer perfect.", "https://reviews.example/a", day),
        Line("Heart on Trial: renewed", "", "https://reviews.example/a", day + 86_400_000_000),
        Line("Lantern Row: 80", "First score.", "https://reviews.example/b", day),
    )
    taken = arrived(office, lines=lines, title="Heart on Trial, and 1 more", text="Of the day.")
    plain = next(iter(taken.mail.iter_parts())).get_content().replace("\r\n", "\n")
    assert plain.startswith(
        "Heart on Trial, and 1 more\n\nOf the day.\n\n"
        "Heart on Trial: 100 → 98\nNo longer perfect.\n2 February 2026\n\n"
        "Heart on Trial: renewed\n3 February 2026\n\n"
        "https://reviews.example/a\n\n"
        "Lantern Row: 80\nFirst score.\n2 February 2026\n\n"
        "https://reviews.example/b\n\n-- \n"
    )
