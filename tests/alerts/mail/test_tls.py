"""TLS and signing in, as the settings ask for them: certificates are checked, and made here."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from clapometer.alerts.channels.mail.channel import MailChannel
from tests.alerts.mail.conftest import new_reader, parcel

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(tmp_path):
    """A certificate for this machine, in one file with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "made up")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path / "made-up.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )  # fmt: skip
    return path


@pytest.fixture
def context(certificate):
    """What the server shows."""
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(certificate)
    return made


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
