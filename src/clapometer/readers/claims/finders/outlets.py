"""Outlets whose own ratings stories tell: those of a list, and whatever name hands a rating out."""

from __future__ import annotations

import re

OUTLETS: tuple[str, ...] = (
    "The Guardian", "The Observer", "The Telegraph", "The Independent", "The Times",
    "The Sunday Times", "Financial Times", "Evening Standard", "Daily Mail", "The Sun",
    "The Mirror", "Metro", "Radio Times", "Time Out", "Empire", "Total Film", "NME",
    "Rolling Stone", "Entertainment Weekly", "Variety", "The Hollywood Reporter", "IndieWire",
    "Collider", "The A.V. Club", "The Wrap", "TheWrap", "Deadline", "Vulture", "Slant Magazine",
    "Slant", "RogerEbert.com", "USA TODAY", "USA Today", "The New York Times",
    "The Washington Post", "Los Angeles Times", "Chicago Sun-Times", "Chicago Tribune",
    "San Francisco Chronicle", "The Boston Globe", "New York Post", "The Wall Street Journal",
    "Associated Press", "AP", "The Irish Times", "Irish Independent", "The Scotsman",
    "The Globe and Mail", "Toronto Star", "IGN", "GamesRadar", "GamesRadar+", "Polygon",
    "Den of Geek", "Digital Spy", "TechRadar", "Tom's Guide", "ComicBook.com", "CBR",
    "ScreenRant", "Screen Rant", "Screen Daily", "Paste", "Consequence", "The Playlist",
    "Little White Lies", "Sight and Sound", "BBC Culture", "BBC", "CNN", "TV Guide", "TVLine",
    "Decider", "Mashable", "The Daily Beast", "Salon", "Slate", "Time", "Forbes",
    "Common Sense Media", "National Review", "The Atlantic", "The New Yorker", "HuffPost",
    "i paper", "The i Paper", "Daily Express", "The Herald", "Sydney Morning Herald", "The Age",
    "Bloody Disgusting",
)  # fmt: skip
"""Names of outlets that review films and series."""
_OUTLETS = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, OUTLETS), key=len, reverse=True)) + r")(?!\w)"
)
_BREAK = re.compile(r";|, (?:while|and|but|with)\b|\bwhile\b|\bbut\b")


def outlet_in(text: str, at: int) -> str | None:
    """Return the outlet named in the clause of a place: the nearest in front of it, else the
    first behind it."""
    begun = max((one.end() for one in _BREAK.finditer(text, 0, at)), default=0)
    ended = next((one.start() for one in _BREAK.finditer(text, at)), len(text))
    before = [one[0] for one in _OUTLETS.finditer(text, begun, at)]
    behind = _OUTLETS.search(text, at, ended)
    return before[-1] if before else behind and behind[0]


_NAME = r"(?:[Tt]he )?[A-Z][\w.&’'+-]*(?: (?:(?:of|on|and|the|&) )?[A-Z][\w.&+-]*){0,4}"
_GIVES = (
    r"(?:gave|gives|has given|awarded|awards|handed|hands|dish(?:ed|es) out|dol(?:ed|es) out"
    r"|bestowed|slapped|slaps|went|goes|plumped|settled|opted|rated|rates|graded|grades|granted"
    r"|offered|offers|chucked|lavished|lavishes|stumped up|scored|marked|docked|found|called)"
)
_GIVER = re.compile(
    rf"(?<![\w“\"‘'])(?P<name>{_NAME})(?:['’]s? (?:own )?(?:[\w-]+ ){{0,2}}?(?:critic|reviewer"
    rf"|[A-Z][\w-]+ [A-Z][\w-]+))?(?: (?:critic|reviewer)(?: [A-Z][\w-]+){{0,2}})?,?"
    rf" (?:also |only |just |even |still |[a-z]+ly )?{_GIVES}\b"
)
_GIVEN_BY = re.compile(rf"\b(?:from|by|in|at) (?P<name>{_NAME})")
_REVIEW_OF = re.compile(
    rf"(?P<name>{_NAME})['’]s? (?:[\w-]+ ){{0,2}}?(?:\w+-star )?(?:review|verdict)"
)
_LABEL = re.compile(rf"(?P<name>{_NAME}): [“\"‘'★A-Z]")
_NO_OUTLET = re.compile(
    r"(?:the )?(?:audiences?|moviegoers?|film-?goers?|cinema-?goers?|viewers?|fans?|critics?"
    r"|they|it"
    r"|he|she|we|i|you|users?|reviewers?|crowds?|everyone|people|those|who|this|that|season|series"
    r"|rotten|metacritic|imdb|letterboxd|cinemascore|posttrak|netflix|opening|ticket|most|some|many"
    r"|one|its|their|his|her|in|on|at|with|but|and|while|when|on)\b",
    re.IGNORECASE,
)
"""How words begin that give scores and are no outlet."""


def giver_in(text: str, at: int) -> str | None:
    """Return the outlet that hands out the rating at a place: one of the list, else the name in
    front that gives it, or the one behind “from” or “by”."""
    known = outlet_in(text, at)
    if known is not None:
        return known
    begun = max((one.end() for one in _BREAK.finditer(text, 0, at)), default=0)
    labelled = _LABEL.match(text)
    if labelled is not None and not _NO_OUTLET.match(labelled["name"]):
        return labelled["name"]
    for words in (_GIVER, _REVIEW_OF):
        found = [one["name"] for one in words.finditer(text, begun, at + 20)]
        found = [name for name in found if not _NO_OUTLET.match(name)]
        if found:
            return found[-1]
    behind = _GIVEN_BY.match(text, min(len(text), at + 1)) or _GIVEN_BY.search(text, at, at + 60)
    if behind is None or _NO_OUTLET.match(behind["name"]):
        return None
    return behind["name"]
