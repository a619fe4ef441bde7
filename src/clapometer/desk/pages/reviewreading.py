"""What is understood of a review while it is typed, and what saving it would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.desk import reviewing
from clapometer.desk.guessing import names_offered
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.reviewing import Foreseen, foresee_review
from clapometer.desk.reviewtyping import FROM_GRADE, VERDICTS, grade_of, is_positive
from clapometer.site import words

from .effects import EffectWords, told_effect
from .sittings import grade_words

# What becomes of what was typed, in words.
BECAME = {
    reviewing.NEW: gettext_lazy("A new review."),
    reviewing.REVISED: gettext_lazy("This reviewer has reviewed it before: it is a revision."),
    reviewing.EARLIER: gettext_lazy(
        "This reviewer has a later review of it: this is an earlier version that came to light."
    ),
    reviewing.UNCHANGED: gettext_lazy("The record says exactly this already."),
    reviewing.AGAIN: gettext_lazy("This form was saved before; it was not saved twice."),
}
_NAMED = ("critic", "outlet")


@dataclass(frozen=True, slots=True)
class Reading:
    """A review as understood: grade and verdict, what it would become, what it would change.

    `wrong`: what is wrong with fields that hold something already. `refusal`: all that is wrong.
    """

    grade: str = ""
    sign: str = ""
    verdict: str = ""
    word_of_verdict: str = ""
    became: str = ""
    effect: EffectWords | None = None
    wrong: tuple[str, ...] = ()
    refusal: EntryRefused | None = None
    critics: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()

    @staticmethod
    def word(became: str) -> str:
        """Return what became of a review in words."""
        return str(BECAME.get(became, ""))


def read_typed(work: Work, typed: Mapping[str, str], actor: str, *, live: bool = False) -> Reading:
    """Return what is understood; `live`: while somebody is typing still, with names to choose."""
    reading = _read(work, typed, actor)
    if not live:
        return reading
    critics, outlets = (tuple(names_offered(kind, typed.get(kind, ""))) for kind in _NAMED)
    return replace(reading, critics=critics, outlets=outlets)


def _read(work: Work, typed: Mapping[str, str], actor: str) -> Reading:
    try:
        return reading_of(foresee_review(work, typed, actor))
    except EntryRefused as refusal:
        wrong = tuple(one.sentence for one in refusal.problems if typed.get(one.field))
        return replace(_of_grade(typed), wrong=wrong, refusal=refusal)


def _of_grade(typed: Mapping[str, str]) -> Reading:
    """Return what is understood of the grade alone."""
    grade = grade_of(typed)
    if grade is None:
        return Reading()
    said = typed.get("verdict", "")
    positive = is_positive(grade) if said == FROM_GRADE else VERDICTS.get(said, (None, ""))[0]
    verdict, sign, word = words.VERDICTS[positive]
    return Reading(grade_words(typed["grade"].strip(), grade.points), sign, verdict, str(word))


def reading_of(foreseen: Foreseen) -> Reading:
    """Return in words what was foreseen."""
    review = foreseen.review
    verdict, sign, word = words.VERDICTS[review.content.positive]
    points = review.grade.points if review.grade else None
    return Reading(
        grade=grade_words(review.content.grade, points),
        sign=sign,
        verdict=verdict,
        word_of_verdict=str(word),
        became=Reading.word(foreseen.became),
        effect=told_effect(foreseen.effect) if foreseen.effect else None,
    )
