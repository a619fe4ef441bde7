"""Premieres without a day: the story says that none was given yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence
from clapometer.readers.claims.wording import Wording

from .premiere_seasons import focus_of

_DAY = (
    r"(?:(?:official |exact |firm |specific |concrete |set |confirmed |theatrical "
    r")?(?:premiere|release|air|return|launch|debut|streaming|start|broadcast)"
    r"[- ]?(?:date|window|timeline|timeframe|slot)s?|(?:exact|firm|official|UK|US) date|date for|"
    r"dates? (?:for|of) (?:the|its))"
)
_DATE = rf"(?:{_DAY}|when)"
_COMES = (
    r"(?:air|airs|return\w*|back|com(?:e|es|ing)|released?|premieres?|arriv\w+|land\w*|launch\w*|"
    r"starts?|begins?|see|watch|drops?|out|debuts?|hits?|opens?)\b"
)
_NOT = r"(?:n['’]t| not| never)"
RULES: tuple[Rule, ...] = (
    Rule(
        "premiere: no date given",
        rf"\b(?:has|have|had|did|does|is|are|was|were){_NOT} (?:yet |officially |been |"
        rf"actually |currently |so far |"
        rf"publicly )*(?:announc\w*|reveal\w*|confirm\w*|set|receiv\w*|releas\w*|giv\w*|"
        rf"got\w*|shar\w*|specif\w*|decid\w*|"
        rf"said|say|disclos\w*|unveil\w*|know\w*|made|offer\w*|settl\w*|provid\w*) [^.;"
        rf"]{{0,60}}?\b{_DATE}",
        "The network has not yet announced a premiere date.",
        modality="undecided",
    ),
    Rule(
        "premiere: date not given",
        rf"\b{_DAY}\b[^.;?]{{0,70}}? (?:has|have|is|are|was|were|remains?|had)(?:{_NOT}|(?= "
        rf"(?:yet to|still|unknown|unclear|"
        rf"TB[ACD]|under wraps|a mystery|to be|undecided|currently un)))"
        rf"(?: (?:yet |officially |been |still |as yet |currently )*(?:be(?:en)? "
        rf")?(?:announc|reveal|confirm|set\b|known|clear|releas|"
        rf"decid|given|shared|unveil|specified|unknown|unclear|TB[ACD]|under wraps|a mystery|"
        rf"to be|yet|undecided))?",
        "A release date has not been set.",
        modality="undecided",
    ),
    Rule(
        "premiere: no date",
        rf"\b(?:[Nn]o|without an?|[Nn]or an?|lacks an?) (?:\w+ ){{0,2}}?{_DATE}\b|\byet to "
        rf"(?:\w+ )?(?:announce|reveal|confirm|set|"
        rf"receive|get|share|give|unveil) (?:an? |the |its |any )?(?:\w+ )?(?:\w+ )?{_DATE}|"
        rf"\b[Nn]o (?:word|news|official word|"
        rf"information|indication) (?:yet )?(?:on|about|as to|regarding|of) [^.;]{{0,30}}?{_DATE}",
        "There is no release date yet.",
        modality="undecided",
    ),
    Rule(
        "premiere: unclear when",
        r"\b(?:unclear|unknown|not (?:yet )?(?:known|clear)|to be seen|(?:did|does|would|has|"
        r"could)(?:n['’]t| not) (?:yet )?(?:specif\w+|sa[iy]d?|reveal\w*|"
        r"divulge|disclose|announce\w*|confirm\w*)) (?:exactly )?when\b",
        "It is unclear when the show will return.",
        modality="undecided",
    ),
    Rule(
        "premiere: when has yet to be told",
        rf"\b[Ww]hen (?:exactly )?[^.;,?]{{3,50}}?\b{_COMES}[^.;,?]{{0,30}}? (?:has|have|is|"
        rf"remains?)"
        r"(?: yet to be|n['’]t (?:yet )?been|(?: still)? not (?:yet )?(?:been|known|clear)|"
        r"(?: still)? (?:to be (?:announced|confirmed|decided|seen)|unknown|unclear|unconfirmed|"
        r"anyone['’]s guess|a mystery|up in the air))\b",
        "When the show will return has yet to be revealed.",
        modality="undecided",
    ),
    Rule(
        "premiere: nobody knows when",
        rf"\b(?:(?:do|does|did)(?:n['’]t| not) (?:yet |actually |exactly )*know|(?:keep|stay|"
        rf"remain)\w* "
        r"(?:\w+ )?(?:quiet|mum|tight-lipped|schtum|coy|silent|secretive)[^.;]{0,20}?|no idea|"
        rf"hard to say|too (?:early|soon) to say) (?:exactly )?when [^.;]{{3,50}}?\b{_COMES}",
        "The network is keeping quiet about when the show will return.",
        modality="undecided",
    ),
    Rule(
        "premiere: has no date",
        r"\b(?:do|does|did|has|have)(?:n['’]t| not) (?:yet |currently |actually )*(?:have|got|"
        r"been given) "
        rf"(?:an? |any )?(?:{_DAY}|date\b)|\b(?:has|have|with|[Tt]here['’]s|[Tt]here is|"
        rf"[Tt]here are) (?:\w+ )?"
        r"no (?:\w+ )?date\b(?! (?:night|with))|"
        r"\bneither (?:an? )?[^.;,]{2,30} nor an? (?:\w+ )?date\b|"
        r"\byet to (?:be dated|date (?:the|it|season|series))\b|\b(?:is|remains|currently|"
        r"still) undated\b",
        "It does not yet have a date.",
        modality="undecided",
    ),
    Rule(
        "premiere: date to come",
        r"\b(?:dates?|return) (?:(?:is|are|remains?|still) )+(?:to come|to follow|pending|"
        r"forthcoming|"
        r"awaited|up in the air|TB[ACD]|anyone['’]s guess)\b|\b[Dd]ate: ?(?:TB[ACD]|"
        r"[Tt]o be (?:announced|confirmed|determined))|"
        rf"\bno (?:announcement|mention|sign|hint) (?:of|about|on) (?:an? |the )?{_DATE}|"
        rf"\b(?:keep|kept|keeping)\w* (?:the |its |a )?{_DAY} (?:close|secret|under|quiet|"
        rf"a secret)\b",
        "An exact date is still to come.",
        modality="undecided",
    ),
)
"""Forms of saying that no day was given."""
_ASKS_WHEN = Wording(r"\b(?:[Ww]hen|[Rr]elease date|[Pp]remiere date|[Rr]eturn date)\b")
_NO_ANSWER = re.compile(
    r"\b(?:is(?:n['’]t| not) (?:saying|telling|known)|in the dark|no word|[Nn]othing(?:['’]s|"
    r" is| has been)? "
    r"(?:yet |been )*(?:official|confirmed|announced|set|decided|locked)|[Nn]othing yet|TB[ACD]|"
    r"wouldn['’]t (?:say|divulge)|(?:has|have)(?:n['’]t| not) (?:said|announced|been announced|"
    r"confirmed)|remains to be seen|too (?:early|soon) to (?:say|tell)|(?:is|are|remains) "
    r"(?:unclear|"
    r"unknown))\b"
)
_ANSWERS = 4
"""How many sentences behind a question can answer it."""
_OTHER = Wording(r"\b(?:cast|casting|guest|plot|details|title|whether|if it|role)\b")


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    asked = 0
    for sentence in document.told:
        asked -= 1
        asks = _ASKS_WHEN.search(sentence.text) is not None
        if document.blocks[sentence.block].role == "subhead":
            asked = _ANSWERS if asks else 0
        if sentence.text.rstrip("\"”'’").endswith("?"):
            asked = _ANSWERS if asks else asked
            continue
        read = next(first_of(RULES, document, sentence), None)
        if read is not None:
            yield _claim(document, sentence, read[0].name, *read[1].span())
            asked = 0
            continue
        answer = _NO_ANSWER.search(document.text, sentence.start, sentence.end)
        if asked > 0 and answer and not _OTHER.search(sentence.text):
            yield _claim(document, sentence, "premiere: question left open", *answer.span())
            asked = 0


def _claim(document: Document, sentence: Sentence, rule: str, start: int, end: int) -> Claim:
    work = document.work_at(start, start)
    series = focus_of(document, work)
    return Claim(
        kind="premiere",
        work=work,
        season=max(document.season_at(start, end) or series, series) if series else None,
        value=None,
        modality="undecided",
        span=(sentence.start, sentence.end),
        rule=rule,
        fields={
            "unit": "date",
            "event": "premiere" if series else "release",
            "said_by": said_by(document, start, end),
        },
    )
