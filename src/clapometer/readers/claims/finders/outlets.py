"""Outlets whose own ratings stories tell."""

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
