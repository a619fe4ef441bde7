"""Messages and parcels made up for tests."""

from __future__ import annotations

from clapometer.alerts.channels.contract import Address, Parcel
from clapometer.alerts.channels.webpush.channel import NAME
from clapometer.alerts.channels.webpush.subscriptions import read_subscription
from clapometer.alerts.kinds import SECOND
from clapometer.alerts.messages import Message, tag_of
from tests.alerts.channels.webpush.browsers import Browser

NOW = 1_700_000_000 * SECOND
HOUR = 3600 * SECOND


def message(**changes) -> Message:
    said = {
        "id": "n-17-90-1",
        "kind": "score",
        "title": "The Made-up Ferry: 89 %",
        "text": "It fell under 90 %: 24 of 27 reviews are positive.",
        "url": "https://board.example/works/17",
        "tag": tag_of("work:17 crossing 90"),
        "urgency": "normal",
        "happened_at": NOW - HOUR,
        "until": NOW + 48 * HOUR,
    }
    return Message(**(said | changes))


def parcel(browser: Browser, what: Message, number: int = 1, details: str | None = None) -> Parcel:
    read = read_subscription(browser.subscription())
    address = Address(
        id=number,
        follower_id=4711,
        channel=NAME,
        address=read.endpoint,
        origin=read.origin,
        details=read.details() if details is None else details,
        language="en",
    )
    return Parcel(notice_id=1, endpoint=address, message=what, tries=0)
