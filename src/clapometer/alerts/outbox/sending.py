"""Handing parcels to their channels, and bringing back what became of them.

The one thread that runs this asks no database, so nothing there makes a device wait.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable

from clapometer.alerts.channels.contract import (
    PERMANENT,
    SENT,
    TEMPORARY,
    CarriedChannel,
    Outcome,
    Parcel,
    PostedChannel,
    Undeliverable,
    channel_named,
)  # fmt: skip
from clapometer.alerts.kinds import SECOND
from clapometer.fetching.posting import Answer, Request

from .carrying import Carriers
from .engines import Engine
from .recording import Result
from .stock import Stock

BACKLOG = 1_000
"""Parcels that were taken from the stock and wait for their origin to have room."""
STUCK = 1.0
"""Seconds without room at an origin after which its parcels are put off, so that they do not fill
the backlog that all share."""
PUT_OFF, LONGEST_PUT_OFF = 5.0, 60.0
STRIKES = 8
"""Answers in a row that ask to wait, after which the whole origin is left alone for that long: one
subscription that is asked to wait must not stop the others there."""
AT_A_TIME = 32
"""Requests offered to one origin before it is the next one's turn."""
LONGEST_REST = 600.0


class _Queue:
    """The parcels of one origin. `ready`: the request of the first of them, once it is made."""

    __slots__ = ("parcels", "put_offs", "ready", "since", "until")

    def __init__(self) -> None:
        self.parcels: deque[Parcel] = deque()
        self.ready: Request | None = None
        self.since: float | None = None
        self.put_offs = 0
        self.until = 0.0


