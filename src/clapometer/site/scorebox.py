"""The score as the head of a page says it: number, sentence, mean, interval, badge, and the sum."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from clapometer.reviews.scoreboard import in_force, size_of
from clapometer.reviews.scores import WorkScoreAt
from clapometer.scoring.rules import Rule

from . import words
from .asking import text_of
from .workpage import WorkRecord


@dataclass(frozen=True, slots=True)
class BadgeWords:
    """A badge in words: its name, state, since when, and what comes next."""

    label: str
    state: str
    state_word: str
    since: str
    distance: str


@dataclass(frozen=True, slots=True)
class ScoreBox:
    """The head of a page in words. Texts are empty where there is nothing to say."""

    printed: int | None
    digits: str
    unit: str
    sentence: str
    short: str
    caveat: str
    marks: tuple[str, ...]
    band: str
    tone: str
    mean: str
    graded: str
    interval: str
    confidence: str
    badge: BadgeWords | None
    positive: int
    negative: int
    count: int
    minimum: int
    sum_lines: tuple[str, ...]
    command: str
    undated: str
    in_force: str


def box_of(record: WorkRecord) -> ScoreBox:
    """Return the score of a record in words."""
    result = record.result
    score, tally, rule = result.score, result.score.tally, result.rule
    return ScoreBox(
        printed=score.printed,
        digits=_digits(result),
        unit=rule.printing.unit if rule.printing.shows == "number" else "",
        sentence=_sentence(result),
        short=_short(result),
        caveat=_caveat(rule),
        marks=tuple(mark.label for mark in rule.marks if mark.name in score.marks),
        band=words.band_label(rule, score.band),
        tone=words.band_tone(rule, score.band),
        mean=words.grade_of(score.mean) if score.mean is not None else "",
        graded=_graded(result),
        interval=_interval(result),
        confidence=words.percent(rule.confidence),
        badge=_badge(result),
        positive=tally.positive,
        negative=tally.count - tally.positive,
        count=tally.count,
        minimum=rule.minimum,
        sum_lines=_sum(result),
        command=_command(record),
        undated=_undated(record),
        in_force=_in_force(record),
    )


def _in_force(record: WorkRecord) -> str:
    """Return from when until when the rule shown was the site's, if it was adopted with a date."""
    asked, table = record.asked, record.asked.table
    if table is None or not table.is_recorded:
        return ""
    return words.in_force(table, table.position(asked.at))


def _sentence(result: WorkScoreAt) -> str:
    """Return the count in words: 35 of 36 critics are positive."""
    positive, count = result.score.tally.positive, result.score.tally.count
    if result.rule.measure.of == "grades":
        return _graded(result)
    if not count:
        return gettext("No review with a verdict yet")
    if result.rule.counts == "critic":
        form = ngettext("%(p)d of %(n)d critic", "%(p)d of %(n)d critics", count)
    else:
        form = ngettext("%(p)d of %(n)d review", "%(p)d of %(n)d reviews", count)
    return form % {"p": positive, "n": count}


def _digits(result: WorkScoreAt) -> str:
    """Return the big number without its unit, or the band where the rule prints that."""
    printed, printing = result.score.printed, result.rule.printing
    if printed is None:
        return ""
    if printing.shows == "band":
        return words.band_label(result.rule, result.score.band)
    return f"{printing.number(printed):.{printing.decimals}f}"


def _caveat(rule: Rule) -> str:
    """Return what must be known of a rule to read its score aright, empty where nothing must."""
    told = []
    if rule.panel != "critics":
        told.append(
            gettext("This rule was made for viewers, not for critics: the arithmetic is its own.")
        )
    if rule.weights == "secret":
        told.append(
            gettext(
                "Its publisher weighs outlets and keeps the weights secret; on these pages every"
                " outlet counts alike."
            )
        )
    if rule.tiers:
        told.append(gettext("Its tiers are shares of all works, so one work alone is in none."))
    return " ".join(told)


