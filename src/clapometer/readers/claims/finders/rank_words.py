"""Words of places on charts: ordinals, verbs of moving there, nouns for a chart and for its top."""

from __future__ import annotations

import re

NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
CARDINAL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
ORDINAL = rf"(?:(?:joint|equal)[- ])?(?:{'|'.join(NTH)}|\d{{1,3}}(?:st|nd|rd|th))"
CARDINALS = rf"(?:\d{{1,3}}|{'|'.join(sorted(CARDINAL, key=len, reverse=True))})"
NUMBER_SIGN = r"(?:\bno(?:\. ?| ?(?=\d))|\bnos\. ?|\bnumber[- ]|#|№ ?)"
"""What stands in front of a place's number; “no one” is nobody."""
NUMBERED = (
    rf"(?:{NUMBER_SIGN}|\b(?:spot|rank|position) )"
    rf"(?P<n>{CARDINALS})(?![\d.,]*\d| ?(?:per cent|percent|%))(?!\w)"
)
TOP_N = rf"top[- ](?P<top>{CARDINALS})\b"
MOVED = (
    r"(?:land|com|cam|finish|end|open|debut|plac|rank|sit|sat|settl|slid|slip|fall|fell|drop|arriv"
    r"|launch|bow|start|hold|held|stay|remain|clos|limp|sputter|tak|took|grab|nabb|claim|secur|earn"
    r"|climb|ris|rose|jump|mov|peak|enter|dropp|stumbl|crawl|sank|sink|hit|reach|went|push|mak|made"
    r"|tied|tying|bump|knock|soar|rocket|leap|leapt|vault|surg|shot|shoot|storm|chart|bounc|return"
    r"|crash|tumbl|plung|sail|float|glid|power|roar|march|inch|edg|nudg|cruis|zoom|catapult|propel"
    r"|relegat|demot|hover|linger|languish|perch|lodg|ensconc|maintain|retain|kept|keep|stood|stand"
    r"|premier|kick|bag|notch|clinch|snatch|scor|seiz|captur|win|won|spent|appear|featur|creep"
    r"|crept|shunt|ascend|descend|advanc|retreat|re-?enter|figur|sprint|dash|romp|eas|dipp)\w*"
)
"""Verbs with which a work comes to a place, or keeps it."""
PUSHED = (
    r"(?:knock|push|bump|nudg|relegat|send|sent|shunt|demot|kick|drop|shov|forc|edg|squeez|leav"
    r"|left|consign)\w*"
)
"""Verbs with which one work moves another to a lower place."""
CHART = (
    r"(?:charts?|(?:album|single|book|film|tv|viewing|download|bestseller|streaming|sales)s?"
    r" (?:chart|list|table)s?|rankings?|ratings|box[- ]office|ticket sales|leader ?board"
    r"|league tables?|standings|countdown|hit parade|best-?sellers?(?:['’]? lists?)?|bestseller"
    r" lists?|hot 100|billboard 200|top[- ](?:\d{1,3}|five|ten|twenty|forty)(?: lists?| charts?)?"
    r"|weekend|pile|heap|trending list|nielsens)"
)
"""Nouns for a chart."""
LIST = r"(?:lists?|table|tally|slate)"
"""Nouns that are a chart only beside a word of what it lists."""
LISTS_OF = re.compile(
    r"\b(?:weekly|daily|tv|english|non-english|film|films|movie|movies|most|viewing|streaming"
    r"|best-?sell\w*|netflix\w*|nielsen|global|worldwide|times|album|singles?|watch\w*|ratings"
    r"|overnight|fiction|paperback|series|show|shows|streamer|streamer['’]s|prime|disney|hulu"
    r"|apple|max|peacock|paramount|viewed|popular|top)\b",
    re.IGNORECASE,
)
"""What a chart lists, in its name."""
GAP = r"(?:[\w.’'&+/-]+,? )"
"""A word between a verb and the noun of a chart."""
TOP_PLACE = (
    r"(?:(?:top|number[- ]one|no\.? ?1|#1|pole|premier|prime|lead(?:ing)?|first) (?:spot|slot"
    r"|position|perch|placing|berth|ranking|rung))"
)
COUNTRIES = r"(?:countries|territories|markets|nations|regions)"
OF_COUNTRIES = (
    r"(?:as many as |more than |over |nearly |almost |some |around |about |at least |a whopping "
    r"|up to |a total of |a staggering |an impressive |a further |another |just |only |roughly "
    r"|close to |all |no fewer than |no less than |fewer than |well over )*"
)


def number_of(told: str | None) -> int | None:
    """Return the number of a rank in digits or words, None if it is none."""
    if told is None:
        return None
    told = re.sub(r"\A(?:joint|equal)[- ]", "", told.casefold())
    digits = re.sub(r"(?:st|nd|rd|th)\Z", "", told)
    if digits.isdigit():
        return int(digits)
    return NTH.get(told) or CARDINAL.get(told) or _in_words(told)


def _in_words(told: str) -> int | None:
    from clapometer.readers.claims.numbers import in_words

    value = in_words(told)
    return None if value is None else int(value)
