"""A channel of the tests' own, and an engine that answers from a script without any network."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence

import pytest

from clapometer.alerts.channels import contract
from clapometer.alerts.channels.contract import Outcome, Parcel, RetryPlan
from clapometer.fetching.posting import Answer, Request


class PaperChannel:
    """Posted: what the server says is what the outcome is."""

    name, title, means = "paper", "Paper", "Messages on paper, for tests."
    plan = RetryPlan((1.0, 5.0, 60.0), ends_after=5 * 24 * 3600)

    def request(self, parcel: Parcel, now: int) -> Request:
        if "unmakeable" in parcel.endpoint.address:
            raise contract.Undeliverable(Outcome(contract.GONE, 0, "No key."))
        return Request(parcel.endpoint.address, {"webhook-id": parcel.message.id}, b"")

    def judge(self, answer: Answer, now: int) -> Outcome:
        return judged(answer)


class CarriedPaper:
    """Carried: as mail is, one after the other."""

    name, title, means = "cart", "Cart", "Paper on a cart, for tests."
    plan = RetryPlan((1.0,))

    def __init__(self) -> None:
        self.carried: list[tuple[str, str]] = []

    def carry(self, parcels: Sequence[Parcel]) -> Iterator[tuple[Parcel, Outcome]]:
        for parcel in parcels:
            if "broken" in parcel.endpoint.address:
                raise RuntimeError("The cart broke.")
            self.carried.append((parcel.message.id, parcel.endpoint.address))
            yield parcel, Outcome(contract.SENT, 250)


def judged(answer: Answer) -> Outcome:
    wait = answer.headers.get("retry-after")
    if answer.status in {404, 410}:
        return Outcome(contract.GONE, answer.status, "The server says that it is gone.")
    if 200 <= answer.status < 300:
        return Outcome(contract.SENT, answer.status)
    if answer.status in {0, 429} or answer.status >= 500:
        told = answer.problem or f"The server answered {answer.status}."
        return Outcome(contract.TEMPORARY, answer.status, told, float(wait) if wait else None)
    return Outcome(contract.PERMANENT, answer.status, f"The server answered {answer.status}.")


Script = Callable[[Request], Answer]


class PaperEngine:
    """Answers each request as the script says, and counts them; origins in `hanging` never end."""

    most_open = 100

    def __init__(self, script: Script = lambda _: Answer(201, {})) -> None:
        self.script = script
        self.got: Counter[tuple[str, str]] = Counter()
        self.paused: dict[str, float] = {}
        self.hanging: set[str] = set()
        self._flying: deque[tuple[object, Request]] = deque()
        self._hung: list[object] = []

    @property
    def in_flight(self) -> int:
        return len(self._flying) + len(self._hung)

    def offer(self, request: Request, token: object) -> bool:
        if self.in_flight >= self.most_open:
            return False
        if any(request.url.startswith(origin) for origin in self.hanging):
            if self._hung:
                return False
            self._hung.append(token)
        else:
            self._flying.append((token, request))
        self.got[request.headers["webhook-id"], request.url] += 1
        return True

    def work(self, seconds: float) -> list[tuple[object, Answer]]:
        ended = [(token, self.script(request)) for token, request in self._flying]
        self._flying.clear()
        return ended

    def pause(self, url: str, seconds: float) -> None:
        self.paused[url] = seconds

    def close(self) -> None:
        self._flying.clear()


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> PaperChannel:
    """The paper channels, registered for one test."""
    known = dict(contract._channels)
    monkeypatch.setattr(contract, "_channels", known)
    contract.register(PaperChannel())
    contract.register(CarriedPaper())
    return known["paper"]