def _short(result: WorkScoreAt) -> str:
    """Return why no number is printed, if there is none."""
    if result.score.printed is not None:
        return ""
    if result.score.lacks:
        return gettext("This rule needs numbers that nobody has given: %(names)s.") % {
            "names": ", ".join(result.score.lacks)
        }
    missing = result.rule.minimum - result.rule.measure.counted(result.score.tally)
    return ngettext(
        "%(n)d more review is needed before a score is printed.",
        "%(n)d more reviews are needed before a score is printed.",
        missing,
    ) % {"n": missing}


def _graded(result: WorkScoreAt) -> str:
    graded = result.score.tally.graded
    if not graded:
        return gettext("no review has a grade that can be read")
    return ngettext("from %(n)d graded review", "from %(n)d graded reviews", graded) % {"n": graded}


def _interval(result: WorkScoreAt) -> str:
    interval = result.score.interval
    if interval is None:
        return ""
    printing = result.rule.printing
    low, high = (f"{bound * printing.out_of:.{printing.decimals}f}" for bound in interval)
    if printing.unit == "%":
        return gettext("%(low)s to %(high)s %%") % {"low": low, "high": high}
    span = gettext("%(low)s to %(high)s") % {"low": low, "high": high}
    return f"{span} {printing.unit}"


def _badge(result: WorkScoreAt) -> BadgeWords | None:
    badge, rule, size = result.badge, result.rule, size_of(result.work)
    if badge is None or rule.badge is None or size is None:
        return None
    since = words.day_of(badge.since) if badge.since is not None else ""
    return BadgeWords(
        label=badge.label,
        state=badge.state,
        state_word=str(words.BADGE_STATES[badge.state]),
        since=gettext("since %(day)s") % {"day": since} if since else "",
        distance=words.distance_words(badge, rule.badge, size, result.score.tally.count),
    )


def _sum(result: WorkScoreAt) -> tuple[str, ...]:
    """Return the sum, line by line, as it can be done by hand."""
    positive, count = result.score.tally.positive, result.score.tally.count
    if result.rule.rounding != "floating-half-up":
        return _exact_sum(result)
    if not count:
        return ()
    share = positive / count
    lines = [f"{positive} ÷ {count} = {share!r}"]
    if result.score.printed is not None:
        lines.append(f"⌊{share!r} × 100 + 0.5⌋ = {(share * 100 + 0.5) // 1:.0f}")
        if result.score.printed != (share * 100 + 0.5) // 1:
            lines.append(gettext("100 is kept for works that nobody is against: 99"))
    return tuple(lines)


def _exact_sum(result: WorkScoreAt) -> tuple[str, ...]:
    """Return the sum of a rule that rounds an exact fraction."""
    rule, measured = result.rule, result.score.measured
    if measured is None:
        return ()
    part, whole = rule.measure.read(result.score.tally)
    plain = f"{float(Fraction(part, whole) * rule.printing.out_of):.6g} {rule.printing.unit}"
    exact = f"{float(measured * rule.printing.out_of):.6g} {rule.printing.unit}"
    lines = [f"{part} ÷ {whole} × {rule.printing.out_of} = {plain}"]
    if rule.curve:
        lines.append(gettext("by the curve of the rule: %(number)s") % {"number": exact})
    if result.score.printed is not None:
        lines.append(f"→ {rule.printing.text(result.score.printed)}")
    return tuple(lines)


def _command(record: WorkRecord) -> str:
    """Return the command that computes the same number on the same data."""
    asked = record.asked
    parts = [f"clapometer score {record.work.public_id}"]
    if asked.at is not None:
        parts.append(f"--at {asked.day or text_of(asked.at)}")
    if asked.known is not None:
        parts.append(f"--known {asked.known_day or text_of(asked.known)}")
    alone = asked.rule.digest == getattr(in_force().only, "digest", "")
    if asked.rule_named and not alone:
        parts.append(f"--rule {asked.rule.name}")
    return " ".join(parts)


def _undated(record: WorkRecord) -> str:
    if not record.undated:
        return ""
    return ngettext(
        "%(n)d review has no known date. It counts from the day this site learned of it, and is"
        " left out of the chart.",
        "%(n)d reviews have no known date. They count from the day this site learned of them, and"
        " are left out of the chart.",
        record.undated,
    ) % {"n": record.undated}