class Sender:
    """Sends what is in the stock; `turn` after `turn`, from one thread."""

    def __init__(
        self, stock: Stock, engine: Engine, carriers: Carriers, clock: Callable[[], int]
    ) -> None:
        self._stock, self._engine, self._carriers, self._clock = stock, engine, carriers, clock
        self._queues: dict[str, _Queue] = {}
        self._waiting = 0
        self._strikes: Counter[str] = Counter()
        self._posted: dict[str, PostedChannel] = {}
        # Asked for once for some dozens of messages: it is not what they differ in.
        self._now = clock()

    def turn(self, seconds: float) -> None:
        """Offer what there is room for, then wait for answers, for so many seconds at most."""
        self._now = self._clock()
        if self._stock.may_send():
            self._sort()
            self._offer_all()
        else:
            self.put_down()
        if not self._engine.in_flight:
            self._stock.arrived.wait(0.02 if self._waiting else seconds)
            return
        ended = self._engine.work(seconds)
        self._now = self._clock()
        for token, answer in ended:
            self._judge(token, answer)

    def put_down(self) -> None:
        """Give back everything that was taken from the stock and not yet offered."""
        for queue in self._queues.values():
            self._stock.postpone(queue.parcels, self._now)
        self._queues.clear()
        self._waiting = 0

    def finish(self, seconds: float) -> None:
        """Begin nothing more; wait for what is under way, for so many seconds at most."""
        self._now = self._clock()
        self.put_down()
        over = time.monotonic() + seconds
        while self._engine.in_flight and time.monotonic() < over:
            ended = self._engine.work(0.1)
            self._now = self._clock()
            for token, answer in ended:
                self._judge(token, answer)
        self._carriers.finish(max(0.0, over - time.monotonic()))

    def _sort(self) -> None:
        """Take parcels from the stock, each to the queue of its origin."""
        for parcel in self._stock.take(BACKLOG - self._waiting):
            if parcel.endpoint.channel in self._posted:
                self._queue(parcel)
            else:
                self._hand_over(parcel)

    def _hand_over(self, parcel: Parcel) -> None:
        """Give a parcel to its channel, and keep in mind which kind that is: asking takes long."""
        channel = channel_named(parcel.endpoint.channel)
        if isinstance(channel, PostedChannel):
            self._posted[channel.name] = channel
            self._queue(parcel)
        elif isinstance(channel, CarriedChannel):
            self._carriers.carry(channel, parcel)
        else:
            told = f"This site has no channel “{parcel.endpoint.channel}”."
            self._ended(parcel, Outcome(PERMANENT, 0, told))

    def _queue(self, parcel: Parcel) -> None:
        queue = self._queues.setdefault(_origin(parcel), _Queue())
        left = queue.until - time.monotonic()
        if left > 0:
            self._stock.postpone([parcel], self._now + round(left * SECOND))
            return
        queue.parcels.append(parcel)
        self._waiting += 1

    def _offer_all(self) -> None:
        """Offer to every origin in turns, until the engine is full or each has what it bears."""
        open_queues = dict(self._queues)
        while open_queues and self._engine.in_flight < self._engine.most_open:
            for origin, queue in list(open_queues.items()):
                if not self._offer(origin, queue):
                    del open_queues[origin]

    def _offer(self, origin: str, queue: _Queue) -> bool:
        """Offer some parcels of one origin; return whether it may have room for more."""
        self._now = self._clock()
        for _ in range(AT_A_TIME):
            if not queue.parcels:
                self._forget(origin, queue)
                return False
            if queue.ready is None:
                queue.ready = self._request(queue.parcels[0])
            if queue.ready is not None and not self._engine.offer(queue.ready, queue.parcels[0]):
                if self._engine.in_flight < self._engine.most_open:
                    self._found_full(queue)
                return False
            queue.parcels.popleft()
            queue.ready, queue.since, queue.put_offs = None, None, 0
            self._waiting -= 1
        return True

    def _forget(self, origin: str, queue: _Queue) -> None:
        if queue.until <= time.monotonic():
            self._queues.pop(origin, None)

    def _found_full(self, queue: _Queue) -> None:
        """Put off what waits for an origin that has had no room for too long."""
        at = time.monotonic()
        if queue.since is None:
            queue.since = at
        if at - queue.since < STUCK:
            return
        wait = min(PUT_OFF * 2**queue.put_offs, LONGEST_PUT_OFF)
        queue.put_offs += 1
        queue.until, queue.since = at + wait, None
        self._waiting -= len(queue.parcels)
        self._stock.postpone(queue.parcels, self._now + round(wait * SECOND))
        queue.parcels.clear()
        queue.ready = None

    def _request(self, parcel: Parcel) -> Request | None:
        """Return the request of a parcel, None where there is none and that is recorded."""
        channel = self._posted[parcel.endpoint.channel]
        try:
            return channel.request(parcel, self._now)
        except Undeliverable as problem:
            self._ended(parcel, problem.outcome)
        except Exception as mistake:  # noqa: BLE001 -- one message must not end the worker
            told = f"Clapometer made a mistake ({type(mistake).__name__})."
            self._ended(parcel, Outcome(TEMPORARY, 0, told))
        return None

    def _judge(self, token: object, answer: Answer) -> None:
        assert isinstance(token, Parcel)
        outcome = self._posted[token.endpoint.channel].judge(answer, self._now)
        self._count_strikes(token.endpoint.origin, outcome)
        self._ended(token, outcome)

    def _count_strikes(self, origin: str, outcome: Outcome) -> None:
        if outcome.kind == SENT:
            if self._strikes:
                self._strikes.pop(origin, None)
        elif outcome.kind == TEMPORARY and outcome.retry_after:
            self._strikes[origin] += 1
            # An endpoint whose address is none has no origin that could rest.
            if self._strikes[origin] >= STRIKES and origin:
                self._engine.pause(origin, min(outcome.retry_after, LONGEST_REST))

    def _ended(self, parcel: Parcel, outcome: Outcome) -> None:
        self._stock.done(Result(parcel, outcome, self._now))


def _origin(parcel: Parcel) -> str:
    """Return what shares a queue: an origin, or where none is known the address alone."""
    return parcel.endpoint.origin or parcel.endpoint.address
