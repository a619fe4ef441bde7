"""The reference of the figures that are read in stories, written from their grammars."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name."""
    return {
        "figure-aggregators": _aggregators,
        "figure-badges": _badges,
        "figure-consensus": _consensus,
        "figure-places": _places,
        "figure-units": _units,
        "figure-shares": _shares,
        "figure-takings": _takings,
        "figure-signs": _signs,
    }


def _examples(rows: Iterable[tuple[str, str]]) -> str:
    shown = ((f"`{rule}`", example) for rule, example in rows)
    return markdown(("rule", "a made-up example"), shown)


def _aggregators() -> str:
    from clapometer.readers.claims.finders.aggregators import AGGREGATORS

    rows = ((one.name, ", ".join(one.units), one.side or "") for one in AGGREGATORS)
    return markdown(("aggregator", "its scales", "side, where none is told"), rows)


def _badges() -> str:
    from clapometer.readers.claims.finders.badges import ROWS

    rows = ((f"`{one.rule}`", f"`{one.modality}`", one.example) for one in ROWS)
    return markdown(("rule", "modality", "a made-up example"), rows)


def _consensus() -> str:
    from clapometer.readers.claims.finders.consensus import ROWS

    return _examples((rule, example) for rule, (_, example) in ROWS.items())


def _places() -> str:
    from clapometer.readers.claims.finders.rank_rows import PLACES

    rows = ((f"`{one.rule}`", f"`{one.unit}`", one.example) for one in PLACES)
    return markdown(("rule", "unit", "a made-up example"), rows)


def _units() -> str:
    from clapometer.readers.claims.finders.counted import UNITS

    rows = ((f"`{one.rule}`", f"`{one.unit}`", one.example) for one in UNITS)
    return markdown(("rule", "unit", "a made-up example"), rows)


def _shares() -> str:
    from clapometer.readers.claims.finders.shares import SHARES

    return _examples((one.rule, one.example) for one in SHARES)


def _takings() -> str:
    from clapometer.readers.claims.finders.takings import AND, BRACKETS, ROWS, WITH

    return _examples((one.rule, one.example) for one in (*ROWS, BRACKETS, AND, WITH))


def _signs() -> str:
    from clapometer.readers.claims.confidence import SIGNS

    return markdown(("sign", "meaning"), ((f"`{sign}`", means) for sign, means in SIGNS.items()))
