"""Everything that the page of one fact shows: its values, both of its times, all its versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from clapometer.accounts.names import shown_names
from clapometer.catalogue.models import Work
from clapometer.facts.kinds import WHEN, FactKind, kind_named
from clapometer.facts.reading import Fact, versions_of
from clapometer.instants import format_instant
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import position_at, read_some

from .addresses import entry_address, fact_address, work_address
from .asking import query_of, text_of
from .factentries import DONE
from .factwords import (
    Names,
    Shown,
    line_of,
    names_in,
    shown_value,
    shown_values,
    spoken_when,
    title_of,
)
from .press.besides import beside_the_record
from .press.disputes import Dispute, dispute_of
from .press.reporting import Reporter, reporters_of


@dataclass(frozen=True, slots=True)
class Difference:
    """What a correction changed of one thing: how it read before, and after; "" for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One entry about a fact: what it did, by whom, when it was recorded, why, and what changed."""

    seq: int
    what: str
    done: str
    actor: str
    writer: str
    recorded_at: int
    reason: str
    changed: list[Difference]
    url: str


@dataclass(frozen=True, slots=True)
class FactPage:
    """A fact as the site knew it at an instant.

    `stands`: whether it was not taken back then. `later`: whether it happened after the instant
    that is asked for. `permalink` names the version, so that it always shows the same.
    """

    fact: Fact
    kind: FactKind
    title: str
    line: str
    work: Work | None
    work_url: str
    values: list[Shown]
    when: str
    moment: str
    source: str
    link: str
    stands: bool
    later: bool
    steps: list[Step]
    permalink: str
    reporters: list[Reporter]
    dispute: Dispute | None
    record: str

    @property
    def taken_back(self) -> Step | None:
        """Return the step that took it back, if that is how it stands."""
        return None if self.stands else self.steps[-1]

    @property
    def first(self) -> Step:
        """Return the step that recorded it."""
        return self.steps[0]


def read_fact_page(number: int, at: int | None = None, known: int | None = None) -> FactPage | None:
    """Return the page of a fact as asked for at `at`, as the site knew it at `known`; None: now.

    None where there is no such fact, or was none then.
    """
    versions = versions_of(number, known)
    kind = kind_named(versions[-1].kind) if versions else None
    if kind is None:
        return None
    fact, names = versions[-1], names_in(kind, versions)
    steps = _steps(kind, versions, known, names)
    work = Work.objects.select_related("parent").filter(id=fact.about).first()
    stands = steps[-1].what != "undone"
    return FactPage(
        fact=fact,
        kind=kind,
        title=title_of(kind.name),
        line=line_of(fact, names),
        work=work,
        work_url=work_address(work, query_of(known=text_of(known))) if work else "",
        values=shown_values(kind, fact.said, names),
        when=spoken_when(fact),
        moment=gettext(kind.moment),
        source=str(fact.said.get("source", "")),
        link=str(fact.said.get("link", "")),
        stands=stands,
        later=at is not None and fact.at > at,
        steps=steps,
        permalink=fact_address(number, query_of(known=text_of(steps[-1].recorded_at))),
        reporters=reporters_of([number], known).get(number, []),
        dispute=dispute_of(fact, known) if stands else None,
        record=beside_the_record(work, fact, known) if stands else "",
    )


def _steps(kind: FactKind, versions: Sequence[Fact], known: int | None, names: Names) -> list[Step]:
    """Return every entry about the fact, in order."""
    told = {one.seq: one for one in versions}
    ends = [one.until for one in versions if one.until is not None]
    position = None if known is None else position_at(known)
    seqs = sorted({*told, *(end for end in ends if position is None or end <= position)})
    entries = read_some(seqs)
    writers = shown_names({entry.actor for entry in entries.values()})
    steps: list[Step] = []
    before: Fact | None = None
    for seq in seqs:
        now = told.get(seq)
        changed = differences(kind, before, now, names) if before and now else []
        steps.append(_step(entries[seq], changed, writers))
        before = now or before
    return steps


def _step(entry: Entry, changed: list[Difference], writers: Mapping[str, str]) -> Step:
    what = entry.kind.partition(".")[2]
    return Step(
        seq=entry.seq,
        what=what,
        done=str(DONE.get(what, what)),
        actor=entry.actor,
        writer=writers[entry.actor],
        recorded_at=entry.recorded_at,
        reason=str(entry.data.get("reason", "")),
        changed=changed,
        url=entry_address(entry.seq),
    )


def differences(kind: FactKind, before: Fact, after: Fact, names: Names) -> list[Difference]:
    """Return what differs between two versions of a fact, in the order of its fields."""
    found = [
        Difference(gettext(field.label), *_texts(field, before.said, after.said, names))
        for field in kind.every_field
        if before.said.get(field.name) != after.said.get(field.name)
    ]
    was, now = spoken_when(before), spoken_when(after)
    return [*found, Difference(gettext(kind.moment), was, now)] if was != now else found


def _texts(
    field: Any, before: Mapping[str, Any], after: Mapping[str, Any], names: Names
) -> tuple[str, str]:
    values = (before.get(field.name), after.get(field.name))
    was, now = ("" if one is None else shown_value(field, one, names).text for one in values)
    return was, now


def fact_object(page: FactPage) -> dict[str, object]:
    """Return the page for programs: values as they stand in the ledger."""
    fact = page.fact
    said = {field.name: fact.said.get(field.name) for field in page.kind.every_field}
    said |= {page.kind.stamp.name: fact.said.get(page.kind.stamp.name)} if page.kind.stamp else {}
    return {
        "fact": fact.id,
        "kind": page.kind.name,
        "work": page.work.public_id if page.work else None,
        "title": page.work.label if page.work else None,
        "line": page.line,
        "said": said,
        "happened_at": _written(fact.happened_at),
        WHEN: {"dated": fact.dated, "means": page.kind.moment},
        "recorded_at": _written(fact.since),
        "stands": page.stands,
        "reported_by": [_reporter_object(one) for one in page.reporters],
        "contradicted_by": [side.mark.number for side in page.dispute.sides if not side.this]
        if page.dispute
        else [],
        "versions": [
            {
                "entry": step.seq,
                "what": step.what,
                "recorded_at": _written(step.recorded_at),
                "actor": step.actor,
                "reason": step.reason or None,
                "changed": [
                    {"field": one.label, "before": one.before or None, "after": one.after or None}
                    for one in step.changed
                ],
            }
            for step in page.steps
        ],
    }


def _reporter_object(one: Reporter) -> dict[str, object]:
    """Return a story that states the fact, for programs."""
    return {
        "story": one.story,
        "outlet": one.outlet or None,
        "headline": one.headline,
        "link": one.link or None,
        "published": _written(one.at),
        "modality": one.modality,
        "quote": one.quote or None,
    }


def _written(instant: int | None) -> str | None:
    return None if instant is None else format_instant(instant)
