"""The tables about mail to followers, from the code that judges by them."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.alerts.channels.mail.statuses import STATUSES, VERDICTS


def statuses_text() -> str:
    """What a server's answer means, and what follows for the address."""
    lines = ["| code | what it means | what follows |", "|---|---|---|"]
    lines += [f"| `{row.code}` | {row.means} | {row.verdict} |" for row in STATUSES]
    return "\n".join(lines)


def verdicts_text() -> str:
    """What follows from an answer, at once and where it comes back later."""
    lines = ["| what follows | for an answer while sending | for a mail that came back |"]
    lines.append("|---|---|---|")
    lines += [f"| {name} | {one.answered} | {one.returned} |" for name, one in VERDICTS.items()]
    return "\n".join(lines)


def endings_text() -> str:
    """How many mails have to come back before an address ends."""
    from clapometer.alerts.channels.mail.counting import ENDINGS

    lines = [
        "| what was refused or came back | so many mails of the last 30 days | over so many days |"
    ]
    lines.append("|---|---|---|")
    lines += [f"| {one.verdict} | {one.mails} | {one.days} |" for one in ENDINGS]
    return "\n".join(lines)


def texts() -> dict[str, Callable[[], str]]:
    """The tables by the names under which pages ask for them."""
    return {
        "mail-statuses": statuses_text,
        "mail-verdicts": verdicts_text,
        "mail-endings": endings_text,
    }
