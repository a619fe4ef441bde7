"""The one client through which this site fetches: guarded, patient, and saying who it is."""

from __future__ import annotations

import http
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from .cache import Cache, Known
from .exchange import Answer, Bounds, Surroundings, exchange
from .links import Link, follow, read_link
from .pacing import PACES, Pacer
from .refusals import FetchRefused
from .resolving import Permit, Resolver, resolve
from .retrying import BUSY, PASSING, TRIES, in_words, wait_before

MOST_BYTES = 16 << 20
SECONDS = 30.0
PATIENCE = 120.0
"""Seconds that one call may wait for a host that is busy, over all its tries."""
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
ANYTHING = "*/*"


class Fetched(NamedTuple):
    """What was fetched. `headers` have names in small letters; `link` is the last address.

    `fresh`: the body came over the network now; False where the server said that the one kept is
    still right. `lasting`: where the address has moved for good, by permanent redirects (301, 308)
    alone; the address itself where it has not.
    """

    status: int
    body: bytes
    headers: Mapping[str, str]
    fresh: bool
    link: str
    lasting: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """Fetches by GET, following redirects and trying again where a host is busy.

    `permit` names addresses with their ports that may be reached although they are not public:
    tests pass their own server on this machine. It is given in code and nowhere else. No setting,
    variable or command line reaches it, so no site is opened to its own network by a mistake in a
    file; and it names one port of one address, so a test's redirect to any other is refused too.
    """

    user_agent: str
    cache: Cache | None = None
    permit: Permit = ()
    resolver: Resolver = resolve
    trust: ssl.SSLContext | None = None
    sleep: Callable[[float], None] = time.sleep
    pacer: Pacer = field(default_factory=lambda: Pacer(PACES))
    may: Callable[[Link], None] | None = None
    """Asked before every address, also one that another sends to; it refuses by FetchRefused."""

    def get(
        self,
        url: str,
        *,
        accept: str = ANYTHING,
        most_bytes: int = MOST_BYTES,
        seconds: float = SECONDS,
        patience: float = PATIENCE,
    ) -> Fetched:
        """Return what the address answers with a status of success.

        `most_bytes`: of the body, packed and unpacked. `seconds`: for each request as a whole.
        `patience`: seconds to wait in all where a host is busy. Raises FetchRefused, whose `status`
        tells a 404 from other refusals.
        """
        link = read_link(url)
        lasting, for_good = link, True
        call = _Call(self, accept, Bounds(most_bytes, seconds), patience)
        for _ in range(MOST_REDIRECTS + 1):
            if self.may:
                self.may(link)
            known = self.cache.find(str(link), accept) if self.cache else None
            answer = call.ask(link, known)
            if answer.status not in REDIRECTS:
                return self._fetched(link, accept, answer, known)._replace(lasting=str(lasting))
            if not (location := answer.headers.get("location")):
                raise FetchRefused("lost", status=answer.status, host=link.host)
            link = follow(link, location)
            for_good = for_good and answer.status in PERMANENT
            lasting = link if for_good else lasting
        raise FetchRefused("redirects", host=link.host, limit=MOST_REDIRECTS)

    def _fetched(self, link: Link, accept: str, answer: Answer, known: Known | None) -> Fetched:
        if answer.status == http.HTTPStatus.NOT_MODIFIED and known:
            return Fetched(200, known.body, known.headers, fresh=False, link=str(link))
        if not 200 <= answer.status < 300:
            reason = _reason(answer.status)
            raise FetchRefused(
                "status", status=answer.status, host=link.host, reason=reason, link=str(link)
            )
        if self.cache and answer.status == http.HTTPStatus.OK:
            self.cache.keep(str(link), accept, answer.body, answer.headers)
        return Fetched(answer.status, answer.body, answer.headers, fresh=True, link=str(link))


class _Call:
    """One call of the client: what it may still wait, over all addresses it is sent to."""

    def __init__(self, client: Client, accept: str, bounds: Bounds, patience: float) -> None:
        self._client, self._accept, self._bounds = client, accept, bounds
        self._patience = patience

    def ask(self, link: Link, known: Known | None) -> Answer:
        """Return the answer, after as many tries as it takes and there are."""
        headers = {"User-Agent": self._client.user_agent, "Accept": self._accept}
        headers |= known.conditions if known else {}
        for tries in range(1, TRIES + 1):
            outcome = self._try(link, headers)
            if isinstance(outcome, Answer) and outcome.status not in BUSY:
                return outcome
            if tries < TRIES:
                self._pause(link, tries, outcome)
        if isinstance(outcome, FetchRefused):
            raise outcome
        raise FetchRefused("still_busy", status=outcome.status, host=link.host, tries=TRIES)

    def _try(self, link: Link, headers: Mapping[str, str]) -> Answer | FetchRefused:
        client = self._client
        client.pacer.wait(link.host)
        around = Surroundings(client.resolver, client.permit, client.trust)
        try:
            return exchange(link, headers, self._bounds, around)
        except FetchRefused as refusal:
            if refusal.code not in PASSING:
                raise
            return refusal

    def _pause(self, link: Link, tries: int, outcome: Answer | FetchRefused) -> None:
        headers = outcome.headers if isinstance(outcome, Answer) else {}
        wait = wait_before(tries, headers, datetime.now(UTC))
        if wait <= self._patience:
            self._patience -= wait
            self._client.sleep(wait)
        elif isinstance(outcome, Answer):
            told = in_words(wait)
            raise FetchRefused("busy", status=outcome.status, after=wait, host=link.host, wait=told)
        else:
            raise outcome


def _reason(status: int) -> str:
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return "no known status"


def user_agent(version: str, address: str, name: str) -> str:
    """Return how a site names itself to those it fetches from, by its address and its name.

    Wikimedia's User-Agent policy and TVmaze ask for a way to reach who is fetching.
    """
    told = " ".join("".join(one for one in name if one.isprintable() and one not in "();").split())
    plain = told.encode("ascii", "ignore").decode().strip()
    site = address.encode("ascii", "ignore").decode().replace(" ", "")
    return f"Clapometer/{version} (+{site}{'; ' + plain[:60] if plain else ''})"
