"""How a work is named where it stands alone: a part with the series in front of it."""

from __future__ import annotations


def label_under(series: str, title: str) -> str:
    """Return the title with the series in front of it, as a reader would name a season."""
    return title if not series or _names(title, series) else f"{series}: {title}"


def _names(title: str, series: str) -> bool:
    """Return whether the title begins with the series, as a word: "Yours" does not name "You"."""
    start, rest = title[: len(series)], title[len(series) :]
    return start.casefold() == series.casefold() and not rest[:1].isalnum()
