"""How grades go with verdicts: what is read, scale by scale, and where one hand contradicts itself.

The verdict is the critic's own and no function of the grade: on the same scale one critic's cut
lies elsewhere than another's. So nothing here is an error of a critic; it is what an editor looks
at where verdicts were set by other people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from clapometer.scoring.grades import Grade, GradeRefused, read_grade
from clapometer.scoring.infer import Hand, Proposal, infer_scales

CUT = Fraction(3, 5)
"""The share from which on a grade counts as for, wherever nobody has said otherwise."""


class Marked(NamedTuple):
    """A review: whose, the grade as printed, and whether the verdict is positive (None: none)."""

    hand: Hand
    text: str
    positive: bool | None


class Torn(NamedTuple):
    """One and the same grade of one critic with both verdicts: so often for, so often against."""

    hand: Hand
    scale: str
    value: Fraction
    texts: tuple[str, ...]
    positive: int
    negative: int


class Agreement(NamedTuple):
    """How grades on a scale go with verdicts, of `reviews` that have both.

    `by_cut`: in how many "60 % and more" is the verdict. `cut`: the share of the scale that goes
    with most verdicts, and `by_best` in how many.
    """

    reviews: int
    by_cut: int
    cut: Fraction
    by_best: int


@dataclass(frozen=True, slots=True)
class Consistency:
    """What grades and verdicts say of each other.

    Of `graded` reviews so many are read `alone`, and `inferred` once each hand's scale is the
    proposed one; `reasons` and `left` count why the others are not, before and after. `agreement`
    is by scale. `repeating` named critics in an outlet have a verdict with the same grade more than
    once; `torn` are their grades with both.
    """

    graded: int
    alone: int
    inferred: int
    reasons: Mapping[str, int]
    left: Mapping[str, int]
    agreement: Mapping[str, Agreement]
    repeating: int
    torn: tuple[Torn, ...]


def consistency(reviews: Iterable[Marked]) -> Consistency:
    """Return how the reviews' grades go with their verdicts; those without a grade are left out.

    A critic's scale is the one that infer_scales() proposes.
    """
    graded = [one for one in reviews if one.text.strip()]
    scales = infer_scales((one.hand, one.text) for one in graded)
    _, reasons = _reading(graded, {})
    read, left = _reading(graded, scales)
    repeating, torn = _torn(read)
    return Consistency(
        graded=len(graded),
        alone=len(graded) - reasons.total(),
        inferred=len(read),
        reasons=dict(reasons.most_common()),
        left=dict(left.most_common()),
        agreement=_agreements(read),
        repeating=repeating,
        torn=torn,
    )


def _reading(
    reviews: Sequence[Marked], scales: Mapping[Hand, Proposal]
) -> tuple[list[tuple[Marked, Grade]], Counter[str]]:
    """Return the reviews whose grade is read, and why the others are not."""
    read: list[tuple[Marked, Grade]] = []
    reasons: Counter[str] = Counter()
    for one in reviews:
        proposal = scales.get(one.hand)
        try:
            read.append((one, read_grade(one.text, proposal.scale if proposal else None)))
        except GradeRefused as refusal:
            reasons[refusal.reason] += 1
    return read, reasons


def _agreements(read: Iterable[tuple[Marked, Grade]]) -> dict[str, Agreement]:
    """Return the agreement on each scale, the one with most reviews first."""
    verdicts: dict[str, list[tuple[Fraction, bool]]] = defaultdict(list)
    for one, grade in read:
        if one.positive is not None:
            verdicts[grade.scale].append((grade.value, one.positive))
    ranked = sorted(verdicts.items(), key=lambda one: (-len(one[1]), one[0]))
    return {scale: _agreement(pairs) for scale, pairs in ranked}


def _agreement(pairs: Sequence[tuple[Fraction, bool]]) -> Agreement:
    right = sum((value >= CUT) == positive for value, positive in pairs)
    best, cut = _best_cut(Counter(pairs))
    return Agreement(len(pairs), right, cut, best)


def _best_cut(times: Counter[tuple[Fraction, bool]]) -> tuple[int, Fraction]:
    """Return in how many reviews the best cut goes with the verdict, and the lowest such cut.

    Below the lowest grade every review counts as for; each grade that the cut passes turns over.
    """
    values = sorted({value for value, _ in times})
    right = sum(number for (_, positive), number in times.items() if positive)
    best = (right, values[0])
    for value, following in zip(values, [*values[1:], Fraction(1)], strict=True):
        right += times[value, False] - times[value, True]
        if right > best[0] and value != values[-1]:
            best = (right, following)
    return best


def _torn(read: Iterable[tuple[Marked, Grade]]) -> tuple[int, tuple[Torn, ...]]:
    """Return how many named critics repeat a grade, and their grades with both verdicts."""
    given: dict[tuple[Hand, str, Fraction], list[Marked]] = defaultdict(list)
    for one, grade in read:
        if one.hand.critic and one.positive is not None:
            given[one.hand, grade.scale, grade.value].append(one)
    repeated = {key: marks for key, marks in given.items() if len(marks) > 1}
    found = []
    for (hand, scale, value), marks in repeated.items():
        positive = sum(bool(one.positive) for one in marks)
        if 0 < positive < len(marks):
            texts = tuple(sorted({one.text for one in marks}))
            found.append(Torn(hand, scale, value, texts, positive, len(marks) - positive))
    found.sort(key=lambda one: (-min(one.positive, one.negative), one.hand, one.scale, one.value))
    return len({hand for hand, _, _ in repeated}), tuple(found)
