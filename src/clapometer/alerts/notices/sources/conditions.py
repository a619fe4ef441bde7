"""Notices of conditions that somebody has set: one notice a key, however many follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import connection
from django.utils.translation import gettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.marking import gettext_noop
from clapometer.alerts.models import Kept, Notice
from clapometer.alerts.notices.about import name_of, work_url, works_numbered
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.followed import followed
from clapometer.alerts.notices.source import Judging, Reading, Source, Told, said_in
from clapometer.alerts.notices.thresholds import HOLDS, Fired, Recorded, fired, recorded
from clapometer.alerts.targets import Key, read_key
from clapometer.catalogue.models import Work
from clapometer.reviews.events import events_of_work
from clapometer.reviews.scoreboard import site_rule
from clapometer.scoring.rule import Rule, printed

TITLES = {
    "score<": gettext_noop("%(work)s: under %(value)d %%, now %(after)s"),
    "score>=": gettext_noop("%(work)s: %(value)d %% reached, now %(after)s"),
    "reviews>=": gettext_noop("%(work)s: %(value)d reviews"),
}
SENTENCES = {
    "score<": gettext_noop(
        "Under %(value)d %% since %(day)s: %(after)s (%(positive)d of %(count)d reviews positive)."
    ),
    "score>=": gettext_noop(
        "At %(value)d %% or more since %(day)s: %(after)s (%(positive)d of %(count)d reviews"
        " positive)."
    ),
    "reviews>=": gettext_noop(
        "%(value)d reviews since %(day)s: %(after)s (%(positive)d of %(count)d reviews positive)."
    ),
}


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each followed condition on a touched work that has come to hold."""
    touched = sorted(reading.reviewed)
    for start in range(0, len(touched), 400):
        rows = list(Kept.objects.filter(work_id__in=touched[start : start + 400]))
        yield from _drafts(rows, works_numbered(row.work_id for row in rows), reading.until)


def changes(keys: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return which conditions are followed newly, of all keys that are, and which no longer."""
    wanted = {text for text in keys if "/" in text}
    known = set(Kept.objects.exclude(work_id=0).values_list("name", flat=True))
    return sorted(wanted - known), sorted(known - wanted)


def learn(new: Sequence[str], now: int) -> tuple[list[Kept], list[NoticeDraft]]:
    """Return what is to be kept in mind of new conditions, and what they bring already.

    A condition counts from when it was first followed.
    """
    rows = [
        Kept(name=key, work_id=int(read_key(key).name), at=since)
        for key in new
        if (since := _first_followed(key)) is not None
    ]
    works = works_numbered(row.work_id for row in rows)
    return rows, list(_drafts(rows, works, now))


def _first_followed(key: str) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT since FROM alerts_follow WHERE key = %s ORDER BY follower_id LIMIT 1", [key]
        )
        row = cursor.fetchone()
    return row[0] if row else None


def _drafts(rows: Iterable[Kept], works: Mapping[int, Work], now: int) -> Iterator[NoticeDraft]:
    rule = site_rule()
    by_work: dict[int, list[Kept]] = {}
    for row in rows:
        if row.work_id in works and read_key(row.name).sign in HOLDS:
            by_work.setdefault(row.work_id, []).append(row)
    for number, kept in by_work.items():
        story = recorded(events_of_work(number), rule)
        for row in kept:
            for one in fired(read_key(row.name), row.at, story, rule, now):
                if one.at + (KINDS["score"].settles + KINDS["score"].keeps) * SECOND > now:
                    yield _draft(works[number], row.name, one)


def _draft(work: Work, key: str, one: Fired) -> NoticeDraft:
    return NoticeDraft(
        name=name_of("condition", key, one.at),
        kind="score",
        title=work.label,
        text=work.label,
        url=work_url(work),
        happened_at=one.at,
        recorded_at=one.at,
        keys=[key],
        work_id=work.id,
        said={
            "of": "conditions", "key": key, "at": one.at, "rank": 8,
            "like": f"work:{work.id} crossing {read_key(key).value}",
        },
    )  # fmt: skip


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those whose condition has held since, while somebody still follows it."""
    work, rule = judging.work, site_rule()
    if work is None:
        return {}
    story = recorded(events_of_work(work.id), rule)
    keys = {one.id: said_in(one)["key"] for one in notices}
    still = followed(keys.values())
    since = dict(Kept.objects.filter(name__in=list(still)).values_list("name", "at"))
    found: dict[int, Told] = {}
    for notice in notices:
        text = keys[notice.id]
        if text in since:
            fires = fired(read_key(text), since[text], story, rule, judging.now)
            if any(one.at == notice.recorded_at for one in fires):
                found[notice.id] = _told(work, read_key(text), notice, rule, story[-1])
    return found


def _told(work: Work, key: Key, notice: Notice, rule: Rule, last: Recorded) -> Told:
    tally = last.tally
    says = {
        "work": work.label, "value": key.value, "day": day_of(notice.recorded_at),
        "after": printed(rule, tally).shown or "–", "positive": tally.positive,
        "count": tally.count,
    }  # fmt: skip
    title, text = gettext(TITLES[key.sign]) % says, gettext(SENTENCES[key.sign]) % says
    return Told(title, text, work_url(work, notice.recorded_at), notice.recorded_at)


SOURCE = Source(find, judge)
