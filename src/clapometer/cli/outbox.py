"""`clapometer outbox`: what waits to be sent, what was sent, what failed and why."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .flags import data_option, json_option
from .naming import written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.alerts.outbox.progress import NoticeProgress, Progress

# The members of --json.
MEMBERS = {
    "at": "the instant of the answer",
    "queued": "deliveries that wait or are under way",
    "sent": "deliveries that were taken by their channels' servers",
    "failed": "how many failed, by reason",
    "dropped": "how many were no longer worth delivering, by reason",
    "oldest_at": "since when the oldest that is due has been waiting; null where none is",
    "workers": "processes that send",
    "notices": "every notice on its way, and of the last day the newest, each as below",
}
# The members of each notice in --json.
NOTICE_MEMBERS = {
    "notice": "its number on this site",
    "name": "its stable id, which every message of it bears",
    "kind": "a word of the table of kinds",
    "title": "its title",
    "state": "a word of the table of states",
    "due_at": "when it was, or is, to be sent",
    "began_at": "when the first delivery was made; null while none is",
    "done_at": "when the last was sent; null before",
    "made": "deliveries that were made so far",
    "whole": "whether those are all",
    "queued": "of these, how many wait or are under way",
    "sent": "how many were sent",
    "failed": "how many failed, by reason",
    "dropped": "how many were no longer worth delivering, by reason",
    "oldest_at": "since when the oldest that is due has been waiting; null where none is",
}


@click.command("outbox")
@json_option
@data_option()
def command(as_json: bool, data: Path) -> None:
    """Say what waits to be sent to followers, and what was sent.

    Every notice that is on its way, and those of the last day: deliveries queued, sent, failed by
    reason, and since when the oldest has been waiting.

    \b
    Examples:
      clapometer outbox
      clapometer outbox --json
    """
    open_site(data)
    from clapometer.alerts.outbox.progress import read_progress
    from clapometer.instants import now

    told = read_progress(now())
    if as_json:
        print_json(_object(told))
    else:
        _say(told)


def _object(told: Progress) -> dict[str, object]:
    instants = {"at": written(told.at), "oldest_at": written(told.oldest_at)}
    notices = [_notice(one) for one in told.notices]
    return asdict(told) | instants | {"notices": notices}


def _notice(one: NoticeProgress) -> dict[str, object]:
    found = asdict(one)
    number = found.pop("notice_id")
    instants = {name: written(found[name]) for name in ("due_at", "began_at", "done_at",
                                                        "oldest_at")}  # fmt: skip
    return {"notice": number} | found | instants


def _say(told: Progress) -> None:
    if told.notices:
        header = ("notice", "kind", "state", "made", "queued", "sent", "failed", "dropped", "title")
        print_table(header, [_row(one) for one in told.notices])
    click.echo(f"{told.queued:,} queued, {told.sent:,} sent; workers: {told.workers}.")
    if told.oldest_at is not None:
        click.echo(f"The oldest has been waiting for {_seconds(told.at - told.oldest_at)}.")
    for what, counts in (("failed", told.failed), ("dropped", told.dropped)):
        for reason, count in counts.items():
            click.echo(f"{count:,} {what}: {reason}")


def _row(one: NoticeProgress) -> tuple[str, ...]:
    lost = (sum(one.failed.values()), sum(one.dropped.values()))
    made = f"{one.made}" if one.whole else f"{one.made} so far"
    counts = (made, *map(str, (one.queued, one.sent, *lost)))
    return (str(one.notice_id), one.kind, one.state, *counts, one.title)


def _seconds(microseconds: int) -> str:
    minutes, seconds = divmod(microseconds // 1_000_000, 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
