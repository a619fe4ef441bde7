"""What channels add to the panel and to the page that manages everything, each by a row here.

A part has a template, `follow/_<name>.html`, which is shown on both pages and finds what `read`
returned under `told`. On the panel it stands inside the form, so that it may hold fields; on the
other page it may hold forms of its own, sent to addresses of its own. Where there is nobody yet who
follows, `follower` is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise

from clapometer.alerts.models import Follower

from .browser.part import read_push
from .feeds import feeds_part
from .hooks import hook_part
from .mailpart import DONE, read_mail, take_mail
from .services import service_part

PANEL, MANAGE = "panel", "manage"


class Shown(NamedTuple):
    """Where a part is shown: in answer to what, on which page, to whom, about which key."""

    request: HttpRequest
    page: str
    follower: Follower | None
    key: str = ""


def _nothing(shown: Shown) -> Mapping[str, object]:
    return {}


def _take_nothing(follower: Follower, typed: QueryDict) -> str:
    return ""


class Part(NamedTuple):
    """What a channel adds. `read` returns what its template finds under `told`.

    `take` does what was filled in on the panel, once the reader follows, and returns the name of
    the sentence (in `done`) that says what happens next, or nothing. It may raise FollowRefused.
    `done`: those sentences by name. `script`: the static file of a script that adds comfort.
    """

    name: str
    read: Callable[[Shown], Mapping[str, object]] = _nothing
    take: Callable[[Follower, QueryDict], str] = _take_nothing
    done: Mapping[str, Promise] = MappingProxyType({})
    script: str = ""

    @property
    def template(self) -> str:
        """Return the template that shows the part."""
        return f"follow/_{self.name}.html"


# In the order in which they are offered.
PARTS: tuple[Part, ...] = (
    Part("push", read_push),
    Part("mail", read_mail, take_mail, DONE),
    Part("hook", hook_part),
    Part("service", service_part),
    Part("feeds", feeds_part),
)


class Filled(NamedTuple):
    """A part with what its template tells."""

    template: str
    told: Mapping[str, object]
    script: str


def filled(shown: Shown) -> Iterator[Filled]:
    """Yield every part as it is shown there."""
    for part in PARTS:
        yield Filled(part.template, part.read(shown), part.script)


def take(follower: Follower, typed: QueryDict) -> list[str]:
    """Do what was filled in on the panel; return the names of the sentences about it."""
    return [done for part in PARTS if (done := part.take(follower, typed))]
