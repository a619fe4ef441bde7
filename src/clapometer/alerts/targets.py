"""What can be followed, and how it is written: `work:17`, `critic:9`, `work:17/score<90`.

The key is all that joins a follow to a notice: a notice bears the keys of all that it is about,
and whoever follows one of them is told. Everybody who sets the same condition shares a key, so one
crossing is one notice, however many follow it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .kinds import EVERY, mask_of
from .marking import gettext_noop

LONGEST_KEY = 160


class Target(NamedTuple):
    """One kind of thing that can be followed; `kinds`: the mask of what can be told of it."""

    name: str
    title: str
    means: str
    kinds: int


_ABOUT_WORK = EVERY & ~mask_of(["review", "query"])
TARGETS: dict[str, Target] = {
    "work": Target(
        "work", gettext_noop("a film, series, season or episode"),
        gettext_noop("Whatever is told of it; of a series, of its seasons too."), _ABOUT_WORK,
    ),
    "person": Target(
        "person", gettext_noop("a person"),
        gettext_noop("New credits, and numbers counted of the person."),
        mask_of(["announcement", "premiere", "number", "correction", "story"]),
    ),
    "critic": Target(
        "critic", gettext_noop("a critic"), gettext_noop("Each new review."),
        mask_of(["review", "correction"]),
    ),
    "outlet": Target(
        "outlet", gettext_noop("an outlet"), gettext_noop("Each new review."),
        mask_of(["review", "correction"]),
    ),
    "topic": Target(
        "topic", gettext_noop("a topic"), gettext_noop("Each story under it."),
        mask_of(["story"]),
    ),
    "query": Target(
        "query", gettext_noop("a saved query"),
        gettext_noop("Works that newly stand in its answer."), mask_of(["query"]),
    ),
}  # fmt: skip


class Condition(NamedTuple):
    """One kind of condition on a work: its sign in a key, and the mask it is told under."""

    sign: str
    title: str
    means: str
    kinds: int


CONDITIONS: dict[str, Condition] = {
    "score<": Condition(
        "score<", gettext_noop("its score falls under"),
        gettext_noop("The printed score was at least this, and no longer is."), mask_of(["score"]),
    ),
    "score>=": Condition(
        "score>=", gettext_noop("its score reaches"),
        gettext_noop("The printed score was under this, or not yet there, and now is at least"
                     " this."), mask_of(["score"]),
    ),
    "reviews>=": Condition(
        "reviews>=", gettext_noop("it has reviews"),
        gettext_noop("So many reviews count towards its score."), mask_of(["score"]),
    ),
    "ahead=": Condition(
        "ahead=", gettext_noop("ahead of its premiere"),
        gettext_noop("So many minutes before a premiere."), mask_of(["premiere"]),
    ),
}  # fmt: skip
# Minutes before a premiere that can be chosen: an hour, three, a day, three days, a week.
AHEAD = (60, 180, 1440, 4320, 10080)

_KEY = re.compile(
    r"(?:(?P<target>work|person|critic|outlet):(?P<number>[1-9][0-9]{0,14})"
    r"|topic:(?P<topic>[a-z0-9][a-z0-9-]{0,79})"
    r"|query:(?P<query>[a-z0-9][a-z0-9-]{0,39}(?:\?[a-z0-9_=&-]{1,80})?))"
    r"(?:/(?P<sign>score<|score>=|reviews>=|ahead=)(?P<value>[0-9]{1,6}))?"
)


class KeyRefused(ValueError):
    """A text is no key; the message is one sentence for a person."""


class Key(NamedTuple):
    """A key taken apart. `name`: number, topic or query as written; `sign` may be empty."""

    target: str
    name: str
    sign: str = ""
    value: int = 0

    def __str__(self) -> str:
        """Return the key as it is written."""
        condition = f"/{self.sign}{self.value}" if self.sign else ""
        return f"{self.target}:{self.name}{condition}"

    @property
    def kinds(self) -> int:
        """Return the mask of what can be told under this key."""
        return CONDITIONS[self.sign].kinds if self.sign else TARGETS[self.target].kinds


def read_key(text: str) -> Key:
    """Return the key that a text is. Raises KeyRefused; whether the thing exists is not asked."""
    found = _KEY.fullmatch(text) if len(text) <= LONGEST_KEY else None
    if found is None:
        raise KeyRefused(f"“{text[:60]}” is nothing that can be followed, like work:17.")
    target, topic, query = found["target"], found["topic"], found["query"]
    sign, value = found["sign"] or "", int(found["value"] or 0)
    if sign and target != "work":
        raise KeyRefused(f"A condition can be set on a work only, not on “{text[:60]}”.")
    _check(sign, value)
    if target:
        return Key(target, found["number"], sign, value)
    return Key("topic", topic) if topic else Key("query", query)


def _check(sign: str, value: int) -> None:
    if sign == "ahead=" and value not in AHEAD:
        raise KeyRefused(f"Minutes ahead of a premiere are one of {', '.join(map(str, AHEAD))}.")
    if sign in {"score<", "score>="} and not 1 <= value <= 100:
        raise KeyRefused("A threshold of the score lies between 1 and 100.")
    if sign == "reviews>=" and not 1 <= value <= 100_000:
        raise KeyRefused("A number of reviews lies between 1 and 100000.")
