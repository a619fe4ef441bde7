"""When a score held: at the debut, now, or no longer; and from how many reviews."""

from __future__ import annotations

import re

DEBUT = (
    r"debut(?:ed|ing|s)?\b|open(?:ed|ing|s)\b|launch(?:ed|ing|es)\b|premier(?:ed|ing|es)\b"
    r"|start(?:ed"
    r"|ing|s)\b|initial(?:ly)?\b|at first\b|upon (?:its |the )?(?:debut|release|premiere|arrival)"
    r"|(?:on|at) (?:its )?(?:debut|release|launch)\b|arriv(?:ed|ing) (?:on|with|at)|kicked off"
    r"|began\b"
    r"|first (?:appeared|posted|scored|reviews)|early reviews|came in at|earlier this week\b"
)
"""Words of a score that held at the debut."""
NOW = (
    r"currently|now\b|at (?:the )?(?:time|moment) of (?:this )?(?:writing|publication|publishing)"
    r"|as of"
    r"|at (?:the )?time of|still|remain(?:s|ing)?\b|stands? (?:at|on)|sits? (?:at|on|with)"
    r"|sitting (?:at|on|with|pretty)|standing at|hold(?:s|ing)\b|boasts?\b|boasting|maintain(?:s"
    r"|ing)"
    r"|at present|today\b|so far|has since|have since|since (?:dropped|fallen|dipped|slipped|risen"
    r"|climbed|settled|dropping)|is (?:down|up) to|settled (?:at|on|to)|has (?:a|an)\b|have (?:a"
    r"|an)\b"
    r"|is (?:at|sitting|rated)|right now|at the moment|has (?:dropped|fallen|dipped|slipped|risen"
    r"|climbed)"
)
"""Words of a score that holds now."""
GONE = (
    r"(?:down|up|drop(?:ped|ping)?|fall(?:en|ing)?|fell|slipp(?:ed|ing)|dipp(?:ed|ing)|ris(?:en"
    r"|ing)"
    r"|rose|climb(?:ed|ing)|improv\w+)(?: (?:slightly|sharply|just))? from|previous(?:ly)?|used to"
    r"|lost its|no longer|once (?:held|had)|compared (?:to|with)|formerly|losing its"
    r"|after (?:holding"
    r"|boasting|having)"
)
"""Words of a score that held before."""
_DEBUT, _NOW, _GONE = (re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in (DEBUT, NOW, GONE))
_TO = re.compile(
    r"\b(?:dropp\w+|fell|fallen|falling|slip\w*|dipp\w+|slid\w*|ris\w+|rose|climb\w*|down|up|mov\w+"
    r"|chang\w+|improv\w+|settl\w+|from \d+ ?(?:%|per ?cent|percent))(?: (?:down|up|slightly|back"
    r"|just))*"
    r" (?:to|at) (?:(?:an?|just|only|still|the|current|impressive|even) )*\Z",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom (?:(?:an?|its|the|perfect|initial|earlier|previous) )*\Z", re.IGNORECASE
)
_AS_OF = re.compile(
    r"\b(?:as of [^,.;()]{2,30}|at (?:the )?(?:time|moment) of (?:this )?(?:writing|publication)"
    r"|currently"
    r"|right now|at the moment|at present|upon (?:its|the) (?:debut|release|premiere)[^,.;]{0,20})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[^.;]{0,60}?\b(?:from|based on|out of|with|after|across|off(?: of)?|drawn from|on"
    r"|of)(?: (?:a total"
    r" of|the first|just|only|more than|over|some|around|about|nearly|almost|its))*"
    r" (?P<n>\d{1,3}(?:,\d{3})*) (?:(?!more\b)[\w’'-]+ ){0,3}?(?:reviews|ratings|critics"
    r"|reviewers|notices|verdicts)",
    re.IGNORECASE,
)
_BREAK = re.compile(r";|, (?:but|while|and|although|though)\b|\bbut\b|\bbefore\b|\bwhile\b|—|–| - ")


def age_of(text: str, start: int, end: int) -> tuple[str, str | None]:
    """Return the modality of a score in a sentence and its own time phrase: the words nearest in
    front of it in its clause decide, else those behind."""
    begun = max((one.end() for one in _BREAK.finditer(text, 0, start)), default=0)
    ended = next((one.start() for one in _BREAK.finditer(text, end)), len(text))
    before, after = text[begun:start], text[end:ended]
    as_of = _AS_OF.search(text, begun, ended)
    told = as_of[0] if as_of else None
    if _TO.search(before) or _FROM.search(before):
        return ("current" if _TO.search(before) else "former"), told
    found = [
        (one.end(), name)
        for name, words in (("former", _GONE), ("current", _NOW), ("at_debut", _DEBUT))
        for one in words.finditer(before)
    ]
    if found:
        return max(found)[1], told
    for name, words in (("at_debut", _DEBUT), ("current", _NOW)):
        if words.search(after[:80]):
            return name, told
    return "reported", told


def review_count(after: str) -> int | None:
    """Return from how many reviews a score is, by the words behind it."""
    found = _COUNT.match(after)
    return int(found["n"].replace(",", "")) if found else None
