"""Which column of a table is which of ours, and which ones have to be there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .columns import INPUT, Column
from .problems import FrameRefused


def chosen(
    there: Collection[str],
    names: Mapping[str, str] | None,
    columns: Mapping[str, Column] = INPUT,
) -> dict[str, str]:
    """Return our name -> the table's, of the columns there; `names` maps ours to the table's."""
    named = dict(names or {})
    if unknown := sorted(named.keys() - columns.keys()):
        raise FrameRefused(f"“{unknown[0]}” is no column; there are {', '.join(columns)}.")
    for ours, theirs in named.items():
        if theirs not in there:
            raise FrameRefused(f"The table has no column “{theirs}”, which was named for “{ours}”.")
    asked = {name: named.get(name, name) for name in columns}
    return {ours: theirs for ours, theirs in asked.items() if theirs in there}


def need(given: Collection[str], by_critic: bool, at_known: bool) -> None:
    """Raise FrameRefused where one of our columns is missing that cannot be done without.

    `by_critic`: one critic counts once; `at_known`: only what was recorded by an instant counts.
    """
    needed = ["work", "happened_at"]
    if by_critic or "review" not in given:
        needed.append("reviewer")
    if at_known:
        needed.append("recorded_at")
    for name in needed:
        if name not in given:
            raise FrameRefused(
                f"The table has no column “{name}” ({INPUT[name].means.rstrip('.')}); add it or "
                "map its name."
            )
    if "positive" not in given and "grade" not in given:
        raise FrameRefused("The table has neither “positive” nor “grade”; map the name of one.")
