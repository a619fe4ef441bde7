"""What words around a further season or a new work say of it: that it is made, wished for, left
open, refused; or that it is there already, and nothing is announced at all.

No row reads a whole phrase: the season or the work is found first, and then the words of its clause
are weighed. So a phrase that no table foresaw is read by the words that it is made of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.modality import clause_at
from clapometer.readers.claims.parts import within
from clapometer.readers.claims.wording import Wording


class Sign(NamedTuple):
    """Words that say how a thing to come stands, and a sentence of our own that bears them."""

    says: str
    pattern: str
    example: str


THERE, REFUSED = "there", "refused"
_NOT = r"(?:n[’']t|not|never|neither|nor|nobody|no one)"
SIGNS: tuple[Sign, ...] = (
    Sign(
        THERE,
        r"\b(?:aired|premier\w+|launch\w*|debut\w*|watched|drew|draws|averag\w+|ended|concluded|"
        r"ends|"
        r"opened|opens|bowed|dropped|drops|stream(?:s|ing)|nominat\w+|award\w*|won|scor(?:e|ed|es)|"
        r"stars|starring|reviews?|rated|rating|finale|trailer|teaser|cast|joins?|joined|joining|"
        r"plays|"
        r"played|"
        r"starred|appear\w*|during|since|than|released?|DVD|available|begins|began|starts|started|"
        r"kicks? off|arrives?|lands|tonight|watch|earned|grossed|took|made|hit|was (?:a|the)|"
        r"adverts|"
        r"stage|theatre|box office|million|[%$£€]|per cent|viewers|audience|whose|who|picks up|"
        r"follows|set in|finds|sees|introduce\w*|episode (?:\w+ )?of|scene|filming|filmed|shooting|"
        r"time\b|details|who will|returns|is back|are back|back on|now in|now on|in its|into its|"
        r"quit|left|leave|"
        r"leaving|exit|directed|wrote|co-wrote|contract)\b",
        "The second series drew 5m viewers.",
    ),
    Sign(
        "undecided",
        r"\b(?:jury(?: is)?(?: still)? out|whether|unclear|undecided|depends?|depending|yet to|"
        r"no (?:\w+ )?(?:word|decision|news|announcement|confirmation)|remains to be seen|"
        r"tight-lipped|keeping (?:schtum|mum)|in the balance|up in the air|in doubt|question mark|"
        rf"{_NOT} (?:\w+ ){{0,3}}?(?:say|said|confirm\w*|announc\w*|decid\w*|commit\w*|green-?lit|"
        r"order\w*|commission\w*) ?(?:anything|yet|so far)?)\b",
        "The jury is still out on a second run.",
    ),
    Sign(
        REFUSED,
        r"\b(?:(?:wo|will|would|does|do|is|are|was|were)(?:n[’']t| not) (?:be )?(?:proceed\w*|"
        r"mov\w+|"
        r"go\w*|get\w*|see|seeing|happen\w*|mak\w+|order\w*|receiv\w*|return\w*|com\w+)|shot down|"
        r"knocked back|poured cold water|dismissed|den(?:y|ies|ied)|rejected|turned down|passed on|"
        r"ruled? out|rules out|no (?:plans?|interest|intention|desire|appetite|hope)|came to "
        r"nothing|"
        r"fell through|fallen through|dead|off the table|unlikely|no longer|nothing more than|"
        r"scrapped|pulled out of|decided against|hold your breath|never (?:happen|"
        r"materialis)\w*|"
        r"there (?:wo(?:n[’']t|uldn[’']t|uld not|uld never)|will (?:not|never)) be)\b",
        "Talk of a third season has been shot down.",
    ),
    Sign(
        "speculated",
        r"\b(?:desperate|begg?(?:ed|ing|s)?|crav(?:e|es|ing)|long(?:s|ing)? for|hop(?:e|es|ed|ing|"
        r"eful)|"
        r"wants?|wanted|wish(?:es|ed)?|keen|eager|demand\w*|petition\w*|campaign\w*|clamou?r\w*|"
        r"dream\w*|talk(?:s|ed|ing)?|discuss\w*|ideas?|plan(?:s|ned|ning)?|ey(?:e|ed|es|eing)|"
        r"teas\w+|"
        r"hint\w*|pitch\w*|lobby\w*|push(?:es|ed|ing)? for|no-brainer|possib\w+|chances?|"
        r"prospects?|"
        r"potential\w*|likely|could|might|may|would|room for|open to|door|scripts?|writ(?:e|es|ing|"
        r"ten)|"
        r"outlin\w+|mapp?\w*|toy(?:s|ed|ing)|mull\w*|consider\w*|explor\w+|rumou?r\w*|tipped|"
        r"speculat\w*|optimistic|confident|never say never|on the table|on the cards|expect(?:s|"
        r"ed)?|"
        r"dying|love to|game for|up for|crying out|need(?:s|ed)?|deserves?|called for|calling "
        r"for)\b",
        "Fans are begging for a second series.",
    ),
    Sign(
        "confirmed",
        r"\b(?:order\w*|commission\w*|recommission\w*|green-?li\w+|green light|renew\w*|pick(?:s|"
        r"ed|ing)? "
        r"up|lock(?:s|ed|ing)? in|nod|go-ahead|thumbs[- ]up|sign(?:s|ed)? (?:off|up|on)|return\w*|"
        r"will be back|reunite\w*|on the way|on its way|keep(?:s|ing)?|lights on|extend\w*|"
        r"secur\w+|"
        r"official\w*|happening|confirm\w*|announc\w*|fast-?track\w*|develop\w*|in the (?:works|"
        r"pipeline)|at work on|working on|coming back|set for|prepar\w+|pre-production|"
        r"saved|rescued|earned|granted|treat\w* (?:to|us)|guarantee\w*|promis\w+|hand(?:s|ed|ing)|"
        r"giv(?:es|en|ing)|gave|line(?:s|d)? up|in development|underway|under way|given the)\b",
        "The channel is keeping the lights on for a third season.",
    ),
)
"""Signs in the order in which they decide: what is there already is not announced."""
_SIGNS = tuple((one.says, Wording(one.pattern, re.IGNORECASE)) for one in SIGNS)
_BEFORE, _BEHIND = 110, 70


def said_of(document: Document, start: int, end: int) -> str | None:
    """Return how a thing to come at this place stands: a modality, or REFUSED; None where the words
    say that it is there already, or nothing."""
    low, high = clause_at(document, start, end)
    low, high = max(low, start - _BEFORE), min(high, end + _BEHIND)
    words = f"{_bare(document, low, start)} … {_bare(document, end, high)}"
    for says, sign in _SIGNS:
        if sign.search(words):
            return None if says == THERE else says
    return None


def _bare(document: Document, start: int, end: int) -> str:
    """Return the words of a place without the titles and names among them."""
    text = document.text[start:end]
    named = [(one.start, one.end) for one in within(document.works, start, end)]
    named += [(one.start, one.end) for one in within(document.people, start, end)]
    for first, last in named:
        text = text.replace(document.text[first:last], "…")
    return text
