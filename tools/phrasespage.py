"""The reference of the phrases by which people and works are read out of stories, and of the model
that may read beside them."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name."""
    return {
        "story-phrases": _phrases,
        "model-dropped": _dropped,
        "model-problems": _problems,
    }


def _phrases() -> str:
    from clapometer.readers.claims.phrases.cast import CAST
    from clapometer.readers.claims.phrases.credits import CREDITS
    from clapometer.readers.claims.phrases.sources import SOURCES
    from clapometer.readers.claims.phrases.synopses import SYNOPSES

    rows = [(f"`{row.rule}`", row.example) for row in (*CAST, *CREDITS, *SOURCES, *SYNOPSES)]
    return markdown(("rule", "a made-up sentence that it reads"), rows)


def _dropped() -> str:
    from clapometer.stories.model.checking import DROPPED

    return markdown(("counted as", "why"), [(f"`{name}`", why) for name, why in DROPPED.items()])


def _problems() -> str:
    from clapometer.stories.model.refusing import PROBLEMS

    return markdown(("problem", "in words"), [(f"`{one}`", told) for one, told in PROBLEMS.items()])
