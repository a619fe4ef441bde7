"""The season that a counter or a chart place is about: never one that is still to come."""

from __future__ import annotations

import re

from clapometer.readers.claims.counting import CARDINAL, counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import mentions_in
from clapometer.readers.claims.parts import SeasonMention, Sentence
from clapometer.readers.claims.seasons_shown import is_to_come, was_decided
from clapometer.readers.claims.wording import Wording

_COMPARED = re.compile(
    r"\b(?:on|by|from|than|over|with|since|like|to|beat(?:s|ing)?|unlike|after|versus|against"
    r"|before|same (?:number )?as|as many as)"
    rf"(?: {CARDINAL} (?:episodes )?(?:in|of|for))?"
    r" (?:(?:the|its|that|of|show['’]s|series['’]|previous|start|launch|opener|debut|premiere"
    r"|finale"
    r"|end|opening|first|last|final|episode|night|average|figures?|numbers?|record|audience) )*\Z",
    re.IGNORECASE,
)
"""Words that make of a season the measure of a figure."""
_BEHIND = re.compile(
    r"(?:(?!\b(?:on|than|from|over|since|compared|against|above|below)\b)[^,.;]){0,24}?\b(?:for"
    r"|of|in|episodes?|to) (?:(?:the|its|a|show['’]s|their|whole|entire) )*"
    r"|-episode | (?:that |which )?(?:the |its |their )?",
    re.IGNORECASE,
)
_THAT_IT = re.compile(r"(?: [\w-]+){0,3} (?:that |which )?(?:the |its |their )")
"""Words between a figure and the season that reached it: “310 minutes the first run drew”."""
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
    r" (?:to|with|and)? ?[^,.;]{0,60}\Z"
)
"""A show's own beginning, told by its year."""
_TO_COME = Wording(
    r"\b(?:new (?:batch|season|series|run|episodes)|next (?:batch|season|series|run)|more episodes"
    r"|pick\w* up|order\w*|renew\w*|commission\w*|will (?:be|have|run|consist|comprise|include"
    r"|air))\b",
    re.IGNORECASE,
)
_THAT = Wording(
    r"\b[Tt]hat (?:launch|run|series|season|opener|debut|episode|finale|premiere|opening)\b"
)
"""Words for what the sentence before told last, though only to compare."""
_NEW = Wording(
    r"\b(?:launch(?:ed|es|ing)?|debut(?:ed|s|ing)?|premier(?:ed|es|ing)"
    r"|new (?:[\w-]+ ){0,2}(?:drama"
    r"|series|show|thriller|comedy|sitcom)|(?:first|opening)(?:[- ]ever)? (?:episode|part"
    r"|instalment)"
    r"|open(?:ed|ing) (?:with|to|on)|second (?:part|episode)|freshman|newcomer|limited series"
    r"|miniseries|opener)\b",
    re.IGNORECASE,
)
"""Words of a show in its first season."""
_PICTURE = Wording(r"\b(?:films?|movies?|box[- ]office|cinemas?|theat(?:er|re)s)\b", re.IGNORECASE)
_FIRST_EVER = Wording(
    r"\b(?:first(?:[- ]ever)? episode|very first episode|pilot|series premiere|series opener)\b"
    r"[^.;]{0,24}\b(?:in|back in) (?:[A-Z][a-z]+ )?(?:of )?(?P<year>(?:19|20)\d\d)",
)
_LAST_EVER = Wording(
    r"\b(?:series finale|last(?:[- ]ever)? (?:hour|episode)|final(?:[- ]ever)? episode|bowed out"
    r"|signed off for good)\b",
    re.IGNORECASE,
)
_SO_MANY = Wording(
    rf"\b(?:ran (?:for )?|after (?:just |only )?|lasted |for )(?P<many>{CARDINAL}) (?:seasons"
    rf"|series)\b"
)
_FAR = 60
_BACK = 4
_OPENING = 6


def season_counted(
    document: Document, sentence: Sentence, start: int, end: int, work: str | None
) -> int | None:
    """Return the season of a figure at this place of a sentence: one that the sentence names, else
    the last one of the sentences before in its block, else the newest of its work that was shown;
    `work` is None where a figure is of the whole."""
    named = _named(document, sentence, start, end)
    if named is not None or work is None:
        return named
    shown = document.seasons_shown.get(work)
    if shown and (_LAUNCHED.search(sentence.text[:start]) or _long_ago(document, sentence)):
        return 1
    many = _SO_MANY.search(sentence.text) if _LAST_EVER.search(sentence.text) else None
    if many is not None:
        return counted(many["many"])
    found = _carried(document, sentence, work) or shown
    return 1 if found is None and _is_new(document, sentence, work) else found


def _is_new(document: Document, sentence: Sentence, work: str) -> bool:
    """Return whether a figure's sentence, or the opening of a story about the work, tells of a show
    that begins."""
    if _PICTURE.search(sentence.text):
        return False
    if _NEW.search(sentence.text):
        return True
    if work not in document.main_works:
        return False
    opening = document.sentences[:_OPENING]
    return any(_NEW.search(one.text) for one in opening) and not any(
        _PICTURE.search(one.text) for one in opening
    )


def season_of_episodes(
    document: Document, sentence: Sentence, start: int, end: int, work: str | None
) -> int | None:
    """Return the season whose episodes are counted: they are told before they are shown too."""
    named = _named(document, sentence, start, end)
    if named is not None or work is None:
        return named
    shown, focus = document.seasons_shown.get(work), document.season_in_focus
    text = sentence.text
    here = [one for one in document.seasons if sentence.start <= one.start < sentence.end]
    told = [one for one in here if one.seasons]
    plain = [one for one in told if not _compared(document, sentence, one)]
    if plain:
        return plain[-1].seasons[-1]
    if told:
        # What a season is measured against is the one before it: “two more than Season 2”.
        return max(focus or 0, told[-1].seasons[-1] + 1)
    if _TO_COME.search(text):
        return max(focus or 0, (shown or 0) + 1) if shown or focus else 1
    return shown or (None if _PICTURE.search(text) else 1)


def _long_ago(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence tells of the first episode ever, shown in a year before."""
    found = _FIRST_EVER.search(sentence.text)
    published = document.story.published
    return found is not None and (published is None or int(found["year"]) < published.year)


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
        reached = one.start >= behind and _THAT_IT.fullmatch(document.text, behind, one.start)
        if reached and _ACTS.match(document.text, one.end):
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
