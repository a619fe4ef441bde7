"""The history of a work in words: what changed, and which review did it; what was taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from clapometer.reviews.record import Brief, Move, Said
from clapometer.scoring.rules import Rule

from . import words
from .addresses import entry_address, work_address
from .asking import query_of, text_of
from .changes import Change
from .rows import names_of
from .workpage import WorkRecord

# So many reviews of one instant are named; the others are counted.
MOST_CAUSES = 3


@dataclass(frozen=True, slots=True)
class Cause:
    """An entry that did it: who, what, the page of the entry."""

    who: str
    kind: str
    verdict: str
    sign: str
    word: str
    url: str


@dataclass(frozen=True, slots=True)
class Told:
    """One instant of the history. `url` shows the page as it stood then.

    `before`, `after`: as printed. `went`: which way the score went: up, down, new or gone; empty if
    it stayed. `adopted`: what is said where another rule came into force, with its entry's page.
    """

    at: int
    day: str
    url: str
    before: str
    after: str
    went: str
    positive: int
    count: int
    mean: str
    badge: str
    badge_lost: bool
    undated: bool
    moved: bool
    later: bool
    causes: tuple[Cause, ...]
    more: int
    adopted: str = ""
    adopted_url: str = ""


@dataclass(frozen=True, slots=True)
class ToldGone:
    """A review in the record that does not count: who, what happened, why, when."""

    review: int
    who: str
    kind: str
    kind_word: str
    reason: str
    at: int
    url: str
    word: str
    sign: str
    grade: str


def told_changes(record: WorkRecord, changes: Iterable[Change]) -> list[Told]:
    """Return changes whose entries the record holds in words, in their order."""
    return [_told(record, change) for change in changes]


def _told(record: WorkRecord, change: Change) -> Told:
    after, asked = change.after, record.asked
    causes = change.causes
    rule = asked.rule.name if asked.rule_named else ""
    query = query_of(at=text_of(change.at), known=text_of(asked.known), rule=rule)
    return Told(
        at=change.at,
        day=_day(record, change),
        url=work_address(record.work, query),
        before=words.printed(change.before.printed, change.was or change.rule),
        after=words.printed(after.printed, change.rule),
        went=_went(change),
        positive=after.tally.positive,
        count=after.tally.count,
        mean=words.grade_of(after.mean) if after.mean is not None else "–",
        badge=_badge(change),
        badge_lost=change.badge == "lost",
        undated=change.undated,
        moved=change.moved,
        later=asked.at is not None and change.at > asked.at,
        causes=tuple(_cause(move, record.said) for move in causes[:MOST_CAUSES]),
        more=max(0, len(causes) - MOST_CAUSES),
        adopted=_adopted(change),
        adopted_url=entry_address(change.moves[-1].step.event.seq) if change.was else "",
    )


def _went(change: Change) -> str:
    before, after = change.before, change.after
    if before.printed == after.printed and before.shown == after.shown:
        return ""
    if before.printed is None or after.printed is None:
        return "new" if before.printed is None else "gone"
    # Under another rule the same number may be of another unit: shares of the highest compare.
    return (
        "up" if _share(before, change.was or change.rule) < _share(after, change.rule) else "down"
    )


def _share(score: Brief, rule: Rule) -> float:
    return (score.printed or 0) / rule.printing.most


def _badge(change: Change) -> str:
    badge = change.rule.badge
    if badge is None or not change.badge:
        return ""
    return f"{badge.label}: {words.BADGE_MOMENTS[change.badge]}"


def _adopted(change: Change) -> str:
    if not change.moves:
        return gettext("No review: it has been so for long enough.")
    if change.was is None:
        return ""
    return gettext("The rule changed: %(title)s in place of %(was)s.") % {
        "title": change.rule.title,
        "was": change.was.title,
    }


def _day(record: WorkRecord, change: Change) -> str:
    """Return when it happened, as exactly as every review of that instant is dated."""
    said = [record.said[move.step.event.seq] for move in change.moves if move.was is None]
    exact = all(one.dated == "instant" and one.happened_at is not None for one in said)
    exact = exact and not words.is_start_of_day(change.at)
    return words.moment_of(change.at) if exact else words.day_of(change.at)


def _cause(move: Move, said: dict[int, Said]) -> Cause:
    entry, kind = said[move.step.event.seq], move.step.event.kind
    verdict, sign, word = words.VERDICTS[entry.positive]
    return Cause(
        who=names_of(entry),
        kind=str(words.EVENT_KINDS[kind]) if kind != "posted" else "",
        verdict=verdict,
        sign=sign,
        word=str(word) if kind in {"posted", "revised"} else "",
        url=entry_address(entry.seq),
    )


def told_gone(record: WorkRecord) -> list[ToldGone]:
    """Return the reviews that do not count, the last taken out first."""
    return [
        ToldGone(
            review=one.said.review,
            who=names_of(one.said),
            kind=one.kind,
            kind_word=str(words.EVENT_KINDS[one.kind]).capitalize(),
            reason=one.reason,
            at=one.at,
            url=entry_address(one.seq),
            word=str(words.VERDICTS[one.said.positive][2]),
            sign=words.VERDICTS[one.said.positive][1],
            grade=one.said.grade,
        )
        for one in sorted(record.gone, key=lambda gone: -gone.at)
    ]
