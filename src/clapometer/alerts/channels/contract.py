"""What every channel is to the outbox: how it sends, what an answer means, when it tries again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from clapometer.alerts.messages import Message
from clapometer.fetching.posting import Answer, Request

SENT, TEMPORARY, PERMANENT, GONE = "sent", "temporary", "permanent", "gone"
OUTCOMES = {
    SENT: "the server took it",
    TEMPORARY: "it may be taken later: tried again by the channel's plan",
    PERMANENT: "this message cannot be delivered there; the next one may be",
    GONE: "nothing can be delivered there any more: the endpoint ends",
}


class Outcome(NamedTuple):
    """What became of one try. `status`: the server's code, 0 for none; `reason`: one sentence,
    empty when it was sent; `retry_after`: seconds that the server asks to wait."""

    kind: str
    status: int = 0
    reason: str = ""
    retry_after: float | None = None


class Address(NamedTuple):
    """An endpoint as a channel needs it: see models.Endpoint. `language` is the follower's."""

    id: int
    follower_id: int
    channel: str
    address: str
    origin: str
    details: str
    language: str


class Parcel(NamedTuple):
    """One message for one endpoint; `tries`: how often it was tried before."""

    notice_id: int
    endpoint: Address
    message: Message
    tries: int


class RetryPlan(NamedTuple):
    """When to try again: after so many seconds each; then it has failed.

    `ends_after`: seconds of nothing but failures after which the endpoint is paused, 0 for never.
    """

    waits: Sequence[float]
    ends_after: float = 0


class _Described(Protocol):
    """What every channel says of itself: `name` in the tables, `title` and `means` for people."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def means(self) -> str: ...
    @property
    def plan(self) -> RetryPlan: ...


@runtime_checkable
class PostedChannel(_Described, Protocol):
    """A channel whose messages are HTTP requests: the engine sends them, thousands at a time."""

    def request(self, parcel: Parcel, now: int) -> Request:
        """Return the request. Raises Undeliverable where none can be made."""
        ...

    def judge(self, answer: Answer, now: int) -> Outcome:
        """Return what the answer means."""
        ...


@runtime_checkable
class CarriedChannel(_Described, Protocol):
    """A channel that sends by itself, in a thread of its own."""

    def carry(self, parcels: Sequence[Parcel]) -> Iterator[tuple[Parcel, Outcome]]:
        """Yield each parcel with what became of it, as soon as it is known."""
        ...


class Undeliverable(ValueError):
    """No request can be made of a parcel; `outcome` says what that means for the endpoint."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


Channel = PostedChannel | CarriedChannel
_channels: dict[str, Channel] = {}


def register(channel: Channel) -> None:
    """Add a channel; called when Django loads the room."""
    _channels[channel.name] = channel


def channel_named(name: str) -> Channel | None:
    """Return the channel, None for a name that is no channel's here."""
    return _channels.get(name)


def all_channels() -> Iterable[Channel]:
    """Return the channels in the order in which they were registered."""
    return _channels.values()
