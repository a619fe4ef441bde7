"""Further seasons as words tell them: “a third run”, “series two”, “two more instalments”."""

from __future__ import annotations

import re

from clapometer.readers.claims.counting import CARDINAL, ORDINAL, counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import within

UNIT = (
    r"(?:seasons?|series|runs?|instal?lments?|outings?|batch(?:es)?(?: of (?:new )?episodes)?|"
    r"go-?a?rounds?|helpings?|servings?|courses?|rounds?|chapters?|cycles?|stints?|rides?|laps?|"
    r"doses?|volumes?|editions?|terms?|trips?|visits?|bites?)"
)
"""What a season is called by those who have written “season” already."""
_MORE = r"(?:more|further|additional|new|extra|fresh)"
_NUMBER = rf"(?:\d{{1,2}}|{CARDINAL})"
_WORD = r"(?!(?:among|of|in|for|on|at|to|the|from|with|is|was|by|or)\b)[\w-]+"
FURTHER = (
    rf"(?:(?:[Ss]easons?|[Ss]eries|SEASON|SERIES) {_NUMBER}(?:(?:,? and |, | & | to |[-–]){_NUMBER}"
    rf")*\b(?!\.\d)|\bS\d{{1,2}}\b"
    rf"|(?:(?:an?|its|the|their|his|her|that|yet another|even an?|[\w’']+[’']s) )?"
    rf"(?:(?!(?:no|not|that|the|its|for|of|with|in|is|was|will|to|be)\b)[\w-]+,? ){{0,2}}?(?<!-)\b"
    rf"(?!(?:first|debut|inaugural|freshman)\b){ORDINAL}(?:,? and (?:{ORDINAL}|final|last))?"
    rf"(?:,? {_WORD}){{0,2}}?[ -]{UNIT}\b"
    rf"|(?:at least )?(?:{_NUMBER}|several|a couple of|a few) {_MORE} (?:[\w-]+ )?(?:{UNIT}|"
    rf"episodes)\b"
    rf"|(?:(?:yet )?another|a further|one more|a new|a follow-up|any more|more|a repeat)"
    rf"(?: {_NUMBER}| [\w-]+-(?:episode|part))? (?:{UNIT}|episodes|order)\b)"
)
"""Words for a further season, or for several."""
_NUMBERED = re.compile(
    rf"\b(?P<nth>{ORDINAL})(?:,? and (?P<next>{ORDINAL}))?"
    rf"(?:,? (?:and )?{_WORD}){{0,2}}?[ -]{UNIT}\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"\b(?:seasons?|series) (?P<all>{_NUMBER}(?:(?:,? and |, | & ){_NUMBER})+)", re.IGNORECASE
)
_PLAIN = re.compile(rf"\b(?:season|series) (?P<number>{_NUMBER})\b", re.IGNORECASE)
_EACH = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_VAGUE = re.compile(
    rf"\b(?:at least|up to|several|many|a few|a couple|{CARDINAL} or {CARDINAL}|{CARDINAL}, "
    rf"{CARDINAL})\b"
)


def told_seasons(document: Document, start: int, end: int) -> tuple[int, ...]:
    """Return the seasons that a stretch of text names, in their order; none where it names none
    by number or only how many there will be at least."""
    text = document.text
    if _VAGUE.search(text, start, end):
        return ()
    listed = _ALL.search(text, start, end)
    if listed is not None:
        numbers = (counted(one[0]) for one in _EACH.finditer(listed["all"]))
        return tuple(number for number in numbers if number)
    named = [
        one.seasons
        for one in within(document.seasons, start, end)
        if one.seasons and one.end <= end + 1
    ]
    if named:
        return named[0]
    plain = _PLAIN.search(text, start, end)
    if plain is not None and (number := counted(plain["number"])):
        return (number,)
    nth = _NUMBERED.search(text, start, end)
    if nth is None:
        return ()
    numbers = (counted(nth[name] or "") for name in ("nth", "next"))
    return tuple(number for number in numbers if number)
