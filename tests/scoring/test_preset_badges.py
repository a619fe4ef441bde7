"""The badge of each preset that has one: its machine at its own numbers, and that no other has."""

from __future__ import annotations

import pytest

from clapometer.scoring.badges import BadgeRule, badge_history
from clapometer.scoring.events import Event
from clapometer.scoring.history import Step
from clapometer.scoring.rules import preset, presets
from clapometer.scoring.tally import Tally

# By hand, from the published rules of each era; rule, size -> won from, lost below, reviews needed,
# of them by top critics.
MACHINES = {
    ("clapometer", "season"): (75, 70, 20, 5),
    ("clapometer", "limited"): (75, 70, 40, 5),
    ("clapometer", "wide"): (75, 70, 80, 5),
    ("rotten-tomatoes-2000s", "limited"): (75, 60, 40, 5),
    ("rotten-tomatoes-2000s", "wide"): (75, 60, 40, 5),
    ("rotten-tomatoes-2010s", "season"): (75, 70, 20, 5),
    ("rotten-tomatoes-2010s", "limited"): (75, 70, 40, 5),
    ("rotten-tomatoes-2010s", "wide"): (75, 70, 80, 5),
    ("rotten-tomatoes-2020", "season"): (75, 70, 20, 5),
    ("rotten-tomatoes-2020", "limited"): (75, 70, 40, 5),
    ("rotten-tomatoes-2020", "wide"): (75, 70, 80, 5),
    ("rotten-tomatoes-2024", "season"): (75, 70, 20, 5),
    ("rotten-tomatoes-2024", "limited"): (75, 70, 40, 5),
    ("rotten-tomatoes-2024", "wide"): (75, 70, 80, 5),
    ("rotten-tomatoes-audience", "wide"): (90, 80, 500, 0),
}


def test_these_presets_have_a_badge_and_no_other() -> None:
    found = {(rule.name, size) for rule in presets() if rule.badge for size, _ in
             rule.badge.minimums}  # fmt: skip
    assert found == set(MACHINES)
    assert {rule.name for rule in presets() if rule.marks} == {"metacritic-films",
                                                               "metacritic-games"}  # fmt: skip


@pytest.mark.parametrize(("name", "size"), list(MACHINES))
def test_each_machine_is_won_kept_lost_and_regained_at_its_own_numbers(
    name: str, size: str
) -> None:
    """Of 1,000 reviews the share is moved, a per cent at a time, across each of its borders."""
    won, lost, minimum, top = MACHINES[name, size]
    badge = preset(name).badge
    assert badge is not None
    path = [won - 1, won, lost, lost - 1, won - 1, won, lost - 1]
    tallies = [tally_of(per_cent * 10, 1_000, top) for per_cent in path]
    assert turns(badge, size, tallies) == [(1, "won"), (3, "lost"), (5, "regained"), (6, "lost")]
    few = [tally_of(minimum - 1, minimum - 1, top), tally_of(minimum, minimum, top)]
    assert turns(badge, size, few) == [(1, "won")]
    if top:
        tallies = [tally_of(minimum, minimum, top - 1), tally_of(minimum, minimum, top)]
        assert turns(badge, size, tallies) == [(1, "won")]


def tally_of(positive: int, count: int, top: int) -> Tally:
    return Tally(count, positive, 0, 0, 0, top, top)


def turns(badge: BadgeRule, size: str, tallies: list[Tally]) -> list[tuple[int, str]]:
    """The instants at which the badge changed, and how."""
    event = Event(0, 0, None, "posted", 0, 0, None, True)
    steps = [Step(at, event, tally) for at, tally in enumerate(tallies)]
    return [(change.at, change.moment) for change in badge_history(badge, steps, size)]
