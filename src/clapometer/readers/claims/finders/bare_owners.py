"""Titles without marks beside a sum, in stories of the trade: Salt Road held with $5M."""

from __future__ import annotations

import re

from clapometer.readers.claims.companies import NAMES
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import Figure
from clapometer.readers.claims.given_names import GIVEN_NAMES
from clapometer.readers.claims.parts import within

_TITLE = (
    r"(?:(?:The|A|An) )?[A-Z0-9][\w'’&!-]*(?:[: ]+(?:(?:of|the|and|in|a|to|for|vs\.|on|at) ){0,2}"
    r"[A-Z0-9][\w'’&!-]*){0,6}"
)
_NOUN = (
    r"(?:film|movie|comedy|drama|thriller|animation|hit|horror|romance|musical|documentary|biopic|"
    r"sequel|title|epic|restored|re-released|release) (?:the )?"
)
_TOLD = (
    r"(?:came|comes|finish\w+|plac\w+|held|holds|slipp?\w*|dropp?\w*|fell|falls|open(?:ed|s)|"
    r"debut(?:ed|s)|launched|bowed|landed|add\w*|took|takes|made|makes|earn\w*|gross\w*|"
    r"collect\w*|pull\w*|"
    r"brought|brings|round\w*|amass\w*|bank\w*|limp\w*|slid|slides|eas\w+|tumbl\w+|climb\w*|"
    r"stay\w*|remain\w*|hauled|scored|scores|raked|rakes|started|was|is|ranked|follow\w*|with)"
)
_BEFORE = re.compile(
    rf"(?:\A|[,;:–—] |\b(?:and|while|but|with|as) |(?P<owned>[’']s |\b{_NOUN}))(?P<title>{_TITLE})"
    r"(?:, (?:meanwhile|however|too|by comparison|by contrast),)? "
    rf"(?:has |had |have |also |then |now |\w+ly )*{_TOLD}\b[^.;$£€]{{0,60}}\Z"
)
_IN_BRACKETS = re.compile(r"(?:[A-Z0-9][\w'’!&-]*|[”\"’'])\s\(\Z")
_TRADE = re.compile(r"box[- ]office|ticket sales|takings|gross(?:ed|ing)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:It|He|She|They|That|This|We|You|I|Its|Their|These|Those|There|Internationally|Worldwide|"
    r"Globally|Domestically|Overseas|Analysts?|Audiences|Second|Third|Fourth|Fifth|First|No|"
    r"North America\w*|American|British|UK|US|U\.S\.|Domestic|\w*day|In|On|At|With|After|Last|"
    r"Next)\b"
)
_SPAN = 140


def titled_owner(document: Document, figure: Figure) -> str | None:
    """Return the title that a sum is told of, where it stands without marks and is no work that the
    story is known to name; None if none does."""
    begin = max(0, len(figure.before) - _SPAN)
    found = _BEFORE.search(figure.before[begin:])
    if found is None or not _TRADE.search(document.text):
        return None
    title = found["title"]
    if (" " not in title and not found["owned"]) or _NO_TITLE.match(title) or title in NAMES:
        return None
    start = figure.sentence.start + begin + found.start("title")
    end = start + len(title)
    if any(one.start < end and start < one.end for one in document.works):
        return None
    owned = figure.before[begin : begin + found.start("title")].rstrip(" ’'s")
    company = any(owned.endswith(name) for name in NAMES)
    named = title.partition(" ")[0].casefold() in GIVEN_NAMES
    if (
        named
        and not company
        and any(one.start < end and start < one.end for one in document.people)
    ):
        return None
    if within(document.works, end, figure.number.start):
        return None
    return title


def in_brackets(document: Document, figure: Figure) -> bool:
    """Return whether a sum stands alone in brackets behind a title, in a story of the trade."""
    return (
        figure.after.startswith((")", ",", ";"))
        and _IN_BRACKETS.search(figure.before) is not None
        and _TRADE.search(document.text) is not None
    )
