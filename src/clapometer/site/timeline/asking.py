"""What is asked of a timeline: which groups and which work, which words, and on which clock."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.facts.kinds import kind_named
from clapometer.site.asking import query_of

# Groups that are no kinds of facts; the others are named after their kind.
GROUPS: dict[str, Promise] = {
    "review": gettext_lazy("Reviews"),
    "moment": gettext_lazy("Moments of the score"),
    "badge": gettext_lazy("Badges"),
    "chart": gettext_lazy("Charts"),
    "number": gettext_lazy("Numbers"),
    "correction": gettext_lazy("Corrections"),
}
CLOCKS: dict[str, Promise] = {
    "happened": gettext_lazy("when it happened"),
    "recorded": gettext_lazy("when this site recorded it"),
}
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for: of no group all are meant, of no work (0) the work and all below it."""

    groups: tuple[str, ...] = ()
    of: int = 0
    text: str = ""
    clock: str = "happened"

    @property
    def is_empty(self) -> bool:
        """Return whether everything is asked for."""
        return not (self.groups or self.of or self.text)

    def query(self) -> str:
        """Return the one query string that asks for this, without a question mark."""
        groups = "&".join(query_of(kind=one) for one in self.groups)
        clock = "" if self.clock == "happened" else self.clock
        of = f"w{self.of}" if self.of else ""
        return "&".join(filter(None, (groups, query_of(of=of, text=self.text, clock=clock))))


def read_filters(query: QueryDict) -> Filters:
    """Return what the query asks; what cannot be read asks for nothing."""
    groups = {one for one in query.getlist("kind") if title_of(one)}
    of = query.get("of", "").removeprefix("w")
    clock = query.get("clock", "")
    return Filters(
        groups=tuple(sorted(groups)),
        of=int(of) if of.isascii() and of.isdigit() and len(of) <= 15 else 0,
        text=" ".join(query.get("text", "").split())[:LONGEST],
        clock=clock if clock in CLOCKS else "happened",
    )


def title_of(group: str) -> str:
    """Return what a group is called, nothing for what is no group."""
    if group in GROUPS:
        return str(GROUPS[group])
    kind = kind_named(group)
    return gettext(kind.title) if kind else ""
