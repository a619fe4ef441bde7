"""Sending: very many requests at once, each to an address that was checked when it connected."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pycurl

from .links import LONGEST, Link, read_link
from .origins import STREAMS, Origin
from .problems import cause, sentence
from .refusals import FetchRefused
from .resolving import Permit
from .transfers import Settings, Transfer
from .waking import Waking

SECONDS = 10.0
MOST_OPEN = 1000
"""Requests in flight at a time, to all origins together."""
PER_ORIGIN = 6
"""Connections to one origin at a time; one of HTTP/2 carries many requests."""
MOST_ORIGINS = 10_000
"""Origins remembered; beyond it those that have nothing in flight and do not rest are forgotten."""
# An address of which only the origin has to be read strictly: nothing in its path needs an escape.
_ORDINARY = re.compile(r"(https?://[a-z0-9.:_-]+)/[A-Za-z0-9/:@!$&'()*+,;=._~%?-]*")


@dataclass(frozen=True, slots=True)
class Request:
    """One POST. `seconds`: for all of it, from asking the name to the last byte of the answer.

    `plain`: whether it may also go to an http address, without encryption; else only https is.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes
    seconds: float = SECONDS
    plain: bool = False


class Answer(NamedTuple):
    """What came back.

    Where `status` is not 0, the peer has decided: its status counts, even if the rest of the answer
    was cut off, and `problem` and `code` are empty. Where it is 0, no answer came: `problem` is one
    sentence for a person, `code` its name in the table of problems; it names the host and nothing
    else of the address, which may be a secret. `headers` are those of KEPT_HEADERS that came, names
    in small letters; `body` is the first KEPT_BYTES; `seconds` is how long it took.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    problem: str = ""
    code: str = ""
    seconds: float = 0.0


class Post:
    """The engine: sends requests, thousands at a time, from the one thread that calls it.

    `permit`: addresses with their ports that may be reached although they are not public, as for
    Client: given in code and nowhere else, by tests and benchmarks. `trust`: path of a file of
    certificates to believe instead of those of this machine. `names`: addresses of names that no
    name server knows, as libcurl's CURLOPT_RESOLVE has them ("name:port:address"); what is dialled
    is checked all the same.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        permit: Permit = (),
        trust: str | None = None,
        names: Sequence[str] = (),
        most_open: int = MOST_OPEN,
        per_origin: int = PER_ORIGIN,
    ) -> None:
        self.most_open, self._per_origin = most_open, per_origin
        self._settings = Settings(user_agent, permit, trust, names)
        self._waking = Waking(per_origin)
        self._origins: dict[str, Origin] = {}
        self._flying: dict[pycurl.Curl, Transfer] = {}
        self._idle: list[Transfer] = []
        self._unsent: list[tuple[object, Answer]] = []

    @property
    def in_flight(self) -> int:
        """Return how many requests were taken and have not been told the end of."""
        return len(self._flying) + len(self._unsent)

    def offer(self, request: Request, token: object) -> bool:
        """Take a request and return True; False if there is no room for it now.

        There is none if `most_open` are in flight, or as many to the request's origin as it bears,
        or if that rests. `token` comes back with the answer. Nothing is sent before `work` runs.
        What is no address to send to is taken too, and answered at once. Raises ValueError for a
        header that would be several lines.
        """
        if self.in_flight >= self.most_open:
            return False
        try:
            url, origin = self._placed(request)
        except FetchRefused as refusal:
            self._unsent.append((token, _refused(refusal)))
            return True
        if not origin.has_room(time.monotonic()):
            return False
        transfer = self._idle.pop() if self._idle else Transfer(self._settings)
        transfer.load(url, request.headers, request.body, request.seconds)
        transfer.of(origin, token)
        origin.flying += 1
        self._flying[transfer.handle] = transfer
        self._waking.add(transfer.handle)
        return True

    def work(self, seconds: float) -> list[tuple[object, Answer]]:
        """Send and receive until a request ends, at most for so many seconds; return what ended.

        Each comes with its token, in the order in which they ended.
        """
        ended, self._unsent = self._unsent, []
        over = time.monotonic() + (0.0 if ended else seconds)
        while self._flying:
            left = over - time.monotonic()
            self._waking.turn(max(left, 0.0))
            for handle, number, told in self._waking.ended():
                ended.append(self._told(self._flying.pop(handle), number, told))
            if ended or left <= 0:
                break
        return ended

    def pause(self, url: str, seconds: float) -> None:
        """Send nothing to the origin of this address, or to this origin, for so many seconds.

        Raises FetchRefused for what is no address.
        """
        origin = self._origin(read_link(url))
        origin.resting = max(origin.resting, time.monotonic() + seconds)

    def close(self) -> None:
        """Give up what is in flight and close all connections."""
        for handle in self._flying:
            self._waking.remove(handle)
        self._flying.clear()
        self._waking.close()

    def _placed(self, request: Request) -> tuple[str, Origin]:
        """Return the address as it is sent to and its origin. Raises FetchRefused."""
        url = request.url
        matched = _ORDINARY.fullmatch(url) if len(url) <= LONGEST else None
        origin = self._origins.get(matched[1]) if matched else None
        if origin is None:
            # Read strictly; of an origin that was read once, only the path is new.
            link = read_link(url)
            url, origin = str(link), self._origin(link)
            if matched:
                self._origins[matched[1]] = origin
        if not (origin.is_sealed or request.plain):
            raise FetchRefused("scheme", link=url)
        return url, origin

    def _origin(self, link: Link) -> Origin:
        named = f"{link.scheme}://{link.authority}"
        if named not in self._origins:
            self._forget()
            most = max(self.most_open // 2, 1)
            sealed = link.scheme == "https"
            self._origins[named] = Origin(link.host, sealed, self._per_origin, most)
        return self._origins[named]

    def _forget(self) -> None:
        if len(self._origins) >= MOST_ORIGINS:
            now = time.monotonic()
            kept = {name: one for name, one in self._origins.items() if one.is_busy(now)}
            self._origins = kept

    def _told(self, transfer: Transfer, number: int, told: str) -> tuple[object, Answer]:
        self._waking.remove(transfer.handle)
        answer = _answer(transfer, number, told)
        origin = transfer.origin
        if answer.status and not origin.is_shared:
            origin.streams = STREAMS if transfer.speaks_http2 else 1
        origin.ended(answered=bool(answer.status))
        token, transfer.token = transfer.token, None
        self._idle.append(transfer)
        return token, answer


def _answer(transfer: Transfer, number: int, told: str) -> Answer:
    taken = time.monotonic() - transfer.since
    if transfer.status:
        return Answer(transfer.status, transfer.headers, transfer.body, seconds=taken)
    dialer, host = transfer.dialer, transfer.origin.host
    if dialer.what and number == pycurl.E_COULDNT_CONNECT:
        problem = sentence("not_public", host=host, address=dialer.address, what=dialer.what)
        return Answer(0, {}, problem=problem, code="not_public", seconds=taken)
    code, why = cause(number, told)
    problem = sentence(code, host=host, why=why, seconds=f"{transfer.seconds:g}")
    return Answer(0, {}, problem=problem, code=code, seconds=taken)


def _refused(refusal: FetchRefused) -> Answer:
    return Answer(0, {}, problem=sentence(refusal.code), code=refusal.code)
