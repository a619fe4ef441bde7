"""TLS and signing in, as the settings ask for them: certificates are checked, and made here."""

from __future__ import annotations

import pytest
from aiosmtpd.smtp import AuthResult

from clapometer.alerts.channels.mail.channel import MailChannel
from clapometer.cli.mailcheck import look_at_mail
from tests.alerts.mail.conftest import new_reader, parcel

pytestmark = pytest.mark.django_db


def sign_in(server, session, envelope, mechanism, given):
    """The server's own check of who signs in."""
    right = given.login == b"ann" and given.password == b"made up"
    return AuthResult(success=right, handled=False)


def outcome_of(relay):
    ((_, outcome),) = MailChannel(relay).carry([parcel(new_reader())])
    return outcome


@pytest.mark.parametrize("tls", ["started", "whole"])
def test_mail_goes_over_tls_to_a_server_that_is_trusted(
    open_office, certificate, context, monkeypatch, tls
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    how = {"tls_context": context, "require_starttls": True}
    office = open_office(**how) if tls == "started" else open_office(ssl_context=context)
    assert outcome_of(office.relay(tls=tls)).kind == "sent"
    assert len(office.taken) == 1


@pytest.mark.parametrize("tls", ["started", "whole"])
def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(open_office, context, tls):
    office = open_office(tls_context=context) if tls == "started" else open_office(
        ssl_context=context)  # fmt: skip
    outcome = outcome_of(office.relay(tls=tls))
    assert (outcome.kind, office.taken) == ("temporary", [])
    assert "TLS cannot be trusted" in outcome.reason


def test_without_starttls_where_it_is_asked_for_nothing_goes(open_office):
    office = open_office()
    outcome = outcome_of(office.relay(tls="started", user="ann", password="made up"))
    assert (outcome.kind, office.taken) == ("temporary", [])
    assert "does not offer" in outcome.reason


@pytest.mark.parametrize(("password", "kind"), [("made up", "sent"), ("wrong", "temporary")])
def test_signing_in(open_office, certificate, context, monkeypatch, password, kind):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    office = open_office(tls_context=context, authenticator=sign_in, auth_required=True)
    outcome = outcome_of(office.relay(tls="started", user="ann", password=password))
    assert outcome.kind == kind
    assert len(office.taken) == (kind == "sent")
    assert outcome.status == {"sent": 250, "temporary": 535}[kind]


def test_a_wrong_password_is_not_tried_for_every_mail(
    open_office, certificate, context, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    tried = []

    def refuse(server, session, envelope, mechanism, given):
        tried.append(session.peer)
        return AuthResult(success=False, handled=False)

    office = open_office(tls_context=context, authenticator=refuse, auth_required=True)
    relay = office.relay(tls="started", user="ann", password="wrong")
    parcels = [parcel(new_reader()) for _ in range(30)]
    outcomes = [outcome for _, outcome in MailChannel(relay).carry(parcels)]
    assert {one.kind for one in outcomes} == {"temporary"}
    assert len(set(tried)) == 2


@pytest.mark.parametrize("tls", ["started", "whole"])
def test_check_tells_of_a_server_that_no_mail_would_be_sent_to(
    open_office, certificate, context, monkeypatch, tmp_path, tls
):
    how = {"tls_context": context} if tls == "started" else {"ssl_context": context}
    office = open_office(**how)
    # To this very machine mail may go without TLS; here it stands for another one.
    monkeypatch.setattr("clapometer.config.mail._here", lambda host: False)
    scheme = "smtp" if tls == "started" else "smtps"
    monkeypatch.setenv("CLAPOMETER_MAIL", f"{scheme}://127.0.0.1:{office.port}?from=a@b.example")
    (fault,) = look_at_mail(tmp_path)
    assert "does not take mail" in fault.wrong
    assert "certificate" in fault.wrong.lower()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert list(look_at_mail(tmp_path)) == []
