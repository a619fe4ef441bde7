"""Corrections of what was sent of a score: its moment is no longer told, or is told again.

A moment that another entry now brings about, in the same words, contradicts nothing: an older
review that turned up has moved its cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import name_of, work_url
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.parts import parts_of, stands
from clapometer.alerts.notices.source import TOLD, Judging, Reading, Source, Told, said_in
from clapometer.catalogue.models import Work
from clapometer.reviews.moments import moments_of
from clapometer.reviews.scores import score_of


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each notice that was sent and that no longer says how it was."""
    works = reading.works
    sent = _sent(works)
    believed = last_said([one for every in sent.values() for one in every])
    for number, notices in sent.items():
        work = works[number]
        moments = moments_of(work, at=reading.until)
        recorded = _recorded(reading, number)
        for notice in notices:
            there = stands(parts_of(notice), moments)
            said, times = believed[notice.id]
            if there != said:
                due = reading.now + KINDS["correction"].settles * SECOND
                yield _draft(work, notice, there, times, recorded, due)


def _sent(works: Iterable[int]) -> dict[int, list[Notice]]:
    wanted = list(works)
    found: dict[int, list[Notice]] = {}
    for start in range(0, len(wanted), 400):
        rows = Notice.objects.filter(
            work_id__in=wanted[start : start + 400], state__in=TOLD, kind__in=("score", "badge")
        )
        for notice in rows.order_by("id"):
            if said_in(notice).get("parts"):
                found.setdefault(notice.work_id, []).append(notice)
    return found


def _recorded(reading: Reading, work: int) -> int:
    entries = reading.reviewed.get(work) or reading.entries
    return entries[-1].recorded_at


def last_said(notices: Sequence[Notice]) -> dict[int, tuple[bool, int]]:
    """Return what the readers of each notice believe of it now, and how often it was corrected.

    They believe what it said, until a correction of it says otherwise.
    """
    found = {one.id: (True, 0) for one in notices}
    works = sorted({one.work_id for one in notices})
    for start in range(0, len(works), 400):
        sent = Notice.objects.filter(work_id__in=works[start : start + 400], state__in=TOLD)
        for one in sent.exclude(corrects_id=None).order_by("id"):
            if one.corrects_id in found:
                times = found[one.corrects_id][1]
                found[one.corrects_id] = (bool(said_in(one).get("stands")), times + 1)
    return found


def _draft(
    work: Work, notice: Notice, there: bool, times: int, recorded: int, due: int
) -> NoticeDraft:
    return NoticeDraft(
        name=name_of("corrects", notice.name, times),
        kind="correction",
        title=notice.title,
        text=notice.text,
        url=work_url(work),
        happened_at=recorded,
        recorded_at=recorded,
        work_id=work.id,
        audience="corrects",
        said={"of": "contradictions", "stands": there},
        due_at=due,
        corrects_id=notice.id,
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those that still have to be told."""
    found: dict[int, Told] = {}
    corrected = Notice.objects.in_bulk([one.corrects_id for one in notices])
    believed = last_said(list(corrected.values()))
    for notice in notices:
        was = corrected.get(notice.corrects_id)
        if judging.work is None or was is None:
            continue
        there = stands(parts_of(was), judging.moments.values())
        if there != believed[was.id][0]:
            found[notice.id] = _told(judging.work, was, notice, there)
    return found


def _told(work: Work, was: Notice, notice: Notice, there: bool) -> Told:
    now = score_of(work).score
    says = {
        "work": work.label, "text": was.text, "day": day_of(notice.recorded_at),
        "score": now.shown or "–", "positive": now.tally.positive, "count": now.tally.count,
    }  # fmt: skip
    if there:
        title = gettext("Holds again: %(title)s") % {"title": was.title}
        text = gettext("What was told and then corrected holds again since %(day)s: %(text)s")
    else:
        title = gettext("Correction: %(title)s") % {"title": was.title}
        text = gettext(
            "This was told and no longer holds since %(day)s: %(text)s The score is now %(score)s"
            " (%(positive)d of %(count)d reviews positive)."
        )
    return Told(title, text % says, work_url(work), notice.recorded_at, {"stands": there})


SOURCE = Source(find, judge)
