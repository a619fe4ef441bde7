"""Both readings of a series or season as its page prints them, and the seasons that came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from clapometer.reviews.comebacks import Comeback, comebacks_of
from clapometer.reviews.rollups import WorkRollUp, is_fit, roll_up_of
from clapometer.scoring.pooling import FIRST_EPISODES
from clapometer.scoring.rollup import RollUp
from clapometer.scoring.rules import Rule

from . import words
from .addresses import work_address
from .asking import Asked
from .workpage import WorkRecord

KINDS = ("series", "season")


@dataclass(frozen=True, slots=True)
class ToldPart:
    """One part: its score, what it is made of, and why it is left out of the mean, if it is."""

    title: str
    url: str
    shown: str
    counted: str
    marked: str
    note: str


@dataclass(frozen=True, slots=True)
class ToldComeback:
    """A season beside the one before it: the numbers, and whether they are a caution."""

    text: str
    caution: bool


@dataclass(frozen=True, slots=True)
class Readings:
    """What a page says of a work with parts; no parts where none of them has reviews.

    `marked` is about the work's own reviews of the first episodes only.
    """

    pooled: str
    pooled_from: str
    mean: str
    mean_from: str
    parts: tuple[ToldPart, ...]
    has_marks: bool
    weighing: str
    marked: str
    comebacks: tuple[ToldComeback, ...]


def read_readings(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the section of the readings; None where there is nothing to say."""
    found = readings_of(record, record.until)
    if found is None:
        return None
    title = gettext("Two readings") if found.parts else gettext("Who reviewed it")
    return {"title": title, "readings": found}


def readings_of(record: WorkRecord, until: int) -> Readings | None:
    """Return what there is to say at the instants asked for; None where that is nothing.

    `until` is how far time has gone, from which the ages of seasons are counted.
    """
    work, asked = record.work, record.asked
    if work.kind not in KINDS or not is_fit(asked.rule):
        return None
    answer = roll_up_of(work, asked.rule, asked.at, asked.known)
    comebacks = comebacks_of(
        work, asked.rule, until, asked.at, asked.known, record.told_of_reviews.events
    )
    told = _told(answer, asked, comebacks)
    return told if told.parts or told.marked or told.comebacks else None


def _told(answer: WorkRollUp, asked: Asked, comebacks: list[Comeback]) -> Readings:
    reading, rule = answer.reading, answer.rule
    reviewed = any(part.pooled.reviews or part.first_episodes.count for part in reading.parts)
    parts = tuple(_part(answer, part, asked) for part in reading.parts) if reviewed else ()
    return Readings(
        pooled=words.printed(reading.printed, rule),
        pooled_from=_pooled_from(reading, rule),
        mean=words.printed(reading.printed_mean, rule),
        mean_from=_mean_from(reading),
        parts=parts,
        has_marks=any(one.marked for one in parts),
        weighing=_weighing(answer),
        marked=_marked(answer),
        comebacks=tuple(ToldComeback(_back(one), one.numbers.caution) for one in comebacks),
    )


def _part(answer: WorkRollUp, part: RollUp, asked: Asked) -> ToldPart:
    marked, work = part.first_episodes, answer.works[part.name]
    left_out = part.name in answer.reading.left_out
    return ToldPart(
        title=work.title,
        url=work_address(work, asked.query()),
        shown=words.printed(part.printed, answer.rule),
        counted=_counted(part),
        marked=_of(marked.positive, marked.count) if marked.count else "",
        note=_too_few(answer.rule) if left_out else "",
    )


def _of(positive: int, count: int) -> str:
    return gettext("%(positive)d of %(count)d") % {"positive": positive, "count": count}


def _too_few(rule: Rule) -> str:
    return ngettext(
        "left out of the mean: fewer than %(n)d review",
        "left out of the mean: fewer than %(n)d reviews",
        rule.minimum,
    ) % {"n": rule.minimum}


def _counted(reading: RollUp) -> str:
    """Return how many of how many reviews are positive; by weight where they weigh differently."""
    pool = reading.pooled
    if pool.weight == pool.reviews and pool.positive.denominator == 1:
        return _of(int(pool.positive), pool.reviews)
    of = {"positive": _plain(pool.positive), "weight": _plain(pool.weight), "n": pool.reviews}
    return (
        ngettext(
            "%(positive)s of %(weight)s by weight, from %(n)d review",
            "%(positive)s of %(weight)s by weight, from %(n)d reviews",
            pool.reviews,
        )
        % of
    )


def _plain(number: Fraction) -> str:
    return f"{float(number):g}"


def _pooled_from(reading: RollUp, rule: Rule) -> str:
    if not reading.enough:
        few = ngettext("%(n)d review is needed", "%(n)d reviews are needed", rule.minimum)
        return f"{_counted(reading)}; {few % {'n': rule.minimum}}"
    return gettext("%(counted)s positive") % {"counted": _counted(reading)}


def _mean_from(reading: RollUp) -> str:
    there = sum(part.enough for part in reading.parts)
    return ngettext(
        "from %(there)d of %(n)d part, which counts once",
        "from %(there)d of %(n)d parts, each counting once",
        len(reading.parts),
    ) % {"there": there, "n": len(reading.parts)}


def _weighing(answer: WorkRollUp) -> str:
    """Return how reviews of episodes are pooled, where there are episodes."""
    if not any(part.kind == "episode" for part in _all(answer.reading)):
        return ""
    episode = answer.weighing.episode
    if not episode:
        return gettext("Under this rule reviews of episodes do not count in their season.")
    return gettext("Under this rule a review of an episode counts %(weight)s in its season.") % {
        "weight": str(episode)
    }


def _all(reading: RollUp) -> Iterator[RollUp]:
    for part in reading.parts:
        yield part
        yield from _all(part)


def _marked(answer: WorkRollUp) -> str:
    marked = answer.reading.first_episodes
    if not marked.count:
        return ""
    said = ngettext(
        "%(n)d review judges the first episodes only (%(positive)d positive).",
        "%(n)d reviews judge the first episodes only (%(positive)d positive).",
        marked.count,
    ) % {"n": marked.count, "positive": marked.positive}
    return f"{said} {gettext(FIRST_EPISODES[answer.weighing.first_episodes])}"


def _back(one: Comeback) -> str:
    """Return the numbers in words, with what they may mean where they are a caution."""
    found = one.numbers
    names = {"season": one.season.title, "before": one.before.title}
    said = ngettext(
        "%(season)s has %(n)d review after %(earlier)d of %(before)s.",
        "%(season)s has %(n)d reviews after %(earlier)d of %(before)s.",
        found.now,
    ) % {**names, "n": found.now, "earlier": found.before}
    back = gettext(
        "Of the reviews of %(before)s by critics who came back, %(positive)s were positive; of all"
        " of them, %(all)s."
    ) % {
        **names,
        "positive": _of(found.returned_positive, found.returned),
        "all": _of(found.positive_before, found.before),
    }  # fmt: skip
    parts = [said, back]
    if one.same_age:
        parts.append(gettext("Both seasons are taken at the same age since their release."))
    if found.caution:
        parts.insert(0, gettext("Caution: far fewer critics reviewed this season."))
    return " ".join(parts)
