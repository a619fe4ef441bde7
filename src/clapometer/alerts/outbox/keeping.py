"""The thread of a worker that speaks with the database: it feeds the stock and empties it.

When the database is away, what was sent stays in the stock until it is back, so nothing is sent
twice for that.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, connection

from clapometer.alerts.models import Notice

from . import workers
from .claiming import Claim, claim, give_back, strays
from .fairness import Turns
from .lanes import Lane, expire_lanes, finish_lanes, open_lanes
from .parcels import pack
from .recording import drop, record
from .spreading import SIZE, spread
from .stock import BATCH, Key, Stock

POLL = 0.25
"""Seconds between two looks for something new."""
OFTEN = 1.0
"""Seconds between two looks for what is through, expired, or held by a dead worker."""
FILL = 0.5
"""Seconds of claiming, after which results are written down and the beat is raised again."""
LONGEST_CLAIM = 1_000
LONGEST_AWAY = 2.0
PATIENCE = 10.0
"""Seconds in which a worker that stops waits for a database that is away."""
WATCH = 3.0
FIRST_SIZE = 500
"""Deliveries made first of a notice, so that the first of them leave soon."""


class Keeper:
    """Runs in a thread of its own, `run` until `stop` is set."""

    def __init__(
        self,
        stock: Stock,
        clock: Callable[[], int],
        say: Callable[[str], None],
        instead_of: int | None = None,
    ) -> None:
        self._stock, self._clock, self._say = stock, clock, say
        self._instead_of = instead_of
        self.tell_number: Callable[[int], None] = lambda _: None
        self.stop = threading.Event()
        self.idle = threading.Event()
        """Set while nothing is due and nothing in hand."""
        self.closing = threading.Event()
        """Set when nothing more is to be claimed."""
        self._worker: int | None = None
        self._watch: workers.Watch | None = None
        self._turns = Turns()
        self._lanes: dict[int, Lane] = {}
        self._notices: dict[int, Notice] = {}
        self._beat_at = self._looked_at = self._tidied_at = float("-inf")
        self._wrote_at = self._watched_at = float("-inf")
        self._away = 0.0
        self._unsure = False

    def run(self) -> None:
        """Work until stopped, whatever becomes of the database meanwhile; then leave in order."""
        while not self.stop.is_set():
            self._guarded(self.turn)
            self._stock.news.wait(self._away or (POLL if self._has_time() else 0.0))
            self._stock.news.clear()
        until = time.monotonic() + PATIENCE
        while not self._guarded(self._leave) and time.monotonic() < until:
            time.sleep(self._away)
        connection.close()

    def turn(self) -> None:
        """Do once whatever is to be done."""
        if not self._lives():
            return
        self._write()
        at = time.monotonic()
        if at - self._tidied_at >= OFTEN:
            self._tidied_at = at
            self._tidy()
        self._feed()

    def _guarded(self, work: Callable[[], None]) -> bool:
        """Do the work; where the database is away, note it and return False."""
        try:
            work()
        except (DatabaseError, InterfaceError) as problem:
            if not self._away:
                self._say(f"The database is away ({' '.join(str(problem).split())[:200]}).")
            self._away = min(self._away * 2 or 0.1, LONGEST_AWAY)
            self._unsure = True
            self.idle.clear()
            connection.close()
            return False
        if self._away:
            self._say("The database is back.")
        self._away = 0.0
        return True

    def _has_time(self) -> bool:
        """Return whether there is nothing to write down, or nothing to claim, at once."""
        return self._stock.room() < self._stock.capacity // 4 or not self._lanes

    # --- proving that this worker lives

    def _lives(self) -> bool:
        """Beat when it is time to; return whether this process may claim."""
        if self._worker is None:
            return self._register()
        began = time.monotonic()
        if began - self._beat_at >= workers.BEATS or self._unsure:
            if not workers.beat(self._worker):
                self._lose()
                return False
            self._beat_at = began
            self._stock.lease(began + workers.LEASE)
        if self._unsure:
            self._make_sure(self._worker)
        return True

    def _register(self) -> bool:
        self._write()
        if self._stock.room() < self._stock.capacity:
            # What is still under way would be claimed, and sent, a second time.
            return False
        if self._instead_of is not None:
            workers.retire(self._instead_of)
            self._instead_of = None
        began = time.monotonic()
        self._worker = workers.register_worker(self._clock())
        self.tell_number(self._worker)
        self._watch = workers.Watch(self._worker)
        self._beat_at = began
        self._stock.lease(began + workers.LEASE)
        return True

    def _lose(self) -> None:
        self._say(f"Worker {self._worker} was taken for dead; it begins anew.")
        self._stock.lease(0.0)
        self._stock.unsent()
        self._worker = None

    def _make_sure(self, worker: int) -> None:
        """Find out what the database did before the connection broke."""
        if self._watch:
            self._watch.start_anew()
        give_back(worker, strays(worker, self._stock.held()))
        self._unsure = False

    # --- writing down

    def _write(self) -> None:
        """Write results down, once there are enough of them or they have waited long enough."""
        results, failing = self._stock.results()
        at = time.monotonic()
        if results and (len(results) >= BATCH or at - self._wrote_at >= POLL):
            record(self._worker or 0, results, failing)
            self._stock.written(results)
            self._wrote_at = at
        postponed = self._stock.postponed()
        if postponed:
            by_due: dict[int, list[Key]] = {}
            for key, due in postponed:
                by_due.setdefault(due, []).append(key)
            for due, keys in by_due.items():
                give_back(self._worker or 0, keys, due)
            self._stock.given_back(postponed)

    # --- claiming

    def _feed(self) -> None:
        """Claim what there is room for, lane by lane in turns."""
        at = time.monotonic()
        if self.closing.is_set() or self._stock.room() < self._stock.capacity // 4:
            return
        if at - self._looked_at >= POLL or not self._lanes:
            self._look(at)
        while self._lanes and self._stock.room() > 0 and time.monotonic() - at < FILL:
            order = self._turns.order()
            if not order:
                self._lanes.clear()
                break
            self._serve(self._lanes[order[0]], alone=len(order) == 1)
        if self._lanes or self._stock.room() < self._stock.capacity:
            self.idle.clear()
        else:
            self.idle.set()

    def _look(self, at: float) -> None:
        lanes = open_lanes(self._clock())
        self._turns.keep((lane.notice_id, lane.priority) for lane in lanes)
        self._lanes = {lane.notice_id: lane for lane in lanes}
        self._notices.clear()
        self._looked_at = at

    def _serve(self, lane: Lane, *, alone: bool) -> None:
        """Claim a lane's share; where that is not there, make the next deliveries first."""
        assert self._worker is not None
        number = lane.notice_id
        share = LONGEST_CLAIM if alone else self._turns.share(number)
        wanted = min(share, self._stock.room())
        claims = claim(number, self._worker, wanted, self._clock())
        if claims:
            self._take(self._worker, number, claims)
            self._turns.served(number, len(claims))
        if len(claims) == wanted:
            return
        size = SIZE if lane.begun else FIRST_SIZE
        if lane.whole or spread(number, self._clock(), size) is None:
            self._turns.rest(number)
        else:
            self._lanes[number] = lane._replace(begun=True)

    def _take(self, worker: int, number: int, claims: list[Claim]) -> None:
        notice = self._notices.get(number)
        if notice is None:
            notice = self._notices[number] = Notice.objects.get(id=number)
        packed = pack(notice, claims)
        drop(worker, packed.dropped, self._clock())
        self._stock.put(packed.parcels, packed.failing)

    # --- what is done now and then

    def _tidy(self) -> None:
        now = self._clock()
        expire_lanes(now)
        finish_lanes(now)
        at = time.monotonic()
        if self._watch and at - self._watched_at >= WATCH:
            self._watched_at = at
            for dead in self._watch.look():
                self._say(f"Worker {dead} is dead; what it was sending is sent by others.")

    def _leave(self) -> None:
        results, failing = self._stock.results()
        if results:
            record(self._worker or 0, results, failing)
            self._stock.written(results)
        self._write()
        if self._worker is not None:
            give_back(self._worker, self._stock.unsent())
            workers.retire(self._worker)
            finish_lanes(self._clock())
            self._worker = None
