"""Mail to followers: writing letters, handing them over, composing digests.

The mail server is a process of its own on this machine that takes everything and counts it: what is
measured is our side and the exchange, on one connection. The standard library's EmailMessage
writes the same two texts and headers, as it would be used for each mail by itself. Letters and
digests are counted in time of the processor, the exchange by the clock on the wall.
"""

from __future__ import annotations

import json
import multiprocessing
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from pathlib import Path
from typing import Any

from .measure import open_site, peak_megabytes, seconds, table

LETTERS, MAILS, READERS, NOTICES = 5_000, 5_000, 100_000, 400
BATCH = 500
DAY = 86_400_000_000


def main(site: Path) -> None:
    """Print what a second of one core is worth."""
    open_site(site)
    from clapometer.alerts.channels.mail.channel import MailChannel

    parcels = _parcels(LETTERS)
    rows = [
        _row("letters written", LETTERS, _processor(lambda: _written(parcels))),
        _row("the same by EmailMessage", LETTERS, _processor(lambda: _by_library(LETTERS))),
    ]
    with _office() as (relay, counted):
        spent = seconds(lambda: _drained(MailChannel(relay).carry(parcels[:MAILS])))
        assert counted() == MAILS
        rows.append(_row("mails handed over on one connection", MAILS, spent))
    rows.append(_row("digests composed, in batches of 500", READERS, _processor(_digests())))
    table("Mail to followers", ("what", "how many", "seconds", "a second"), rows)
    print(f"\nLargest memory: {peak_megabytes():.0f} MB")


def _processor(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that a call takes, whatever else the machine does."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _row(what: str, count: int, spent: float) -> tuple[str, str, str, str]:
    return what, f"{count:,}", f"{spent:.2f}", f"{count / spent:,.0f}"


def _drained(answers: Iterator[tuple[Any, Any]]) -> None:
    assert all(outcome.kind == "sent" for _, outcome in answers)


def _parcels(count: int) -> list[Any]:
    from clapometer.alerts.channels.contract import Address, Parcel
    from clapometer.alerts.messages import Message
    from clapometer.alerts.models import Follower

    followers = Follower.objects.bulk_create([Follower(created_at=0) for _ in range(count)])
    message = Message(
        id="m", kind="score", title="Heart on Trial (made up): 100 → 98, no longer perfect",
        text="A negative review by Nils Aaberg made it so: 47 of 48 are positive.",
        url="https://reviews.example/work/w17/heart-on-trial", tag="a" * 32, urgency="normal",
        happened_at=DAY, until=2 * DAY,
    )  # fmt: skip
    return [
        Parcel(1, Address(one.id, one.id, "mail", f"r{one.id}@made-up.example", "", "{}", "en"),
               message, 0)
        for one in followers
    ]  # fmt: skip


def _written(parcels: list[Any]) -> None:
    from clapometer.alerts.channels.mail.writing import letters_for

    for start in range(0, len(parcels), BATCH):
        assert all(letters_for(parcels[start : start + BATCH], "board@reviews.example"))


def _by_library(count: int) -> None:
    for number in range(count):
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = "Board <board@reviews.example>", f"r{number}@made-up.example"
        mail["Subject"] = "Heart on Trial (made up): 100 → 98, no longer perfect"
        mail["Message-ID"] = f"<{number}@reviews.example>"
        for name in ("Auto-Submitted", "Precedence", "List-Id", "List-Unsubscribe-Post"):
            mail[name] = "<followers.reviews.example>"
        mail.set_content("A negative review made it so → 47 of 48 are positive.\n" * 8)
        mail.add_alternative("<p>A negative review made it so → 47 of 48.</p>\n" * 20, "html")
        mail.as_bytes()


@contextmanager
def _office() -> Iterator[tuple[Any, Any]]:
    """A mail server that takes everything, and how many it took."""
    from clapometer.alerts.channels.mail.connection import Relay

    with socket.create_server(("127.0.0.1", 0)) as server:
        counted = multiprocessing.Value("q", 0)
        port = server.getsockname()[1]
        running = multiprocessing.Process(target=_serve, args=(server, counted), daemon=True)
        running.start()
        relay = Relay("127.0.0.1", port, "", "", "none", "board@reviews.example")
        yield relay, lambda: counted.value
        running.terminate()
        running.join()


def _serve(server: socket.socket, counted: Any) -> None:
    """Speak as much of SMTP as a client needs."""
    client, _ = server.accept()
    with client, client.makefile("rwb") as stream:
        say = partial(_say, stream)
        say(b"220 made up")
        while line := stream.readline():
            match line[:4].upper():
                case b"DATA":
                    say(b"354 go on")
                    while stream.readline() != b".\r\n":
                        pass
                    counted.value += 1
                    say(b"250 kept")
                case b"QUIT":
                    say(b"221 bye")
                    return
                case _:
                    say(b"250 OK")


def _say(stream: Any, line: bytes) -> None:
    stream.write(line + b"\r\n")
    stream.flush()


def _digests() -> Any:
    """Make a day of notices about twenty works, and readers who follow three each."""
    from clapometer.alerts.channels.contract import Address
    from clapometer.alerts.digests.composing import compose
    from clapometer.alerts.models import Endpoint, Follow, Follower, Notice, NoticeKey

    fields = {"kind": "chart", "state": "done", "text": "Text.", "url": "/", "priority": 2,
              "due_at": 0, "expires_at": 9 * DAY}  # fmt: skip
    at = 100 * DAY
    notices = Notice.objects.bulk_create(
        Notice(name=f"n{one}", title=f"n{one}", happened_at=at + one, recorded_at=at + one,
               began_at=at + one, work_id=one % 20 + 1, **fields)
        for one in range(NOTICES)
    )  # fmt: skip
    NoticeKey.objects.bulk_create(
        NoticeKey(key=f"work:{one.work_id}", notice_id=one.id) for one in notices
    )
    readers = Follower.objects.bulk_create([Follower(created_at=0) for _ in range(READERS)], 500)
    Follow.objects.bulk_create(
        (Follow(follower_id=one.id, key=f"work:{(one.id + step) % 20 + 1}", kinds=0xFFFF,
                cadence="daily", since=0) for one in readers for step in range(3)), 500,
    )  # fmt: skip
    places = Endpoint.objects.bulk_create(
        (Endpoint(follower_id=one.id, channel="mail", address=f"r{one.id}@made-up.example",
                  mark="0" * 64, state="on", created_at=0) for one in readers), 500,
    )  # fmt: skip
    addresses = [Address(one.id, one.follower_id, "mail", "", "", "{}", "en") for one in places]
    digest = Notice(id=10**9, name="d", said=json.dumps({"cadence": "daily"}), **(
        fields | {"kind": "digest"}))  # fmt: skip

    def work() -> None:
        for start in range(0, READERS, BATCH):
            found = compose(digest, addresses[start : start + BATCH], at + DAY // 2)
            assert all(message is not None for message in found.values())

    return work
