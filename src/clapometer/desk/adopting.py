"""Adopting a rule: what it would change, the entry that says so, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.instants import format_instant, now
from clapometer.ledger.canonical import NotCanonical, canonical
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.reviews.adoptions import adoptions, timetable
from clapometer.reviews.drafts import adoption_undone, rule_adopted
from clapometer.reviews.models import Adoption as Row
from clapometer.reviews.outlook import Outlook, outlooks
from clapometer.reviews.rulebook import find_data
from clapometer.reviews.scoreboard import NO_WINDOW, in_force, rule_of_settings
from clapometer.scoring.rules import Rule, rule_from
from clapometer.scoring.timetable import Adoption, Timetable

ACTOR = "editor"
BY_SETTING = "the rule of the site's settings until then"


class AdoptionRefused(ValueError):
    """The rule cannot be adopted, or the adoption not be taken back; one sentence says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an adoption would write, and the rules in force after it. `since`: None for always.

    `first`: the rule of the settings, where it is recorded too, because it held until then.
    """

    rule: Rule
    data: Mapping[str, Any]
    since: int | None
    first: Rule | None
    before: Timetable
    after: Timetable

    @property
    def changes(self) -> bool:
        """Return whether another rule is in force at some instant."""
        return self.before.digest != self.after.digest


@dataclass(frozen=True, slots=True)
class Changed:
    """How many works there are with reviews, and of how many what is printed now would change.

    `past`: of how many the printed score of some instant, now or in the past, would change.
    """

    works: int = 0
    scores: int = 0
    bands: int = 0
    badges: int = 0
    past: int = 0


def plan_adoption(name: str, since: int | None, values: Mapping[str, str] | None = None) -> Plan:
    """Return what adopting the rule (a name, or the path of a TOML file) would write.

    `since`: the instant of published time from which it is to be in force; None: from the
    beginning. Raises AdoptionRefused, RuleUnknown, RuleRefused.
    """
    data = find_data(name, values)
    rule = rule_from(data)
    _refuse_unless_fit(rule, data, since)
    before, kept = in_force(), any(one.undone_at is None for one in adoptions())
    first = None
    if not kept and head()[0] and rule.digest != rule_of_settings().digest:
        first = rule_of_settings()
    # Of entries of one instant that of the highest position holds: what is planned comes last.
    planned = Adoption(since, rule, seq=2**53)
    there = before.adoptions if kept else (Adoption(None, first),) if first else ()
    plan = Plan(rule, data, since, first, before, Timetable([*there, planned]))
    if kept and not plan.changes:
        raise AdoptionRefused(f"The rule {rule.name} is in force from then on already.")
    return plan


def _refuse_unless_fit(rule: Rule, data: Mapping[str, Any], since: int | None) -> None:
    if rule.lacks:
        raise AdoptionRefused(
            f"The rule {rule.name} lacks {', '.join(rule.lacks)}; give a value with --given."
        )
    if rule.window.lasting:
        raise AdoptionRefused(f"The rule {rule.name} cannot be adopted. {NO_WINDOW}")
    if since is not None and since > now():
        raise AdoptionRefused(
            f"{format_instant(since)} has not come yet; a rule is adopted from now on or from an"
            " instant of the past."
        )
    try:
        canonical(dict(data))
    except NotCanonical as problem:
        raise AdoptionRefused(f"The rule {rule.name} cannot be recorded: {problem}.") from None


def count_changes(
    before: Timetable, after: Timetable, progress: Callable[[int, int], None] | None = None
) -> Changed:
    """Return what would change if the rules in force were `after` in the place of `before`.

    Every work is scored under both; `progress` is told how many are done, and of how many.
    """
    found = [0] * 5
    for old, new in outlooks(before, after, progress):
        found[0] += 1
        for place, is_changed in enumerate(_differences(old, new), 1):
            found[place] += is_changed
    return Changed(*found)


def _differences(old: Outlook, new: Outlook) -> tuple[bool, bool, bool, bool]:
    score = old.shown != new.shown
    past = old.course != new.course
    return score, old.band != new.band, old.badge != new.badge, score or past


def adopt(plan: Plan, reason: str = "") -> int:
    """Write what was planned, and score everything anew; return the position of the adoption."""
    drafts: list[Draft] = []
    if plan.first is not None:
        data = find_data(plan.first.name)
        drafts.append(rule_adopted(plan.first, data, None, BY_SETTING))
    drafts.append(rule_adopted(plan.rule, plan.data, plan.since, reason))
    # One transaction: no page may show old scores under the new rule.
    with writing(ACTOR) as writer:
        seq = writer.append(drafts)[-1].seq
    catch_up()
    return seq


def without(seq: int) -> Timetable:
    """Return the rules in force if the adoption at this position were taken back.

    Raises AdoptionRefused where there is none.
    """
    rows = list(Row.objects.order_by("seq").values_list("seq", "undone_by"))
    if seq not in dict(rows):
        raise AdoptionRefused(f"Entry {seq} adopts no rule; `clapometer rules adopted` lists them.")
    if dict(rows)[seq] is not None:
        raise AdoptionRefused(f"The adoption in entry {seq} was taken back already.")
    return timetable(rule_of_settings, but=seq)


def take_back(seq: int, reason: str) -> int:
    """Write the counter-entry to an adoption, and score everything anew; return its position.

    Raises AdoptionRefused.
    """
    without(seq)
    with writing(ACTOR) as writer:
        found = writer.append_one(adoption_undone(seq, reason)).seq
    catch_up()
    return found
