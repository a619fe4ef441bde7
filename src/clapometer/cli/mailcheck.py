"""Whether codes to sign in with reach the people they are for."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from clapometer.config.mail import Sending, sending
from clapometer.config.options import FILE_NAME, read_options

from .fault import Fault

PATIENCE = 10
_HERE = ("localhost", "127.0.0.1", "::1")


def look_at_mail(folder: Path) -> Iterator[Fault]:
    """Yield what keeps codes from their readers. Nothing is sent."""
    options = read_options(folder)
    mail = sending(options["mail"], "localhost")
    if mail is None:
        yield from _without(options["address"])
        return
    path = folder / FILE_NAME
    if mail.password and mail.password in path.read_text("utf-8") and path.stat().st_mode & 0o077:
        yield Fault(f"{path} holds the password for mail and can be read by others.",
                    f"chmod 600 {path}")  # fmt: skip
    try:
        _greet(mail)
    except (OSError, smtplib.SMTPException) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        yield Fault(
            f"The mail server {mail.host}:{mail.port} does not take mail: {said}.",
            "start it, or correct “mail” in the settings",
        )


def _without(address: str) -> Iterator[Fault]:
    from clapometer.accounts.models import Member

    if urlsplit(address).hostname not in _HERE and Member.objects.exists():
        yield Fault(
            "This site is public and has members, but sends no mail: codes are printed by `serve`.",
            "set “mail” to an SMTP server",
        )


def _greet(mail: Sending) -> None:
    """Talk to the server as far as signing in to it goes."""
    # Mail is sent only to a server whose certificate is trusted, so that is asked here too.
    trusted = ssl.create_default_context()
    with _reached(mail, trusted) as server:
        if mail.tls == "started":
            server.starttls(context=trusted)
        if mail.user:
            server.login(mail.user, mail.password)
        server.noop()


def _reached(mail: Sending, trusted: ssl.SSLContext) -> smtplib.SMTP:
    if mail.tls == "whole":
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=PATIENCE, context=trusted)
    return smtplib.SMTP(mail.host, mail.port, timeout=PATIENCE)
