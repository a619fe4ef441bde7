"""The tables of the reference of measures, written from the code."""

from __future__ import annotations

from collections.abc import Callable


def texts() -> dict[str, Callable[[], str]]:
    """Every table about numbers, by name, with what writes it."""
    return {
        "measures": measures_text,
        "counter-columns": columns_text,
        "growth-forms": growth_text,
        "point": lambda: _words("in its place", _point()),
        "amount-bounds": lambda: _words("bound", _bounds()),
        "natures": lambda: _words("nature", _natures()),
        "periods": lambda: _words("period", _periods()),
        "counters-json": lambda: _words("member", _members()),
        "all-time-json": lambda: _words("member", _all_time_members()),
        "streaks-json": lambda: _words("member", _streak_members()),
        "counters-json-segment": lambda: _words("member", _segment_members()),
    }


def measures_text() -> str:
    """Every measure that is known from the start, with each of its definitions."""
    from clapometer.signals.measures import KNOWN

    rows = ["| measure | counts | since | what it means | source |", "|---|---|---|---|---|"]
    for name, known in KNOWN.items():
        for place, one in enumerate(known.definitions):
            first = (f"`{name}`", f"{known.title} ({known.platform or 'anybody'})")
            source = f"[{one.source}]({one.link})" if one.link else one.source
            since = f"**stopped** {one.since}" if one.stopped else one.since or "the start"
            rows.append(_row(*(first if not place else ("", "")), since, one.means, source))
    return "\n".join(rows)


def columns_text() -> str:
    """The columns of the profile `counters`."""
    from clapometer.readers.counters import COUNTER_COLUMNS, NEEDED

    rows = ["| column | holds | also called | |", "|---|---|---|---|"]
    for name, (holds, aliases) in COUNTER_COLUMNS.items():
        others = ", ".join(f"`{alias}`" for alias in aliases if alias != name)
        rows.append(_row(f"`{name}`", holds, others, "needed" if name in NEEDED else ""))
    return "\n".join(rows)


def growth_text() -> str:
    """The forms in which growth is announced."""
    from clapometer.signals.growth import GROWTH_FORMS

    rows = ["| as announced | read as |", "|---|---|"]
    return "\n".join([*rows, *(_row(forms, means) for forms, means in GROWTH_FORMS)])


def _words(title: str, words: dict[str, str]) -> str:
    rows = [_row(f"`{word}`" if word else "(empty)", meaning) for word, meaning in words.items()]
    return "\n".join([_row(title, "meaning"), "|---|---|", *rows])


def _point() -> dict[str, str]:
    from clapometer.signals.kinds import POINT

    return POINT


def _bounds() -> dict[str, str]:
    from clapometer.readers.amounts import BOUNDS

    return BOUNDS


def _natures() -> dict[str, str]:
    from clapometer.signals.measures import NATURES

    return dict(NATURES)


def _periods() -> dict[str, str]:
    from clapometer.signals.measures import PERIODS

    return dict(PERIODS)


def _members() -> dict[str, str]:
    from clapometer.cli.counters import MEMBERS

    return MEMBERS


def _segment_members() -> dict[str, str]:
    from clapometer.cli.counters import SEGMENT_MEMBERS

    return SEGMENT_MEMBERS


def _all_time_members() -> dict[str, str]:
    from clapometer.cli.charts import ALL_TIME_MEMBERS

    return ALL_TIME_MEMBERS


def _streak_members() -> dict[str, str]:
    from clapometer.cli.charts import STREAK_MEMBERS

    return STREAK_MEMBERS


def _row(*cells: str) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
