"""Two steps to a mail address: a link to open, and a button to press. All names are made up."""

from __future__ import annotations

import re
import threading

import pytest
from django.db import connection

from clapometer.alerts.capability import token_of
from clapometer.alerts.channels.contract import _channels, register
from clapometer.alerts.channels.mail import opting
from clapometer.alerts.channels.mail.channel import MailChannel
from clapometer.alerts.channels.mail.opting import LIMITS, ask, asked, confirm, sweep, token_for
from clapometer.alerts.channels.mail.sealing import Sealed, first_opened
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import Endpoint, Follower, MailAsked
from clapometer.instants import now
from tests.alerts.mail.conftest import parcel
from tests.alerts.pages.conftest import (  # noqa: F401 -- fixtures
    festival,
    followed,
    reader,
    send,
    static_folder,
    text,
)

pytestmark = pytest.mark.django_db
ANN = "ann@made-up.example"


@pytest.fixture(autouse=True)
def own_server(office, settings):
    """The site sends its mail to the server of the test."""
    settings.SITE = {
        **settings.SITE, "mail": "smtp://127.0.0.1", "mail_bounces": "bounce@reviews.example",
        "address": "https://reviews.example",
    }  # fmt: skip
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_SSL = settings.EMAIL_USE_TLS = False
    settings.DEFAULT_FROM_EMAIL = "board@reviews.example"
    register(MailChannel(office.relay()))
    yield
    del _channels["mail"]


@pytest.fixture
def follower(db) -> Follower:
    return Follower.objects.create(created_at=0)


def asked_at(follower: Follower, address: str = ANN) -> None:
    """Ask, and wait until the mail has gone."""
    carried = ask(follower, address)
    if carried is not None:
        carried.result(timeout=10)


def link_in(taken) -> str:
    """The path of the link in a mail."""
    plain = next(iter(taken.mail.iter_parts())).get_content()
    (token,) = re.findall(r"^https://reviews\.example/follow/mail/(\S+)\s*$", plain, re.MULTILINE)
    return token


def test_an_address_gets_one_mail_and_nothing_else_before_it_is_confirmed(office, follower):
    asked_at(follower)
    (taken,) = office.taken
    assert taken.receiver == ANN
    endpoint = Endpoint.objects.get()
    assert (endpoint.state, endpoint.confirmed_at) == ("pending", None)
    assert first_opened(taken.sender) == Sealed(0, endpoint.id)
    assert taken.mail["Subject"] == "Messages from Clapometer: is this your address?"
    assert "List-Unsubscribe" not in taken.mail
    token = link_in(taken)
    assert asked(token) == endpoint
    assert Endpoint.objects.get().state == "pending"
    assert confirm(token).state == "on"
    assert confirm(token).state == Endpoint.objects.get().state == "on"


def test_who_has_mail_already_gets_no_second_question_and_the_same_answer(office, follower):
    asked_at(follower)
    confirm(link_in(office.taken[0]))
    assert ask(follower, ANN) is None
    assert len(office.taken) == 1


def test_what_is_asked_again_is_another_mail(office, follower, monkeypatch):
    asked_at(follower)
    monkeypatch.setattr(opting, "now", lambda: now() + 5 * SECOND)
    asked_at(follower)
    first, second = office.taken
    assert first.mail["Message-ID"] != second.mail["Message-ID"]
    assert first_opened(first.mail["Message-ID"]) == first_opened(second.mail["Message-ID"])


def test_one_mailbox_is_asked_a_few_times_a_day_whoever_asks_and_however_it_is_spelled(office):
    spellings = [
        "ann.b@gmail.com",
        "annb@gmail.com",
        "a.n.n.b+x@googlemail.com",
        "annb+y@gmail.com",
    ]
    for number in range(2):
        for spelling in spellings:
            asked_at(Follower.objects.create(created_at=number), spelling)
    assert len(office.taken) == LIMITS["box"]
    assert Endpoint.objects.count() == 8


def test_one_follower_asks_at_a_few_addresses_a_day(office, follower, monkeypatch):
    for number in range(10):
        asked_at(follower, f"reader{number}@made-up.example")
    assert len(office.taken) == LIMITS["follower"]
    monkeypatch.setattr(opting, "now", lambda: now() + DAY * SECOND)
    asked_at(follower, "tomorrow@made-up.example")
    assert len(office.taken) == LIMITS["follower"] + 1
    assert MailAsked.objects.count() == 2


def test_nothing_of_an_address_stands_in_what_is_counted(office, follower):
    asked_at(follower)
    for row in MailAsked.objects.values_list("mark", flat=True):
        assert re.fullmatch("[0-9a-f]{64}", row)


def test_a_link_is_good_for_some_days_and_then_the_address_is_forgotten(office, follower):
    asked_at(follower)
    endpoint = Endpoint.objects.get()
    old = token_for(endpoint, now() - opting.GOOD_FOR * SECOND - SECOND)
    assert asked(old) is confirm(old) is None
    assert sweep(now() + opting.GOOD_FOR * SECOND - 60 * SECOND) == 0
    assert sweep(now() + opting.GOOD_FOR * SECOND + SECOND) == 1
    assert asked(link_in(office.taken[0])) is None


