"""`clapometer bounces`: mail to followers that came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from .answers import print_json
from .endings import refused
from .flags import data_option, json_option
from .opening import open_site


@click.command("bounces")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--to",
    "recipient",
    metavar="ADDRESS",
    default="",
    help="The address that the mail server took the message in for, where no header says it.",
)
@json_option
@data_option()
def command(source: Path, recipient: str, as_json: bool, data: Path) -> None:
    """Take in mail to followers that came back.

    FILE is an mbox, a Maildir, or one message; “-” reads standard input, as a mail server's pipe
    writes it. What is no report about a mail of this site is left alone, and so is what was taken
    in before.

    \b
    Examples:
      clapometer bounces /var/mail/bounce
      clapometer bounces - --to bounce+a-1b-qrs@example.org < message
    """
    open_site(data)
    from clapometer.alerts.channels.mail.bounces.reports import read_report
    from clapometer.alerts.channels.mail.bounces.taking import TAKEN, take_in

    found = Counter({"messages": 0, "reports": 0, **dict.fromkeys(TAKEN, 0)})
    for message in _messages(source):
        found["messages"] += 1
        if report := read_report(message, recipient):
            found["reports"] += 1
            found[take_in(report)] += 1
    if as_json:
        print_json(dict(found))
    else:
        click.echo(
            f"Messages: {found['messages']}; reports about mail of this site: {found['reports']};"
            f" addresses ended: {found['ended']}; counted: {found['counted']};"
            f" without consequence: {found['nothing']}."
        )


def _messages(source: Path) -> Iterator[bytes]:
    from clapometer.alerts.channels.mail.bounces.mailboxes import messages_in, messages_of

    if str(source) == "-":
        with click.open_file("-", "rb") as stream:
            yield from messages_in(stream)
        return
    if not source.exists():
        raise refused(f"There is no file or folder {source}.")
    yield from messages_of(source)
