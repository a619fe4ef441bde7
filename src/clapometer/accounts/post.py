"""Getting words to a person: by mail where the site has it, else to the terminal of `serve`."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

# Mail goes out beside the answer: how long that takes must not tell whether an address is known,
# and a mail server that hangs must not hold up a page.
_carrier = ThreadPoolExecutor(max_workers=1, thread_name_prefix="post")
_log = logging.getLogger(__name__)


def has_mail() -> bool:
    """Return whether the site can send mail."""
    return bool(settings.SITE["mail"])


def send_code(address: str, code: str, *, for_show: bool = False) -> Future[None]:
    """Send the code to sign in with. What it returns is done when the code has gone.

    `for_show` does all the work, and sends nothing: an address that nobody has takes as long.
    """
    subject = _("Your code for %(site)s") % {"site": settings.SITE["name"]}
    words = {"code": code, "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60}
    return _send(address, subject, "accounts/code_mail.txt", words, for_show=for_show)


def send_proof_code(address: str, code: str, minutes: int) -> Future[None]:
    """Send the code that proves who is using a session."""
    subject = _("Your code to go on at %(site)s") % {"site": settings.SITE["name"]}
    return _send(address, subject, "accounts/proof_mail.txt", {"code": code, "minutes": minutes})


def send_passkey_notice(address: str, passkey: str) -> Future[None]:
    """Tell a member that a passkey was added to their account."""
    subject = _("A passkey was added at %(site)s") % {"site": settings.SITE["name"]}
    return _send(address, subject, "accounts/passkey_mail.txt", {"passkey": passkey})


def send_link(address: str, link: str, days: int) -> Future[None]:
    """Send the link of an invitation."""
    subject = _("Your invitation to %(site)s") % {"site": settings.SITE["name"]}
    return _send(address, subject, "accounts/link_mail.txt", {"link": link, "days": days})


def _send(
    address: str,
    subject: str,
    template: str,
    words: dict[str, object],
    *,
    for_show: bool = False,
) -> Future[None]:
    text = render_to_string(template, {**words, "site": settings.SITE})
    # A name with a line break in it would be a header of its own.
    message = EmailMessage(" ".join(subject.split()), text, to=[address])
    return _carrier.submit(_carry, message, for_show=for_show)


def _carry(message: EmailMessage, *, for_show: bool) -> None:
    try:
        if for_show:
            message.message()
        else:
            message.send()
    except Exception as error:  # noqa: BLE001 -- whatever a mail server does, the site goes on
        _log.error("A mail could not be sent: %s", " ".join(str(error).split()))


class TerminalBackend(BaseEmailBackend):
    """Writes messages to standard error, which is the terminal or the journal of `serve`."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the messages and return how many there were."""
        for message in email_messages:
            sys.stderr.write(f"\nTo {', '.join(message.to)}: {message.subject}\n{message.body}\n")
        sys.stderr.flush()
        return len(email_messages)