def test_nobody_makes_up_a_link(office, follower):
    asked_at(follower)
    token = link_in(office.taken[0])
    number, until, seal = token.split("-", 2)
    other = Endpoint.objects.create(
        follower_id=follower.id, channel="mail", address="x@made-up.example", mark="0" * 64,
        state="pending", created_at=now(),
    )  # fmt: skip
    for wrong in (
        f"{other.id}-{until}-{seal}", f"{number}-{int(until) + 9}-{seal}",
        token[:-1] + ("a" if token[-1] != "a" else "b"), "", "1-2-3", f"{token}\n",
    ):  # fmt: skip
        assert asked(wrong) is None


@pytest.mark.parametrize("typed", ["ann", "ann@localhost", "a@b.example\nBcc: c@d.example"])
def test_what_is_no_address_is_refused(typed, follower):
    with pytest.raises(FollowRefused, match="is no e-mail address"):
        ask(follower, typed)


def test_without_a_mail_server_the_site_says_so(settings, follower):
    settings.SITE = {**settings.SITE, "mail": ""}
    with pytest.raises(FollowRefused, match="sends no mail"):
        ask(follower, ANN)


def test_a_server_that_is_away_holds_up_no_page(office, follower, settings, caplog):
    settings.EMAIL_PORT = 1
    asked_at(follower)
    assert "could not be sent" in caplog.text
    assert ANN not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_limits_hold_for_requests_at_the_same_time(office):
    """Ten at once for one mailbox: as many mails go as one after the other."""
    followers = [Follower.objects.create(created_at=number) for number in range(10)]
    carried = []

    def one(follower: Follower) -> None:
        carried.append(ask(follower, ANN))
        connection.close()

    threads = [threading.Thread(target=one, args=(follower,)) for follower in followers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for future in carried:
        if future is not None:
            future.result(timeout=10)
    assert len(carried) == 10
    assert len(office.taken) == LIMITS["box"]


def test_by_the_pages_from_the_panel_to_the_first_mail(office, festival, reader):  # noqa: F811
    """The link alone confirms nothing, the button does, without any cookie."""
    follower, _ = followed(reader, f"work:{festival.works['film'].id}", mail=ANN)
    opting._carrier.submit(int).result(timeout=10)
    path = f"/follow/mail/{link_in(office.taken[0])}"
    stranger = type(reader)(headers={"host": "localhost"}, enforce_csrf_checks=True)
    assert "Send messages here?" in text(stranger.get(path))
    assert Endpoint.objects.get().state == "pending"
    pressed = stranger.post(path)
    assert pressed.status_code == 200
    assert f"comes to {ANN} from now on" in text(pressed)
    assert pressed.headers["Cache-Control"] == "no-store"
    assert not stranger.cookies
    endpoint = Endpoint.objects.get()
    assert (endpoint.state, endpoint.follower_id) == ("on", follower.id)


def one_click(browser, taken):
    """What a mail program does that was asked to unsubscribe (RFC 8058)."""
    (address,) = re.findall(r"<https://reviews\.example(\S+)>", taken.mail["List-Unsubscribe"])
    return address, browser.post(
        address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )


def test_one_click_stops_the_mails_without_cookies_and_the_link_asks_first(
    office,
    follower,
    reader,  # noqa: F811
):
    asked_at(follower)
    endpoint = confirm(link_in(office.taken[0]))
    list(MailChannel(office.relay()).carry([parcel(endpoint)]))
    address = re.findall(r"<https://reviews\.example(\S+)>",
                         office.taken[1].mail["List-Unsubscribe"])[0]  # fmt: skip
    assert reader.get(address).status_code == 200
    assert Endpoint.objects.get().state == "on"
    for _ in range(2):
        _, answer = one_click(reader, office.taken[1])
        assert answer.status_code == 200
        assert not Endpoint.objects.exists()
    assert Follower.objects.filter(id=follower.id).exists()


def test_the_managing_page_takes_an_address_and_refuses_what_is_none(
    office,
    follower,
    reader,  # noqa: F811
):
    page = f"/follow/with/{token_of(follower)}"
    assert 'name="mail"' in reader.get(page).content.decode()
    answer = reader.post(f"{page}/mail", {"mail": ANN})
    assert answer.status_code == 302
    assert "is on its way to that address" in text(reader.get(answer.headers["Location"]))
    again = reader.post(f"{page}/mail", {"mail": "ann"})
    assert again.status_code == 400
    assert "“ann” is no e-mail address" in text(again)


def test_where_the_site_sends_no_mail_none_is_offered(follower, reader):  # noqa: F811
    mail = _channels.pop("mail")
    page = reader.get(f"/follow/with/{token_of(follower)}").content.decode()
    register(mail)
    assert 'name="mail"' not in page
