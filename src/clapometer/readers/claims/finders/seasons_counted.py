"""The season that a counter or a chart place is about: never one that is still to come."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import mentions_in
from clapometer.readers.claims.parts import SeasonMention, Sentence
from clapometer.readers.claims.seasons_shown import is_to_come, was_decided

_COMPARED = re.compile(
    r"\b(?:on|by|from|than|over|with|since|like|to|beat(?:s|ing)?|unlike|after|versus|against"
    r"|before)"
    r" (?:(?:the|its|that|of|show['’]s|series['’]|previous|start|launch|opener|debut|premiere"
    r"|finale"
    r"|end|opening|first|last|final|episode|night|average|figures?|numbers?|record|audience) )*\Z",
    re.IGNORECASE,
)
"""Words that make of a season the measure of a figure."""
_BEHIND = re.compile(
    r"(?:(?!\b(?:on|than|from|over|since|compared|against|above|below)\b)[^,.;]){0,24}?\b(?:for"
    r"|of|in|episodes?|to) (?:(?:the|its|a|show['’]s|their|whole|entire) )*"
    r"|-episode ",
    re.IGNORECASE,
)
_OWNING = re.compile(r"['’]s? (?:[\w-]+ ){0,2}\Z")
_WHICH = re.compile(r"[^,.;]{0,40},? (?:which|when|that) [^,.;]*\Z")
_ACTS = re.compile(
    r" (?:also |has |had |have )*(?:(?:re-)?[a-z]{2,}ed|was|is|drew|has|had|took|got|went|ran|won"
    r"|saw"
    r"|hit)\b"
)
_LAUNCHED = re.compile(
    r"\b(?:launch|premier|debut|bow|arriv|start|began|kicked off|first aired|first landed)\w*"
    r"(?: with little \w+| back| way back)* in (?:[A-Z][a-z]+ )?(?:of )?(?:19|20)\d\d,?"
    r" (?:to|with|and)? ?[^,.;]{0,24}\Z"
)
"""A show's own beginning, told by its year."""
_THAT = re.compile(
    r"\b[Tt]hat (?:launch|run|series|season|opener|debut|episode|finale|premiere|opening)\b"
)
"""Words for what the sentence before told last, though only to compare."""
_FAR = 60
_BACK = 4


def season_counted(
    document: Document, sentence: Sentence, start: int, end: int, work: str | None
) -> int | None:
    """Return the season of a figure at this place of a sentence: one that the sentence names, else
    the last one of the sentences before in its block, else the newest of its work that was shown;
    `work` is None where a figure is of the whole."""
    named = _named(document, sentence, start, end)
    if named is not None or work is None:
        return named
    if _LAUNCHED.search(sentence.text[:start]) and document.seasons_shown.get(work):
        return 1
    return _carried(document, sentence, work) or document.seasons_shown.get(work)


def _named(document: Document, sentence: Sentence, start: int, end: int) -> int | None:
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
        if one.end <= at and _WHICH.fullmatch(document.text, one.end, at):
            return one.seasons[-1]
    told = [one for one in here if not _coming(document, sentence, one)]
    plain = [one for one in told if not _compared(document, sentence, one)]
    before = [one for one in plain if one.end <= at]
    if before:
        return before[-1].seasons[-1]
    if plain and plain[0].start - behind <= _FAR:
        return plain[0].seasons[-1]
    return None


def _coming(document: Document, sentence: Sentence, one: SeasonMention) -> bool:
    acts = _ACTS.match(document.text, one.end) and not was_decided(document, one)
    return not acts and is_to_come(document, one, sentence)


def _compared(document: Document, sentence: Sentence, one: SeasonMention) -> bool:
    if _ACTS.match(document.text, one.end):
        return False
    return _COMPARED.search(document.text, sentence.start, one.start) is not None


def _carried(document: Document, sentence: Sentence, work: str) -> int | None:
    """Return the season that the sentences before in the same block tell of the same work."""
    back = _THAT.search(sentence.text) is not None
    for place in range(sentence.place - 1, max(-1, sentence.place - 1 - _BACK), -1):
        one = document.sentences[place]
        if one.block != sentence.block:
            return None
        if any(mention.work != work for mention in mentions_in(document, one)):
            return None
        told = [
            season
            for season in document.seasons
            if season.seasons
            and season.relative is None
            and one.start <= season.start < one.end
            and not _coming(document, one, season)
            and (back or not _compared(document, one, season))
        ]
        if told:
            return told[-1].seasons[-1]
    return None
