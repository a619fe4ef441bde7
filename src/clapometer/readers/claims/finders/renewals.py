"""Renewals: a further season was ordered, or a show was revived."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from clapometer.readers.claims.aboutness import objects_behind
from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import CARDINAL, ORDINAL
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence, within

from . import undated

_NOT_SHOWS = (
    r"(?! (?:his|her|their|my|its (?:deal|contract|focus|vow)|contract|deal|focus|interest|"
    r"vows|hope|"
    r"sense|calls?|energy|attention|appreciation|push|effort|fears|tensions|licen[cs]e|membership|"
    r"subscription|feud|love|speculation|rivalry|optimism|debate|scrutiny|pressure))"
)
_NO_NOUN = (
    r"(?=[^\w\s]|\s*$|\s+(?:[^a-z\s]|(?:for|by|in|on|at|after|ahead|last|this|and|but|it|the|"
    r"as|despite|with|"
    r"until|through|earlier|back|just|today|yesterday|early|so|before|since|when|while|an?|"
    r"its|another|both|"
    r"again|weeks|days|months|two|three|from|to|or|following|along|alongside|amid|over)\b))"
)
"""Renewed popularity is no renewal: no noun may follow that the word describes."""
_UNIT = r"(?:seasons?|series|runs?|instal?lments?|outing|batch(?: of episodes)?)"
_NUMBERED = (
    rf"(?:(?:[Ss]easons? |[Ss]eries )(?:\d{{1,2}}|{CARDINAL})|(?:an? |its |the |their |"
    rf"[\w’']+[’']s )?(?:\w+[- ]){{0,2}}"
    rf"?(?:{ORDINAL})(?: and (?:{ORDINAL}|final))?(?:,? [\w-]+){{0,3}}? {_UNIT}"
    rf"|(?:{CARDINAL}) (?:more|further|additional|new|extra) {_UNIT}|(?:another|a further|a "
    rf"new) {_UNIT})"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "renewal: renewed",
        rf"\b(?:[Rr]e-?(?:newed|newing|news)|[Rr]e-?upped|re-ups|(?:to|will|not|could|might|"
        rf"would|may) renew)\b{_NOT_SHOWS}{_NO_NOUN}",
        "Salt Road has been renewed for a third season.",
    ),
    Rule(
        "renewal: early renewal",
        r"\b(?:early|season|series|multi-season|two-season|show['’]s|surprise) renewal\b",
        "The show's renewal for season two came early.",
    ),
    Rule(
        "renewal: picked up",
        rf"\b(?:pick(?:s|ed|ing)? (?:it |the (?:show|series) )?up|pick-up|pickup|order(?:s|"
        rf"ed|ing)?|green-?lit|green-?lights?|"
        rf"green-?lighted|commission(?:s|ed|ing)?|re-?commission(?:s|ed)?|extend(?:s|ed)?|"
        rf"given the "
        rf"(?:green light|go-ahead)|given|granted|awarded|bring(?:s|ing)? back|brought back|"
        rf"confirm(?:s|ed)?|announce(?:s|d)?|"
        rf"handed|gets?|got|getting|land(?:s|ed)?|secur(?:es|ed)|scor(?:es|ed)|bag(?:s|ged))\b"
        rf"(?: (?!with\b|in\b|on\b|after\b|from\b|as\b|now\b|where|when|they\b|he\b|she\b|"
        rf"we\b|it was|"
        rf"details|plans|news|title|cast|trailer|teaser|date)[\w\"“”'’:&,-]+){{0,7}}? (?:for "
        rf"|with |of )?{_NUMBERED}"
        rf"(?!['’]?s? (?:premiere|release|trailer|teaser|finale|date|cast|pick-up|would|was|"
        rf"began|begins|starts|has begun|filming|production))",
        "The network picked up the drama for a second season.",
    ),
    Rule(
        "renewal: more seasons",
        rf"\b(?:for|through|with|get|run for) (?:at least |up to )?(?:{CARDINAL}) (?:more|"
        rf"further|additional) "
        r"(?:seasons|series)\b",
        "It will go on for at least four more seasons.",
    ),
    Rule(
        "renewal: hoped for",
        rf"\b(?:hint(?:s|ed|ing)? at|teas(?:es|ed|ing)|promis(?:es|ed|ing)|hop(?:es|ed|ing) "
        rf"for|eye(?:s|ing)|"
        rf"discuss(?:es|ed|ing)|in talks (?:for|about|over)|plans for|planning|call(?:s|ing)? for|"
        rf"demand(?:s|ed|ing)?|would love) (?:to (?:do|make|see) )?{_NUMBERED}(?! (?:finale|"
        rf"premiere|trailer))",
        "The makers have hinted at a third series.",
        modality="speculated",
    ),
    Rule(
        "renewal: order of seasons",
        rf"\b(?:handed|given|gets?|got|landed|scored|secured|with) (?:an? )?(?:[\w-]+ "
        rf")?(?:{CARDINAL})-season "
        r"(?:order|pick-?up|renewal|commission|extension|deal)\b",
        "The drama has been handed a two-season order.",
    ),
    Rule(
        "renewal: was announced",
        rf"\b{_NUMBERED} (?:of [^.;]{{2,50}} )?(?:has |have |had |was |were |is |are |will |"
        r"being |been |be |not |yet |could |may |might |would |"
        r"officially |already |now |also |finally ){0,5}(?:announced|confirmed|ordered|"
        r"commissioned|"
        r"green-?lit|greenlighted|given the (?:green light|go-ahead)|in the works|on the way|"
        r"happening|going ahead|on its way|in development|a go)\b",
        "A third season had been announced in May.",
    ),
    Rule(
        "renewal: fate left open",
        r"\b(?:fate|future) of [^.;]{2,70}? (?:remains?|is|was) (?:\w+ )?(?:undecided|uncertain|"
        r"unclear|unknown|in limbo|in doubt|to be decided|up in the air)\b",
        "The fate of Salt Road is still undecided.",
        modality="undecided",
    ),
    Rule(
        "renewal: will return",
        rf"\b(?:will (?:\w+ )?(?:return|be back)|(?:is|are) (?:\w+ )?(?:coming back|"
        rf"returning|back)|"
        rf"(?:is|are) set to return|will get|to return|come back)"
        rf" (?:\w+ )?(?:for|with) {_NUMBERED}",
        "Salt Road will return for a third season.",
    ),
    Rule(
        "renewal: revived",
        rf"\b(?:sav(?:es|ed|ing)|rescu(?:es|ed|ing)|reviv(?:es|ed|ing)|resurrect(?:s|ed|ing)|"
        rf"un-?cancell?(?:ed|s)|bring(?:s|ing)? back|brought back|"
        rf"pick(?:s|ed|ing)? up) (?:the )?(?:(?!when|where|from|after)\w+ ){{0,3}}(?:show|"
        rf"series|drama|sitcom|comedy|soap|programme|"
        rf"it|thriller|canceled|cancelled)\b|\b(?:was|were|been|being|is) (?:later |then |since |"
        rf"quickly )?(?:saved|rescued|revived|resurrected|uncancell?ed|brought back|picked up) by "
        rf"(?:the )?(?:streamer |network )?(?:{PLATFORM})",
        "The streamer rescued the show after its cancellation.",
    ),
)
"""Forms in which renewals are told."""
_SHOW = re.compile(
    r"\b(?:shows?|series|sitcom|drama|comedy|soap|programme|seasons?|episodes?|thriller|anthology|"
    r"streamer|network|viewers)\b|Season \d",
    re.IGNORECASE,
)
_REVIVAL = re.compile(r"\b(?:cancell?(?:ed|ing|ation|s)|cancelation|axed|scrapped|dropped)\b")
_AFTER, _BEFORE = 110, 60
_CONDITION = re.compile(r"\b(?:if|unless|whether|until|when (?:is|will))\b[^,;]*$", re.IGNORECASE)
_REVIVED, _RETURNS = "renewal: revived", "renewal: will return"


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    if not _SHOW.search(document.text):
        return
    for sentence in document.told:
        if sentence.text.endswith("?") or not _stands(document, sentence):
            continue
        if next(first_of(undated.RULES, document, sentence), None):
            continue
        for rule, one in first_of(RULES, document, sentence):
            if rule.name == _REVIVED and not _REVIVAL.search(document.text):
                continue
            if rule.name == _RETURNS and _dated(document, sentence):
                continue
            yield from _claims(document, sentence, rule, one.start(), one.end())


def _dated(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence tells a day: what returns on a day was ordered long before."""
    return any(one.value for one in within(document.dates, sentence.start, sentence.end))


