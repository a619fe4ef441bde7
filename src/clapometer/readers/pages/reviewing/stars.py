"""Grades that are drawn or counted: a row of star icons, or numbers in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

STARS: dict[str, re.Pattern[str]] = {
    "half": re.compile(r"(?:^|[\s_-])(?:star[\w-]*half|half[\w-]*star)", re.IGNORECASE),
    "empty": re.compile(
        r"(?:^|[\s_-])(?:fa-star-o|star[\w-]*(?:empty|off|blank|inactive|outline|grey|gray)"
        r"|(?:empty|off|blank|inactive|outline|grey|gray)[\w-]*star)|\bfar\b.*\bfa-star\b",
        re.IGNORECASE,
    ),
    "full": re.compile(
        r"(?:^|[\s_-])(?:star[\w-]*(?:full|on|filled|active|solid)|(?:full|on|filled|active|solid)"
        r"[\w-]*star)|\bfa-star\b",
        re.IGNORECASE,
    ),
}
"""Classes of icons, the more special before those that stand in them."""
SIGNS = {"full": "★", "half": "½", "empty": "☆"}
ROWS = range(1, 13)
"""How many icons a row of stars may have."""
_VALUES = ("data-rating", "data-score", "data-value", "data-stars")
_BESTS = ("data-max", "data-best", "data-scale", "data-max-rating", "data-total", "aria-valuemax")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


def drawn(element: HtmlElement) -> str:
    """Return the grade that a row of icons draws, or that attributes count, "" for none."""
    value = _number(element, (*_VALUES, "aria-valuenow"))
    best = _number(element, _BESTS)
    if value and best and 0 <= float(value) <= float(best) <= 100:
        return f"{value}/{best}"
    icons = list(_icons(element))
    in_order = sorted(icons, key=list(SIGNS).index)
    if (
        icons != in_order
        or len(icons) not in ROWS
        or "full" not in icons
        or icons.count("half") > 1
    ):
        return ""
    return "".join(SIGNS[icon] for icon in icons) if len(icons) > 1 else ""


def _number(element: HtmlElement, names: tuple[str, ...]) -> str:
    told = next((element.get(name) for name in names if element.get(name)), "") or ""
    return re.sub(r"\.0+$", "", told) if _NUMBER.fullmatch(told) else ""


def _icons(element: HtmlElement) -> Iterator[str]:
    for one in element.iterdescendants("i", "span", "img", "svg", "li", "div", "path", "use"):
        if len(one):
            continue
        named = f"{one.get('class') or ''} {(one.get('src') or '').rpartition('/')[2]}"
        name = next((name for name, form in STARS.items() if form.search(named)), "")
        if name:
            yield name
