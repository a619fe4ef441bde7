"""A real mail server on this machine that does what a test tells it to. All names are made up."""

from __future__ import annotations

import asyncio
import email
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from clapometer.alerts.channels.contract import Address, Parcel
from clapometer.alerts.channels.mail.connection import Relay
from clapometer.alerts.messages import Message
from clapometer.alerts.models import Endpoint, Follower
from tests.alerts.mail.certificates import certificate, context

__all__ = ["certificate", "context"]

SENDER = "board@reviews.example"


@dataclass
class Taken:
    """One mail as it came over the wire."""

    sender: str
    receiver: str
    content: bytes
    session: int

    @property
    def mail(self) -> email.message.EmailMessage:
        return email.message_from_bytes(self.content, policy=default)


@dataclass
class PostOffice:
    """Keeps what it is given. `says`: what it answers at a step to an address, instead of 250."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    says: dict[tuple[str, str], str] = field(default_factory=dict)
    connections: int = 0

    def relay(self, **more) -> Relay:
        made = {"host": "127.0.0.1", "port": self.port, "user": "", "password": "",
                "tls": "none", "sender": SENDER}  # fmt: skip
        return Relay(**(made | more))

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        said = self.says.get(("sender", address))
        if said:
            return said
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        said = self.says.get(("receiver", address))
        if said == "hang up once":
            del self.says["receiver", address]
            server.transport.abort()
            await asyncio.sleep(0)
        elif said == "hang":
            await asyncio.sleep(3600)
        elif said:
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        said = self.says.get(("mail", envelope.rcpt_tos[0]), "250 kept")
        if said == "take and hang up":
            self._keep(envelope)
            server.transport.abort()
        elif said == "take and hang":
            self._keep(envelope)
            await asyncio.sleep(3600)
        elif said.startswith("250"):
            self._keep(envelope)
        return said

    def _keep(self, envelope) -> None:
        (receiver,) = envelope.rcpt_tos
        one = Taken(envelope.mail_from, receiver, envelope.original_content, self.connections)
        self.taken.append(one)


Opened = Callable[..., PostOffice]


@pytest.fixture
def open_office():
    """Opens mail servers, each on a port of its own; all are closed at the end."""
    running = []

    def open_one(office: PostOffice | None = None, **settings) -> PostOffice:
        office = office or PostOffice()
        with socket.create_server(("127.0.0.1", 0)) as free:
            office.port = free.getsockname()[1]
        controller = _Controller(office, hostname="127.0.0.1", port=office.port, **settings)
        controller.start()
        running.append(controller)
        return office

    yield open_one
    for one in running:
        one.stop()


class _Controller(Controller):
    def factory(self):
        return SMTP(self.handler, **{"enable_SMTPUTF8": True, **self.SMTP_kwargs})


@pytest.fixture
def office(open_office) -> PostOffice:
    """A mail server that takes everything unless told otherwise."""
    return open_office()


def message(**more) -> Message:
    """A message about a made-up film."""
    said = {
        "id": "score-17-204", "kind": "score",
        "title": "Heart on Trial: 100 → 98, no longer perfect",
        "text": "A negative review by Nils Aaberg made it so: 47 of 48 are positive.",
        "url": "https://reviews.example/work/w17/heart-on-trial", "tag": "a" * 32,
        "urgency": "normal", "happened_at": 1_770_000_000_000_000,
        "until": 1_770_172_800_000_000,
    }  # fmt: skip
    return Message(**(said | more))


def new_reader(address: str = "ann@made-up.example", **more) -> Endpoint:
    """A follower with a confirmed address."""
    follower = Follower.objects.create(created_at=0, **more)
    return Endpoint.objects.create(
        follower_id=follower.id, channel="mail", address=address, mark=f"{follower.id:064x}",
        state="on", created_at=0, confirmed_at=0,
    )  # fmt: skip


def parcel(endpoint: Endpoint, notice: int = 5, tries: int = 0, **more) -> Parcel:
    """A parcel for an endpoint, as the outbox makes it."""
    address = Address(endpoint.id, endpoint.follower_id, "mail", endpoint.address, "", "{}", "en")
    return Parcel(notice, address, message(**more), tries)
