"""Reads a story with a language model: asks, checks the answer against the story, joins it with
what the rules found."""

from __future__ import annotations

import http
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import Any, NamedTuple

from clapometer.fetching.asking import ask
from clapometer.fetching.exchange import Answer, Bounds
from clapometer.fetching.refusals import FetchRefused
from clapometer.fetching.resolving import Resolver, resolve
from clapometer.fetching.retrying import BUSY, PASSING, wait_before
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.known import NOTHING_KNOWN, Known
from clapometer.readers.claims.story import Story

from .answers import claims_of
from .asking import FORMATS, question
from .budget import Budget
from .checking import checked
from .merging import merged
from .refusing import ModelRefused
from .setting import ModelSetting

PATH = "/chat/completions"
BOUNDS = Bounds(most_bytes=2 << 20, seconds=120.0)
"""What one answer may cost; a model on a small machine writes slowly."""
TRIES = 3
PATIENCE = 60.0
"""Seconds that a story may wait in all for a service that is busy."""
_KEY_REFUSED = frozenset({401, 403})
_SHAPE_REFUSED = frozenset({400, 404, 415, 422, 501})
"""Statuses by which services refuse a shape of the answer that they do not know."""
_ONE_AT_A_TIME = Lock()


class Outcome(NamedTuple):
    """What was found in a story: the claims, why the model had no part in them ("" if it had), and
    how many of its claims were dropped for each reason."""

    claims: list[Claim]
    problem: str
    dropped: Counter[str]


@dataclass(slots=True)
class ModelReader:
    """Reads stories by the model of a site's settings, one at a time for the whole process."""

    setting: ModelSetting
    user_agent: str = "Clapometer"
    bounds: Bounds = BOUNDS
    tries: int = TRIES
    resolver: Resolver = resolve
    sleep: Callable[[float], None] = time.sleep
    budget: Budget = field(init=False)
    dropped: Counter[str] = field(default_factory=Counter)
    _shape: int = 0

    def __post_init__(self) -> None:
        self.budget = Budget(self.setting.day)

    def read(self, story: Story, known: Known = NOTHING_KNOWN) -> list[Claim]:
        """Return the claims that the model finds and the story bears out. Raises ModelRefused."""
        claims, dropped = checked(Document(story, known), self.told(story))
        self.dropped += dropped
        return claims

    def told(self, story: Story) -> list[dict[str, Any]]:
        """Return what the model says a story states, unchecked. Raises ModelRefused."""
        text = story.text[story.start :]
        published = story.published.isoformat() if story.published else None
        with _ONE_AT_A_TIME:
            body = self._asked(text, published)
        return claims_of(body)

    def _asked(self, text: str, published: str | None) -> bytes:
        """Return the body of the answer, in the strictest shape that the service knows."""
        while True:
            told = question(self.setting.model, text, published, FORMATS[self._shape])
            answer = self._posted(json.dumps(told, ensure_ascii=False).encode())
            refused = answer.status in _SHAPE_REFUSED and self._shape + 1 < len(FORMATS)
            if not refused:
                return _body(answer)
            self._shape += 1

    def _posted(self, body: bytes) -> Answer:
        """Return the answer, after as many tries as it takes and there are."""
        patience = PATIENCE
        for tries in range(1, self.tries + 1):
            self.budget.take()
            outcome = self._try(body)
            if isinstance(outcome, Answer) and outcome.status not in BUSY:
                return outcome
            headers = outcome.headers if isinstance(outcome, Answer) else {}
            wait = wait_before(tries, headers, datetime.now(UTC))
            if tries == self.tries or wait > patience:
                break
            patience -= wait
            self.sleep(wait)
        if isinstance(outcome, FetchRefused):
            raise ModelRefused("fetch", why=outcome)
        raise ModelRefused("busy", status=outcome.status)

    def _try(self, body: bytes) -> Answer | FetchRefused:
        headers = {
            "User-Agent": self.user_agent,
            "Accept": "application/json",
            "Content-Type": "application/json",
        }
        if self.setting.key:
            headers["Authorization"] = f"Bearer {self.setting.key}"
        try:
            endpoint = self.setting.endpoint
            return ask(endpoint, PATH, body, headers, self.bounds, resolver=self.resolver)
        except FetchRefused as refusal:
            if refusal.code not in PASSING:
                raise ModelRefused("fetch", why=refusal) from None
            return refusal


def _body(answer: Answer) -> bytes:
    """Return the body of an answer of success. Raises ModelRefused for any other."""
    status = answer.status
    if status in _KEY_REFUSED:
        raise ModelRefused("key_refused", status=status)
    if 300 <= status < 400:
        raise ModelRefused("redirect", status=status)
    if status != http.HTTPStatus.OK:
        raise ModelRefused("status", status=status)
    return answer.body


def read_with(reader: ModelReader, story: Story, known: Known = NOTHING_KNOWN) -> Outcome:
    """Return what the rules and the model find together; the rules alone where the model gives
    nothing, with the reason in one sentence."""
    by_rules = read_claims(story, known)
    before = Counter(reader.dropped)
    try:
        by_model = reader.read(story, known)
    except ModelRefused as refusal:
        return Outcome(by_rules, str(refusal), Counter())
    return Outcome(merged(by_rules, by_model), "", reader.dropped - before)
