"""One score as an analyst reads it: the printed number, and all that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from clapometer.scoring.badges import badge_state, badge_waiting, distance
from clapometer.scoring.history import Step
from clapometer.scoring.rule import Rule
from clapometer.scoring.rule import Score as Reading
from clapometer.scoring.tally import Tally

from .html import card

STATES = {"none": "not won", "held": "held", "lost": "lost"}


@dataclass(frozen=True, slots=True)
class Badge:
    """Where the rule's badge stands: its `state` (none, held, lost), and in words what is next."""

    label: str
    state: str
    next: str

    def __str__(self) -> str:
        return f"{self.label}: {STATES[self.state]}; {self.next}"


@dataclass(frozen=True, slots=True, repr=False)
class Score:
    """A score: reviews counted up (`tally`), and read through a rule (`reading`).

    `badge` is None where the rule has none or the size of the work is not said. A notebook shows it
    as a card.

    >>> import clapometer as clap
    >>> score = clap.score(positive=34, count=35)
    >>> score.printed, score.unit, score.band
    (97, '%', 'Applause')
    >>> score
    97 % (34 of 35 reviews positive; 95 % interval 85.5 to 99.5 %; Applause; rule clapometer)
    """

    rule: Rule
    reading: Reading
    badge: Badge | None = None
    work: object = None

    @property
    def tally(self) -> Tally:
        """The whole-number sums that everything else is read from."""
        return self.reading.tally

    @property
    def printed(self) -> float | int | None:
        """The printed number in the rule's unit; None where nothing is printed."""
        printed = self.reading.printed
        return None if printed is None else self.rule.printing.number(printed)

    @property
    def unit(self) -> str:
        """What stands behind the printed number: "%", "of 10"."""
        return self.rule.printing.unit

    @property
    def shown(self) -> str:
        """What is printed, with its unit; a dash where nothing is."""
        return self.reading.shown or "–"

    @property
    def value(self) -> Fraction | None:
        """The exact number behind the printed one, 0 to 1; None where nothing takes part."""
        return self.reading.measured

    @property
    def share(self) -> Fraction | None:
        """The exact share of positive reviews, whatever the rule measures."""
        return self.reading.value

    @property
    def mean(self) -> Fraction | None:
        """The exact mean of the grades, 0 to 1, whatever the rule measures."""
        return self.reading.mean

    @property
    def positive(self) -> int:
        """How many reviews are positive."""
        return self.tally.positive

    @property
    def count(self) -> int:
        """How many reviews have a verdict."""
        return self.tally.count

    @property
    def graded(self) -> int:
        """How many reviews have a grade."""
        return self.tally.graded

    @property
    def enough(self) -> bool:
        """Whether there are enough reviews, or grades, for the rule to print a number."""
        return self.reading.enough

    @property
    def interval(self) -> tuple[float, float] | None:
        """How sure the number is: bounds of what is measured, 0 to 1."""
        return self.reading.interval

    @property
    def band(self) -> str | None:
        """The label of the band; None where nothing is printed, or the rule has none."""
        labels = {band.name: band.label for band in self.rule.bands}
        return labels.get(self.reading.band or "")

    @property
    def marks(self) -> tuple[str, ...]:
        """Labels of the distinctions that the work bears beside the band."""
        labels = {mark.name: mark.label for mark in self.rule.marks}
        return tuple(labels[name] for name in self.reading.marks)

    @property
    def why(self) -> str:
        """Why nothing is printed; the empty string where something is."""
        if self.reading.printed is not None:
            return ""
        if self.reading.lacks:
            return f"the rule needs {', '.join(self.reading.lacks)} to be given"
        return f"the rule needs {self.rule.minimum:,} {_counted(self.rule)}"

    def sentences(self) -> tuple[str, ...]:
        """Return everything about the score in words, most important first."""
        told = [self.why] if self.why else []
        told.append(self._numbers())
        if self.interval:
            told.append(f"{_confidence(self.rule)} interval {self._span(*self.interval)}")
        told += [word for word in (self.band, *self.marks) if word and word != self.shown]
        if self.badge:
            told.append(str(self.badge))
        return (*told, f"rule {self.rule.name}")

    def _numbers(self) -> str:
        mean = "" if self.mean is None else f"mean grade {_per_cent(self.mean)} of {self.graded:,}"
        if self.count == 0 and mean:
            return mean
        verdicts = f"{self.positive:,} of {self.count:,} reviews positive"
        return f"{verdicts}, {mean}" if mean else verdicts

    def _span(self, low: float, high: float) -> str:
        out_of = self.rule.printing.out_of
        places = max(1, self.rule.printing.decimals)
        return f"{low * out_of:.{places}f} to {high * out_of:.{places}f} {self.unit}"

    def __repr__(self) -> str:
        return f"{self.shown} ({'; '.join(self.sentences())})"

    def _repr_html_(self) -> str:
        named = [] if self.work is None else [str(self.work)]
        return card(self.shown, [*named, *self.sentences()])


def _counted(rule: Rule) -> str:
    return "reviews" if rule.measure.of == "verdicts" else "grades"


def _per_cent(share: Fraction) -> str:
    return f"{float(share * 100):.1f} %"


def _confidence(rule: Rule) -> str:
    return f"{float(rule.confidence * 100):g} %"


def badge_of_numbers(rule: Rule, tally: Tally, size: str | None) -> Badge | None:
    """Return where the badge stands by the numbers alone, as if nothing had come before."""
    if rule.badge is None or size is None:
        return None
    state = "held" if rule.badge.holds("enter", tally, size) else "none"
    return Badge(rule.badge.label, state, distance(rule.badge, state, tally, size).text)


def badge_of_steps(
    rule: Rule, steps: Sequence[Step], size: str | None, until: int | None
) -> Badge | None:
    """Return where the badge stands after all that came before."""
    if rule.badge is None or size is None:
        return None
    badge, tally = rule.badge, steps[-1].tally if steps else Tally()
    state = badge_state(badge, steps, size, until).state
    waiting = badge_waiting(badge, steps, size)
    return Badge(badge.label, state, distance(badge, state, tally, size, waiting).text)
