"""Accepting a claim: the story is posted, the fact stated unless it is known, the one supports the
other. All of it is one transaction of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from clapometer.catalogue.models import Work
from clapometer.facts.days import When, shown_day
from clapometer.facts.reading import facts_about
from clapometer.instants import start_of_day
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.signals.points import Point, point_of

from ..counting import Key, known_measures, take_readings
from ..counting import Reading as Numbers
from ..entering import enter_fact
from ..proposals.models import Backing, Proposal
from ..refusing import EntryRefused, Problem
from ..reviewtyping import zone_of_site
from ..workentry import add_work
from . import posting
from .comparing import known_fact
from .looking import Looked, look, of_season
from .records import TOPICS
from .topicstaking import take_topics, topics_typed
from .works import season_record

_BOUNDS = {"at least": "≥", "at most": "≤", "about": "~"}


def accept(proposal: Proposal, said: Mapping[str, Any], actor: str) -> list[int]:
    """Write what a claim states; return the positions of the entries.

    Raises EntryRefused and FactRefused; nothing is written then.
    """
    with writing(actor):
        before = head()[0]
        backings = _backings(proposal)
        if said.get("record") == TOPICS:
            _topics(actor, backings, said)
        else:
            whole = _added(said, actor)
            _fact(actor, backings, whole)
            _spread(backings, whole)
        return list(range(before + 1, head()[0] + 1))


def _backings(proposal: Proposal) -> list[Backing]:
    """Return where it is said, the surest first: that one is the source of the fact."""
    found = proposal.backings.select_related("reading").order_by("-confidence", "id")
    return list(found)


def _topics(actor: str, backings: list[Backing], said: Mapping[str, Any]) -> None:
    if not topics_typed(said):
        raise EntryRefused(Problem("topics", _("No topic is named.")))
    for backing in backings:
        take_topics(actor, backing, said)


def _added(said: Mapping[str, Any], actor: str) -> Mapping[str, Any]:
    """Return what is said with the work that an editor asked to be added, if so."""
    kind = str(said.get("add") or "")
    if not kind:
        return said
    title = str(said.get("work") or said.get("title") or "")
    added = add_work({"kind": kind, "title": title}, actor, sure=False)
    if added.work is None:
        there = ", ".join(f"{one} {one.public_id}" for one in added.alike)
        sentence = _("The site has works like it: %(works)s. Choose one of them.")
        raise EntryRefused(Problem("work", sentence % {"works": there}))
    return {**said, "work": f"w{added.work}", "add": ""}


def _spread(backings: list[Backing], said: Mapping[str, Any]) -> None:
    """Say of the other claims of these stories that mean the same work by its title which it is."""
    title, work = said.get("title"), look(said).work
    readings = [one.reading_id for one in backings]
    others = Proposal.objects.filter(
        kind="claim", state="waiting", work=None, backings__reading__in=readings
    )
    for one in others.distinct():
        if title and one.said.get("title") == title and not one.said.get("work"):
            one.said, one.work = {**one.said, "work": work.public_id, "add": ""}, work.id
            one.save(update_fields=["said", "work"])


def _fact(actor: str, backings: list[Backing], said: Mapping[str, Any]) -> None:
    looked = look(said)
    sourced = _sourced(said, backings)
    as_of = ""
    if sourced.get("measure"):
        fact, as_of = _number(actor, looked, said, sourced)
    else:
        known = known_fact(looked)
        fact = known.id if known else _stated(actor, looked, said, sourced)
    for backing in backings:
        posting.supported(actor, fact, backing, as_of)


def _sourced(said: Mapping[str, Any], backings: list[Backing]) -> dict[str, str]:
    """Return the fields as typed, with the story that states them first as their source."""
    first = backings[0].reading if backings else None
    source = {"source": posting.source_of(first), "link": posting.link_of(first)} if first else {}
    return {**source, **{name: text for name, text in said["typed"].items() if text}}


def _about(actor: str, looked: Looked, said: Mapping[str, Any]) -> Work:
    return season_record(actor, looked.work, said.get("season") if of_season(said) else None)


def _stated(actor: str, looked: Looked, said: Mapping[str, Any], typed: dict[str, str]) -> int:
    typed = {name: text for name, text in typed.items() if name != "measure"}
    return enter_fact(looked.kind, _about(actor, looked, said).id, typed, actor).seq


def _number(
    actor: str, looked: Looked, said: Mapping[str, Any], typed: dict[str, str]
) -> tuple[int, str]:
    """Tell a number of a counter; return the counter, and as of when the number is."""
    measure = typed["measure"]
    if measure not in known_measures():
        sentence = _("No measure is called “%(name)s”.") % {"name": measure[:60]}
        raise EntryRefused(Problem("measure", sentence))
    point, work = _point(looked), _about(actor, looked, said)
    key = Key(work.id, measure, typed.get("subject") or work.label)
    told = Numbers(key, (point,), typed.get("source", ""), typed.get("link", ""))

    with writing(actor) as writer:
        take_readings([told], lambda drafts: [entry.seq for entry in writer.append(drafts)])
    return _counter(key), point.as_of


def _point(looked: Looked) -> Point:
    """Return the number as of the day on which it was told. Raises EntryRefused without one."""
    told = looked.told
    if told.happened_at is None or told.said["dated"] not in ("day", "instant"):
        sentence = _("A number of a counter needs its day; write it.")
        raise EntryRefused(Problem("when", sentence))
    bound = _BOUNDS.get(told.said.get("bound", ""), "=")
    day = shown_day(When(told.happened_at, "day"), zone_of_site())
    value = Decimal(told.said["value"])
    return point_of(start_of_day(date.fromisoformat(day), UTC), value, bound, whole_day=True)


def _counter(key: Key) -> int:
    """Return the counter that holds such numbers."""
    for fact in facts_about([key.work], "counter"):
        said = fact.said
        there = Key(fact.about, said["measure"], said["of"], said.get("territory", ""))
        if there.folded == key.folded:
            return fact.id
    raise EntryRefused(Problem("measure", _("The counter was not opened.")))
