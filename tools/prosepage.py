"""The tables of what is read out of prose, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.scoring.tables import markdown

SHOWN = 8
"""Words of a theme that the table names."""


def texts() -> dict[str, Callable[[], str]]:
    """The tables by name; Django has to be loaded."""
    return {"consensus-themes": _themes}


def _themes() -> str:
    from clapometer.desk.drafting import THEME_WORDS
    from clapometer.prose.themes import THEMES

    rows = (
        (str(THEME_WORDS[theme]), ", ".join(sorted(words)[:SHOWN]))
        for theme, words in THEMES.items()
    )
    return markdown(("theme", "told by words such as"), rows)
