"""Where, and in which stretch of time, a figure was reached: read from the words around it."""

from __future__ import annotations

import re

from clapometer.readers.claims.figures import Figure
from clapometer.readers.claims.wording import Wording

PLACES: tuple[tuple[str, str], ...] = (
    (
        "worldwide",
        r"worldwide|global(?:ly)?|around the (?:world|globe)|across the globe|world-?wide",
    ),
    (
        "international",
        r"international(?:ly)?|overseas|foreign|abroad|outside (?:of )?(?:North|the U)",
    ),
    (
        "North America",
        (
            r"domestic(?:ally)?|North America\w*|U\.?S\.? and Canad\w+|stateside|in the States"
            r"|the (?:U\.S\.|US|United States)(?= box| and|,| in|\.)|US box office"
        ),
    ),
    (
        "UK",
        r"(?:in |the )?(?:UK|U\.K\.|United Kingdom|Britain)(?: and Ireland)?|British box office",
    ),
    ("IMAX", r"IMAX"),
    *(
        (name, name)
        for name in (
            "China",
            "Japan",
            "South Korea",
            "Korea",
            "India",
            "France",
            "Germany",
            "Spain",
            "Italy",
            "Mexico",
            "Brazil",
            "Australia",
            "New Zealand",
            "Ireland",
            "Canada",
            "Russia",
            "Sweden",
            "Norway",
            "Denmark",
            "Finland",
            "Poland",
            "Netherlands",
            "Turkey",
            "Argentina",
            "Taiwan",
            "Hong Kong",
            "Indonesia",
            "Thailand",
            "Malaysia",
            "Philippines",
            "Singapore",
            "Nigeria",
            "South Africa",
            "Egypt",
            "Israel",
            "Belgium",
            "Austria",
            "Switzerland",
            "Portugal",
            "Greece",
            "Colombia",
            "Chile",
            "Peru",
            "Europe",
            "Latin America",
            "Asia",
            "Africa",
        )
    ),
)
"""Places of figures: the name, and the words for it."""
_NAMES = tuple(name for name, _ in PLACES)
_PLACE = Wording(
    r"\b(?:" + "|".join(f"(?P<p{at}>{words})" for at, (_, words) in enumerate(PLACES)) + r")\b",
    re.IGNORECASE,
)
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
PERIODS: tuple[tuple[str, str], ...] = (
    (
        r"\g<0>",
        (
            r"(?:three|four|five|six|3|4|5|6)[- ]day (?:[A-Z][\w]+ Day |[a-z]+ )?(?:opening )?"
            r"(?:weekend|opening|debut|frame|total|start)"
        ),
    ),
    (
        "opening weekend",
        (
            r"(?:opening|first|debut|launch) (?:weekend|frame)|weekend (?:debut|opening)"
            r"|debut(?:ed|ing|s)?|open(?:ed|ing|s)?|launch(?:ed|ing|es)?|bow(?:ed|ing"
            r"|s)?"
            r"|(?:got|kicked) off|opening"
        ),
    ),
    (r"\1 weekend", rf"({ORDINALS}) (?:consecutive )?(?:weekend|frame|week|outing)"),
    (
        r"\g<0>",
        (
            rf"first (?:{ORDINALS[6:]}|\d+|two|three|four|five|seven|ten|28|91) (?:days|weeks"
            rf"|months)"
        ),
    ),
    (
        "to date",
        (
            r"so far|to date|total|cumulative|cume|since|has (?:\w+ )?(?:grossed|made|taken|earned"
            r"|brought|collected)|cross(?:ed|ing|es)?|haul|past|pass(?:ed|es)"
        ),
    ),
    (r"\g<0>", r"(?:three|four|five|six|seven|ten) days"),
    ("weekend", r"weekend"),
    ("total", r"finished|ended its run|went on to|flop(?:ped)?"),
)
"""Stretches of time: how they are told, and the words for them."""
_WORLDLY = 1_000_000_000
"""Takings that no single country has brought in."""
_PERIODS = tuple((told, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for told, words in PERIODS)


def place_of(figure: Figure, usual: str | None = "North America") -> str | None:
    """Return where a figure was reached: the place named nearest behind it, else before it."""
    if usual == "North America" and figure.number.unit == "GBP":
        usual = "UK"
    elif usual == "North America" and figure.number.value >= _WORLDLY:
        usual = "worldwide"
    return (
        _nearest(figure.right)
        or _nearest(figure.left, last=True)
        or (_nearest(figure.before[:40], last=True) if not figure.left else None)
        or _opening(figure)
        or usual
    )


def _opening(figure: Figure) -> str | None:
    """Return the place that opens a sentence: “Globally, the film has …”."""
    found = _PLACE.expression.match(figure.sentence.text[:32])
    return found and _name(found)


def _nearest(text: str, *, last: bool = False) -> str | None:
    if not last:
        return place_in(text)
    found = list(_PLACE.finditer(text))
    return _name(found[-1]) if found else None


def place_in(text: str) -> str | None:
    """Return the place that a text names first, None if it names none."""
    found = _PLACE.search(text)
    return found and _name(found)


def _name(found: re.Match[str]) -> str:
    return _NAMES[int((found.lastgroup or "p0")[1:])]


def period_of(figure: Figure) -> str | None:
    """Return the stretch of time of a figure in the words of PERIODS, None if none is told."""
    near = f"{figure.left} ## {figure.right}"
    for text in (near, figure.sentence.text):
        for told, words in _PERIODS:
            if (found := words.search(text)) is not None:
                return found.expand(told).casefold() if "\\" in told else told
    return None
