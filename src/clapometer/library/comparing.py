"""The same work under many rules, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clapometer.scoring.rules import applies

from .html import table
from .instants import InstantLike
from .rulebook import RuleLike, rules
from .rulebook import rule as rule_named
from .score import Score
from .scores import Grades, score

HEADER = ("rule", "score", "from", "band", "badge")


class Comparison(tuple[Score, ...]):
    """The scores of one work, one for each rule, in a tuple that shows itself as a table."""

    __slots__ = ()

    def __getitem__(self, place: Any) -> Any:
        """Return the score at a place, or by the name of its rule."""
        if isinstance(place, str):
            return next(one for one in self if one.rule.name == place)
        return super().__getitem__(place)

    def _rows(self) -> list[tuple[str, ...]]:
        return [_line(one) for one in self]

    def __repr__(self) -> str:
        cells = [HEADER, *self._rows()]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ("  ".join(f"{c:{w}}" for c, w in zip(row, widths, strict=True)) for row in cells)
        return "\n".join(line.rstrip() for line in lines)

    def _repr_html_(self) -> str:
        return table(HEADER, self._rows())


def compare(
    reviews: object = None,
    rules: Iterable[RuleLike] | None = None,
    *,
    positive: int | None = None,
    count: int | None = None,
    top: int = 0,
    grades: Grades | None = None,
    scale: str | None = None,
    size: str | None = None,
    work: object = None,
    at: InstantLike | None = None,
    known: InstantLike | None = None,
    names: Mapping[str, str] | None = None,
) -> Comparison:
    """Return one work's score under several rules: what would it be under each?

    `rules`: names, paths or Rules; without any, every packaged rule made for critics. `reviews`,
    `positive`, `count`, `top`, `grades`, `scale`, `work`, `at`, `known` and `names` are as in
    score(); with a table of reviews each rule also counts copies and revisions in its own way. A
    `size` that a rule's badge does not know leaves that badge out. Raises Refused.

    >>> import clapometer as clap
    >>> clap.compare(positive=46, count=80, rules=["rotten-tomatoes-2020", "steam"])
    rule                  score  from      band    badge
    rotten-tomatoes-2020  57 %   46 of 80  Rotten
    steam                 57 %   46 of 80  Mixed
    """
    chosen = [rule_named(one) for one in (_critics() if rules is None else rules)]
    sizes = [size if one.badge and size in dict(one.badge.minimums) else None for one in chosen]
    return Comparison(
        score(
            reviews, one, positive=positive, count=count, top=top, grades=grades, scale=scale,
            size=fitting, work=work, at=at, known=known, names=names,
        )
        for one, fitting in zip(chosen, sizes, strict=True)
    )  # fmt: skip


def _critics() -> list[RuleLike]:
    return [one for one in rules() if applies(one)]


def _line(one: Score) -> tuple[str, ...]:
    by_grades = one.rule.measure.of == "grades"
    counted = f"{one.graded:,} grades" if by_grades else f"{one.positive:,} of {one.count:,}"
    badge = one.badge
    words = ", ".join(filter(None, (one.band, *one.marks)))
    printed = one.why if one.printed is None else one.shown
    return one.rule.name, printed, counted, words, f"{badge.label}: {badge.state}" if badge else ""
