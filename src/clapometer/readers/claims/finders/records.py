"""Superlatives that are places on a list somebody keeps: “the year's third most-watched show”."""

from __future__ import annotations

import re

from .chart_names import country_in, platform_in
from .ranks import Ranked

RULE = "chart: nth of a record"
_PERSONAL = re.compile(
    r"\b(?:(?:show|series|drama|comedy|programme|sitcom|film|star|actor|director)[’']s?"
    r"|his|her|their|my|our|its|(?P<whose>[A-Z][\w.+]*(?: [A-Z][\w.+]*)?)(?:[’']s|s[’']))"
    r" (?:\w+[- ]?)?\Z"
)
"""A superlative of somebody's own career is no chart."""
_ONE_OF = re.compile(
    r"\b(?:one of|among|some of)(?: [\w’'-]+){0,4} \Z|\bamong the\b"
    r"|\b(?:not|least|arguably|perhaps|probably|possibly)(?: [\w’'-]+){0,2} \Z",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"[^.;]{0,60}?(?:\bof (?:all[- ]time|that year|(?:the|this) (?:year|night|day|evening|decade"
    r"|month|week|weekend"
    r"|pandemic|franchise|century|summer|series|season|festive|christmas)|(?:19|20)\d\d|its)"
    r"|\bever\b|\bin (?:the )?(?:history|(?:19|20)\d\d"
    r"|\d+ years|the U|U[KS]\b|Brit|Amer|Eur|(?:two|three|four|five|six|ten) years)"
    r"|\bthis (?:year|week|weekend|summer|month|season)|\bso far\b|\bon (?:the )?(?:record|platform"
    r"|streaming|service|streamer|channel|network|broadcast|television|tv|air)\b|\bfor an? \b"
    r"|\bworldwide|\bglobally|\bin the (?:world|country)|\bamong (?:all|streaming|original|adults)"
    r"|\bdomestically|\bto date\b|\bacross (?:all|the))",
    re.IGNORECASE,
)
_SCOPE_BEFORE = re.compile(
    r"\b(?:year|week|weekend|summer|season|decade|month|century|world|country|nation|night|platform"
    r"|streamer|network|studio|service|channel|broadcaster|all-time|day|evening|(?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)day|britain|america|christmas|company)['’]?s? (?:\w+-)?\Z",
    re.IGNORECASE,
)


def is_record(before: str, after: str) -> bool:
    """Return whether a superlative is of a list that somebody keeps: of a stretch of time, on a
    platform, in a country, or of all."""
    spaced = before.rstrip() + " "
    if _ONE_OF.search(spaced[-44:]):
        return False
    if _SCOPE_BEFORE.search(spaced):
        return True
    personal = _PERSONAL.search(spaced)
    if personal is not None:
        whose = personal["whose"] or ""
        return bool(platform_in(whose) or country_in(whose))
    return _SCOPE.match(after) is not None or platform_in(before[-30:] + after[:50]) is not None


def record_named(text: str, rank: Ranked) -> str:
    """Return the name of a record list in the story's own words: “highest-grossing film ever”."""
    words = re.sub(
        r"\A(?:\w+(?:st|nd|rd|th)?)[- ](?=most|highest|biggest|best|top|largest)", "", rank.words
    )
    rest = re.match(
        r"(?: (?!and |but |with |after |that |which |as |by )[\w’'-]+){0,6}", text[rank.end :]
    )
    return f"{words}{rest[0] if rest else ''}".strip().casefold()
