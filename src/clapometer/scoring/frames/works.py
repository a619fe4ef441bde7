"""What a table says about its works besides their reviews: size and release, once for each work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow

from clapometer.scoring.badges import SIZES
from clapometer.scoring.moments import Asked
from clapometer.scoring.rules import Rule

from . import values
from .columns import WORKS
from .problems import FrameRefused


@dataclass(frozen=True, slots=True)
class Facts:
    """Size and release (microseconds since 1970 in UTC) by work as the table names it."""

    sizes: Mapping[Any, str]
    releases: Mapping[Any, int]

    def asked(self, work: Any, rule: Rule, until: int | None) -> Asked:
        """Return what to look for in this work's history.

        A work of a size that the rule's badge does not know holds none, as one of unknown size.
        """
        size = self.sizes.get(work)
        held = dict(rule.badge.minimums) if rule.badge else {}
        return Asked(
            work=_text(work),
            size=size if size in held else None,
            release=self.releases.get(work),
            until=until,
        )


def facts(table: Any, work: Any, names: Mapping[str, str]) -> Facts:
    """Return what the table says of its works; `work` is that column, `names` maps ours to its.

    Raises FrameRefused for what is no size or instant, and where two rows of a work differ.
    """
    for ours, theirs in names.items():
        if theirs not in table.column_names:
            raise FrameRefused(f"The table has no column “{theirs}”, which was named for “{ours}”.")
    given = {ours: names.get(ours, ours) for ours in WORKS}
    there = {ours: table[one] for ours, one in given.items() if one in table.column_names}
    sizes = _one_each(work, _sizes(there["size"]), "size") if "size" in there else {}
    releases = values.instants(there["release"], "release") if "release" in there else None
    return Facts(sizes, {} if releases is None else _one_each(work, releases, "release"))


def _one_each(work: Any, said: Any, name: str) -> dict[Any, Any]:
    """Return what is said of each work of which anything is."""
    spelled = work.cast(work.type.value_type) if pyarrow.types.is_dictionary(work.type) else work
    pairs = pyarrow.table({"work": spelled, "said": said}).filter(said.is_valid())
    found = pairs.group_by("work").aggregate([("said", "min"), ("said", "max")])
    once = {}
    for row in found.to_pylist():
        if row["said_min"] != row["said_max"]:
            raise FrameRefused(
                f"The work “{row['work']}” has more than one “{name}” in its rows; a work has one."
            )
        once[row["work"]] = row["said_min"]
    return once


def _sizes(column: Any) -> Any:
    column = values.plain(column)
    try:
        texts = column.cast(pyarrow.string())
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError) as error:
        raise FrameRefused(_no_size(column.type)) from error
    for text in texts.unique().to_pylist():
        if text is not None and text not in SIZES:
            raise FrameRefused(_no_size(text))
    return texts


def _no_size(text: object) -> str:
    return f"“{text}” in the column “size” is no size of a work; known are {', '.join(SIZES)}."


def _text(work: object) -> str:
    """Return a work's name as text; a whole number that came as 7.0 is "7"."""
    return str(int(work)) if isinstance(work, float) else str(work)
