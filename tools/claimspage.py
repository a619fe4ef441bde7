"""The reference of claims and of the tables they are read by, written from the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name."""
    return {
        "claim-kinds": _kinds,
        "claim-modalities": _modalities,
        "claim-fields": _fields,
        "claim-roles": _roles,
        "claim-clutter": _clutter,
        "claim-announced": _announced,
        "claim-events": _events,
        "claim-undated": _undated,
        "claim-platforms": _platforms,
        "claim-signs": _signs,
        "claim-seasons": _seasons,
        "claim-dates": _dates,
        "claim-titles": _titles,
    }


def _words(title: str, table: dict[str, str]) -> str:
    return markdown((title, "meaning"), ((f"`{word}`", means) for word, means in table.items()))


def _examples(title: str, rows: Iterable[tuple[str, str]]) -> str:
    return markdown((title, "a made-up example"), ((f"`{name}`", text) for name, text in rows))


def _kinds() -> str:
    from clapometer.readers.claims.claim import KINDS

    return _words("kind", KINDS)


def _modalities() -> str:
    from clapometer.readers.claims.claim import MODALITIES

    return _words("modality", MODALITIES)


def _fields() -> str:
    from clapometer.readers.claims.claim import FIELDS

    return _words("field", FIELDS)


def _roles() -> str:
    from clapometer.readers.claims.blocks import CLUTTER, ROLES

    rows = (
        (f"`{role}`", means, "no" if role in CLUTTER else "yes") for role, means in ROLES.items()
    )
    return markdown(("role", "meaning", "read"), rows)


def _clutter() -> str:
    from clapometer.readers.claims.clutter import SIGNS

    return markdown(("taken for", "because it is"), ((f"`{one.role}`", one.why) for one in SIGNS))


def _announced() -> str:
    from clapometer.readers.claims.finders import cancellations, endings, orders, renewals

    grammars = (renewals, cancellations, endings, orders)
    return _examples("rule", ((one.name, one.example) for each in grammars for one in each.RULES))


def _events() -> str:
    from clapometer.readers.claims.finders.events import EVENTS

    return _examples("event", ((one.name or "none", one.example) for one in EVENTS))


def _undated() -> str:
    from clapometer.readers.claims.finders.undated import RULES

    return _examples("rule", ((one.name, one.example) for one in RULES))


def _platforms() -> str:
    from clapometer.readers.claims.finders.platforms import RULES

    return _examples("rule", ((one.name, one.example) for one in RULES))


def _signs() -> str:
    from clapometer.readers.claims.modality import SIGNS

    return _examples("modality", ((one.modality, one.example) for one in SIGNS))


def _seasons() -> str:
    from clapometer.readers.claims.seasons import PATTERNS

    return _examples("form", ((name, example) for name, _, example in PATTERNS))


def _dates() -> str:
    from clapometer.readers.claims.dates import PHRASES

    return _examples("form", ((name, example) for name, _, example in PHRASES))


def _titles() -> str:
    from clapometer.readers.claims.baretitles import LOOKS

    return _examples("form", ((name, example) for name, _, example in LOOKS))
