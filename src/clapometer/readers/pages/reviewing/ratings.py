"""A critic's grade as data tells it: a number with its best, or a text such as `B+`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..bounds import bound
from ..markup.things import Thing, Things

USUAL_BEST = 5
"""What schema.org says the best is where none is said; only taken for numbers it can be true of."""
CROWD = frozenset({"ratingCount", "reviewCount"})
"""Properties of a rating that many people made together: never one critic's grade."""
_NUMBER = re.compile(r"[+-]?\d{1,4}(?:[.,]\d{1,3})?")
_GRADE = re.compile(
    r"\d{1,3}(?:[.,]\d{1,2})?\s*(?:/|out of|of|von|sur|su|de)\s*\d{1,3}(?:\s*stars?)?"
    r"|[A-F][+−–-]?|[★☆⭐✭✮✩½⯪\s]+|\d{1,3}\s*%|\d(?:[.,]\d)?\s*stars?|[\w ]{1,30}\sstars?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GradeFound:
    """A grade as printed, and what was not said but assumed (`best`)."""

    text: str = ""
    assumed: tuple[str, ...] = ()
    has_scale: bool = False


def grade_of(things: Things, rating: Thing | str) -> GradeFound:
    """Return the grade of a rating; empty for one that many people made, or that says nothing."""
    if isinstance(rating, str):
        return _alone(rating)
    if rating.is_a({"AggregateRating"}) or CROWD & rating.properties.keys():
        return GradeFound()
    value = _number(things.text(rating, "ratingValue", "value", "average"))
    if not _NUMBER.fullmatch(value):
        return _alone(value or things.text(rating, "name", "alternateName"))
    best = _number(things.text(rating, "bestRating", "best"))
    worst = _number(things.text(rating, "worstRating", "worst"))
    return _scaled(value, best, worst)


def _alone(text: str) -> GradeFound:
    plain = " ".join(text.split())
    if _NUMBER.fullmatch(plain):
        return _scaled(_number(plain), "", "")
    known = len(plain) <= bound("grade") and _GRADE.fullmatch(plain)
    return GradeFound(plain, (), has_scale=True) if known else GradeFound()


def _number(text: str) -> str:
    """Return a number as data writes it: a point for a comma, no zeros after it."""
    plain = text.strip().replace(",", ".") if _NUMBER.fullmatch(text.strip()) else text.strip()
    return re.sub(r"\.0+$", "", plain)


def _scaled(value: str, best: str, worst: str) -> GradeFound:
    number = float(value)
    if _NUMBER.fullmatch(best):
        top, low = float(best), float(worst) if _NUMBER.fullmatch(worst) else 0.0
        if low < 0 < top:
            return GradeFound(f"{value} ({worst}..+{best.lstrip('+')})", (), has_scale=True)
        # A rating of nothing, or above its own best, is what programs write before there is one.
        return (
            GradeFound(f"{value}/{best}", (), has_scale=True)
            if 0 <= number <= top
            else GradeFound()
        )
    if number <= 0:
        return GradeFound()
    if number <= USUAL_BEST:
        return GradeFound(f"{value}/{USUAL_BEST}", ("best",), has_scale=True)
    return GradeFound(value)
