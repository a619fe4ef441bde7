"""Whether words speak of what was or of what will be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import Document

_COMING = (
    r"premieres?|debuts?|release|launch(?:es)?|returns?|arrives?|airs?|drops?|streams?|hits?|"
    r"opens?|"
    r"comes?|begins?|starts?|lands?|ends?|wraps?|concludes?|bows?|rolls? out|kicks? off|follows?|"
    r"becomes?|goes|continues?|resumes?"
)
_FUTURE = (
    r"\b(?:will|won['’]t|shall|would|could|(?-i:may)|might|should)(?: (?:\w+ly|also|not|finally|"
    r"then))?"
    r"(?: (?:be|have))?(?: \w+(?:ed|en|ing))?\b"
    r"|\b(?:is|are|was|were|been|being) (?:\w+ly )?(?:set|due|slated|scheduled|expected|planned|"
    r"going|about|anticipated|projected|ready|poised|tipped|pencilled in)(?: (?:to|for|in))?"
    r"(?: (?:be|have))?(?: \w+(?:ed|en|ing)?)?\b"
    rf"|\bto (?:be )?(?:{_COMING}|released|aired|shown|seen|streamed|published|available)\b"
    rf"|\b(?:premieres|debuts|launches|returns|arrives|airs|drops|streams|hits|opens|comes|begins|"
    r"starts|lands|concludes|bows|rolls out|kicks off|becomes|continues|resumes|follows|reaches|"
    r"heads to|signs off|(?:gets?|goes|go) (?:it|under|underway|wide|live|out|on|its|a|to)|"
    r"touches down)\b"
    r"(?! (?:of|at the box))"
    r"|\bcoming\b|\bupcoming\b|\barriving\b|\breturning\b|\bpremiering\b|\blaunching\b|"
    r"\bdebuting\b|\blook(?:ing)? forward to\b|\bpencill?ed in\b|\bearmarked\b|"
    r"\b(?:has|have) (?:\w+ )?(?:set|given|handed|scheduled|locked in|landed|earned|slotted)\b"
    r"[^.;,]{0,40}\b(?:premiere|launch|release|debut|return|slot|bow)\b|"
    r"\bavailable (?:from|starting|beginning|on)\b|\bset for\b|\bdue (?:in|on|out|for|to)\b|"
    r"\brelease date\b|\bpremiere date\b|\bbefore(?! an?\b)|\buntil\b|\bin time for\b|"
    r"\bplanned for\b|"
    r"\b(?:pushed|moved|delayed|postponed|bumped|shifted|rescheduled|brought "
    r"(?:forward|back))(?: back| up| forward)?(?: [^.;,]{1,30})? "
    r"(?:to|until)\b|\boriginal (?:date|release)[^.;,]{0,20} of\b|\b(?:is|are) out\b|"
    r"\bcan (?:then )?(?:watch|catch|see|stream|binge|tune)\b|"
    r"(?:(?<=, )|(?<=\()|(?<=release ))(?:in (?:theaters|theatres|cinemas)|out)(?: on)? ?\Z|"
    r"\bheads to\b|"
    r"\bwatch .{0,30} "
    r"(?:on|from)\b|\bstarting\b|\bbeginning\b|\bmark your calendars?\b"
)
_PAST = (
    r"\b(?:was|were|had|did|has been|have been|came|went|began|broke|fell|rose|took|made|got|said|"
    r"told|wrote|ran|saw|won|left|drew|hit|became|brought|gave|met|sold|held|led|put|set|"
    r"[a-z]{2,}ed)\b|\bafter\b|\bsince\b|\bfollowing\b(?! (?:at|on|in) \Z)|\bago\b|\bafter \w+ing\b"
)
_PLANNED = (
    r"\b(?:had (?:been |once |originally |first )*|was originally |were originally |originally |"
    r"initially )(?:been )?(?:due|set|slated|scheduled|planned|meant|supposed|expected|"
    r"pencilled in|"
    r"earmarked)\b(?: (?:to|for|in|out))*(?: (?:be )?(?!from|to|in|on)\w+)?"
)
"""What was planned once: its day may have come or not."""
_SIGNS = re.compile(
    rf"\b(?=[a-z])(?:(?P<planned>{_PLANNED})|(?P<future>{_FUTURE})|"
    rf"(?P<past>{_PAST}))",
    re.IGNORECASE,
)
_DATE_OF = re.compile(
    r" (?:\w+ )?(?:premiere|release|launch|air|start|return|streaming|"
    r"broadcast) date\b(?! (?:was|of))"
)
"""Right behind a day: it is the date of something to come."""
PAST, FUTURE = -1, 1
_TENSES = {"planned": 0, "future": FUTURE, "past": PAST}


def tense_at(document: Document, start: int, end: int) -> int:
    """Return PAST, FUTURE or 0 for words: what the verb nearest before them in their sentence
    says, else the one that follows them."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return 0
    if _DATE_OF.match(document.text, end):
        return FUTURE
    before = list(_SIGNS.finditer(document.text, sentence.start, start))
    sign = before[-1] if before else _SIGNS.search(document.text, end, sentence.end)
    if not before and document.text[max(0, start - 5) : start] == "from ":
        return FUTURE
    return 0 if sign is None else _TENSES[str(sign.lastgroup)]
