"""Histories and scores of tables of millions of rows: a table goes in, an Arrow table comes out.

The same rules, the same order and the same whole-number tallies as `clapometer.scoring.history`;
the results are equal to the last bit. With the extra `clapometer[frames]` (Numba and NumPy, loaded
at the first call) a compiled engine does it, else a plain one (see ENGINES in `frames.choosing`).
Columns: see INPUT, WORKS, HISTORY, SCORES and MOMENTS in `frames.columns`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from clapometer.scoring.rules import Rule, preset

from .choosing import Engine, is_compiled
from .problems import FrameRefused, FramesMissing

if TYPE_CHECKING:
    import pyarrow

__all__ = ["Engine", "FrameRefused", "FramesMissing", "history", "moments", "scores"]

DEFAULT_RULE = "clapometer"


def history(
    events: object,
    rule: Rule | str = DEFAULT_RULE,
    *,
    known: int | None = None,
    names: Mapping[str, str] | None = None,
    engine: Engine = "auto",
) -> pyarrow.Table:
    """Return one row per row of `events`, in the same order, with the tally of its work after it.

    `events`: a table of pyarrow, pandas, Polars, DuckDB or anything else with __arrow_c_stream__,
    with the columns of columns.INPUT, in any order of rows; in order of time it is fastest. `rule`:
    a rule or the name of a preset; rules that count a critic once take several times as long where
    there is a column `critic`. `known`: an instant (microseconds since 1970 in UTC); only entries
    recorded by then, and not voided by then, count. `names`: our name of a column -> the table's.
    `engine`: of choosing.ENGINES.

    The result has the columns of columns.HISTORY. A row that does not count is empty there.
    Raises FrameRefused (what, where, what to do), FramesMissing, RuleUnknown.
    """
    read = _rule(rule)
    if is_compiled(engine, read):
        from .engine import make_history

        return make_history(events, read, known, names)
    from .plain import plain_history

    return plain_history(events, read, known, names)


def scores(
    events: object,
    rule: Rule | str = DEFAULT_RULE,
    *,
    at: int | None = None,
    known: int | None = None,
    names: Mapping[str, str] | None = None,
    engine: Engine = "auto",
) -> pyarrow.Table:
    """Return one row per work, in the order in which works first appear in `events`.

    `at`: the instant of the score, microseconds since 1970 in UTC; without it, after everything.
    The rest is as in history(); the columns are those of columns.SCORES.
    """
    from .intake import Asked

    read, asked = _rule(rule), Asked(at, known)
    if is_compiled(engine, read):
        from .engine import make_scores

        return make_scores(events, read, asked, names)
    from .plain import plain_scores

    return plain_scores(events, read, asked, names)


def moments(
    events: object,
    rule: Rule | str = DEFAULT_RULE,
    *,
    at: int | None = None,
    known: int | None = None,
    names: Mapping[str, str] | None = None,
    engine: Engine = "auto",
) -> pyarrow.Table:
    """Return one row per moment: what each work's history says, in order of time.

    The works stand in the order in which they first appear in `events`, which may also have the
    columns of columns.WORKS. `at`: up to this instant, microseconds since 1970 in UTC, which also
    says how far time has gone; without it, each work's last entry does. The rest is as in
    history(); the columns are those of columns.MOMENTS, and the moments those of scoring.moments
    with the work's name as text in their ids. Works are told apart from each other, so there are no
    siblings.
    """
    from .intake import Asked

    read, asked = _rule(rule), Asked(at, known)
    if is_compiled(engine, read):
        from .engine import make_moments

        return make_moments(events, read, asked, names)
    from .plain import plain_moments

    return plain_moments(events, read, asked, names)


def _rule(rule: Rule | str) -> Rule:
    return preset(rule) if isinstance(rule, str) else rule
