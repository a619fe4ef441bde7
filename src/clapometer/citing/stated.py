"""What can be cited of facts that were stated: one function for each kind of fact, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.sentences import values, writing
from clapometer.signals.growth import GrowthUnread, read_growth
from clapometer.signals.statuses.periods import span_of

from .days import when
from .items import Item

Told: TypeAlias = writing.Fact | None
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
_HUNDREDTH = Decimal("0.01")


def _text(said: Mapping[str, Any], name: str) -> str:
    return str(said.get(name) or "")


def _when(fact: Fact) -> values.When:
    """Return when it took place; of unknown time it counts from when this site learned of it."""
    return when(fact.at, fact.dated if fact.happened_at is not None else "instant")


def named_day(text: str) -> values.When:
    """Return a date like 2023-08-03, 2023-08 or 2023, as exactly as it was said."""
    return values.When(span_of(text)[0], precision=_PRECISIONS[len(text)])


def _release(fact: Fact, work: Work) -> Told:
    if fact.happened_at is None:
        return None
    where, by = _text(fact.said, "territory"), _text(fact.said, "carrier")
    return values.Released(work.label, _when(fact), where, by)


def _announcement(fact: Fact, work: Work) -> Told:
    said = fact.said
    return values.Announced(
        work.label,
        said["status"],
        said["certainty"],
        _text(said, "by") or _text(said, "source"),
        _when(fact),
        tuple(said.get("seasons") or ()),
        named_day(said["date"]) if said.get("date") else None,
        _text(said, "carrier"),
    )


def _uplift(fact: Fact, _: Work) -> Told:
    said = fact.said
    try:
        growth = read_growth(said["growth"])
    except GrowthUnread:
        return None
    if growth.other is not None:
        # The words mean two things; a sentence that chose one of them would be ours, not theirs.
        return None
    source = _text(said, "measured_by") or _text(said, "source")
    return values.Rise(
        said["what"], _decimal(growth.per_cent), source, _when(fact), _text(said, "market"),
        _span(said, "first", "last"), _span(said, "baseline_first", "baseline_last")
        or _text(said, "baseline"),
    )  # fmt: skip


def _decimal(number: Fraction) -> Decimal:
    return (Decimal(number.numerator) / number.denominator).quantize(_HUNDREDTH).normalize()


def _span(said: Mapping[str, Any], first: str, last: str) -> str:
    """Return days as ISO 8601 writes a span, which every language reads."""
    days = dict.fromkeys(_text(said, name) for name in (first, last) if said.get(name))
    return "/".join(days)


def _consensus(fact: Fact, work: Work) -> Told:
    text = " ".join(_text(fact.said, "text").split())
    if not text:
        return None
    return values.Quotation(work.label, text, _text(fact.said, "author"), _when(fact))


def _outside(fact: Fact, work: Work) -> Told:
    """Return a score of another site as printed there; whose it is, unless it is the critics’."""
    said = fact.said
    measure = _text(said, "measure")
    site = f"{said['printed_by']} ({measure})" if measure else said["printed_by"]
    out_of = f"/{said['scale']}" if said["scale"].isdecimal() else ""
    panel = "" if said["panel"] == "critics" else said["panel"]
    counted = said.get("count", 0) if not panel and said.get("bound", "exactly") == "exactly" else 0
    return values.PrintedElsewhere(
        work.label, site, f"{said['value']}{out_of}", _when(fact), panel, counted
    )


def _streak(fact: Fact, work: Work) -> Told:
    said, source = fact.said, _text(fact.said, "source")
    if not source:
        return None
    in_a_row = said["counted"] == "in a row"
    return values.Streak(work.label, said["list"], said["weeks"], in_a_row, source, _when(fact))


# The kinds of facts that are cited, and what reads them.
CITED: Mapping[str, Callable[[Fact, Work], Told]] = {
    "consensus": _consensus,
    "outside-score": _outside,
    "announcement": _announcement,
    "release": _release,
    "uplift": _uplift,
    "streak": _streak,
}

# The kind of the item, where it is not called like the kind of the fact.
ITEMS = {"outside-score": "outside"}


def anchor_of(fact: Fact) -> str:
    """Return where a fact stands on the page with the facts to cite; "" if it is not cited."""
    if fact.kind == "counter":
        return f"counter-{fact.id}"
    return f"fact-{fact.id}" if fact.kind in CITED else ""


def stated_items(facts: Iterable[Fact], works: Mapping[int, Work]) -> Iterator[Item]:
    """Yield the facts that can be cited, in their order."""
    for fact in facts:
        told = CITED[fact.kind](fact, works[fact.about])
        if told is not None:
            source, link = _text(fact.said, "source"), _text(fact.said, "link")
            about = works[fact.about]
            kind = ITEMS.get(fact.kind, fact.kind)
            yield Item(f"fact-{fact.id}", kind, about, told, fact.at, fact.id, source, link)
