"""The room's tables as Markdown, so that the reference pages print the data the code runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clapometer.scoring.badges import CONDITIONS, SIZES, STATES, TRANSITIONS, percent
from clapometer.scoring.describe import describe
from clapometer.scoring.events import KINDS
from clapometer.scoring.grades import read_grade
from clapometer.scoring.rules import preset, presets
from clapometer.scoring.scales import FORMS, LETTERS, MAXIMA, REFUSALS

MARKS = {True: "set", False: "cleared", None: "as it was"}


def table(name: str) -> str:
    """Return the Markdown of one of TABLES."""
    columns, rows = TABLES[name]()
    return markdown(columns, rows)


def markdown(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table, one line per row."""
    lines = [columns, tuple("---" for _ in columns), *rows]
    escaped = ([cell.replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in escaped)


Table = tuple[tuple[str, ...], Iterable[tuple[str, ...]]]


def _forms() -> Table:
    rows = ((name, form.reads, _code(form.examples)) for name, form in FORMS.items())
    return ("form", "what is read", "examples"), rows


def _maxima() -> Table:
    rows = ((f"`of-{maximum}`", where) for maximum, where in MAXIMA.items())
    return ("scale", "where it is used"), rows


def _letters() -> Table:
    grades = [read_grade(letter) for letter in LETTERS]
    rows = ((g.text, f"{LETTERS[g.text]}/12", f"{g.points / 100:.2f} %") for g in grades)
    return ("letter", "value", "of the scale"), rows


def _refusals() -> Table:
    spoken = {"text": "…", "scale": "…"}
    rows = ((f"`{code}`", sentence.format(**spoken)) for code, sentence in REFUSALS.items())
    return ("code", "sentence"), rows


def _kinds() -> Table:
    rows = (
        (f"`{name}`", kind.effect, MARKS[kind.withdrawn], MARKS[kind.excluded])
        for name, kind in KINDS.items()
    )
    return ("event", "what it does", "mark “withdrawn”", "mark “excluded”"), rows


def _transitions() -> Table:
    badge = preset("clapometer").badge
    assert badge is not None
    shares = {"enter": percent(badge.enter), "keep": percent(badge.keep)}
    rows = (
        (STATES[state], CONDITIONS[condition].format(**shares), moment, STATES[becomes])
        for state, condition, moment, becomes in TRANSITIONS
    )
    return ("state", "condition", "moment", "becomes"), rows


def _minimums() -> Table:
    badges = [rule.badge for rule in presets() if rule.badge]
    rows = (
        (badge.label, SIZES[size], str(minimum), str(badge.top))
        for badge in badges
        for size, minimum in badge.minimums
    )
    return ("badge", "work", "reviews", "of them by top critics"), rows


def _presets() -> Table:
    rows = ((f"`{r.name}`", r.title, r.dated, f"`{r.digest}`") for r in presets())
    return ("name", "title", "dated", "digest"), rows


def _rule(name: str) -> Callable[[], Table]:
    return lambda: (("part", "rule"), describe(preset(name)))


def _sourced(name: str) -> Callable[[], Table]:
    def rows() -> Table:
        rule = preset(name)
        published = (("published", sentence) for sentence in rule.published)
        assumed = (("assumed", sentence) for sentence in rule.assumed)
        return ("", "part"), (*published, *assumed)

    return rows


def _code(examples: Iterable[str]) -> str:
    return ", ".join(f"`{example}`" for example in examples)


TABLES: dict[str, Callable[[], Table]] = {
    "forms": _forms,
    "maxima": _maxima,
    "letters": _letters,
    "refusals": _refusals,
    "events": _kinds,
    "badge-transitions": _transitions,
    "badge-minimums": _minimums,
    "presets": _presets,
    "rule-clapometer": _rule("clapometer"),
    "rule-rotten-tomatoes-2020": _rule("rotten-tomatoes-2020"),
    "sources-rotten-tomatoes-2020": _sourced("rotten-tomatoes-2020"),
}
