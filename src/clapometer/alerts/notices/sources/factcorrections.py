"""Corrections of facts: changed, taken back or put back after somebody could have cited them.

A fact whose notice still waits is simply told as it then stands, or not at all. What an import
brought and is taken back with it is one correction of each work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import fact_keys, fact_url, keys_of, name_of, work_url
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.facttelling import line_of, sentence, title_of
from clapometer.alerts.notices.folding import last_told
from clapometer.alerts.notices.source import (
    IMPORT,
    TOLD,
    UNDO,
    Judging,
    Reading,
    Source,
    Told,
    said_in,
)
from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact, facts_numbered, versions_of
from clapometer.ledger.entries import Entry

from .facts import FACTS, family_of

CHANGES = ("corrected", "undone", "restored")
SETTLES = KINDS["correction"].settles * SECOND


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each change of a fact, and one of each work for an import taken back.

    What an import changes is no correction by a person, and is not told one by one.
    """
    changes = [one for one in reading.entries if _is_change(one, reading.since)]
    last = {one.seq: _last(one) for one in changes}
    facts = {seq: fact for seq, fact in last.items() if fact is not None}
    works = reading.followed(facts)
    for entry in changes:
        if entry.seq in works:
            yield _draft(works[entry.seq], facts[entry.seq], entry)


def _is_change(entry: Entry, since: int) -> bool:
    kind, _, what = entry.kind.partition(".")
    told = kind in FACTS and what in CHANGES and entry.recorded_at > since
    return told and not entry.actor.startswith(IMPORT)


def _last(entry: Entry) -> Fact | None:
    """Return the version that was there before the change, if it stood long enough to be cited."""
    before = [one for one in versions_of(entry.subject_id) if one.seq < entry.seq]
    if not before:
        return None
    stood = entry.recorded_at - before[0].recorded_at >= SETTLES
    return before[-1] if stood else None


def _draft(work: Work, fact: Fact, entry: Entry) -> NoticeDraft:
    whole = entry.actor.startswith(UNDO)
    about = (work.id, entry.actor) if whole else (fact.id, entry.seq)
    return NoticeDraft(
        name=name_of("fact", *about),
        kind="correction",
        title=work.label,
        text=work.label,
        url=fact_url(fact.id),
        happened_at=entry.recorded_at,
        recorded_at=entry.recorded_at,
        keys=keys_of(work) if whole else fact_keys(work, fact),
        family=f"work:{work.id} correction" if whole else family_of(fact.id),
        work_id=work.id,
        said={
            "of": "factcorrections", "fact": fact.id, "at": entry.recorded_at, "import": whole,
            "before": line_of(fact),
        },
        seq=entry.seq,
    )  # fmt: skip


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those that say something else than was told, or could be cited, before."""
    work = judging.work
    if work is None:
        return {}
    facts = facts_numbered(said_in(one)["fact"] for one in notices)
    found: dict[int, Told] = {}
    for notice in notices:
        told = _judge(work, notice, facts.get(said_in(notice)["fact"]))
        if told is not None:
            found[notice.id] = told
    return found


def _judge(work: Work, notice: Notice, fact: Fact | None) -> Told | None:
    said = said_in(notice)
    if said["import"]:
        return None if fact is not None else _import_undone(work, notice)
    line = "" if fact is None else line_of(fact)
    first = Notice.objects.filter(name=name_of("fact", said["fact"])).first()
    if first is not None and first.state not in TOLD:
        return None
    before = said["before"] if first is None else said_in(first)["line"]
    if (last := last_told(notice)) is not None:
        before = said_in(last)["line"]
    if line == before:
        return None
    corrects = None if first is None else first.id
    return _told(work, notice, fact, before, line, corrects)


def _told(
    work: Work, notice: Notice, fact: Fact | None, before: str, line: str, corrects: int | None
) -> Told:
    says = {"work": work.label, "before": before, "day": day_of(notice.recorded_at)}
    more = {"line": line}
    if fact is None:
        title = gettext("%(work)s: taken back") % says
        text = gettext("Taken back on %(day)s: %(before)s.") % says
    else:
        title = gettext("Correction: %(title)s") % {"title": title_of(work, fact)}
        text = sentence(fact, line)
        if before:
            text = gettext("%(text)s Before the correction: %(before)s.") % {
                "text": text, "before": before,
            }  # fmt: skip
    url = fact_url(said_in(notice)["fact"])
    return Told(title, text, url, notice.recorded_at, more, corrects)


def _import_undone(work: Work, notice: Notice) -> Told:
    says = {"work": work.label, "day": day_of(notice.recorded_at)}
    title = gettext("%(work)s: an import was taken back") % says
    text = gettext("What an import had said of %(work)s was taken back on %(day)s.") % says
    return Told(title, text, work_url(work), notice.recorded_at)


SOURCE = Source(find, judge)