def _stands(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence is told by the story, not asked by a heading or spoken."""
    return document.blocks[sentence.block].role in ("body", "headline", "subhead", "caption")


def _claims(
    document: Document, sentence: Sentence, rule: Rule, start: int, end: int
) -> Iterator[Claim]:
    """Yield one renewal for each season that the words name."""
    modality = document.modality_at(start, end, rule.modality)
    if _CONDITION.search(document.text[sentence.start : start]):
        modality = "speculated"
    seasons = _seasons(document, sentence, rule, start, end)
    if modality in ("denied", "former"):
        return
    works = objects_behind(document, end) or (document.work_at(start, end),)
    for work, season in product(works, seasons or (None,)):
        yield Claim(
            kind="renewal",
            work=work,
            season=season,
            value="renewed",
            modality=modality,
            span=(sentence.start, sentence.end),
            rule=rule.name,
            fields={
                "said_by": said_by(document, start, end),
                "detail": "revived" if rule.name == _REVIVED else None,
            },
        )


def _seasons(
    document: Document, sentence: Sentence, rule: Rule, start: int, end: int
) -> tuple[int, ...]:
    """Return the seasons that were ordered: told within the words or right behind them, else
    right before them, else the one that the story is about."""
    if _VAGUE.search(document.text, start, end):
        return ()
    named = [one for one in document.seasons if one.seasons]
    inside = within(named, start, end)
    behind = [
        one
        for one in within(named, end, min(end + _AFTER, sentence.end))
        if _FOR.fullmatch(document.text[end : one.start])
    ]
    before = within(named, max(sentence.start, start - _BEFORE), start)
    found = inside or behind or (before[-1:] if rule.name != _REVIVED else [])
    if found:
        return found[0].seasons
    focus = document.season_in_focus
    return (focus,) if focus and document.work_at(start, end) in document.main_works else ()


_VAGUE = re.compile(r"\b(?:at least|up to|several|many)\b")
_FOR = re.compile(
    r"(?:[^.;]{0,90}?\b(?:for|with|to include|by|through|until|of|as|into)\b(?: [^.;,]{0,40}?)?|"
    r"[^.;,]{0,50}) ?(?:(?:an?|its|the|their) )?(?:[\w-]+ ){0,2}"
)
