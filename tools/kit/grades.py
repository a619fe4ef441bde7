"""Grades as printed: every scale, every form, every reason for a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from clapometer.scoring.grades import Grade, GradeRefused, read_grade
from clapometer.scoring.scales import FORMS, MAXIMA, NAMED, REFUSALS, Scale, scale_named

from .writing import Case, Subject, agree, exact, plain

# (text, scale given) -> value.
_BY_HAND: dict[tuple[str, str | None], str] = {
    ("3.5/5", None): "7/10", ("78 %", None): "39/50", ("3 1/2 / 4", None): "7/8",
    ("★★★½☆", None): "7/10", ("three and a half stars out of four", None): "7/8",
    ("8 out of 10", None): "4/5", ("B-", None): "2/3", ("B−", None): "2/3", ("A+", None): "1",
    ("F", None): "0", ("B-", "letters-metacritic"): "67/100", ("7", "of-10"): "7/10",
    ("2.5", "of-4"): "5/8", ("terningkast 5", None): "5/6", ("15", "french-school"): "3/4",
    ("1", "german-school"): "1", ("6", "german-school"): "0", ("2-", "german-school"): "11/15",
    ("0", "signed-4"): "1/2", ("-4", "signed-4"): "0", ("3", "die-position"): "2/5",
    ("0/10", None): "0", ("100/100", None): "1",
}  # fmt: skip
_REFUSED: dict[tuple[str, str | None], str] = {
    ("", None): "empty", (" ", None): "empty", ("x" * 101, None): "too_long",
    ("a masterpiece?", None): "unreadable", ("6/5", None): "above_maximum",
    ("11", "of-10"): "above_maximum", ("0", "die"): "below_minimum", ("3.5", "die"): "off_step",
    ("-1/5", None): "negative", ("3/0", None): "zero_maximum", ("3/17", None): "unknown_maximum",
    ("1/2", None): "half_or_scale", ("7", None): "needs_scale", ("3 stars", None): "needs_maximum",
    ("☆☆☆☆☆", None): "hollow_stars", ("★★☆☆/5", None): "two_maxima",
    ("2/6", "german-school"): "reversed_scale", ("E-", None): "off_table", ("3-4", None): "range",
    ("7", "of-1"): "unknown_scale", ("stream it now", "no-such-scale"): "unknown_scale",
    ("2 out of -7..+9", None): "signed_scale", ("good", None): "needs_table",
}  # fmt: skip


def reading(text: str, scale: str | None) -> dict[str, Any]:
    """Return how the text reads: scale, rule and value, or the reason of the refusal."""
    try:
        grade = read_grade(text, scale)
    except GradeRefused as refusal:
        return {"refused": refusal.reason}
    return _read(grade)


def _read(grade: Grade) -> dict[str, Any]:
    return {"scale": grade.scale, "rule": grade.rule, "value": exact(grade.value)}


def _given(texts: list[tuple[str, str | None]]) -> dict[str, Any]:
    return {"texts": [{"text": text, "scale": scale} for text, scale in texts]}


def _case(name: str, how: str, why: str, texts: list[tuple[str, str | None]],
          **more: Any) -> Case:  # fmt: skip
    given = {**more, **_given(texts)}
    return Case(name, how, why, given, [reading(text, scale) for text, scale in texts])


def marks(scale: Scale) -> list[str]:
    """Return what is written on a scale: each place and mark, or the ends and what lies beyond."""
    written = [scale.written[key] for key in scale.marks]
    if scale.kind != "numbers":
        return [*(scale.written.get(key, key) for key in scale.places), *written]
    step = scale.step or Fraction(1, 2)
    low, high = sorted((scale.worst, scale.best))
    numbers = {low, scale.least, scale.least + step, (low + high) / 2, high - step, high, high + 1}
    return [*(f"{float(one):g}" for one in sorted(numbers)), *written]


def _cases() -> Iterator[Case]:
    by_hand = [reading(*one).get("value") for one in _BY_HAND]
    agree("values", [*_BY_HAND.values()], by_hand)
    yield _case("values", "hand", "By hand, from the scale's ends or table.", [*_BY_HAND])
    agree("refusals", [*_REFUSED.values()], [reading(*one).get("refused") for one in _REFUSED])
    yield _case("refusals", "hand", f"One for each reason: {', '.join(REFUSALS)}.", [*_REFUSED])
    for name, scale in NAMED.items():
        why = "The scale's own table, or where the number lies between its ends."
        texts: list[tuple[str, str | None]] = [(one, name) for one in marks(scale)]
        yield _case(f"scale {name}", "data", why, texts, scale=_scale_data(scale))
    for maximum in MAXIMA:
        scale = scale_named(f"of-{maximum}")
        why = "A number over a believed maximum, and alone with its scale."
        stated: list[tuple[str, str | None]] = [
            (f"{part}/{maximum}", None) for part in (0, 1, maximum, maximum + 1)
        ]
        texts = [*stated, *((one, scale.name) for one in marks(scale))]
        yield _case(f"scale {scale.name}", "data", why, texts, scale=_scale_data(scale))
    yield _case("forms", "second", "The examples of every form; each is read, and in that form.",
                [*_examples()])  # fmt: skip


def _examples() -> Iterator[tuple[str, str | None]]:
    """Yield the examples of the table of forms; a scale to be given stands behind in brackets."""
    for form in FORMS.values():
        for example in form.examples:
            text, _, scale = example.partition(" (")
            yield text, scale.removesuffix(")") or None


def _scale_data(scale: Scale) -> dict[str, Any]:
    data: dict[str, Any] = plain(scale)
    return data


ABOUT = (
    "What a grade as printed is worth, exactly, with the scale and the form it was read in; or why "
    "it is refused. `scale` beside a text is the scale that is known of it, null for none."
)


def subject() -> Subject:
    """Return the file grades.json."""
    return Subject("grades", ABOUT, _cases())
