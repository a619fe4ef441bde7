"""What editors find on public pages: what they just saved, and what can be added here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.facts.kinds import FactKind, all_kinds, kind_named
from clapometer.facts.reading import versions_of
from clapometer.ledger.reading import read_some

from .addresses import fact_address
from .asking import query_of
from .factentries import DONE
from .factwords import line_of, title_of

SAVED = "saved"
"""The part of an address that names the entry an editor has just written."""
# How the last thing done to a fact is taken back: the address that does it.
_TAKING_BACK = {
    "added": "fact_undo",
    "restored": "fact_undo",
    "corrected": "fact_uncorrect",
    "undone": "fact_restore",
}


class Saved(NamedTuple):
    """What an entry did: its word, the fact in one line, its page, and how to take it back.

    `undo` is empty where something was written about the fact since.
    """

    done: str
    line: str
    url: str
    undo: str


class Addable(NamedTuple):
    """A kind of fact that can be added to a work: its title, the form, the key that opens it."""

    title: str
    means: str
    url: str
    key: str


# What editors look for together; a kind that stands nowhere here comes under the last of them.
GROUPS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("The work"), ("title", "synopsis", "source_work", "poster", "trailer")),
    (gettext_lazy("Where and when"), ("release", "carrier", "announcement", "reported-date")),
    (gettext_lazy("People"), ("credit", "person", "maker")),
    (
        gettext_lazy("How it is received"),
        ("consensus", "outside-score", "certification", "printed-consensus", "quotation"),
    ),
    (
        gettext_lazy("Numbers"),
        ("counter", "uplift", "streak", "chart-place", "reported-number", "takings"),
    ),
    (gettext_lazy("Also"), ()),
)

# What is about no work and can be added from its page all the same, and where.
_ALONE = {"person": "person_add"}


def saved_fact(request: HttpRequest) -> Saved | None:
    """Return what the address says was just saved; None where it names no entry about a fact."""
    number = request.GET.get(SAVED, "")
    if not (number.isascii() and number.isdigit() and len(number) <= 15):
        return None
    entry = read_some([int(number)]).get(int(number))
    name, _, what = entry.kind.partition(".") if entry else ("", "", "")
    kind = kind_named(name)
    if entry is None or kind is None or what not in DONE:
        return None
    versions = versions_of(entry.subject_id)
    last = versions[-1]
    newest = last.seq if last.until is None else last.until
    undo = reverse(_TAKING_BACK[what], args=[last.id]) if newest == entry.seq else ""
    line = f"{title_of(kind.name)}: {line_of(last)}"
    return Saved(str(DONE[what]), line, fact_address(last.id), undo)


def addable(work: Work, back: str = "") -> list[tuple[Promise, list[Addable]]]:
    """Return the kinds of facts that can be said of a work, by groups that have any."""
    keys = _keys()
    query = query_of(next=back)
    grouped: dict[int, list[Addable]] = {}
    for kind in all_kinds():
        if work.kind in kind.about or kind.name in _ALONE:
            key = keys.get(kind.name, "")
            one = Addable(gettext(kind.title), kind.means, _form(kind, work, query), key)
            grouped.setdefault(_group_of(kind.name), []).append(one)
    return [(GROUPS[group][0], found) for group, found in sorted(grouped.items())]


def _group_of(kind: str) -> int:
    last = len(GROUPS) - 1
    return next((place for place, (_, kinds) in enumerate(GROUPS) if kind in kinds), last)


def _form(kind: FactKind, work: Work, query: str) -> str:
    alone = _ALONE.get(kind.name)
    path = reverse(alone) if alone else reverse("fact_add", args=[work.id, kind.name])
    return f"{path}?{query}" if query else path


def _keys() -> dict[str, str]:
    """Return for each kind the key that opens its form on every page, if one is free."""
    return dict(_given())


def _given() -> Iterator[tuple[str, str]]:
    # Not given here: the keys that take back what was just saved, and enter reviews.
    taken = set("zv")
    for kind in all_kinds():
        if not kind.about:
            continue
        letters = (one for one in kind.title.casefold() if one.isascii() and one.isalnum())
        free = next((one for one in [*letters, *"0123456789"] if one not in taken), "")
        taken.add(free)
        yield kind.name, free
