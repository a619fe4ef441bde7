"""Mail in two steps: an address gets nothing until its owner opened a link and pressed a button.

Whoever asks for an address gets the same answer, known or not: what the site knows of it is told to
nobody but its mailbox.
"""

from __future__ import annotations

import logging
import re
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from clapometer.alerts.capability import seal_of
from clapometer.alerts.following.endpoints import add_endpoint
from clapometer.alerts.following.endpoints import confirm as switch_on
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import Endpoint, Follower, MailAsked
from clapometer.instants import now

from .addressing import box_of, read_address
from .asking import GOOD_FOR, letter_about
from .connection import Broken, Connection, Refused, relay_of_site
from .sealing import bounce_address

LIMITS = {"box": 3, "follower": 5}
"""So many mails a day are sent to one mailbox, however it is spelled, and for one follower."""
TOKEN_PATTERN = r"(?P<token>[1-9][0-9]{0,14}-[1-9][0-9]{9,10}-[A-Za-z0-9_-]{32})"

_TOKEN = re.compile(TOKEN_PATTERN)
# Beside the answer: how long a mail takes must not tell anything, nor hold up a page.
_carrier = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asking")
_log = logging.getLogger(__name__)


def ask(follower: Follower, address: str) -> Future[None] | None:
    """Send a mail that asks whether messages may come; return when it has gone, None for no mail.

    The caller says the same in either case. Raises FollowRefused for what is no
    address and where the site sends no mail.
    """
    relay = relay_of_site()
    if relay is None:
        raise FollowRefused(_("This site sends no mail."))
    address = read_address(address)
    at = now()
    sweep(at)
    counted = {"box": box_of(address), "follower": str(follower.id)}
    endpoint = add_endpoint(follower, "mail", address, confirmed=False, origin="mail")
    if endpoint.state != "pending" or not _has_room(counted, at):
        return None
    Endpoint.objects.filter(id=endpoint.id).update(created_at=at)
    letter = letter_about(endpoint, follower.language, token_for(endpoint, at), relay.sender, at)
    sender = bounce_address(relay.bounces, 0, endpoint.id) if relay.bounces else relay.sender

    def carry() -> None:
        through = Connection(relay)
        try:
            through.carry(sender, letter.receiver, letter.content)
        except (Refused, Broken) as problem:
            _log.error("A mail that asks for confirmation could not be sent: %s", problem)
        finally:
            through.close()

    return _carrier.submit(carry)


def asked(token: str) -> Endpoint | None:
    """Return the address that a link is about; None for a link that is none, or no longer."""
    found = _TOKEN.fullmatch(token)
    if not found:
        return None
    number, until, seal = token.split("-", 2)
    endpoint = Endpoint.objects.filter(id=int(number), channel="mail").first()
    if endpoint is None or endpoint.state == "ended" or int(until) * SECOND <= now():
        return None
    return endpoint if constant_time_compare(seal, _seal(endpoint, until)) else None


def confirm(token: str) -> Endpoint | None:
    """Let messages go to the address of a link; return it, None for a link that is none.

    A link that is pressed twice has done its work the first time.
    """
    with transaction.atomic():
        endpoint = asked(token)
        if endpoint is not None and endpoint.state == "pending":
            switch_on(endpoint)
        return endpoint


def token_for(endpoint: Endpoint, at: int) -> str:
    """Return the token of a link that confirms an address until some days after `at`."""
    until = str(at // SECOND + GOOD_FOR)
    return f"{endpoint.id}-{until}-{_seal(endpoint, until)}"


def _seal(endpoint: Endpoint, until: str) -> str:
    return seal_of("mail", endpoint.id, endpoint.mark, until)


def sweep(at: int) -> int:
    """Delete addresses that nobody confirmed in time, and yesterday's counts; return how many."""
    MailAsked.objects.filter(day__lt=_day(at)).delete()
    late = Endpoint.objects.filter(
        channel="mail", state="pending", created_at__lt=at - GOOD_FOR * SECOND
    )
    return late.delete()[0]


def _has_room(counted: dict[str, str], at: int) -> bool:
    """Count a mail, unless one of the limits is reached: then nothing is counted."""
    with transaction.atomic():
        if all(_counted(what, name, at) for what, name in counted.items()):
            return True
        transaction.set_rollback(True)
        return False


def _counted(what: str, name: str, at: int) -> bool:
    """Take the next free number of the day; of two who take one at once, one takes the next."""
    mark = salted_hmac(f"clapometer.alerts.mail.{what}", name, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        for number in range(LIMITS[what]):
            cursor.execute(
                "INSERT INTO alerts_mailasked (mark, day, number) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                [mark, _day(at), number],
            )
            if cursor.rowcount:
                return True
    return False


def _day(at: int) -> int:
    return at // (DAY * SECOND)
