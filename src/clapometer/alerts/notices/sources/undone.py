"""Corrections: entries about reviews that were taken back and moved the printed score.

What stood for less than a correction takes to settle was told to nobody. A whole import that was
taken back is one correction of each work, however many entries that took.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import entry_url, keys_of, name_of, work_url
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.source import UNDO, Judging, Reading, Source, Told, said_in
from clapometer.catalogue.models import Work
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import read_some
from clapometer.reviews.scores import score_of

SETTLES = KINDS["correction"].settles * SECOND


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each work of which entries were taken back, and for each single one."""
    undone = {
        number: [one for one in entries if one.kind == "review.undone"]
        for number, entries in reading.reviewed.items()
        if number in reading.works
    }
    before = read_some(one.data["entry"] for every in undone.values() for one in every)
    for number, entries in undone.items():
        for entry in _lasting(entries, before):
            if entry.recorded_at > reading.since:
                yield _draft(reading.works[number], entry)


def _lasting(entries: Sequence[Entry], before: Mapping[int, Entry]) -> list[Entry]:
    """Return the first of each import that was taken back, and each single entry that stood."""
    stood = [
        one for one in entries
        if one.recorded_at - before[one.data["entry"]].recorded_at >= SETTLES
    ]  # fmt: skip
    found: dict[object, Entry] = {}
    for one in stood:
        found.setdefault(one.actor if one.actor.startswith(UNDO) else one.seq, one)
    return list(found.values())


def _draft(work: Work, entry: Entry) -> NoticeDraft:
    whole = entry.actor.startswith(UNDO)
    return NoticeDraft(
        name=name_of("undone", work.id, entry.actor if whole else entry.seq),
        kind="correction",
        title=work.label,
        text=work.label,
        url=work_url(work),
        happened_at=entry.recorded_at,
        recorded_at=entry.recorded_at,
        keys=keys_of(work),
        family=f"work:{work.id} correction",
        work_id=work.id,
        said={"of": "undone", "at": entry.recorded_at, "import": whole},
        seq=entry.seq,
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those since which another score is printed; of an import, another number too."""
    work = judging.work
    if work is None:
        return {}
    now, found = score_of(work), {}
    for notice in notices:
        then = score_of(work, known=notice.recorded_at - 1)
        whole = said_in(notice)["import"]
        moved = then.score.printed != now.score.printed
        if moved or (whole and then.score.tally != now.score.tally):
            says = {
                "work": work.label, "day": day_of(notice.recorded_at),
                "before": then.score.shown or "–", "were": then.score.tally.count,
                "after": now.score.shown or "–", "are": now.score.tally.count,
            }  # fmt: skip
            found[notice.id] = _told(work, notice, says, whole)
    return found


def _told(work: Work, notice: Notice, says: Mapping[str, object], whole: bool) -> Told:
    title = gettext("%(work)s: the score was corrected") % says
    if whole:
        text = gettext(
            "An import was taken back on %(day)s: the score is %(after)s of %(are)d reviews, and"
            " was %(before)s of %(were)d."
        )
        return Told(title, text % says, work_url(work), notice.happened_at)
    text = gettext(
        "A review was taken back on %(day)s: the score is %(after)s of %(are)d reviews, and was"
        " %(before)s of %(were)d."
    )
    return Told(title, text % says, entry_url(notice.seq), notice.happened_at)


SOURCE = Source(find, judge)
