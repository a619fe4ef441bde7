"""Moments: what a history says in words. The table of kinds, and the moments of one history."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clapometer.scoring.history import Step
from clapometer.scoring.marking import gettext_noop
from clapometer.scoring.settling import DAY, Instant, Settled, instants
from clapometer.scoring.timetable import Rules

THRESHOLDS = (60, 70, 75, 90)
MILESTONES = (10, 20, 50, 100, 200, 500, 1000)
SETTLED = Settled(3 * DAY, 5)
"""A crossing has settled when it has held for three days and over five further reviews."""


class Kind(NamedTuple):
    """One kind of moment: what it says, with named places, and when it arises."""

    says: str
    arises: str


KINDS: dict[str, Kind] = {
    "debut": Kind(
        gettext_noop("Debut: {after} ({positive} of {count} reviews positive)."),
        "The first score is printed, with the reviews of that instant and the rule's minimum.",
    ),
    "release": Kind(
        gettext_noop("At its release: {after} ({positive} of {count} reviews positive)."),
        "The instant of release comes while a score is printed.",
    ),
    "score-gone": Kind(
        gettext_noop("No score any more ({count} of {about} reviews needed)."),
        "The reviews fall below the rule's minimum after a score was printed.",
    ),
    "score-back": Kind(
        gettext_noop("A score again: {after} ({positive} of {count} reviews positive)."),
        "The rule's minimum is reached again.",
    ),
    "perfect-reached": Kind(
        gettext_noop("Perfect score reached: {positive} of {count} reviews positive."),
        "No review is negative any more, under a rule that counts verdicts. A debut at 100 % is "
        "told by the debut.",
    ),
    "perfect-lost": Kind(
        gettext_noop("Perfect score lost: {after} ({positive} of {count} reviews positive)."),
        "The first negative review; its entry is the cause.",
    ),
    "crossed-up": Kind(
        gettext_noop("Up to {about} or more: {after} ({positive} of {count} reviews positive)."),
        "The share reaches one of the thresholds from below.",
    ),
    "crossed-down": Kind(
        gettext_noop("Below {about}: {after} ({positive} of {count} reviews positive)."),
        "The share falls below one of the thresholds.",
    ),
    "settled-up": Kind(
        gettext_noop(
            "Settled at {about} or more: {after} ({positive} of {count} reviews positive)."
        ),
        "After a crossing the share was at the threshold or above for so long and over so many "
        "further reviews, where the debut, or what had settled last, was below.",
    ),
    "settled-down": Kind(
        gettext_noop("Settled below {about}: {after} ({positive} of {count} reviews positive)."),
        "After a crossing the share was below the threshold for so long and over so many further "
        "reviews, where the debut, or what had settled last, was not.",
    ),
    "badge-won": Kind(
        gettext_noop("{label} won with {positive} of {count} reviews positive."),
        "The badge is won.",
    ),
    "badge-lost": Kind(
        gettext_noop("{label} lost with {positive} of {count} reviews positive."),
        "The badge is lost.",
    ),
    "badge-regained": Kind(
        gettext_noop("{label} regained with {positive} of {count} reviews positive."),
        "The badge is held again after it was lost.",
    ),
    "band-changed": Kind(
        gettext_noop("{label} instead of {was}: {after} ({positive} of {count} reviews positive)."),
        "The band is another one than it was.",
    ),
    "record-high": Kind(
        gettext_noop("Highest score so far: {after} ({positive} of {count} reviews positive)."),
        "The printed score is higher than every one before. The debut is no record.",
    ),
    "record-low": Kind(
        gettext_noop("Lowest score so far: {after} ({positive} of {count} reviews positive)."),
        "The printed score is lower than every one before. The debut is no record.",
    ),
    "milestone": Kind(
        gettext_noop("Review number {about}: {positive} of {count} reviews positive."),
        "So many reviews count for the first time.",
    ),
    "review-revised": Kind(
        gettext_noop("A revised review moved the score: {after}, without the revision {before}."),
        "Without the revision another score would be printed after its instant.",
    ),
    "review-withdrawn": Kind(
        gettext_noop("A withdrawn review moved the score: {after}, with the review {before}."),
        "Without the withdrawal another score would be printed after its instant.",
    ),
    "review-excluded": Kind(
        gettext_noop("An excluded review moved the score: {after}, with the review {before}."),
        "Without the exclusion another score would be printed after its instant.",
    ),
    "review-restored": Kind(
        gettext_noop("A restored review moved the score: {after}, without the review {before}."),
        "Without the restoration another score would be printed after its instant.",
    ),
    "entry-undone": Kind(
        gettext_noop("An entry taken back moved the score: {after}, with the entry {before}."),
        "An undo changed the printed score. Only recorded time shows undone entries.",
    ),
    "rule-changed": Kind(
        gettext_noop("The rule is {label} instead of {was}: {after}, before {before}."),
        "The site adopted another rule from that instant on, and a score was printed under one of "
        "the two. Whatever else the change brought about says so too.",
    ),
    "sibling-passed": Kind(
        gettext_noop("Ahead of {label} at the same age: {after} against {was}."),
        "The printed score passes that of a sibling at the same age: so long after the release, or "
        "after the debut where one release is not known. It is judged whenever an entry about this "
        "work comes in.",
    ),
    "sibling-ahead": Kind(
        gettext_noop("Behind {label} at the same age: {after} against {was}."),
        "The printed score falls behind that of a sibling at the same age.",
    ),
}
_ORDER = {kind: position for position, kind in enumerate(KINDS)}
BY_RULE = gettext_noop("The rule changed from {} to {}.")
"""What is added where no review but another rule brought a moment about."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that a history says.

    `id`: 32 hexadecimal digits made of kind, work, `about` and cause, so the same whenever the
    history is told again. `happened_at`: the instant on the history's clock; `undated` if its cause
    has none of its own. `recorded_at`: the first instant at which this site could tell it.
    `about`: threshold, milestone, badge, band or sibling; `label`: its name for people; `was`: what
    it takes the place of. `before`, `after`: printed scores, None where there is none, and `shown`
    is both as the rule shows them. `positive`, `count`: the tally afterwards. `cause`: `seq` of the
    entry that brought it about. `rules`: names of the rules before and after, where the adoption of
    another rule brought it about; else empty.
    """

    id: str
    kind: str
    happened_at: int
    recorded_at: int
    undated: bool
    cause: int
    before: int | None
    after: int | None
    positive: int
    count: int
    about: str = ""
    label: str = ""
    was: str = ""
    shown: tuple[str, str] = ("–", "–")
    rules: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return it in words, from the table KINDS."""
        said = KINDS[self.kind].says.format_map(self.places())
        return f"{said} {BY_RULE.format(*self.rules)}" if self.says_rules else said

    @property
    def says_rules(self) -> bool:
        """Return whether BY_RULE is added to the text of its kind."""
        return bool(self.rules) and self.kind != "rule-changed"

    def places(self) -> dict[str, object]:
        """Return what the named places of the text take, for a translated one too."""
        before, after = self.shown
        return {
            "before": before, "after": after, "positive": self.positive, "count": self.count,
            "about": self.label or self.about, "label": self.label, "was": self.was,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sibling:
    """A work to compare with at the same age.

    Age is counted from the release of each, or from each one's debut where one of the two releases
    is not known.
    """

    name: str
    label: str
    steps: Sequence[Step]
    release: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for besides the rule's own.

    `thresholds`: in per cent of the measure, whatever unit the rule prints.

    `work`: its name, part of every id. `size`: of the badge (None: it cannot hold one). `release`:
    instant of release. `until`: how far time has gone (None: to the last entry), which decides what
    time alone has settled. `settled`: when a crossing has settled.
    """

    work: str
    size: str | None = None
    release: int | None = None
    until: int | None = None
    thresholds: tuple[int, ...] = THRESHOLDS
    milestones: tuple[int, ...] = MILESTONES
    settled: Settled = SETTLED
    siblings: tuple[Sibling, ...] = ()


def moments(steps: Iterable[Step], rules: Rules, asked: Asked) -> list[Moment]:
    """Return every moment of a history, in order of time.

    `rules`: one rule, or the timetable by which the steps were made (see timetable.steps_under).

    A moment depends only on entries that took place until then: later ones never change it. Reviews
    of one instant are judged together. Raises badges.SizeUnknown.
    """
    until = asked.until
    kept = (step for step in steps if until is None or step.at <= until)
    return told(instants(kept), rules, asked)


def told(story: Sequence[Instant], rules: Rules, asked: Asked) -> list[Moment]:
    """Return every moment of a history gathered by instant, none after `asked.until`.

    Instants at which nothing turns may be missing, if those that are there say what is before them.
    """
    from clapometer.scoring.telling import Telling

    return sorted(Telling(story, rules, asked).all(), key=_order)


def identify(work: str, kind: str, about: str, cause: Step) -> str:
    """Return the id of a moment."""
    entry = f"{cause.event.seq}{' undone' if cause.voided else ''}"
    text = "\n".join((work, kind, about, entry))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _order(moment: Moment) -> tuple[int, int, str, int]:
    return (moment.happened_at, _ORDER[moment.kind], moment.about, moment.cause)
