"""What the reference says of grades: forms, scales, tables, refusals, as rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from clapometer.scoring.infer import BY
from clapometer.scoring.normalise import NORMALISERS
from clapometer.scoring.scales import FORMS, MAXIMA, NAMED, REFUSALS, Scale
from clapometer.scoring.scales.scale import KINDS
from clapometer.scoring.wordings import (
    BETWEEN_NUMBERS,
    HALVES,
    LABELS,
    NUMBERS,
    OUT_OF,
    POINTS,
    STARS,
    TENS,
)

Table = tuple[tuple[str, ...], Iterable[tuple[str, ...]]]


def _forms() -> Table:
    rows = ((name, form.reads, _code(form.examples)) for name, form in FORMS.items())
    return ("form", "what is read", "examples"), rows


def _wordings() -> Table:
    rows = {
        "a star": STARS,
        "a point": POINTS,
        "out of": (*OUT_OF, *BETWEEN_NUMBERS),
        "and a half": HALVES,
        "here follows a grade": LABELS,
        **{f"numbers, {language}": words for language, words in NUMBERS.items()},
        "tens, English": TENS,
    }
    joined = ((means, ", ".join(word for word in words if word)) for means, words in rows.items())
    return ("meaning", "words"), joined


def _maxima() -> Table:
    rows = ((f"`of-{maximum}`", where) for maximum, where in MAXIMA.items())
    return ("scale", "where it is used"), rows


def _letters() -> Table:
    tables = [scale for scale in NAMED.values() if scale.kind == "letters"]
    letters = dict.fromkeys(letter for scale in tables for letter in scale.places)
    rows = (
        (letter, *(_percent_of(scale.places.get(letter)) for scale in tables)) for letter in letters
    )
    return ("letter", *(f"`{scale.name}`" for scale in tables)), rows


def _percent_of(value: Fraction | None) -> str:
    return "" if value is None else f"{round(float(value) * 100, 2):g} %"


def _scales() -> Table:
    rows = (
        (f"`{s.name}`", s.title, _marks(s), NORMALISERS[s.normaliser].means, _asked(s))
        for s in NAMED.values()
    )
    return ("scale", "what it is", "marks", "value", "used"), rows


def _marks(scale: Scale) -> str:
    if not scale.numbers:
        return KINDS[scale.kind]
    step = f", steps of {scale.step}" if scale.step else ""
    first = scale.worst if scale.reversed else scale.least
    return f"{first} to {scale.best}{step}"


def _asked(scale: Scale) -> str:
    if scale.name == "letters":
        return "for every letter"
    if not scale.unasked:
        return "where it is given; it can only praise" if scale.one_sided else "where it is given"
    before = " or ".join(f"“{word}”" for word in scale.before)
    if scale.kind == "words":
        return "by its words"
    return f"after {before}" if before else "where it is stated"


def _words() -> Table:
    rows = (
        (f"`{scale.name}`", f"“{scale.written[word]}”", _percent_of(value))
        for scale in NAMED.values()
        if scale.kind == "words"
        for word, value in scale.places.items()
    )
    return ("scale", "words", "value"), _gathered(rows)


def _marks_in_words() -> Table:
    rows = (
        (f"`{scale.name}`", f"“{scale.written[word]}”", str(mark))
        for scale in NAMED.values()
        for word, mark in scale.marks.items()
    )
    return ("scale", "written", "stands for"), _gathered(rows)


def _gathered(rows: Iterable[tuple[str, str, str]]) -> Iterable[tuple[str, ...]]:
    """Return one row for all words of a scale that mean the same."""
    words: dict[tuple[str, str], list[str]] = {}
    for scale, word, value in rows:
        words.setdefault((scale, value), []).append(word)
    return ((scale, ", ".join(said), value) for (scale, value), said in words.items())


def _scales_assumed() -> Table:
    rows = (
        (f"`{s.name}`", s.dated, " ".join(s.assumed), " ".join(s.sources)) for s in NAMED.values()
    )
    return ("scale", "dated", "assumed", "sources"), rows


def _normalisers() -> Table:
    rows = ((f"`{name}`", n.means, f"`{n.formula}`", n.seen) for name, n in NORMALISERS.items())
    return ("normaliser", "what it is", "formula", "where it is seen"), rows


def _grounds() -> Table:
    return ("`by`", "why"), ((f"`{name}`", why) for name, why in BY.items())


def _refusals() -> Table:
    spoken = {"text": "…", "scale": "…"}
    rows = ((f"`{code}`", sentence.format(**spoken)) for code, sentence in REFUSALS.items())
    return ("code", "sentence"), rows


def _code(examples: Iterable[str]) -> str:
    return ", ".join(f"`{example}`" for example in examples)


GRADE_TABLES: dict[str, Callable[[], Table]] = {
    "forms": _forms,
    "wordings": _wordings,
    "maxima": _maxima,
    "scales": _scales,
    "letters": _letters,
    "words": _words,
    "marks-in-words": _marks_in_words,
    "scales-assumed": _scales_assumed,
    "normalisers": _normalisers,
    "scale-grounds": _grounds,
    "refusals": _refusals,
}
