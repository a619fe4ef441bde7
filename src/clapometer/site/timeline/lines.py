"""What a timeline is made of: its lines, the groups they are in, and what they are gathered from.

A line is found before it is told: a work has thousands, of which a page shows a hundred. So each
source returns its lines as numbers first, and is asked for the words of those that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from clapometer.catalogue.models import Work
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step
from clapometer.scoring.moments import Moment
from clapometer.site.asking import Asked


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for: a work with all below it, and what was known of it at the instants.

    `works` holds the work and its parts by number; `events` what was told of their reviews.
    `position` is the ledger position answered from, recorded at `known`; `until` is how far time
    has gone. `moments` returns those of the work itself, in order, `parts` the history of
    each part.
    """

    work: Work
    works: Mapping[int, Work]
    events: Mapping[int, Sequence[Event]]
    asked: Asked
    position: int
    known: int
    until: int
    moments: Callable[[], Sequence[Moment]]
    parts: Callable[[], Mapping[int, Sequence[Step]]]


class Line(NamedTuple):
    """One line as it is found: when on either clock, of which group, about which work, what of.

    `happened` is the instant on the history's clock, and when this site learned of it where there
    is no other (`undated`). `what` is for the source alone.
    """

    happened: int
    recorded: int
    seq: int
    group: str
    work: int
    undated: bool
    what: Any


class Told(NamedTuple):
    """A line in words. `day` is as exactly as the instant is known; `url` is the fact's own page.

    `source` says who says so, `link` where it stands; both may be empty. `fact` is the number of
    the fact that it is of, 0 for a line that is of none.
    """

    line: Line
    day: str
    text: str
    url: str
    source: str = ""
    link: str = ""
    fact: int = 0


Find = Callable[[Scope], Iterable[Line]]
Tell = Callable[[Scope, Sequence[Line]], list[Told]]


class Source(NamedTuple):
    """One thing that lines come from: what finds them, and what tells those that are shown."""

    find: Find
    tell: Tell
