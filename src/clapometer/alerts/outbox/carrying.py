"""Channels that send by themselves, such as mail: a few threads, so that none waits for another."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from django.db import connections

from clapometer.alerts.channels.contract import TEMPORARY, CarriedChannel, Outcome, Parcel
from clapometer.alerts.kinds import SECOND

from .recording import Result
from .stock import Stock

THREADS = 2
"""Threads of each channel that carries."""
WAITING = 200
"""Parcels that wait for a channel's threads; more are put off."""
AT_ONCE = 50
PUT_OFF = 5 * SECOND


class Carriers:
    """The threads of channels that carry; started when a channel is first needed."""

    def __init__(self, stock: Stock, clock: Callable[[], int]) -> None:
        self._stock, self._clock = stock, clock
        self._queues: dict[str, queue.Queue[Parcel]] = {}
        self._stopped = threading.Event()

    def carry(self, channel: CarriedChannel, parcel: Parcel) -> None:
        """Give a parcel to the channel's threads, or put it off where too many wait."""
        waiting = self._queues.get(channel.name) or self._start(channel)
        try:
            waiting.put_nowait(parcel)
        except queue.Full:
            self._stock.postpone([parcel], self._clock() + PUT_OFF)

    def finish(self, seconds: float) -> None:
        """Let the threads end what they carry, for so many seconds; what waits is put off."""
        self._stopped.set()
        for waiting in self._queues.values():
            with suppress(queue.Empty):
                while True:
                    self._stock.postpone([waiting.get_nowait()], self._clock())
                    waiting.task_done()
        over = time.monotonic() + seconds
        while time.monotonic() < over and any(
            one.unfinished_tasks for one in self._queues.values()
        ):
            time.sleep(0.01)

    def _start(self, channel: CarriedChannel) -> queue.Queue[Parcel]:
        waiting: queue.Queue[Parcel] = queue.Queue(WAITING)
        self._queues[channel.name] = waiting
        for number in range(THREADS):
            threading.Thread(
                target=self._run, args=(channel, waiting),
                name=f"{channel.name} {number + 1}", daemon=True,
            ).start()  # fmt: skip
        return waiting

    def _run(self, channel: CarriedChannel, waiting: queue.Queue[Parcel]) -> None:
        try:
            while not self._stopped.is_set():
                parcels = _some(waiting)
                if parcels:
                    self._carry(channel, parcels)
                    for _ in parcels:
                        waiting.task_done()
        finally:
            connections.close_all()

    def _carry(self, channel: CarriedChannel, parcels: list[Parcel]) -> None:
        """Carry parcels; one of which nothing was heard is tried again."""
        left = {(parcel.notice_id, parcel.endpoint.id): parcel for parcel in parcels}
        told = "The channel told nothing about it."
        try:
            for parcel, outcome in channel.carry(parcels):
                left.pop((parcel.notice_id, parcel.endpoint.id), None)
                self._stock.done(Result(parcel, outcome, self._clock()))
        except Exception as mistake:  # noqa: BLE001 -- one message must not end the thread
            told = f"Clapometer made a mistake ({type(mistake).__name__})."
        for parcel in left.values():
            self._stock.done(Result(parcel, Outcome(TEMPORARY, 0, told), self._clock()))


def _some(waiting: queue.Queue[Parcel]) -> list[Parcel]:
    """Return what waits, up to some dozens; wait a moment for the first."""
    found: list[Parcel] = []
    with suppress(queue.Empty):
        found.append(waiting.get(timeout=0.1))
        while len(found) < AT_ONCE:
            found.append(waiting.get_nowait())
    return found
