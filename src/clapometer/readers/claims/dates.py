"""Words that tell a time, resolved against the day of the story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .counting import CARDINAL
from .parts import DatePhrase
from .resolving import Told, following, resolved
from .tense import tense_at
from .wording import Wording

if TYPE_CHECKING:
    from .document import Document

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri)\.)"


def _cased(words: str) -> str:
    """Return alternatives that may open a sentence, and so begin with a capital."""
    return re.sub(r"(^|\||\(\?:)([a-z])", lambda one: f"{one[1]}[{one[2].upper()}{one[2]}]", words)


_OF_A_WEEK = rf"(?:(?:{_WEEKDAY}|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun),? )?"
_YEAR = r"(?:19|20)\d\d"
_LATER = rf"(?= (?:to|until|till|through|and|-|–|—) [^.;,\n]{{3,18}},? (?P<later>{_YEAR})\b)"
"""The year of a stretch that is told at its end only: from 13 June to 8 August 2025."""
_THAT_YEAR = r"(?:,? (?:of )?(?:earlier |later )?(?P<of>last|this|next) year)"
_LEADS = _cased(
    "the following|last|next|this coming|this|in|since|until|till|by|before|from|through|during|"
    "back in|for|late|early|mid|at|towards?|around|come"
)
_DAYS_LEADS = _cased("this(?: coming| past)?|last|next|coming|past|the following")
_AROUND = _cased(
    "today|tonight|yesterday|tomorrow|last night|the day after to"
    "morrow|this morning|this afternoon|this evening"
)
_UNITS = _cased(
    "(?:earlier|later) (?:this|last)|earlier in the|later in the|this|last|next|"
    "(?:at|over) the(?= weekend)|the (?:following|previous)|the end of (?:this|next)"
)
_SEASON_LEADS = _cased(
    "this coming|this past|this|last|next|(?:in|for|until|by|come|over|during)(?: the)?"
    "(?: early| late)?"
)
_FOR_NOUN = (
    r"(?= (?:\w+ )?(?:premiere|debut|release|launch|return|finale|bow|start|opening|opener|special|"
    r"comeback|berth|slot)\b)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_PART = r"(?:early|late|mid|the (?:beginning|start|middle|end|first half|second half) of)"
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
_HOLIDAYS = (
    r"(?:Christmas(?: Day| Eve)?|Boxing Day|New Year['’]s (?:Day|Eve)|Halloween|Valentine['’]s Day|"
    r"Thanksgiving|Independence Day|the Fourth of July|July Fourth|St\.? Patrick['’]s Day|"
    r"Labor Day|"
    r"Memorial Day|Easter)"
)
PHRASES: tuple[tuple[str, str, str], ...] = (
    (
        "month day",
        (
            rf"{_OF_A_WEEK}(?P<month>{_MONTH}) (?P<day>{_NTH})(?!\d|,\d{{3}}|:| (?:million|"
            rf"billion|per|%))"
            rf"(?:\s?[-–]\s?\d{{1,2}}\b)?(?:,? (?P<year>{_YEAR})|{_LATER}|{_THAT_YEAR})?"
        ),
        "Thursday, June 29, 2023",
    ),
    (
        "day month",
        (
            rf"{_OF_A_WEEK}(?:the )?(?P<day>{_NTH})(?: of)? (?P<month>{_MONTH})(?:,? "
            rf"(?P<year>{_YEAR})|{_LATER}|{_THAT_YEAR})?(?!\w)"
        ),
        "29 June 2023",
    ),
    ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)", "2023-06-29"),
    (
        "month and years",
        rf"(?P<month>{_MONTH}),? (?:of )?(?P<year>{_YEAR})(?: and (?P<second>{_YEAR}))?",
        "July 2021 and 2022",
    ),
    (
        "month by name",
        (
            rf"(?:(?P<which>{_LEADS})"
            rf"(?: the (?:end|start|middle|beginning) of)?[ -](?:early |late |mid[- ]?)?)"
            rf"(?P<month>{_MONTH})(?!\w|\.? \d|['’]){_THAT_YEAR}?"
        ),
        "last December",
    ),
    ("month of a noun", rf"(?P<month>{_MONTH}){_FOR_NOUN}", "its November return"),
    (
        "part of a year",
        rf"(?:{_PART}[ -])?(?:{_SEASON}|{_PART})(?: of| in)?[ -](?P<year>{_YEAR})",
        "early 2025",
    ),
    (
        "years of a season",
        rf"(?P<year>{_YEAR})[-–/]\d\d(?= (?:TV |broadcast |television )?season)",
        "2027-28 season",
    ),
    (
        "season of a year",
        (rf"(?P<which>{_SEASON_LEADS}) (?P<season>{_SEASON})(?! of\b|,? (?:in )?\d| from| for)"),
        "this summer",
    ),
    (
        "new year",
        (
            r"(?P<next>(?:in|for|until|after|over|come|early in|into)(?: the)? "
            r"(?:new|New) [Yy]ear)(?!['’])"
        ),
        "in the new year",
    ),
    (
        "end of the year",
        r"(?P<end>the end of the year|year['’]s end|the year is out)",
        "year's end",
    ),
    (
        "year or month around",
        (
            rf"(?P<which>{_UNITS}) (?P<unit>year|month|weekend|week)\b"
            r"(?! (?:ago|later))"
        ),
        "later this year",
    ),
    (
        "weekday",
        (
            rf"(?:(?P<which>{_DAYS_LEADS}) )?(?<!\ba "
            rf")(?P<weekday>{_WEEKDAY})(?!-|s\b| (?:Night|Times|Mail|Post|night [A-Z]))"
        ),
        "on Friday",
    ),
    (
        "day around",
        (rf"(?P<around>{_AROUND})"),
        "yesterday",
    ),
    (
        "ago",
        (
            rf"(?P<many>{_cased(CARDINAL + '|an?|a couple of|a few|several')}) "
            rf"(?P<unit>day|week|fortnight|month|"
            rf"year)s? (?P<way>ago|earlier|from now)"
        ),
        "three weeks ago",
    ),
    (
        "in so many",
        (
            rf"in (?:just |about |around |only )?(?P<many>{CARDINAL}|an?|a couple of|a few) "
            rf"(?P<unit>day|week|fortnight|month|year)s?(?P<way>['’]s?,? time)?"
            r"(?=[.,;!?]|['’]s? time| (?:when|on|before))"
        ),
        "in two weeks",
    ),
    (
        "holiday",
        rf"(?P<holiday>{_HOLIDAYS})(?P<weekend> weekend)?(?!-)(?:,? (?P<year>{_YEAR}))?",
        "Halloween weekend",
    ),
    (
        "numbers",
        r"(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?!\d|/)",
        "6/29/2023",
    ),
    (
        "year",
        (
            rf"(?<![\d$£€.,/-])(?P<year>{_YEAR})(?!\d|s\b|[,.]\d|%|-\d|/| (?:million|billion|"
            rf"theaters|cinemas|screens|reviews))"
        ),
        "2023",
    ),
)
"""Forms of phrases that tell a time: name, expression, example."""
_KINDS = tuple(name for name, _, _ in PHRASES)
_PHRASES = Wording(
    r"\b(?:"
    + "|".join(
        f"(?P<p{place}>" + re.sub(r"\?P<(\w+)>", rf"?P<\g<1>_{place}>", pattern) + ")"
        for place, (_, pattern, _) in enumerate(PHRASES)
    )
    + ")"
)
_WITHIN_TITLES = frozenset({"year", "holiday", "weekday", "day around", "month by name"})


def dates_in(document: Document) -> tuple[DatePhrase, ...]:
    """Return the words that tell a time, in order; numbers within titles are none."""
    return tuple(_dates(document))


def _dates(document: Document) -> Iterator[DatePhrase]:
    titles = [(one.start, one.end) for one in document.works]
    published = document.story.published
    before: str | None = None
    for one in document.all_of(_PHRASES):
        kind, told = _told(one)
        start, end = one.span()
        if kind in _WITHIN_TITLES and any(first <= start < last for first, last in titles):
            continue
        tense = _tense(document, start, end)
        value = resolved(kind, told, published, tense)
        if told.get("which", "").casefold() == "the following":
            value = following(told, before)
        before = value or before
        yield DatePhrase(one[0], start, end, value)
        if "second" in told:
            place = one.end() - len(told["second"])
            value = resolved(kind, told | {"year": told["second"]}, published, tense)
            yield DatePhrase(told["second"], place, end, value)


def _tense(document: Document, start: int, end: int) -> Callable[[], int]:
    return lambda: tense_at(document, start, end)


def _told(one: re.Match[str]) -> tuple[str, Told]:
    groups = {name: value for name, value in one.groupdict().items() if value is not None}
    place = next(int(name[1:]) for name in groups if "_" not in name)
    return _KINDS[place], {
        name.rpartition("_")[0]: value
        for name, value in groups.items()
        if name.endswith(f"_{place}")
    }
