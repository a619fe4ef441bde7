"""The season that comes out on a day: named beside the verb, else told by when the day is."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import DatePhrase, SeasonMention, Sentence, within
from clapometer.readers.claims.seasons_shown import is_to_come, season_shown

_RECENT = 75
_YEARS = 2
_OPENING = 6
_SUBJECT = 12
_BESIDE = 4
_THE_SHOW = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[\w-]+['’]s) (?:[\w-]+ ){0,2}?(?:show|series|drama|sitcom|comedy|"
    r"programme|soap|adaptation|thriller|hit|saga|franchise|debut)(?:['’]s?)?(?: first| own| \w+ly|"
    r" which| that| originally|,)*(?: \w+ \d{4}| \d{4})? ?\Z|\b[Ii]ts (?:first |original )?\Z"
)
"""The show as a whole, right before a verb: what it did first, it did with its first season."""
_FIRST = re.compile(
    r"(?:[Pp]remier|[Dd]ebut|[Ll]aunch|[Ff]irst|[Bb]eg[ai]n|[Ss]tart|[Aa]rriv|[Hh]it|[Bb]ow)"
)
_NEXT_ONE = re.compile(r"\b(?:[Ff]ollow-?up|[Ss]uccessor|[Ss]equel)\b(?! to)")
_BACKWARD = re.compile(r"(?:It|That|This|The (?:new|latest)?\s?(?:season|series|run|finale))\b")


def seasons_of(
    document: Document,
    sentence: Sentence,
    place: tuple[int, int],
    one: DatePhrase,
    work: str | None,
    *,
    event: str,
    future: bool,
) -> tuple[int, ...]:
    """Return the seasons that come out on a day, `place` being the words that say so.

    A show that “premiered in 2018” and is in its later seasons premiered with its first.
    """
    here = [each for each in within(document.seasons, sentence.start, sentence.end) if each.seasons]
    beside = [each for each in here if 0 <= one.start - each.end <= _BESIDE]
    if beside:
        return beside[-1].seasons
    if here:
        return _told_here(document, sentence, here, place, future=future)
    titled = [
        each.season for each in within(document.works, sentence.start, sentence.end) if each.season
    ]
    if titled:
        return (titled[0],)
    focus = focus_of(document, work)
    if focus is None:
        return ()
    carried = document.season_at(*place) if work in document.main_works else None
    shown = season_shown(document, None if _alone(document, work) else work) or focus
    if future and event == "finale" and _recent(document, one) and not _headed(document):
        return (shown,)
    if future or event.startswith("production"):
        return (max(carried or 0, _coming(document, work, shown) or focus, focus),)
    before = _season_before(document, sentence)
    if before and before <= shown and not _long_ago(document, one):
        return (before,)
    if _recent(document, one) or event == "finale":
        return (shown,)
    return (focus,) if event == "trailer" else (1,)


def _told_here(
    document: Document,
    sentence: Sentence,
    here: list[SeasonMention],
    place: tuple[int, int],
    *,
    future: bool,
) -> tuple[int, ...]:
    """Return the seasons of words in a sentence that names some."""
    start, end = place
    words = document.text[start:end]
    nearest = max((each.end for each in here if each.end <= start), default=sentence.start)
    between = document.text[nearest:start]
    if not future and _FIRST.search(words) and _THE_SHOW.search(between):
        return (1,)
    seasons = document.seasons_at(start, end)
    if nearest > sentence.start and len(seasons) == 1 and _NEXT_ONE.search(between):
        return (seasons[0] + 1,)
    return seasons


def focus_of(document: Document, work: str | None) -> int | None:
    """Return the season that the story is about; where it is about several works, or of another
    work, the one it tells of that work most."""
    if _alone(document, work):
        return document.season_in_focus
    told: Counter[int] = Counter()
    for one in document.seasons:
        if one.seasons and document.work_at(one.start, one.end) == work:
            if not told and one.start < document.sentences[:_OPENING][-1].end:
                return one.seasons[-1]
            told[one.seasons[-1]] += 1
    return max(told, key=lambda season: (told[season], season), default=None)


def _coming(document: Document, work: str | None, shown: int) -> int | None:
    """Return the first season of a work after the one shown that the story speaks of as to come."""
    if _headed(document):
        return None
    coming = [
        one.seasons[0]
        for one in document.seasons
        if one.seasons
        and one.seasons[0] > shown
        and document.work_at(one.start, one.end) == work
        and (sentence := document.sentence_at(one.start)) is not None
        and is_to_come(document, one, sentence)
    ]
    return min(coming, default=None)


def _headed(document: Document) -> bool:
    """Return whether the headline tells the season that a story is about."""
    head = document.blocks[0]
    return head.role == "headline" and any(
        one.seasons for one in within(document.seasons, head.start, head.end)
    )


def _alone(document: Document, work: str | None) -> bool:
    return document.season_in_focus is not None and work in document.main_works


def _season_before(document: Document, sentence: Sentence) -> int | None:
    """Return the season that a sentence goes on to speak of: the subject of the one before it."""
    if not sentence.place or not _BACKWARD.match(sentence.text):
        return None
    before = document.sentences[sentence.place - 1]
    if before.block != sentence.block:
        return None
    subject = within(document.seasons, before.start, before.start + _SUBJECT)
    return subject[0].seasons[-1] if subject and subject[0].seasons else None


def _long_ago(document: Document, one: DatePhrase) -> bool:
    """Return whether a day is years before the story: what began then is no newer season."""
    published = document.story.published
    if published is None or one.value is None:
        return False
    return published.year - int(one.value[:4]) >= _YEARS


def _recent(document: Document, one: DatePhrase) -> bool:
    """Return whether a day is near the story's: then it is the newest season's."""
    published = document.story.published
    if published is None or one.value is None:
        return False
    return one.value[:7] == f"{published:%Y-%m}" or (
        len(one.value) == 10
        and abs(date.fromisoformat(one.value).toordinal() - published.toordinal()) < _RECENT
    )
