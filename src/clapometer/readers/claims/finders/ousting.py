"""Which work lost the first place to another: “dethroned X”, “ending X's reign”, “X was ousted”."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import mentions_in
from clapometer.readers.claims.parts import Sentence, WorkMention
from clapometer.readers.claims.wording import Wording

_DESCRIBED = r"(?:[\w.’'&+-]+ ){0,5}[“\"'‘]?"
_STRONG = re.compile(
    r"\b(?:dethron(?:ed|es|ing)|unseat(?:ed|s|ing)|dislodg(?:ed|es|ing)|usurp(?:ed|s|ing)"
    r"|toppl(?:ed|es|ing))"
    rf" {_DESCRIBED}\Z|\b(?:end(?:ed|s|ing)?|snapp(?:ed|ing)|halt(?:ed|s|ing)?|cut(?:ting)? short"
    r"|br(?:oke|eak|eaks|eaking)|interrupt(?:ed|s|ing)?) (?:the |a )?(?:[\w-]+ ){0,4}"
    r"(?:reign|run at (?:the top|number one|no\.? ?1)|hold on (?:the )?(?:top|first|number one)"
    rf"[\w ]{{0,12}}|streak|dominance) (?:of|by|for|enjoyed by|from) {_DESCRIBED}\Z",
    re.IGNORECASE,
)
"""Words in front of a work that had the first place, whatever else the sentence says."""
_WITH_RANK = re.compile(
    r"\b(?:depos\w+|oust\w+|overt[ao]\w+|replac\w+|displac\w+|supplant\w+|succeed\w*|eclips\w+"
    r"|took over from|taking over from|(?:knock|push|bump|edg|tak|took|kick|nudg|snatch|steal|stole"
    r"|wrest|grab|seiz|claim|reclaim|inherit|captur)\w*[^.;]{0,50}?\b(?:off|from|out of))\b"
    r" (?:the |last week['’]s |[\w.’'-]+['’]s? )*(?:[\w-]+ ){0,4}[“\"'‘]?\Z"
    r"|\b(?:previously|formerly|until (?:now|then|this week)|once|before that|long) "
    rf"(?:held|owned|occupied|enjoyed|set) by {_DESCRIBED}\Z",
    re.IGNORECASE,
)
"""The same, where a first place is told beside it."""
_PUSHED = re.compile(
    r"\b(?:knock|push|bump|kick|nudg|shov|topp|pip|oust|forc|boot)\w* (?:the )?"
    rf"{_DESCRIBED}\Z",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"(?:,[”\"'’]? [^,.;]{3,60},|[,”\"'’]*) (?:\([^()]{1,20}\) )?(?:off|from|out of) (?:the |its "
    r"|that )?(?:top|number[- ]one"
    r"|no\.? ?1|#1|first|summit|pole|perch|pedestal|throne|crown|lead|pinnacle|chart)\b"
    r"|[,”\"'’]* (?:\([^()]{1,20}\) )?(?:to second|down|to (?:the )?(?:number|no|second))\b",
    re.IGNORECASE,
)
_REIGN = re.compile(
    r"(?:[”\"]?['’]s?|['’]s?[”\"]) (?:[\w-]+ ){0,4}?(?:reign|run at (?:the top|number one"
    r"|no\.? ?1)|dominance"
    r"|streak (?:at|on)|hold on (?:the )?(?:top|first|number))\b",
    re.IGNORECASE,
)
_ENDS_IT = re.compile(
    r"\b(?:end(?:ed|s|ing)?|snapp(?:ed|ing)|halt(?:ed|s|ing)?|br(?:oke|eaks|eaking)|bring(?:s|ing)?"
    rf"|brought|cut(?:ting)? short|interrupt\w*) (?:to an end )?{_DESCRIBED}\Z",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"[,”\"'’]*(?: [\w-]+)? (?:(?:was|were|is|has been|have been|had been|being|got)"
    r" (?:[a-z]+ly |finally |at last )?)(?:dethroned|unseated|dislodged|usurped|toppled"
    r"|ousted|deposed|displaced|supplanted"
    r"|(?:knocked|pushed|bumped|kicked|nudged|booted|edged|shoved|forced) (?:off|from|out of)"
    r" (?:the |its )?(?:top|number[- ]one|no\.? ?1|first|summit|pole|perch|throne|chart|list))\b",
    re.IGNORECASE,
)
_BY = re.compile(rf"\bby {_DESCRIBED}\Z", re.IGNORECASE)


_ANY = Wording(
    r"thron|seat|lodg|usurp|toppl|reign|streak|domina|hold on|run at|oust|depos|displac|supplant"
    r"|knock|push|bump|kick|nudg|boot|shov",
    re.IGNORECASE,
)


def ousting_words(text: str) -> bool:
    """Return whether a sentence holds a word with which works lose a place: for speed alone."""
    return _ANY.search(text) is not None


def ousted_in(document: Document, sentence: Sentence, *, first: bool) -> WorkMention | None:
    """Return the work that lost the first place in a sentence, None if none did; `first` tells
    whether the sentence, or what it goes on from, tells a first place."""
    for one in mentions_in(document, sentence):
        if _loses(document.text, sentence, one, first):
            return one
    return None


def taker_of(document: Document, sentence: Sentence, loser: WorkMention) -> WorkMention | None:
    """Return the work that took the first place: “X was dethroned by Y”."""
    if not _PASSIVE.match(document.text, loser.end, sentence.end):
        return None
    for one in mentions_in(document, sentence):
        if one.start > loser.end and _BY.search(document.text, loser.end, one.start):
            return one
    return None


def _loses(text: str, sentence: Sentence, one: WorkMention, first: bool) -> bool:
    before = text[sentence.start : one.start]
    if _PASSIVE.match(text, one.end, sentence.end) or _STRONG.search(before):
        return True
    if _OFF.match(text, one.end, sentence.end) and _PUSHED.search(before):
        return first or "off" in text[one.end : one.end + 28]
    if _REIGN.match(text, one.end, sentence.end) and _ENDS_IT.search(before):
        return True
    return first and _WITH_RANK.search(before) is not None
