"""What an editor typed of a review, read: the grade with its verdict, the day, the link, names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from clapometer.instants import now
from clapometer.readers.text import LIMITS, clean_link, clean_name, clean_prose
from clapometer.reviews.contents import Content
from clapometer.reviews.models import NOBODY
from clapometer.reviews.readings import scales_for
from clapometer.scoring.grades import POINTS, Grade, GradeRefused, read_grade

from .days import DayRefused, read_day
from .names import id_named
from .refusing import EntryRefused, Problem

FIELDS = (
    "link", "grade", "critic", "outlet", "date", "verdict", "quote", "top", "first_episodes",
)  # fmt: skip
# A grade of this share of its scale and more is taken for a positive verdict, unless the editor
# says otherwise: three stars of five, six of ten, B- among letters.
POSITIVE_FROM = Fraction(3, 5)
FROM_GRADE = ""
# What an editor can say of a verdict: what it is, and who set it (reviews.contents.VERDICT_BY).
VERDICTS: dict[str, tuple[bool | None, str]] = {
    FROM_GRADE: (None, "converted"),
    "positive": (True, "given_by_critic"),
    "negative": (False, "given_by_critic"),
    "read-positive": (True, "interpreted"),
    "read-negative": (False, "interpreted"),
    "reported-positive": (True, "reported"),
    "reported-negative": (False, "reported"),
    "none": (None, ""),
}


@dataclass(frozen=True, slots=True)
class TypedReview:
    """A review as typed: who, what it says, and the grade as it is read here (None: not read)."""

    critic: str
    outlet: str
    content: Content
    grade: Grade | None


def zone_of_site() -> ZoneInfo:
    """Return the time zone in which a day starts here."""
    return ZoneInfo(settings.SITE["time_zone"])


def read_review(typed: Mapping[str, str], *, named: bool = True) -> TypedReview:
    """Return what was typed, read. Raises EntryRefused with every problem there is.

    `named`: a critic or an outlet has to be named; else it is known whose review it is.
    """
    problems: list[Problem] = []
    critic, outlet = (_name(typed, field, problems) for field in ("critic", "outlet"))
    if named and not (critic or outlet or problems):
        problems.append(Problem("outlet", _("Name the outlet, the critic, or both.")))
    happened_at, dated = _day(typed, problems)
    grade = _grade(typed, (critic, outlet), happened_at)
    positive, verdict_by = _verdict(typed, grade, problems)
    content = Content(
        positive=positive,
        grade=clean_name(typed.get("grade", "")),
        happened_at=happened_at,
        dated=dated,
        verdict_by=verdict_by,
        top=bool(typed.get("top")),
        link=_link(typed, problems),
        quote=_quote(typed, problems),
        first_episodes=bool(typed.get("first_episodes")),
    )
    if problems:
        raise EntryRefused(*problems)
    return TypedReview(critic, outlet, content, grade if isinstance(grade, Grade) else None)


def grade_of(typed: Mapping[str, str]) -> Grade | None:
    """Return the grade as it is read, whatever is wrong with all the rest; None if it is not."""
    try:
        happened_at = read_day(typed.get("date", ""), zone_of_site(), now())[0]
    except DayRefused:
        happened_at = None
    names = clean_name(typed.get("critic", "")), clean_name(typed.get("outlet", ""))
    found = _grade(typed, names, happened_at)
    return found if isinstance(found, Grade) else None


def read_typed_grade(text: str, critic: int, outlet: int, happened_at: int | None) -> Grade:
    """Return a grade as it is read for this hand: on a confirmed scale, where there is one.

    Raises GradeRefused.
    """
    for scale in scales_for(outlet, critic, happened_at):
        try:
            return read_grade(text, scale)
        except GradeRefused:
            continue
    return read_grade(text)


def is_positive(grade: Grade) -> bool:
    """Return the verdict that a grade is converted to."""
    return grade.points * POSITIVE_FROM.denominator >= POSITIVE_FROM.numerator * POINTS


def converted(text: str) -> bool | None:
    """Return the verdict that a grade by nobody in particular is converted to, if it is read."""
    try:
        return is_positive(read_grade(text))
    except GradeRefused:
        return None


def typed_link(text: str) -> str | None:
    """Return a link as it is kept, "" for an empty text, None for what is none."""
    if "://" not in text and "." in text.partition("/")[0]:
        text = f"https://{text.strip()}"
    return clean_link(text)


def _name(typed: Mapping[str, str], field: str, problems: list[Problem]) -> str:
    name = clean_name(typed.get(field, ""))
    if len(name) > LIMITS[field]:
        sentence = _("A name has at most %(n)d characters.") % {"n": LIMITS[field]}
        problems.append(Problem(field, sentence))
    return name


def _day(typed: Mapping[str, str], problems: list[Problem]) -> tuple[int | None, str]:
    try:
        return read_day(typed.get("date", ""), zone_of_site(), now())
    except DayRefused as refusal:
        problems.append(Problem("date", str(refusal)))
        return None, "unknown"


def _grade(
    typed: Mapping[str, str], names: tuple[str, str], happened_at: int | None
) -> Grade | GradeRefused | None:
    text = clean_name(typed.get("grade", ""))
    if not text:
        return None
    critic, outlet = id_named("critic", names[0]), id_named("outlet", names[1])
    try:
        return read_typed_grade(text, critic or NOBODY, outlet or NOBODY, happened_at)
    except GradeRefused as refusal:
        return refusal


def _verdict(
    typed: Mapping[str, str], grade: Grade | GradeRefused | None, problems: list[Problem]
) -> tuple[bool | None, str]:
    """Return the verdict and who set it; a grade alone must be one that can be read."""
    said = typed.get("verdict", "")
    if isinstance(grade, GradeRefused) and grade.reason == "too_long":
        problems.append(Problem("grade", grade.sentence))
    if said not in VERDICTS:
        problems.append(Problem("verdict", _("Choose one of the verdicts offered.")))
        return None, ""
    if said != FROM_GRADE:
        return VERDICTS[said]
    if isinstance(grade, Grade):
        return is_positive(grade), "converted"
    if grade is None:
        problems.append(Problem("grade", _("Give the grade, or say the verdict.")))
    elif grade.reason != "too_long":
        sentence = _("%(why)s If it is printed so, say the verdict too.") % {"why": grade.sentence}
        problems.append(Problem("grade", sentence))
    return None, ""


def _link(typed: Mapping[str, str], problems: list[Problem]) -> str:
    text = typed.get("link", "")
    link = typed_link(text)
    if link is None:
        sentence = _("“%(text)s” is no link; it begins with https:// and has no spaces.")
        problems.append(Problem("link", sentence % {"text": text.strip()[:60]}))
    return link or ""


def _quote(typed: Mapping[str, str], problems: list[Problem]) -> str:
    quote = clean_prose(typed.get("quote", ""))
    if len(quote) > LIMITS["quote"]:
        sentence = _("A quote has at most %(n)d characters.") % {"n": LIMITS["quote"]}
        problems.append(Problem("quote", sentence))
    return quote
