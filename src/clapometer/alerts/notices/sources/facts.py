"""Notices of facts: announcements, dates, trailers, credits, the consensus, what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import DAY, KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import fact_keys, fact_url, name_of
from clapometer.alerts.notices.facttelling import line_of, sentence, title_of
from clapometer.alerts.notices.source import IMPORT, Judging, Reading, Source, Told, said_in
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact, facts_numbered
from clapometer.ledger.entries import Entry
from clapometer.signals.statuses.vocabulary import STATUSES


class FactTelling(NamedTuple):
    """How a kind of fact is told: as which kind of notice.

    `fresh`: seconds; what happened longer before it was recorded is no news; 0: as its kind of
    notice. `undated`: whether one without a time of its own is news, where a person states it.
    """

    kind: str
    fresh: int = 0
    undated: bool = True


FACTS: dict[str, FactTelling] = {
    "announcement": FactTelling("announcement"),
    "release": FactTelling("premiere", 3 * DAY, undated=False),
    "trailer": FactTelling("announcement"),
    "credit": FactTelling("announcement", undated=False),
    "consensus": FactTelling("consensus"),
    "uplift": FactTelling("number"),
    "streak": FactTelling("number"),
    "outside-score": FactTelling("number"),
}
"""Kinds of facts that are told; the others say what a work is, and are no news."""
DATES = frozenset({"dated", "rescheduled", "delayed", "released"})
"""Statuses of an announcement that are told as a premiere's date."""


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each new fact that is news."""
    added = [one for one in reading.entries if one.kind.endswith(".added") and _telling(one)]
    fresh = {one.seq: one for one in added if one.recorded_at > reading.since and is_news(one)}
    facts = facts_numbered(fresh)
    works = reading.followed(facts)
    for number, fact in facts.items():
        if number in works:
            yield _draft(works[number], fact, fresh[number])


def _telling(entry: Entry) -> FactTelling | None:
    return FACTS.get(entry.kind.partition(".")[0])


def is_news(entry: Entry) -> bool:
    """Return whether the fact was recorded soon after it happened, or a person says it undated."""
    telling = _telling(entry)
    assert telling is not None
    if entry.happened_at is None:
        return telling.undated and not entry.actor.startswith(IMPORT)
    fresh = (telling.fresh or KINDS[telling.kind].fresh) * SECOND
    return entry.recorded_at - entry.happened_at <= fresh


def kind_of(fact: Fact) -> str:
    """Return as which kind of notice a fact is told."""
    if fact.kind == "announcement" and fact.said["status"] in DATES:
        return "premiere"
    return FACTS[fact.kind].kind


def _draft(work: Work, fact: Fact, entry: Entry) -> NoticeDraft:
    return NoticeDraft(
        name=name_of("fact", fact.id),
        kind=kind_of(fact),
        title=work.label,
        text=work.label,
        url=fact_url(fact.id),
        happened_at=fact.at,
        recorded_at=entry.recorded_at,
        keys=fact_keys(work, fact),
        family=family_of(fact.id),
        work_id=work.id,
        said={"of": "facts", "fact": fact.id, "at": fact.at},
        seq=fact.id,
    )


def family_of(fact: int) -> str:
    """Return the family of all that is told of one fact."""
    return f"fact:{fact}"


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those whose fact still stands, in the words of its latest version."""
    if judging.work is None:
        return {}
    facts = facts_numbered(said_in(one)["fact"] for one in notices)
    found: dict[int, Told] = {}
    for notice in notices:
        fact = facts.get(said_in(notice)["fact"])
        if fact is None or fact.about != judging.work.id:
            continue
        line = line_of(fact)
        title, text = title_of(judging.work, fact), sentence(fact, line)
        found[notice.id] = Told(title, text, fact_url(fact.id), fact.at, {"line": line})
    return found


SOURCE = Source(find, judge)
assert set(STATUSES) >= DATES
