"""The room's tables as Markdown, so that the reference pages print the data the code runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clapometer.scoring.badges import (
    CONDITIONS,
    SIZES,
    STATES,
    TRANSITIONS,
    BadgeRule,
    percent,
)
from clapometer.scoring.describe import describe
from clapometer.scoring.events import KINDS
from clapometer.scoring.moment_tables import MOMENT_TABLES
from clapometer.scoring.rulefile import RULE_KEYS
from clapometer.scoring.rules import PRESETS, Rule, preset, presets
from clapometer.scoring.scales.tables import GRADE_TABLES, Table
from clapometer.scoring.settling import days

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
    badges = [(rule.name, rule.badge) for rule in presets() if rule.badge]
    rows = (
        (f"`{name}`", badge.label, SIZES[size], str(minimum), str(badge.top))
        for name, badge in badges
        for size, minimum in badge.minimums
    )
    return ("rule", "badge", "work", "reviews", "of them by top critics"), rows


def _distinctions() -> Table:
    rows = ((f"`{rule.name}`", *_machine(rule.badge), _marks(rule)) for rule in presets())
    head = ("rule", "badge", "won from", "lost below", "has to settle", "marks without a memory")
    return head, rows


def _machine(badge: BadgeRule | None) -> tuple[str, str, str, str]:
    if badge is None:
        return "none", "", "", ""
    settled = badge.settled
    waits = f"{days(settled.lasting)}, {settled.reviews} reviews" if settled else "no"
    return badge.label, percent(badge.enter), percent(badge.keep), waits


def _marks(rule: Rule) -> str:
    told = (
        f"{mark.label} from {rule.printing.measure(mark.at_least)}, with {mark.reviews} reviews"
        for mark in rule.marks
    )
    return "; ".join(told) or "none"


def _presets() -> Table:
    rows = ((f"`{r.name}`", r.title, r.dated, f"`{r.digest}`") for r in presets())
    return ("name", "title", "dated", "digest"), rows


def _keys() -> Table:
    rows = ((f"`{key}`", what, meaning) for key, what, meaning in RULE_KEYS)
    return ("key", "what it is", "what it says"), rows


def _rule(name: str) -> Callable[[], Table]:
    return lambda: (("part", "rule"), describe(preset(name)))


def _sourced(name: str) -> Callable[[], Table]:
    def rows() -> Table:
        rule = preset(name)
        published = (("published", sentence) for sentence in rule.published)
        assumed = (("assumed", sentence) for sentence in rule.assumed)
        sources = (("source", sentence) for sentence in rule.sources)
        return ("", "part"), (*sources, *published, *assumed)

    return rows


TABLES: dict[str, Callable[[], Table]] = {
    **GRADE_TABLES,
    "events": _kinds,
    "badge-transitions": _transitions,
    "badge-minimums": _minimums,
    "badge-presets": _distinctions,
    **MOMENT_TABLES,
    "presets": _presets,
    "rule-keys": _keys,
    **{f"rule-{name}": _rule(name) for name in PRESETS},
    **{f"sources-{name}": _sourced(name) for name in PRESETS[1:]},
}
