"""Notices of what a score did: the moments of its history, each under its own id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import connection
from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import keys_of, work_url
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.parts import Part, parts_of
from clapometer.alerts.notices.source import (
    IMPORT,
    TOLD,
    Judging,
    Reading,
    Source,
    Told,
    said_in,
)
from clapometer.alerts.notices.tellings import TELLINGS, Telling, family_of
from clapometer.catalogue.models import Work
from clapometer.ledger.reading import read_some
from clapometer.reviews.events import events_of_work
from clapometer.reviews.moments import moment_words, moments_of
from clapometer.scoring.bench import instant_of
from clapometer.scoring.events import Event
from clapometer.scoring.moments import Moment

# When the entry was recorded, and when the one of the same review before it was.
_STOOD = (
    "SELECT e.recorded_at, max(b.recorded_at) FROM reviews_reviewevent e"
    " JOIN reviews_reviewevent b ON b.work_id = e.work_id AND b.review_id = e.review_id"
    " AND b.seq < e.seq WHERE e.work_id = %s AND e.seq = %s GROUP BY e.recorded_at"
)
FRESH = KINDS["score"].fresh * SECOND
_OUTLET = (
    "SELECT o.name FROM reviews_reviewevent e JOIN reviews_review r ON r.id = e.review_id"
    " JOIN reviews_outlet o ON o.id = r.outlet_id WHERE e.work_id = %s AND e.seq = %s"
)


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each moment of a touched work that is news."""
    for work in reading.works.values():
        yield from find_in(work, moments_of(work, at=reading.until), reading.since, reading.now)


def find_in(work: Work, moments: Iterable[Moment], since: int, now: int) -> Iterator[NoticeDraft]:
    """Yield a draft for each of a work's moments that is news, with nothing of before `since`."""
    events: list[Event] | None = None
    for one in moments:
        telling = TELLINGS[one.kind]
        if telling.kind and one.recorded_at > since and is_news(one, telling, now):
            events = events_of_work(work.id) if events is None else events
            if telling.kind == "correction" or not comes_of_old(one, events):
                yield _draft(work, one, telling)


def is_news(moment: Moment, telling: Telling, now: int) -> bool:
    """Return whether it was recorded soon after it happened, and can still be told in time.

    What another rule made of the score is no news of the work.
    """
    kind = KINDS[telling.kind]
    ends = moment.recorded_at + (kind.settles + kind.keeps) * SECOND
    if ends <= now or moment.rules:
        return False
    fresh = moment.recorded_at - moment.happened_at <= FRESH
    return fresh or (telling.kind == "correction" and _is_by_hand(moment.cause))


def _is_by_hand(seq: int) -> bool:
    """Return whether a person wrote the entry: what that changes today is news, however old."""
    return not read_some([seq])[seq].actor.startswith(IMPORT)


def comes_of_old(moment: Moment, events: Iterable[Event]) -> bool:
    """Return whether old reviews have brought it about: as its cause, or recorded after that.

    An import of the past moves what a review of today means; that is no news of today.
    """
    told = list(events)
    caused = next((one for one in told if one.seq == moment.cause), None)
    if caused is None:
        return False
    cause = caused.recorded_at
    if cause - instant_of(caused) > FRESH:
        return True
    if moment.recorded_at <= max(cause, moment.happened_at):
        return False
    late = [
        one.recorded_at - instant_of(one)
        for one in told
        if cause < one.recorded_at <= moment.recorded_at
        and one.voided_at is None
        and instant_of(one) <= moment.happened_at
    ]
    return bool(late) and min(late) > FRESH


def _draft(work: Work, moment: Moment, telling: Telling) -> NoticeDraft:
    said = {
        "of": "scores", "moment": moment.id, "was": moment.kind, "state": telling.state,
        "at": moment.happened_at, "cause": moment.cause, "rank": telling.rank,
    }  # fmt: skip
    return NoticeDraft(
        name=moment.id,
        kind=telling.kind,
        title=work.label,
        text=moment.text,
        url="",
        happened_at=moment.happened_at,
        recorded_at=moment.recorded_at,
        keys=keys_of(work),
        family=family_of(work.id, moment),
        work_id=work.id,
        said=said,
        seq=moment.cause,
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those whose moment the history still tells, and still as news."""
    found: dict[int, Told] = {}
    gone = [part for part in _told_parts(judging) if part.id not in judging.moments]
    for notice in notices:
        moment = judging.moments.get(said_in(notice)["moment"])
        if judging.work is None or moment is None or any(one.is_like(moment) for one in gone):
            continue
        telling = TELLINGS[moment.kind]
        if telling.kind == "correction" and not _could_be_cited(judging.work.id, moment.cause):
            continue
        if telling.kind != "correction" and comes_of_old(moment, judging.events):
            continue
        if is_news(moment, telling, min(judging.now, notice.expires_at - 1)):
            found[notice.id] = _told(judging.work, moment)
    return found


def _told_parts(judging: Judging) -> list[Part]:
    """Return the moments of the work that were told."""
    if judging.work is None:
        return []
    told = Notice.objects.filter(
        work_id=judging.work.id, state__in=TOLD, kind__in=("score", "badge")
    )
    return [part for one in told for part in parts_of(one)]


def _could_be_cited(work: int, seq: int) -> bool:
    """Return whether what an entry takes back had stood for as long as it takes to settle."""
    with connection.cursor() as cursor:
        cursor.execute(_STOOD, [work, seq])
        row = cursor.fetchone()
    return row is not None and row[0] - row[1] >= KINDS["correction"].settles * SECOND


def _told(work: Work, moment: Moment) -> Told:
    title = gettext(TELLINGS[moment.kind].title) % {
        "work": work.label, "after": moment.shown[1], "label": moment.label,
    }  # fmt: skip
    more = {"at": moment.happened_at, "parts": [Part.of(moment)]}
    url = work_url(work, moment.happened_at)
    return Told(title, sentence(work, moment), url, moment.happened_at, more)


def sentence(work: Work, moment: Moment) -> str:
    """Return a moment with its numbers, its day, and where the review stood that caused it."""
    says = {"moment": moment_words(moment), "day": day_of(moment.happened_at)}
    says["outlet"] = _outlet_of(work.id, moment.cause)
    if not says["outlet"]:
        return gettext("%(moment)s %(day)s.") % says
    return gettext("%(moment)s %(day)s, with a review in %(outlet)s.") % says


def _outlet_of(work: int, seq: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute(_OUTLET, [work, seq])
        row = cursor.fetchone()
    return row[0] if row else ""


SOURCE = Source(find, judge)
