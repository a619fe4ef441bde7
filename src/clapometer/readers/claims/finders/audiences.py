"""What a large number without a unit counts: “the opener drew 4.1m”, “up from 100,000”."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import Figure
from clapometer.readers.claims.wording import Wording

from .counted import UNITS, Unit
from .counted_where import TOLD_BEFORE
from .units import unit_of

_LARGE = 1000
_AUDIENCE = 10_000
_SOME = 100
_BY_UNIT = {
    unit: next(one for one in UNITS if one.unit == unit) for unit in {u.unit for u in UNITS}
}
_TOLD = tuple((_BY_UNIT[unit], re.compile(words, re.IGNORECASE)) for unit, words in TOLD_BEFORE)
_BARE = re.compile(
    r"\Z|[,.;:!?)—–]| [-–—] | ?(?:a|an|the|just|of|in|on|over|for|since|last|from|at|during|when"
    r"|who"
    r"|and|by|to|across|people|watched|watching|were|was|are|is|had|have|has|tuned|fans|viewed|live"
    r"|overnight|tuning|as|before|earlier|after|worldwide|globally|towards?|until|while|though|but"
    r"|with|per|each|more|fewer|less|between|this|that|saw|sat|stayed|stuck|switched|logged|came"
    r"|flocked|caught|streamed|once|within|against|ahead|behind|only|so|then|now|today|yesterday"
    r"|nationwide|respectively|back|strong|it|its|their|despite|according|thanks|including|if"
    r"|which|making|meaning|beating|down|up|shy|short|below|above|off|bothered|turned|flocked"
    r"|made|mark|barrier"
    r"|opted|chose|couldn['’]t|did|sampled|joined|remained)\b",
    re.IGNORECASE,
)
"""What may follow a number that no noun follows."""
_OTHER = re.compile(
    r" ?(?:dollars|pounds|euros|reviews|ratings|points|years|days|weeks|months|miles|jobs|words"
    r"|pages|people (?:living|died|who live))\b"
)
_WATCHED = re.compile(
    r" (?:people |of (?:them|us) |viewers )?(?:were |had |have |are |have been |who )*"
    r"(?:bothered|flocked|switched off|tuned out|defected|watch(?:ed|ing)|tun(?:ed|ing)"
    r"|switched (?:on|over)|sat down|saw (?:the|it|how|him|her"
    r"|last)"
    r"|turned up|opted|joined|saw (?:the|it|how|him|her|last)|caught|stuck (?:around|with)|stayed"
    r"|logged on|streamed)\b"
)
_BOASTS = re.compile(
    r"\b(?:boasts?|has|have|had|(?:is|are|was|were) (?:on|at|up to|now at)|with)\b[^.;]{0,12}\Z"
)
_BESIDE = re.compile(
    r"(?:\b(?:from|to|than|double|triple|twice|against|with|the|season|at|and|its|now|today|has|on"
    r"|have|boasts?|only|just|or|by|of|for|versus|sold|had|about|around)"
    r"|['’]s) \Z",
    re.IGNORECASE,
)
_AGO = re.compile(r" (?:just )?(?:a|one|two|three|last) (?:week|month|year|day)s?\b", re.IGNORECASE)
_DREW = re.compile(
    r"\b(?:averag\w+|peak\w+|drew|draw\w*|pull\w*|attract\w*|lur\w+|muster\w*|manag\w+|scrap\w+"
    r"(?: together)?|touch\w+|hit\w*|reach\w*|rose|ris\w+|climb\w*|jump\w*|grew|grow\w*|fell"
    r"|fall\w*"
    r"|drop\w*|dip\w*|slip\w*|slump\w*|plung\w*|plummet\w*|sank|sink\w*|sunk|dwindl\w+|tumbl\w+"
    r"|crash\w*|slid\w*|launch\w*|open\w*|debut\w*|kick\w*|return\w*|bow\w*|premier\w+|start\w*"
    r"|began"
    r"|begin\w*|won|win\w*|nett\w*|notch\w*|bagg\w*|br(?:ought|ing\w*)|garner\w*|secur\w+|scor\w+"
    r"|command\w*|amass\w*|deliver\w*|post\w*|logg\w*|clock\w*|settl\w*|end\w*|finish\w*|consolidat"
    r"\w*|stand\w*|stood|crack\w*|gather\w*|captur\w*|grabb\w*|record\w*|enjoy\w*|rack\w*|swell\w*"
    r"|surg\w+|soar\w*|pass\w*|bounc\w*|recover\w*|limp\w*|earn\w*|took|tak\w+|got|doubl\w+|halv\w+"
    r"|shed\w*|lost|los\w+|gain\w*|add\w*|figures?|audiences?|ratings?|average|high|low|total|tally"
    r"|numbers?|reach|viewership|show|programme|series|drama|episode|launch|opener|premiere|down|up"
    r"|finale|left)"
    r"(?: (?:back )?(?:last|in|this|on) (?:[\w’'-]+ ){1,2}?(?=to |with |on |at ))?"
    r"(?: (?:in|up|off|out|back|down|away|to|at|of|with|by|from|on|is|was|were|stands?|stood|around"
    r"|open|an|a|average|peak|high|low|its|run|audience|slot|the|further|another|far|overnight"
    r"|below|under|above|past|over|beyond|left|healthier|timeshift|consolidated|total"
    r"|figure)\b){0,5} \Z",
    re.IGNORECASE,
)
"""Words in front of a number that an audience or the like can follow."""
_DOWN_ON = re.compile(
    r" (?:viewers )?(?:down|up|fewer|more|short|shy|lower|higher) (?:on|of|than)\b"
)
_SOLD = re.compile(
    r"\b(?:sell(?:ing|s)?|sold|shift(?:ed|ing|s)?|move[ds]?) (?:another |a further )?\Z"
)
_BOOKS = re.compile(
    r"\b(?:cop(?:y|ies)|books?|novels?|paperbacks?|hardbacks?|bookscan|best-?sell\w*)\b",
    re.IGNORECASE,
)
_IN_TURN = re.compile(r"(?:\b(?:with|on|at|to|from|than|of|by)|['’]s|\()\s?\Z", re.IGNORECASE)
_OF_VIEWERS = Wording(
    r"\b(?:viewers?|audiences?|ratings|overnights?|barb|tuned|tuning|watched|watching|viewing"
    r"|consolidated|catch-?up|slot|nielsen|viewership|prime-?time|live\+\w+|timeshift\w*"
    r"|episodes?)\b",
    re.IGNORECASE,
)
_CARRIED = frozenset(
    {"viewers", "views", "hours", "minutes", "households", "accounts", "followers", "copies"}
)
"""Units that a text goes on counting without naming them."""
_COMPARED = _CARRIED | {"subscribers", "impressions", "streams", "posts"}
_BLOCKS_BACK = 3


def unit_of_bare(document: Document, figure: Figure) -> Unit | None:
    """Return the unit of a large bare number: what words beside it tell (“an audience of 3.1
    million”, “3.1m watched”), that of the number which its sentence sets it beside (“2.6 million
    followers, up from 100,000”), or what the story counts there; None if nothing tells it."""
    least = _SOME if _SOLD.search(figure.before[-40:]) else _LARGE
    if figure.value < least or _OTHER.match(figure.after):
        return None
    told = _told(figure)
    if told is not None or not _BARE.match(figure.after):
        return told
    return _beside(document, figure) or _going_on(document, figure)


def _told(figure: Figure) -> Unit | None:
    """Return the unit that the words on one side of a number tell, None if they tell none."""
    before = figure.before[-60:]
    for one, words in _TOLD:
        if words.search(before):
            return one
    watched = figure.value >= _AUDIENCE and _WATCHED.match(figure.after)
    return _BY_UNIT["viewers"] if watched else None


def _beside(document: Document, figure: Figure) -> Unit | None:
    before = figure.before[-32:]
    if _BOASTS.search(before) and (told := _followers_before(document, figure)):
        return told
    if not _BESIDE.search(before) and not _AGO.match(figure.after):
        return None
    here = [one for one in document.figures if one.sentence == figure.sentence and one != figure]
    units = (unit_of(one) for one in here)
    return next((unit for unit in units if unit and unit.unit in _COMPARED), None)


def _followers_before(document: Document, figure: Figure) -> Unit | None:
    """Return followers, if the sentence before in the same block counts them: “A has 2.6 million
    followers. B boasts 3.4 million.”"""
    place, block = figure.sentence.place, figure.sentence.block
    units = [
        unit_of(one)
        for one in document.figures
        if one.sentence.place == place - 1 and one.sentence.block == block
    ]
    return next((one for one in units if one is not None and one.unit == "followers"), None)


def _going_on(document: Document, figure: Figure) -> Unit | None:
    """Return the unit that the story counts at a place: that of the last number before it, else
    viewers, if its sentence, those before it in the block, or the headline speak of them."""
    if _SOLD.search(figure.before[-40:]):
        around = document.sentences[max(0, figure.sentence.place - 4) : figure.sentence.place + 1]
        sold = any(_BOOKS.search(one.text) for one in around)
        return _BY_UNIT["copies"] if sold else None
    if figure.value < _AUDIENCE:
        return None
    drawn = _DREW.search(figure.before[-90:]) or _DOWN_ON.match(figure.after)
    if not drawn and not _IN_TURN.search(figure.before[-8:]):
        return None
    last = _last_counted(document, figure)
    if last is not None:
        return last if last.unit in _CARRIED else None
    if not drawn:
        return None
    sentence = figure.sentence
    near = [
        one.text
        for one in document.sentences[max(0, sentence.place - 3) : sentence.place + 1]
        if one.block >= sentence.block - 1
    ]
    head = document.sentences[0].text
    spoken = any(_OF_VIEWERS.search(text) for text in (*near, head))
    return _BY_UNIT["viewers"] if spoken else None


def _last_counted(document: Document, figure: Figure) -> Unit | None:
    """Return the unit of the nearest number before one, a few blocks back at most, that has one."""
    for one in reversed(document.figures):
        if one.number.start >= figure.number.start or one.number.unit.isupper():
            continue
        if one.sentence.block < figure.sentence.block - _BLOCKS_BACK:
            return None
        unit = unit_of(one) or _told(one) if one.value >= _LARGE else None
        if unit is not None and unit.unit in _COMPARED and unit.rule != "count: times seen":
            return unit
    return None
