"""Gathering the facts to cite of a work: its own scores, those of its seasons, charts, facts."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.catalogue.models import Work
from clapometer.facts.reading import facts_about
from clapometer.ledger.reading import position_at, read_some
from clapometer.reviews.events import events_of_works
from clapometer.reviews.moments import with_seasons
from clapometer.reviews.scoreboard import in_force
from clapometer.reviews.scores import steps_from, time_gone
from clapometer.scoring.history import Step
from clapometer.scoring.rules import Rule
from clapometer.scoring.timetable import Rules, Timetable
from clapometer.signals.charts import charts_of
from clapometer.signals.counters import counters_of

from .charted import chart_items
from .counted import counter_items
from .items import KINDS, Cited, Item
from .links import Fixed
from .scored import score_items
from .stated import CITED, stated_items

_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def cite(
    work: Work,
    *,
    position: int,
    at: int | None = None,
    known: int | None = None,
    rule: Rule | None = None,
) -> Cited:
    """Return every fact to cite of a work and its seasons, as known at a ledger position.

    None for an instant means: everything there is. The answer names both instants, so that the
    same can be asked for again. Without a rule scores are read under that of the site.
    """
    position, knew = _answered_from(position, known)
    works = with_seasons(work)
    rules = rule or in_force(knew)
    steps = _steps(works, rules, knew)
    until = _until(at, knew, steps)
    fixed = Fixed(until, knew, _rule_name(rule, rules))
    items = [item for one in works for item in score_items(one, rules, steps[one.id], fixed)]
    items += chart_items(work, charts_of(work, at=at, known=knew))
    by_id = {one.id: one for one in works}
    items += stated_items(facts_about(by_id, *CITED, at=at, known=knew), by_id)
    items += counter_items(counters_of(by_id, at=at, known=knew), by_id)
    return Cited(work, fixed, position, rules, tuple(_in_order(items, works)))


def _answered_from(position: int, known: int | None) -> tuple[int, int]:
    """Return the position answered from, and the instant at which so much was known."""
    found = position if known is None else min(position_at(known), position)
    entry = read_some([found]).get(found)
    recorded = entry.recorded_at if entry else 0
    return found, recorded if known is None or known > recorded else known


def _steps(works: list[Work], rules: Rules, known: int) -> dict[int, list[Step]]:
    events = events_of_works([one.id for one in works], known)
    return {
        one.id: steps_from(rules, events[one.id], known, time_gone((), None, known))
        for one in works
    }


def _until(at: int | None, known: int, steps: dict[int, list[Step]]) -> int:
    """Return the instant asked for; without one, the later of what is known and what is dated."""
    if at is not None:
        return at
    return max([known, *(course[-1].at for course in steps.values() if course)])


def _rule_name(rule: Rule | None, rules: Rules) -> str:
    if rule is not None:
        return rule.name
    assert isinstance(rules, Timetable)
    return "" if rules.is_recorded else rules.at().name


def _in_order(items: list[Item], works: list[Work]) -> Iterator[Item]:
    """Yield them kind by kind, within a kind the work before its seasons, then by time."""
    place = {one.id: number for number, one in enumerate(works)}
    yield from sorted(
        items, key=lambda item: (_ORDER[item.kind], place[item.about.id], item.instant, item.key)
    )
