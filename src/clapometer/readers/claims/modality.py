"""How a claim is stated: denied, expected, left open, or as the rule has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .companies import OUTLET
from .wording import Wording

if TYPE_CHECKING:
    from .document import Document


class Sign(NamedTuple):
    """Words that give a modality, and a sentence of our own that bears them."""

    modality: str
    pattern: str
    example: str


_NOT = r"(?:n['’]t| not| never)"
_TOLD = (
    r"(?:announc|reveal|confirm|specif|disclos|releas|decid|receiv|given?\b|shar|comment|"
    r"set\b|unveil|made (?:any|an?|public)|made up|said|say\b|provid|indicat|offer|been told|"
    r"got\b|gotten|settl|issued|landed)"
)
SIGNS: tuple[Sign, ...] = (
    Sign(
        "undecided",
        rf"\b(?:has|have|had|is|are|was|were|does|do|did){_NOT} (?:yet |officially |formally |"
        rf"been |publicly |currently |so far |actually |exactly )*{_TOLD}",
        "The network has not yet announced a date.",
    ),
    Sign(
        "undecided",
        rf"\b(?:has|have)(?:{_NOT}| yet to) (?:yet |been |be |officially |formally |so far )*(?:"
        rf"renew|order|commission|pick(?:ed)? up|green-?li|signed off|given the (?:green|go)|"
        rf"recommission)|\b(?:is|are) yet to (?:be )?(?:renew|order|commission|pick(?:ed)? up|"
        rf"green-?li|recommission)",
        "The drama has not been renewed yet.",
    ),
    Sign(
        "undecided",
        rf"\byet to (?:be )?(?:officially |formally )?(?:{_TOLD}|hear|learn|know|see)",
        "The studio has yet to confirm a sequel.",
    ),
    Sign(
        "undecided",
        r"\bno (?:\w+ ){0,3}(?:word|news|announcement|confirmation|decision|date|details|"
        r"indication|"
        r"update)\b|\b(?:is|are)(?:n['’]t| not) (?:yet )?(?:saying|telling|known|clear|certain|"
        r"sure|final)\b",
        "There is no word on a third season.",
    ),
    Sign(
        "undecided",
        r"\b(?:remains?|is|are|still|currently) (?:unclear|to be seen|unknown|undecided|uncertain|"
        r"up in the air|in limbo|in doubt|in the dark|a mystery)\b|\bunclear (?:whether|if|when)|"
        r"\bin the dark\b|\b(?:TBA|TBD|TBC)\b|\bhangs? in the balance\b|\bawait(?:s|ing)? (?:word|"
        r"news|a decision|confirmation)\b|\bwithout (?:an? )?(?:\w+ )?(?:premiere |release |air )?"
        r"date\b|\bup in the air\b|\bwhen (?:exactly )?(?:is|remains) (?:un|not)|"
        r"\bindication (?:on|of|as to|about) (?:whether|if)",
        "It remains to be seen whether the show returns.",
    ),
    Sign(
        "denied",
        rf"\b(?:will|would|does|do|did|is|are|was|were|ca|wo|has|have){_NOT}\b(?! (?:only|just|"
        r"sure|the only|surpris))|\bno (?:plans?|intention|talk|truth|longer|such|more)\b|"
        r"\b(?:denie[sd]|denying|dismiss|quash|shot down|ruled out|rules out|debunk|untrue|"
        r"false rumou?r)|\bnot (?:be )?(?:the end|ending|over|cancell?ed|axed|going anywhere|"
        r"its last|the last)\b|\bfar from over\b|\bplans? to stick with\b|\bremain on the air\b",
        "This season won't be the last.",
    ),
    Sign(
        "speculated",
        r"\b(?:could|might|would (?:like|love)|expected|expects?|rumou?red|rumou?rs?|"
        r"[’']d (?:love|like)|likely|teas(?:ed|es|ing)|keen (?:to|on)|hop(?:es?|ed|ing|eful)|"
        r"possibl[ye]|"
        r"potentially|supposedly|perhaps|"
        r"presumably|projected|projections?|tipped|speculat\w+|hint(?:s|ed|ing)?|ey(?:e|e?ing)|"
        r"eyes|wants?|if all goes|in talks|considering|pitch(?:ed|ing)|may(?= \w)|probably|"
        r"anticipates?|predict\w*|prediction|wish\w*|should (?:arrive|come|air|drop|expect))\b",
        "A third season could follow next year.",
    ),
    Sign(
        "reported",
        rf"\b(?:reportedly|allegedly|according to (?:(?:the )?reports?|sources|insiders|"
        rf"(?:{OUTLET})\b)"
        rf"|(?:{OUTLET})(?: has| have| first| also)? (?:report|claim|understand)|reports? "
        rf"(?:say|claim|"
        r"suggest|that)|(?:is|are|was|were) said to|sources (?:say|told|claim)|insiders?)",
        "A spin-off is reportedly in the works.",
    ),
    Sign(
        "former",
        r"\b(?:previously|used to|formerly|was (?:originally |initially |first )?(?:supposed|"
        r"meant|due|"
        r"scheduled|slated|planned|set|expected) to|originally (?:set|due|scheduled|slated|planned|"
        r"aired|ran|launched|part)|no longer|"
        r"from (?:its |the |an? )?(?:original|previous|earlier|initial|planned|scheduled))\b",
        "The film was supposed to open in May.",
    ),
)
"""Signs of a modality; the first that stands in the clause of a claim decides."""
_SIGNS = tuple((one.modality, Wording(one.pattern)) for one in SIGNS)
_BREAK = re.compile(
    r"; |: | — | – | but |, (?:as|while|whereas|although|though|which|who|where|and (?=(?:the|"
    r"it|he|she|that|"
    r"they|we|will|has|is|was|earlier|later|now|also|a|an)\b|[\w’']+ (?:[\w’']+ )?(?:is|are|was|"
    r"were|"
    r"has|have|had|will|would|could|may)\b))|\band (?=(?:earlier|later|"
    r"then|will|has "
    r"been|was|is)\b)|\. |\bdespite\b|\bthough\b|, (?:potentially|with)\b"
)
_SUBORDINATE = re.compile(
    r"(?:As|If|While|Although|Though|Despite|When|After|Before|Since|With|Because|Even|"
    r"Unlike|Once)\b"
    r"[^,\n]*, "
)


_NEAR = 50
"""A denial denies what is this many characters away, not more."""
_CONFIRMED = re.compile(r"\b(?:confirm|announc)")


def clause_at(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return where the clause begins and ends that words stand in, within their sentence."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return start, end
    first, last = sentence.start, sentence.end
    subordinate = _SUBORDINATE.match(document.text, first, last)
    if subordinate and subordinate.end() <= start:
        first = subordinate.end()
    for one in _BREAK.finditer(document.text, sentence.start, sentence.end):
        if one.end() <= start:
            first = one.end()
        elif one.start() >= end:
            last = one.start()
            break
    return first, max(last, end)


def modality_at(document: Document, start: int, end: int, usual: str) -> str:
    """Return the modality of words at this place: what a sign in their clause gives, else the
    usual one of their rule."""
    first, last = clause_at(document, start, end)
    for name, sign in _SIGNS:
        near = name == "denied"
        low = max(first, start - _NEAR) if near else first
        high = min(last, end + _NEAR) if near else last
        if document.first_of(sign, low, high):
            return name
    return usual


def stated_before(document: Document, start: int, end: int, usual: str) -> str:
    """Return the modality of a day at this place: what a sign before its end gives, for what
    follows the day speaks of something else; but who reports it may follow."""
    first, last = clause_at(document, start, end)
    for name, sign in _SIGNS:
        low = max(first, start - _NEAR) if name == "denied" else first
        found = document.first_of(sign, low, last if name == "reported" else end)
        if found and not (name == "reported" and _CONFIRMED.search(document.text, first, last)):
            return name
    return usual
