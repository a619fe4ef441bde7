"""One score from counts or reviews, and the scores of many works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from clapometer.scoring.events import Event
from clapometer.scoring.grades import Grade, read_grade
from clapometer.scoring.rule import Rule
from clapometer.scoring.rule import score as read_score
from clapometer.scoring.tally import EMPTY, Tally

from .answers import Answer
from .instants import InstantLike, instant
from .problems import Refused, refusing

from .rulebook import DEFAULT, RuleLike, rule as rule_named  # isort: skip
from .score import Score, badge_of_numbers, badge_of_steps

if TYPE_CHECKING:
    import pyarrow

Grades = Iterable[object] | Mapping[object, int]


def score(
    reviews: object = None,
    rule: RuleLike = DEFAULT,
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
) -> Score:
    """Return one score: of counts, of grades, or of a table with the reviews of one work.

    By counts: `positive` of `count` reviews, `top` of all by top critics. By `grades`: as printed,
    in a list, or a mapping from each to how often it was given; `scale` is that of texts which
    state none. Both may be given. `reviews`: a table as history() takes it; of several works, name
    one by `work`; `at`, `known` and `names` are as there.

    `rule`: a name, a path or a Rule; one with a window of time takes counts only. `size` (season,
    limited, wide) adds the badge: with a table its real state, with counts what the numbers alone
    say. Raises Refused.

    >>> import clapometer as clap
    >>> clap.score(positive=34, count=35, rule="rotten-tomatoes-2020").printed
    97
    >>> clap.score(grades=["3/4", "B+", "4/5", "7/10", "85/100"], rule="opencritic").shown
    '79 of 100'
    >>> clap.score(grades={"10/10": 60, "5/10": 20}, rule="rotten-tomatoes-average").printed
    8.8
    >>> print(clap.score(positive=72, count=90, top=12, size="wide").badge)
    Standing ovation: held; lost after 13 more negative reviews in a row
    """
    read = rule_named(rule)
    if reviews is None:
        if (positive, count, grades) == (None, None, None):
            raise Refused("Nothing to score: give positive and count, grades, or reviews.")
        tally = _counted(positive, count, top) + _graded(grades or (), scale, read)
        return _of_numbers(tally, read, size, work)
    if (positive, count, grades) != (None, None, None):
        raise Refused("Give either reviews or numbers, not both.")
    return _of_reviews(reviews, read, size, work, instant(at), instant(known), names)


def _of_numbers(tally: Tally, rule: Rule, size: str | None, work: object) -> Score:
    with refusing():
        badge = badge_of_numbers(rule, tally, size)
    return Score(rule, read_score(rule, tally), badge, work)


def _of_reviews(
    reviews: object, rule: Rule, size: str | None, work: object, at: int | None,
    known: int | None, names: Mapping[str, str] | None,
) -> Score:  # fmt: skip
    from .events import events_of, only, steps_of, the_work

    told = events_of(reviews, names)
    found = the_work(told, work, "clap.scores")
    steps = steps_of(only(told, found), rule, known)
    past = [step for step in steps if at is None or step.at <= at]
    tally = past[-1].tally if past else EMPTY
    with refusing():
        badge = badge_of_steps(rule, past, size, at)
    return Score(rule, read_score(rule, tally), badge, found)


def _counted(positive: int | None, count: int | None, top: int) -> Tally:
    if positive is None and count is None:
        return EMPTY
    if positive is None or count is None:
        raise Refused("Give both positive and count: how many reviews are positive, of how many.")
    if not 0 <= positive <= count:
        raise Refused(
            f"{positive} of {count} reviews cannot be positive; give whole numbers with "
            "0 ≤ positive ≤ count."
        )
    if not 0 <= top <= count:
        raise Refused(f"{top} of {count} reviews cannot be by top critics.")
    return Tally(count=count, positive=positive, top_count=top)


def _graded(grades: Grades, scale: str | None, rule: Rule) -> Tally:
    """Return what the grades add up to, taken in as the rule says."""
    given = grades.items() if isinstance(grades, Mapping) else ((one, 1) for one in grades)
    total = EMPTY
    for text, times in given:
        with refusing():
            grade = text if isinstance(text, Grade) else read_grade(str(text), scale)
        event = Event(0, 0, None, "posted", 0, 0, grade=grade.points)
        for taken in rule.conversion.taken([event]):
            total += Tally(*(part * times for part in Tally.of(taken)))
    return total


class Scores(Answer):
    """The score of each work: a table, and by work or in a row as Score.

    >>> import clapometer as clap
    >>> reviews = [
    ...     {"work": "Bees", "reviewer": "Ada", "happened_at": "2024-03-01", "positive": True},
    ...     {"work": "Salt", "reviewer": "Bo", "happened_at": "2024-03-02", "positive": False},
    ... ]
    >>> found = clap.scores(reviews)
    >>> found.works
    ('Bees', 'Salt')
    >>> found["Bees"].share
    Fraction(1, 1)
    >>> [score.count for score in found]
    [1, 1]
    """

    def __init__(self, table: pyarrow.Table, rule: Rule) -> None:
        super().__init__(table)
        self.rule = rule

    @property
    def works(self) -> tuple[object, ...]:
        """The works, in the order in which they first appear in the reviews."""
        return tuple(self.table.column("work").to_pylist())

    def __getitem__(self, work: object) -> Score:
        try:
            return self._score(self.works.index(work))
        except ValueError:
            raise Refused(f"There is no review of {work!r} in the table.") from None

    def __iter__(self) -> Iterator[Score]:
        return (self._score(place) for place in range(len(self)))

    def _score(self, place: int) -> Score:
        row = self.table.slice(place, 1).to_pylist()[0]
        tally = Tally(*(row[name] for name in Tally._fields))
        return Score(self.rule, read_score(self.rule, tally), None, row["work"])

    def head(self) -> str:
        """Return how many works there are, and the rule."""
        return f"Scores of {len(self):,} works; rule {self.rule.name}"

    def shown(self) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
        """Return what a person is shown: the first works, each with its printed score."""
        rows = [
            (one.work, one.shown, f"{one.positive:,} of {one.count:,}", one.graded, one.band)
            for one in (self._score(place) for place in range(min(len(self), _FIRST)))
        ]
        return ("work", "score", "positive", "graded", "band"), list(rows)


_FIRST = 12


def scores(
    reviews: object,
    rule: RuleLike = DEFAULT,
    *,
    at: InstantLike | None = None,
    known: InstantLike | None = None,
    names: Mapping[str, str] | None = None,
) -> Scores:
    """Return the score of every work of a table, at an instant or after everything.

    `reviews`, `rule`, `known` and `names` are as in history(). `at`: a text, a date (its end), a
    datetime, or microseconds since 1970 in UTC. The columns are those of the reference of tables.

    >>> import clapometer as clap
    >>> days = range(1, 7)
    >>> reviews = [{"film": "Bees", "who": n, "day": f"2024-03-0{n}", "good": n != 2} for n in days]
    >>> names = {"work": "film", "reviewer": "who", "happened_at": "day", "positive": "good"}
    >>> clap.scores(reviews, "rotten-tomatoes-2020", names=names)["Bees"].printed
    83
    >>> clap.scores(reviews, "rotten-tomatoes-2020", at="2024-03-05", names=names)["Bees"].printed
    80
    """
    from clapometer.scoring import frames
    from clapometer.scoring.frames.choosing import engine_for

    from .events import events_of

    told, read = events_of(reviews, names), rule_named(rule)
    when, then, engine = instant(at), instant(known), engine_for(told.table.num_rows)
    with refusing():
        found = frames.scores(
            told.table, read, at=when, known=then, names=told.names, engine=engine
        )
    return Scores(found, read)
