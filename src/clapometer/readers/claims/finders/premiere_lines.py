"""Premieres told without a verb: lines of lists, of TV listings and of boxes, years of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import DatePhrase, Sentence, within
from clapometer.readers.claims.wording import Wording

_LISTED = Wording(
    r"(?:[Ee]pisodes?|[Ee]p\.?) (?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|"
    r"nine|ten)\b"
)
_VERB = re.compile(
    r"\b(?:will|is|are|airs?|premieres?|drops?|lands?|arrives?|comes?|follows?|was|were)\b|ed\b"
)
_LONG = 120
_TITLED_YEAR = re.compile(r"[’']s [\"“'‘]?")
_NOUN_AND_TITLE = re.compile(
    r" (?:[a-z][\w’'-]* ){0,4}(?:films?|movies?|picture|drama|comedy|thriller|series|show|sitcom|"
    r"romcom|rom-com|western|musical|biopic|documentary|miniseries|epic|romance|horror|hit|flop|"
    r"blockbuster|debut|adventure|sequel|prequel|remake|animation|saga|mystery|caper|fantasy|"
    r"feature|"
    r"weepie|heist|satire|tearjerker),? [\"“'‘]?"
)
_IN = re.compile(r"[”\"’']? in ")
_MADE = re.compile(
    r"\b(?:directed|made|starr(?:ed|ing) in|appeared in|breakthrough|best known for|broke (?:out|"
    r"through)|rose to fame|(?:last|previous|first|debut) (?:film|movie|feature)|success|hit)\b"
)
_MADE_FAR = 90
_OF_DAY = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)|\b\d{1,2}/\d{1,2}c\b")
_ON = re.compile(rf"\b(?:{PLATFORM})(?!\w)")
_BOX_ABOVE = 3
_BOX = re.compile(
    r"(?:[Oo]riginal )?(?:[Rr]elease|[Pp]remiere|[Aa]ir|[Ss]tart) [Dd]ate:?|[Rr]eleased:?|"
    r"[Ff]irst (?:aired|[Ee]pisode [Dd]ate):?|[Pp]remiered:?"
)


def episode(
    document: Document, sentence: Sentence, dates: Sequence[DatePhrase]
) -> Iterator[Claim] | None:
    """Return the day of an episode out of a line of a list, None if a sentence is no such line."""
    listed = _LISTED.search(sentence.text)
    if listed is None or len(sentence.text) > _LONG or _VERB.search(sentence.text):
        return None
    return _episode(document, sentence, dates[0], listed["number"])


def _episode(
    document: Document, sentence: Sentence, one: DatePhrase, number: str
) -> Iterator[Claim]:
    if one.value is None:
        return
    yield _claim(
        next(iter(document.main_works), None),
        document.season_at(sentence.start, sentence.end) or document.season_in_focus,
        one.value,
        sentence,
        "premiere: line of a list",
        f"episode {counted(number)}",
    )


def boxed(document: Document) -> Iterator[Claim]:
    """Yield the days of boxes, which look like the lines of writers: Release date, over a day."""
    for sentence in document.sentences:
        if not sentence.place or document.blocks[sentence.block].role != "byline":
            continue
        above = document.sentences[sentence.place - 1]
        one = next(iter(within(document.dates, sentence.start, sentence.end)), None)
        if one is None or one.value is None or not _BOX.fullmatch(above.text.strip()):
            continue
        if one.text.strip(" .") == sentence.text.strip(" ."):
            named = document.sentences[max(0, above.place - _BOX_ABOVE)].start
            title = within(document.works, named, above.start)
            work = title[-1].work if title else next(iter(document.main_works), None)
            yield _claim(work, None, one.value, sentence, "premiere: box", "release", "reported")


def listing(document: Document, sentence: Sentence, dates: Sequence[DatePhrase]) -> Claim | None:
    """Return what a line of a listing tells (Salt Road, Sunday, 9pm, BBC One), None if a sentence
    is none."""
    one = dates[0]
    if one.value is None or len(sentence.text) > _LONG:
        return None
    named = within(document.works, sentence.start, sentence.start + 2)
    if not named or _VERB.search(sentence.text) or len(dates) > 1:
        return None
    rest = document.text[named[0].end : sentence.end]
    if not rest.startswith((",", "”,", ",”", " (", "’,", ":", " -", " –", " |")):
        return None
    if not (_OF_DAY.search(rest) and _ON.search(rest)):
        return None
    work, value = named[0].work, _ahead(document, one.value)
    return _claim(work, named[0].season, value, sentence, "premiere: listing", "premiere")


def _ahead(document: Document, value: str) -> str:
    """Return the day of a listing: listings tell of the week to come."""
    published = document.story.published
    if published is None or len(value) < 10 or value >= published.isoformat():
        return value
    day = date.fromisoformat(value)
    return (day + timedelta(7)).isoformat() if (published - day).days < 7 else value


def titled(document: Document, sentence: Sentence, one: DatePhrase) -> Claim | None:
    """Return the release of a work told by its year: 2016’s Salt Road, Salt Road (2016), the 2016
    drama Salt Road."""
    if one.value is None or not re.fullmatch(r"\d{4}", one.text):
        return None
    text = document.text
    after = _TITLED_YEAR.match(text, one.end) or _NOUN_AND_TITLE.match(text, one.end)
    made = text[max(sentence.start, one.start - _MADE_FAR) : one.start]
    bracketed = text[one.start - 1] == "(" and text[one.end : one.end + 1] == ")"
    for work in within(document.works, sentence.start, sentence.end):
        behind = after is not None and abs(work.start - after.end()) <= 1
        told = _IN.fullmatch(text, work.end, one.start) and _MADE.search(made)
        if behind or told or (bracketed and 0 <= one.start - work.end <= 4):
            rule = "premiere: year beside a title"
            return _claim(work.work, work.season, one.value, sentence, rule, "release", "reported")
    return None


def _claim(
    work: str | None,
    season: int | None,
    value: str,
    sentence: Sentence,
    rule: str,
    event: str,
    modality: str = "confirmed",
) -> Claim:
    return Claim(
        kind="premiere",
        work=work,
        season=season,
        value=value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule,
        fields={"unit": "date", "event": event},
    )
