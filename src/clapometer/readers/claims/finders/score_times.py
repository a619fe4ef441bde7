"""When a score held: at the debut, now, or no longer; and from how many reviews."""

from __future__ import annotations

import re

DEBUT = (
    r"bow(?:ed|s)\b|debut(?:ed|ing|s)\b(?! film| album)|debut (?:score|rating|figure|at|with)"
    r"|open(?:ed"
    r"|s)\b(?! up about)"
    r"|opening (?:score|rating|at|with|to)|launch(?:ed|es)\b|premier(?:ed|es)\b|premiering with"
    r"|start(?:ed|s)(?: out| off| life)?\b|initial(?:ly)?\b|at first\b|kicked off|began(?: life)?\b"
    r"|(?:up)?on (?:its |the )?(?:debut|release|premiere|arrival|launch)\b|at (?:its )?(?:debut"
    r"|launch)\b"
    r"|arriv(?:ed|ing) (?:on|with|at)|first (?:appeared|posted|scored|reviews)|early reviews"
    r"|came in at"
    r"|when (?:it|the (?:show|series|film|season|movie)|reviews) (?:first )?(?:dropped|landed"
    r"|came out|hit)"
    r"|dropped on (?:\w+day|netflix|the)|landed on (?:\w+day|netflix)"
)
"""Words of a score that held at the debut."""
NOW = (
    r"currently|now\b|at (?:the )?(?:time|moment) of (?:this )?(?:writing|publication|publishing)"
    r"|as of"
    r"|at (?:the )?time of|still|remain(?:s|ing)?\b|stands? (?:at|on)|sits? (?:at|on|with)"
    r"|sitting (?:at|on|with|pretty)|standing at|hold(?:s|ing)\b|boasts?\b|boasting|maintain(?:s"
    r"|ing)"
    r"|at present|(?-i:today)\b|so far|has since|have since|since (?:dropped|fallen|dipped"
    r"|slipped|risen"
    r"|climbed|settled|dropping)|is (?:down|up) to|settled (?:at|on|to)|(?:has|have) (?:an?|it"
    r"|given)\b"
    r"|is (?:an? |at |just |only )*\Z|rates? (?:it|the)\b|rated (?:at|an?)\b"
    r"|is (?:at|sitting|rated)|right now|at the moment|has (?:dropped|fallen|dipped|slipped|risen"
    r"|climbed)"
)
"""Words of a score that holds now."""
GONE = (
    r"(?:down|up|drop(?:ped|ping)?|fall(?:en|ing)?|fell|slipp(?:ed|ing)|dipp(?:ed|ing)|ris(?:en"
    r"|ing)"
    r"|rose|climb(?:ed|ing)|improv\w+)(?: (?:slightly|sharply|just))? from|previous(?:ly)?|used to"
    r"|los(?:t|es|ing|e) (?:its|their|the)|no longer|once (?:held|had)|compared (?:to|with)"
    r"|formerly|losing its"
    r"|after (?:holding"
    r"|boasting|having)|as (?:high|low) as|peak(?:ed|ing) at|(?:high|low|peak) of"
)
"""Words of a score that held before."""
_DEBUT, _NOW, _GONE = (re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in (DEBUT, NOW, GONE))
_LATER_DEBUT = re.compile(
    r"\b(?:when|as) (?:it|the [\w -]{3,30}?) (?:first )?(?:debuted|premiered|launched|opened"
    r"|arrived|came)"
    r"|\b(?:up)?on (?:its |the )?(?:debut|release|premiere|arrival|launch)\b"
    r"|\bat (?:its )?(?:debut|launch)\b"
    r"|\bat first\b|\binitially\b|\bout of the gate\b"
    r"|\bwhen the (?:review )?embargo (?:was )?lift\w*"
    r"|\bfor (?:its|about an?|the) (?:first|opening|weekend)",
    re.IGNORECASE,
)
_LATER_NOW = re.compile(
    r"\b(?:currently|right now|at (?:the )?(?:time|moment) of|as of|at present|at the moment"
    r"|so far|to date)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:dropp\w+|fell|fallen|falling|slip\w*|dipp\w+|slid\w*|ris\w+|rose|climb\w*|down|up|mov\w+"
    r"|chang\w+|improv\w+|settl\w+|from \d+ ?(?:%|per ?cent|percent))(?: (?:down|up|slightly|back"
    r"|just))*"
    r" (?:to|at) (?:(?:an?|just|only|still|the|current|impressive|even) )*\Z",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom [^.;]{2,60} to (?:(?:an?|its|the|just) )*\Z", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom (?:(?:an?|its|the|perfect|initial|earlier|previous) )*\Z", re.IGNORECASE
)
_NO_LONGER = re.compile(r"\bno longer\b|\blos(?:t|es|ing|e) (?:its|their)\b", re.IGNORECASE)
_AS_OF = re.compile(
    r"\b(?:as of [^,.;()]{2,30}|at (?:the )?(?:time|moment) of (?:this )?(?:writing|publication)"
    r"|currently"
    r"|right now|at the moment|at present|upon (?:its|the) (?:debut|release|premiere)[^,.;]{0,20})",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|hold|sit|stand|boast|carry|reads|lists|gives|puts|averages|carries"
    r"|enjoys|ranks?|rates|earns|shows"
    r"|(?:it|that|there|which|what)['’]s|languishes|comes in|lies|clocks|scores|hovers|commands"
    r"|sports)\b|: ?\Z",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<![-\w])(?:was|were|had|got|gave|drew|took|won|met|went|fell|rose|[a-z]{2,}ed)\b"
    r"(?! (?:on|by|from)? ?(?:rotten|metacritic|imdb|drama|series))"
)
_PRESENT_BEHIND = re.compile(
    r"[^.;,]{0,60}?\b(?:are|is) positive\b|[ )](?:puts|makes|is|remains|means)\b"
)
"""Of the tense of a score: what says that it holds, or that it was given."""
_COUNT_BEFORE = re.compile(
    r"\b(?:with|after|from|based on|across|of|all)(?: (?:the|all|its|just|only|some|first"
    r"|more than))*"
    r" (?P<n>\d{1,3}(?:,\d{3})*) (?:[\w’'-]+ ){0,2}?(?:reviews|ratings|critics|reviewers|notices)\b"
    r"[^%;]{0,90}\Z",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[^.;%]{0,90}?\b(?:from|based on|out of|with|after|across|off(?: of)?|drawn from|on"
    r"|of)(?: (?:a total"
    r" of|the first|just|only|more than|over|some|around|about|nearly|almost|its|the|all))*"
    r" (?P<n>\d{1,3}(?:,\d{3})*) (?:(?!more\b)[\w’'-]+ ){0,3}?(?:reviews|ratings|critics"
    r"|reviewers|notices|verdicts|write-ups|users|voters)",
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
    if _TO.search(before) or _FROM_TO.search(before):
        return "current", told
    if _FROM.search(before):
        return ("at_debut" if _LATER_DEBUT.match(after.lstrip(" ,(")) else "former"), told
    found = [
        (one.end(), name)
        for name, words in (("former", _GONE), ("current", _NOW), ("at_debut", _DEBUT))
        for one in words.finditer(before)
    ]
    if found:
        name = "former" if _NO_LONGER.search(before) else max(found)[1]
        return name, (None if name != "current" and told and _NOW.match(told) else told)
    for name, words in (("at_debut", _LATER_DEBUT), ("current", _LATER_NOW)):
        if words.search(after[:80]):
            return name, told
    if not _PRESENT.search(before) and not _PAST.search(before):
        before = text[:start]  # A clause without a verb has that of the sentence.
    present = _PRESENT.search(before) or _PRESENT_BEHIND.match(after)
    return ("current" if present and not _PAST.search(before) else "reported"), told


def review_count(text: str, start: int, end: int) -> int | None:
    """Return from how many reviews the score at this place of a sentence is, by the words behind
    it, else by those in front."""
    found = _COUNT.match(text, end)
    if found is None and not re.search(r"\d ?(?:%|per|/)", text[:start]):
        found = _COUNT_BEFORE.search(text, 0, start)
    return int(found["n"].replace(",", "")) if found else None
