"""One connection to the site's mail server: opened when needed, bounded in time, then closed."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.mail.utils import DNS_NAME

from .bounded import Bounded, BoundedTls

# Seconds for each step. RFC 5321 (4.5.3.2) has minutes for all of them, which a queue of its own
# can wait; the relay that a site uses is near, and what does not answer is tried again later. The
# end of the mail gets the most: whoever gives up there cannot know whether the mail was taken.
TO_CONNECT, TO_ANSWER, TO_TAKE = 20.0, 30.0, 120.0


@dataclass(frozen=True, slots=True)
class Relay:
    """The mail server of the site: where it is, how it is spoken to, who the sender is.

    `tls`: whole, started (STARTTLS must succeed) or none. `bounces`: where bounces go, empty for
    the sender itself.
    """

    host: str
    port: int
    user: str
    password: str
    tls: str
    sender: str
    bounces: str = ""


def relay_of_site() -> Relay | None:
    """Return the mail server that the site's settings name; None where they name none."""
    if not settings.SITE["mail"]:
        return None
    tls = "whole" if settings.EMAIL_USE_SSL else "started" if settings.EMAIL_USE_TLS else "none"
    return Relay(
        settings.EMAIL_HOST, settings.EMAIL_PORT,
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD,
        tls, settings.DEFAULT_FROM_EMAIL, settings.SITE["mail_bounces"],
    )  # fmt: skip


# The steps at which a server can refuse. Only what it says to the last two is about the receiver.
HELLO, SENDER, RECEIVER, MAIL = "hello", "sender", "receiver", "mail"


class Refused(Exception):
    """The server refused a step with a reply of its own."""

    def __init__(self, code: int, said: bytes, step: str = HELLO) -> None:
        self.code, self.step = code, step
        self.text = " ".join(said.decode("utf-8", "replace").split())
        super().__init__(f"{code} {self.text}"[:300])


class Broken(Exception):
    """The connection broke; the message is one sentence.

    `doubtful`: the mail had been sent whole, so the server may have taken it.
    """

    def __init__(self, sentence: str, *, doubtful: bool = False) -> None:
        super().__init__(sentence)
        self.doubtful = doubtful


class Connection:
    """A connection that mails go through one after the other."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._server: Bounded | None = None
        self.carried = 0
        """How many mails were taken since it was opened."""

    def open(self) -> None:
        """Connect and sign in, unless that has been done. Raises Refused or Broken."""
        if self._server is not None:
            return
        self.carried = 0
        with self._told():
            self._server = _connect(self._relay)

    def close(self) -> None:
        """Take leave of the server, if it still listens."""
        server, self._server = self._server, None
        if server is None:
            return
        try:
            server.allow(TO_CONNECT)
            server.quit()
        except (OSError, smtplib.SMTPException):
            server.close()

    def carry(self, sender: str, receiver: str, mail: bytes) -> None:
        """Hand one mail over. Raises Refused or Broken; after Refused the next one may be tried."""
        self.open()
        server = self._server
        assert server is not None
        wide = not (sender + receiver).isascii()
        if wide and not server.has_extn("smtputf8"):
            said = b"5.6.7 the mail server of this site takes ASCII addresses only"
            raise Refused(553, said, RECEIVER)
        with self._told():
            more = " SMTPUTF8 BODY=8BITMIME" if wide else ""
            _ask(server, f"MAIL FROM:<{sender}>{more}", SENDER)
            _ask(server, f"RCPT TO:<{receiver}>", RECEIVER)
            _ask(server, "DATA", MAIL)
            server.allow(TO_ANSWER)
            server.send(_dotted(mail))
        with self._told(doubtful=True):
            server.allow(TO_TAKE)
            code, said = server.getreply()
            if code != 250:
                raise Refused(code, said, MAIL)
        self.carried += 1

    @contextmanager
    def _told(self, *, doubtful: bool = False) -> Iterator[None]:
        """Say what goes wrong inside as Refused or Broken, and leave no half-spoken connection."""
        try:
            yield
        except Refused as refused:
            if refused.code == 421 or not self._reset():
                self._drop()
            raise
        except smtplib.SMTPResponseException as error:
            self._drop()
            said = error.smtp_error
            raise Refused(error.smtp_code, said if isinstance(said, bytes) else said.encode()) \
                from None  # fmt: skip
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise Broken(_sentence(error, doubtful=doubtful), doubtful=doubtful) from None

    def _reset(self) -> bool:
        """Take back the mail that was begun; return whether the connection can go on."""
        if self._server is None:
            return False
        try:
            self._server.allow(TO_ANSWER)
            return self._server.docmd("RSET")[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None


def _sentence(error: Exception, *, doubtful: bool) -> str:
    if isinstance(error, ssl.SSLError):
        return f"The mail server's TLS cannot be trusted ({error.reason or 'unknown'})."
    if doubtful:
        return "The mail server did not say whether it took the mail."
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "The mail server does not answer in time."
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "The mail server does not offer what the settings ask for (STARTTLS, signing in)."
    return f"The mail server cannot be reached, or hangs up ({type(error).__name__})."


def _ask(server: Bounded, command: str, step: str) -> None:
    server.allow(TO_ANSWER)
    server.send(command.encode("utf-8") + b"\r\n")
    code, said = server.getreply()
    # 251: not here, but it will be forwarded.
    if code not in ({354} if step == MAIL else {250, 251}):
        raise Refused(code, said, step)


def _dotted(mail: bytes) -> bytes:
    """Return a mail as it goes out: dots doubled, and the end marked (RFC 5321, 4.5.2)."""
    body = mail.replace(b"\r\n.", b"\r\n..")
    if body.startswith(b"."):
        body = b"." + body
    return (body if body.endswith(b"\r\n") else body + b"\r\n") + b".\r\n"


def _connect(relay: Relay) -> Bounded:
    name = DNS_NAME.get_fqdn()
    if relay.tls == "whole":
        server: Bounded = BoundedTls(
            relay.host, relay.port, name, timeout=TO_CONNECT, context=ssl.create_default_context()
        )
    else:
        server = Bounded(relay.host, relay.port, name, timeout=TO_CONNECT)
    try:
        server.allow(TO_ANSWER)
        if relay.tls == "started":
            # Raises where the server does not offer it, so nothing ever goes in the clear.
            server.starttls(context=ssl.create_default_context())
        server.ehlo_or_helo_if_needed()
        if relay.user:
            server.login(relay.user, relay.password)
    except BaseException:
        server.close()
        raise
    return server
