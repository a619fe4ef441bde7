"""How a place on a chart is stated: held, held no longer, expected, missed; and for how long."""

from __future__ import annotations

import re

from .ranks import LEFT, Ranked

_FORMER = re.compile(
    r"\blast (?:week|weekend|month|year)['’]s\b|\bprevious(?:ly)?\b|\bformer\b|\bhad been\b"
    r"|\bformerly\b|\bonce\b|\bused to\b|\bfell from\b|\b(?:down|slid|slipped|dropped) from\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:down|fell|falling|slid|sliding|slipp(?:ed|ing)|dropp(?:ed|ing)|up|climb(?:ed|ing)|rose"
    r"|rising|jump(?:ed|ing)|gone|out|disappear\w*|vanish\w*|exit\w*|crash\w+ out|bow\w+ out|tumbl"
    r"\w+|plung\w+|knock\w* (?:it |off )?)(?: out)? (?:from|of|off) (?:the )?(?:[\w.’'+-]+ ){0,3}\Z"
    r"|\b(?:left|leav(?:es|ing)|exited|departed|lost|loses|losing|surrender\w*|ced(?:ed|es|ing)"
    r"|relinquish\w*) (?:the |its |that )?(?:[\w.’'+-]+ ){0,3}\Z|\bhad (?:been|spent|held|topped"
    r"|hit"
    r"|reached|sat|stood|led)\b[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
"""Words in front of a place that is held no longer."""
_EXPECTED = re.compile(
    r"\b(?:expected|projected|predicted|forecast|likely|could|may|might|hop(?:es|ing)|poised"
    r"|on track|favou?red|set to|should|eyeing|will probably|if )\b"
    r"|(?<!oscar[- ])(?<!bafta[- ])(?<!award[- ])(?<!emmy[- ])\btipped\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:fail(?:ed|s|ing) to|did(?: not|n['’]t)|has(?:n['’]t| not)|miss(?:ed|es|ing)(?: out on)?"
    r"|(?:fell|falling) short of|never|couldn['’]t|could not|unable to|just outside(?: of)?|outside"
    r"|not(?! (?:only|just|least|to mention))|without)\b",
    re.IGNORECASE,
)
_AT_BEST = re.compile(
    r"\b(?:no (?:higher|better|lower|further) than|(?:past|beyond|above|higher than|better than"
    r"|further than|lower than|below|out of)|peak\w* (?:at|of)) (?:the )?\Z",
    re.IGNORECASE,
)
"""Words that make of a place not passed the best one reached."""
_ENDED = re.compile(
    r"\b(?:end(?:ed|s|ing)|finish(?:ed|ing)|snapp(?:ed|ing)|conclud(?:ed|ing)) (?:its|a|the|his"
    r"|her)"
    r" (?:[\w-]+ ){0,3}(?:run|reign|streak|stay|hold) (?:at|on|in|as) (?:the )?\Z"
)
"""Words of a place that is held no longer."""
_NOW = re.compile(r"\b(?:currently|right now|still|at the moment|remains?)\b", re.IGNORECASE)
_BREAK = re.compile(r"[;:—–]|, (?:while|whereas|but|and|with)\b|\bwhile\b|\bwhereas\b")
_PERIOD = re.compile(
    r"\b(?:in|during|over|for|after|since|within) (?:its|the|their|a) (?:first|opening|debut|second"
    r"|third|past|last|fourth|fifth|final)?(?: (?:\w+|\d+))?? ?(?:days?|weeks?|weekends?|months?"
    r"|years?|frame|fortnight)"
    r"|\bof (?:all time|the (?:year|week|month|decade|weekend|summer)|20\d\d|the 20\d\ds)"
    r"|\bfor (?:the )?(?:\w+ )?(?:consecutive|straight|successive) (?:week|weekend|month)s?"
    r"|\b(?:two|three|four|five|six) (?:weeks|weekends) (?:running|in a row)"
    r"|\b(?:this|last) (?:week|weekend|month|year)\b|\bever\b|\bfor (?:\w+ ){1,2}(?:days|weeks"
    r"|months|weekends)\b",
    re.IGNORECASE,
)
_TOPPER = re.compile(r"chart-?topper", re.IGNORECASE)


_REFUSED = re.compile(
    r"\b(?:never|fail(?:ed|s|ing) to|did(?: not|n['’]t)|has(?:n['’]t| not)|miss(?:ed|es"
    r"|ing)(?: out on)?"
    r"|(?:fell|falling) short of|just outside(?: of)?|couldn['’]t|could not|unable to)"
    r"(?: (?:even|quite|yet|ever|once))?(?: (?:make|made|crack|cracked|enter\w*|reach\w*|hit|get"
    r"|got|br[eo]"
    r"\w+|land\w*|appear\w*|chart\w*|climb\w*|return\w*|trouble\w*)(?: into| it| in| on| to)*)?"
    r" (?:the |a |its |[\w.’'+-]+ ){0,4}\Z",
    re.IGNORECASE,
)
"""Words right in front of a place that was not reached."""


def is_refused(text: str, rank: Ranked) -> bool:
    """Return whether a story says outright that a place was not reached, a fact by itself."""
    if rank.place.unit == "countries":
        return False
    return _REFUSED.search(f"{text[: rank.start]}"[-70:]) is not None or (
        _REFUSED.search(text[max(0, rank.start - 60) : rank.start] + " ") is not None
    )


def clause_of(text: str, rank: Ranked) -> tuple[int, int]:
    """Return where the clause of a place begins and ends in its sentence."""
    begun = max((one.end() for one in _BREAK.finditer(text, 0, rank.start)), default=0)
    ended = _BREAK.search(text, rank.end)
    return begun, ended.start() if ended else len(text)


def period_of(text: str, rank: Ranked) -> str | None:
    """Return the stretch of time of a place, None if none is told."""
    begun, ended = clause_of(text, rank)
    found = _PERIOD.search(text, rank.start, ended) or _PERIOD.search(text, begun, ended)
    return found[0] if found else None


def modality_of(text: str, rank: Ranked) -> str:
    """Return how a place is stated."""
    begun, ended = clause_of(text, rank)
    before = text[begun : rank.start]
    if rank.place.rule in ("chart: last week's first", LEFT) or (
        _TOPPER.search(rank.words) and _FORMER.search(before[-30:])
    ):
        return "former"
    if rank.place.rule == "chart: no higher than" or _AT_BEST.search(before[-24:]):
        return "reported"
    if _ENDED.search(before[-60:]) or _WAS.search(before[-64:]):
        return "former"
    if _DENIED.search(before[-40:]):
        return "denied"
    if _EXPECTED.search(before[-60:]):
        return "speculated"
    return "current" if _NOW.search(text[begun:ended]) else "reported"
