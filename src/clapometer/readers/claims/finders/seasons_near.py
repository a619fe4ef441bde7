"""The season that a figure is about: told beside it, else the one that the story is about."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import SeasonMention, Sentence
from clapometer.readers.claims.wording import Wording

_SOPHOMORE = Wording(
    r"\b(?:(?P<first>freshman|debut)|sophomore) (?:season|run|outing|series)\b", re.IGNORECASE
)
_COMPARED = re.compile(
    r"\b(?:on|by|from|than|over|with|since|like|to|beat(?:s|ing)?|unlike|after|versus|against|before)"
    r" (?:(?:the|its|that|of|show['’]s|series['’]|previous) )*\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[^,.;]{0,24}?\b(?:for|of|in|episodes?|to) (?:(?:the|its|a|show['’]s|their|whole|entire) )*"
    r"|-episode ",
    re.IGNORECASE,
)
_OWNING = re.compile(r"['’]s? (?:[\w-]+ ){0,2}\Z")
_ACTS = re.compile(
    r" (?:also |has |had |have )*(?:[a-z]{2,}ed|was|is|drew|has|had|took|got|went|ran|won|saw"
    r"|hit)\b"
)
_FAR = 60


def season_near(
    document: Document, sentence: Sentence, start: int, end: int, work: str | None = None
) -> int | None:
    """Return the season of a figure at this place of a sentence: named right behind it (“73% for
    season 1”, “the eight-episode second season”), as its owner (“season one's 73%”), before it,
    behind it; else the newest one shown, if `work` is one that the story is about."""
    at, behind = sentence.start + start, sentence.start + end
    here = [
        one
        for one in document.seasons
        if one.seasons and sentence.start <= one.start < sentence.end
    ]
    for one in here:
        if one.start >= behind and _BEHIND.fullmatch(document.text, behind, one.start):
            return one.seasons[-1]
        if one.end <= at and _OWNING.fullmatch(document.text, one.end, at):
            return one.seasons[-1]
    plain = [one for one in here if not _compared(document, sentence, one)]
    before = [one for one in plain if one.end <= at]
    if before:
        return before[-1].seasons[-1]
    if plain and plain[0].start - behind <= _FAR:
        return plain[0].seasons[-1]
    return document.season_shown if work in document.main_works else None


def _compared(document: Document, sentence: Sentence, one: SeasonMention) -> bool:
    if _ACTS.match(document.text, one.end):
        return False
    return _COMPARED.search(document.text, sentence.start, one.start) is not None


def season_in(text: str) -> int | None:
    """Return the season that words such as “the sophomore outing” name, None if they name none."""
    found = _SOPHOMORE.search(text)
    return None if found is None else 1 if found["first"] else 2
