"""Which scale somebody's grades are on, proposed from all of them with its evidence.

A proposal is for a person to confirm: `7` alone says nothing, and beside thirty grades "of 10" by
the same critic in the same outlet it says 7 of 10.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from clapometer.scoring.grades import GradeRefused, read_grade
from clapometer.scoring.scales import LARGEST, NAMED

OPEN = ("needs_scale", "needs_maximum", "half_or_scale", "needs_table")
"""The refusals that a scale may lift."""

COMMON = (4, 5, 10, 20, 100)
"""The maxima that numbers alone may suggest; the less common ones have to be stated."""

STATED, AGREED = 3, Fraction(3, 4)
"""So many grades must state a scale, and so large a part of all that state one."""

ALONE, DISTINCT, REACHED = 5, 3, Fraction(4, 5)
"""So many open grades, so many of them different, and the best so near the maximum."""

BY = {
    "stated": "other grades of the same hand state the scale",
    "shape": "the numbers alone fill it and no smaller one holds them",
    "words": "the words are those of one table only",
    "outlet": "the outlet's other grades state it; the critic's own are too few",
    "split": "some state a scale that the numbers alone do not fit",
    "ones": "the numbers alone are 0 and 1, which may be a yes or no, or a share",
    "nothing": "the grades do not tell",
    "chosen": "a person chose it",
}


class Contradiction(NamedTuple):
    """A text that does not fit: how often it occurs, and why (a refusal's code or its scale)."""

    text: str
    times: int
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scale proposed for (outlet, critic, period), and what speaks for and against it.

    `by` is a key of BY. Of `total` grades `fits` are read on the scale: `stated` state it
    themselves, `opened` are read only because of it. All others are in `contradicts`, most frequent
    first. `rivals` are scales that might be meant as well.
    """

    scale: str | None
    by: str
    total: int
    stated: int = 0
    opened: int = 0
    contradicts: tuple[Contradiction, ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def fits(self) -> int:
        """How many grades are read on the scale."""
        return self.stated + self.opened

    @property
    def sentence(self) -> str:
        """The evidence in one sentence."""
        if self.scale is None:
            return f"No scale is proposed for {self.total} grades: {BY[self.by]}."
        return (
            f"{self.fits} of {self.total} grades fit {self.scale} ({self.stated} state it, "
            f"{self.opened} are read by it); {BY[self.by]}."
        )


def infer_scale(grades: Iterable[str]) -> Proposal:
    """Return the scale proposed for the printed grades of one hand; empty texts are no grades."""
    times = Counter(text for text in grades if text.strip())
    stated, opened = _sorted_out(times)
    scale, rivals = _by_statement(stated)
    marks = _marks(opened)
    if marks and max(marks) <= 1:
        return Proposal(None, "ones", times.total(), rivals=tuple(stated))
    if scale and all(_on(text, scale) == scale for text in opened):
        return _weighed(times, scale, "stated", rivals)
    by, candidates = _by_words(opened) if marks.total() < opened.total() else _by_shape(marks)
    if by != "nothing" and len(candidates) == 1 and not (stated.keys() - {scale}):
        return _weighed(times, candidates[0], by, tuple(stated))
    return Proposal(None, "split" if scale else "nothing", times.total(), rivals=candidates)


def _sorted_out(times: Mapping[str, int]) -> tuple[Counter[str], Counter[str]]:
    """Return how many grades state each scale, and the texts that are open with their times."""
    stated: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for text, number in times.items():
        try:
            stated[read_grade(text).scale] += number
        except GradeRefused as refusal:
            if refusal.reason in OPEN:
                opened[text] += number
    return stated, opened


def _by_statement(stated: Counter[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return the scale that enough grades state, and the other scales that are stated."""
    ranked = sorted(stated, key=lambda scale: (-stated[scale], scale))
    enough = max(Fraction(STATED), AGREED * stated.total())
    if ranked and stated[ranked[0]] >= enough:
        return ranked[0], tuple(ranked[1:])
    return None, tuple(ranked)


def _marks(opened: Mapping[str, int]) -> Counter[Fraction]:
    """Return the numbers that open texts print, with their times; words print none."""
    marks: Counter[Fraction] = Counter()
    for text, number in opened.items():
        if (mark := _mark(text)) is not None:
            marks[mark] += number
    return marks


def _by_shape(marks: Counter[Fraction]) -> tuple[str, tuple[str, ...]]:
    """Return on what ground, and which scales, numbers alone suggest by themselves."""
    best = max(marks, default=Fraction(0))
    holding = tuple(f"of-{maximum}" for maximum in COMMON if best <= maximum)
    few = marks.total() < ALONE or len(marks) < DISTINCT
    if few or best <= COMMON[0] or not holding:
        return "nothing", holding
    nearest = next(maximum for maximum in COMMON if best <= maximum)
    return ("shape", holding[:1]) if best >= REACHED * nearest else ("nothing", holding)


def _mark(text: str) -> Fraction | None:
    """Return the number that an open text prints, whatever its scale; None for a word."""
    try:
        grade = read_grade(text, f"of-{LARGEST}")
    except GradeRefused:
        return None
    return grade.value * LARGEST


def _by_words(opened: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """Return on what ground, and which scales, suggest themselves by reading every open text."""
    if opened.total() < STATED:
        return "nothing", ()
    names = (name for name in NAMED if all(_on(text, name) == name for text in opened))
    return "words", tuple(names)


def _on(text: str, scale: str) -> str:
    """Return the scale that the text is read on if this one is given, or the refusal's code."""
    try:
        return read_grade(text, scale).scale
    except GradeRefused as refusal:
        return refusal.reason


def is_read(text: str, scale: str) -> bool:
    """Return whether the text is read on this scale, once it is given."""
    return _on(text, scale) == scale


def _weighed(times: Mapping[str, int], scale: str, by: str, rivals: tuple[str, ...]) -> Proposal:
    """Return the proposal of this scale with all that fits it and all that contradicts it."""
    stated = opened = 0
    against = []
    for text, number in times.items():
        if (found := _on(text, scale)) != scale:
            against.append(Contradiction(text, number, found))
        elif _states(text, scale):
            stated += number
        else:
            opened += number
    against.sort(key=lambda one: (-one.times, one.text))
    return Proposal(scale, by, sum(times.values()), stated, opened, tuple(against), rivals)


def weigh(grades: Iterable[str], scale: str) -> Proposal:
    """Return what speaks for and against a scale that a person chose for the printed grades.

    Where it is the one that the grades propose, it is told on their ground.
    """
    texts = [text for text in grades if text.strip()]
    own = infer_scale(texts)
    return own if own.scale == scale else _weighed(Counter(texts), scale, "chosen", own.rivals)


def _states(text: str, scale: str) -> bool:
    try:
        return read_grade(text).scale == scale
    except GradeRefused:
        return False


class Hand(NamedTuple):
    """Who prints grades on one scale: an outlet, a critic in it, a period (any label, or "")."""

    outlet: str
    critic: str
    period: str = ""


def infer_scales(printed: Iterable[tuple[Hand, str]]) -> dict[Hand, Proposal]:
    """Return a proposal for every hand that printed a grade, in order of first appearance.

    Where a critic's own grades do not tell and do not contradict each other, the grades of the
    whole outlet in the period do, if they state one scale.
    """
    by_hand: dict[Hand, list[str]] = defaultdict(list)
    by_outlet: dict[Hand, list[str]] = defaultdict(list)
    for hand, text in printed:
        if text.strip():
            by_hand[hand].append(text)
            by_outlet[hand._replace(critic="")].append(text)
    house = {hand: infer_scale(texts) for hand, texts in by_outlet.items() if hand.outlet}
    return {
        hand: _or_the_outlets(texts, house.get(hand._replace(critic="")))
        for hand, texts in by_hand.items()
    }


def _or_the_outlets(texts: list[str], house: Proposal | None) -> Proposal:
    own = infer_scale(texts)
    if own.scale or house is None or house.scale is None or house.by != "stated":
        return own
    lent = _weighed(Counter(texts), house.scale, "outlet", own.rivals)
    return own if lent.contradicts else lent
