"""Finder of premieres: on which day what comes out, or that no day was given yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.modality import stated_before
from clapometer.readers.claims.parts import DatePhrase, Sentence, within
from clapometer.readers.claims.tense import FUTURE, tense_at
from clapometer.readers.claims.works import derived_title

from . import undated
from .events import EXPRESSION, ROWS

_ON = re.compile(
    rf"\b(?:on|to|via|at|for|from) (?:the )?(?:streaming service )?(?P<platform>{PLATFORM})(?!\w)"
)
_MONEY = re.compile(r"(?:\bto|\bwith|\bat) (?:an? )?(?:\w+ ){0,3}[$£€]|[$£€]\d|\bmillion\b")
_FAR_BEFORE, _FAR_AFTER, _NOUN_AFTER = 110, 70, 30
_OPENS = re.compile(r"(?:\w+,? )?(?:[Oo]n |[Ii]n |[Ss]ince |[Aa]fter \w+ (?:in|on) |[Bb]ack in )?$")
_NEW_WORK = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,2}?(?P<kind>sequel|prequel|spin-?off|remake|reboot)\b(?! [\"“‘'])"
)
_VAGUE = re.compile(r"(?:this|last) (?:week|weekend|year)|today|this (?:morning|afternoon|evening)")
_TITLED_YEAR = re.compile(r"[’']s [\"“'‘]?")
_RELATIVE = re.compile(r"\D+")
_RECENT = 75
_MOST_DATES = 12
"""A sentence with more dates than this is a table that lost its lines."""
_LISTED = re.compile(
    r"(?:[Ee]pisodes?|[Ee]p\.?) (?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|"
    r"nine|ten)\b"
)


class _Told(NamedTuple):
    """A trigger in a sentence: its event, empty for what is no premiere."""

    event: str
    start: int
    end: int


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in document.told:
        role = document.blocks[sentence.block].role
        if sentence.text.endswith("?") or role == "caption":
            continue
        dates = within(document.dates, sentence.start, sentence.end)[:_MOST_DATES]
        if dates:
            yield from _dated(document, sentence, dates)
    yield from undated.find(document)


def _dated(document: Document, sentence: Sentence, dates: Sequence[DatePhrase]) -> Iterator[Claim]:
    listed = _LISTED.search(sentence.text)
    if listed and len(sentence.text) < 120 and not re.search(r"\bwill\b|ed\b", sentence.text):
        yield from _episode(document, sentence, dates, listed)
        return
    told = _triggers(document, sentence)
    for place, one in enumerate(dates):
        known = one.value is not None or document.story.published is None
        if not known or document.text[max(0, one.start - 6) : one.start] == "since ":
            continue
        titled = _titled(document, sentence, one)
        if titled is not None:
            yield titled
            continue
        trigger = _trigger(document, sentence, told, one)
        if trigger is None or not trigger.event:
            continue
        if _VAGUE.fullmatch(one.text) and tense_at(document, one.start, one.end) != FUTURE:
            continue
        yield from _claim(document, sentence, trigger, one, _respectively(dates, place, sentence))


def _titled(document: Document, sentence: Sentence, one: DatePhrase) -> Claim | None:
    """Return the release of a work told by its year: 2016’s Salt Road, Salt Road (2016)."""
    if one.value is None or not re.fullmatch(r"\d{4}", one.text):
        return None
    after = _TITLED_YEAR.match(document.text, one.end)
    bracketed = document.text[one.start - 1] == "(" and document.text[one.end : one.end + 1] == ")"
    for work in within(document.works, sentence.start, sentence.end):
        behind = after is not None and abs(work.start - after.end()) <= 1
        if behind or (bracketed and 0 <= one.start - work.end <= 4):
            return Claim(
                kind="premiere",
                work=work.work,
                season=work.season,
                value=one.value,
                modality="reported",
                span=(sentence.start, sentence.end),
                rule="premiere: year beside a title",
                fields={"unit": "date", "event": "release"},
            )
    return None


def _triggers(document: Document, sentence: Sentence) -> list[_Told]:
    found = []
    for one in EXPRESSION.finditer(document.text, sentence.start, sentence.end):
        group = next(name for name in ROWS if one[name] is not None)
        event = ROWS[group].name
        if event == "part":
            event = f"part {_part(one, group)}"
        found.append(_Told(event, *one.span()))
    return found


def _part(one: re.Match[str], group: str) -> int | str:
    word = one[f"number_{group}"] or one[f"nth_{group}"] or ""
    roman = {"i": 1, "ii": 2, "iii": 3}
    return roman.get(word.casefold()) or counted(word) or word


def _trigger(
    document: Document, sentence: Sentence, told: list[_Told], one: DatePhrase
) -> _Told | None:
    """Return the words that a day belongs to: the nearest before it, or those right behind it
    where it opens the clause or stands before a noun."""
    before = [each for each in told if each.end <= one.start]
    after = [each for each in told if each.start >= one.end]
    if after and after[0].start - one.end < _NOUN_AFTER and _noun(document, one, after[0]):
        return after[0]
    near = before[-1] if before and one.start - before[-1].end < _FAR_BEFORE else None
    if near is not None and _MONEY.search(document.text, near.end, one.start):
        near = near if document.text[near.start :].startswith("debut") else None
    if near is not None and not _clause_between(document, near, one):
        return near
    opening = document.text[max(sentence.start, one.start - 25) : one.start]
    opens = _OPENS.fullmatch(opening.rpartition(", ")[2]) or _OPENS.fullmatch(opening)
    if after and opens and after[0].start - one.end < _FAR_AFTER:
        return after[0]
    return near


def _noun(document: Document, one: DatePhrase, after: _Told) -> bool:
    """Return whether a day describes what follows it: a 2029 release, its June 16 premiere."""
    between = document.text[one.end : after.start]
    words = document.text[after.start : after.end].casefold()
    noun = words in ("release", "premiere", "debut", "return", "launch", "arrival", "finale")
    return noun and re.fullmatch(r"(?:[’']s)? (?:\w+ )?", between) is not None


_OTHER_CLAUSE = re.compile(
    r"[;—]|, (?:and|but|while) (?:on|in)\b|\. |\b(?:where|who|whose)\b|\bwhen (?:he|she|they|"
    r"his|her)\b"
)


def _clause_between(document: Document, near: _Told, one: DatePhrase) -> bool:
    between = document.text[near.end : one.start]
    return _OTHER_CLAUSE.search(between) is not None


def _respectively(dates: Sequence[DatePhrase], place: int, sentence: Sentence) -> int | None:
    """Return the place of a day among several that are told respectively, None if they are not."""
    return place if "respectively" in sentence.text and len(dates) > 1 else None


def _claim(
    document: Document, sentence: Sentence, trigger: _Told, one: DatePhrase, place: int | None
) -> Iterator[Claim]:
    start, end = min(trigger.start, one.start), max(trigger.end, one.end)
    future = _to_come(document, one) or tense_at(document, one.start, one.end) == FUTURE
    modality = stated_before(document, start, end, "confirmed" if future else "reported")
    words = document.text[trigger.start : trigger.end]
    if words == "expect to see":
        modality = "speculated"
    if modality == "denied" or (modality == "undecided" and one.value):
        return
    seasons = _seasons(document, sentence, trigger, one, future=future)
    if place is not None and len(seasons) > place:
        seasons = (seasons[place],)
    platform = _ON.search(document.text, sentence.start, sentence.end)
    yield Claim(
        kind="premiere",
        work=_work(document, sentence, trigger),
        season=seasons[0] if len(seasons) == 1 else None,
        seasons=seasons,
        value=one.value,
        modality=modality,
        as_of=one.text if _RELATIVE.fullmatch(one.text) else None,
        span=(sentence.start, sentence.end),
        rule=f"premiere: {trigger.event}",
        fields={
            "unit": "date",
            "event": _event(document, trigger, sentence),
            "platform": platform["platform"] if platform else None,
            "said_by": said_by(document, start, end),
        },
    )


def _to_come(document: Document, one: DatePhrase) -> bool:
    """Return whether a whole day lies after the story's."""
    published = document.story.published
    whole = one.value is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", one.value)
    return bool(whole and published and str(one.value) > published.isoformat())


def _event(document: Document, trigger: _Told, sentence: Sentence) -> str:
    """Return what the event is called: a premiere of a film in the cinemas is its release."""
    words = document.text[trigger.start : trigger.end]
    clause = document.text[sentence.start : sentence.end]
    if trigger.event == "premiere" and re.search(r"[Rr]eleas", words):
        return "release" if not re.search(r"\b(?:trailer|teaser)\b", clause) else "trailer"
    if trigger.event == "premiere" and re.search(r"\b(?:trailer|teaser)s? ", clause):
        return "trailer" if re.search(r"dropp|debut|launch", words) else "premiere"
    return trigger.event


def _work(document: Document, sentence: Sentence, trigger: _Told) -> str | None:
    """Return the work that comes out; of one without a title, the name that says what it is."""
    new = _NEW_WORK.search(document.text, sentence.start, trigger.start)
    if new:
        inside = [
            one
            for one in document.works
            if new.start() <= one.start < min(new.end() + 12, sentence.end)
        ]
        parent = inside[0].work if inside else document.work_at(new.start())
        own = [one for one in document.works if new.end() + 12 <= one.start < trigger.start]
        if own:
            return own[-1].work
        return derived_title(parent, new["kind"]) if parent else None
    return document.work_at(trigger.start, trigger.start)


def _seasons(
    document: Document, sentence: Sentence, trigger: _Told, one: DatePhrase, *, future: bool
) -> tuple[int, ...]:
    """Return the seasons that come out: told in the sentence, else by what the story is about.

    A show that “premiered in 2018” and is in its later seasons premiered with its first.
    """
    here = [each for each in within(document.seasons, sentence.start, sentence.end) if each.seasons]
    if here:
        return document.seasons_at(trigger.start, trigger.end)
    titled = [
        each.season for each in within(document.works, sentence.start, sentence.end) if each.season
    ]
    if titled:
        return (titled[0],)
    focus = document.season_in_focus
    if focus is None or _work(document, sentence, trigger) not in document.main_works:
        return ()
    told = any(each.start < sentence.start for each in document.season_forms if each.seasons)
    if future or (told and _recent(document, one)):
        return (document.season_at(trigger.start, trigger.end) or focus,)
    if not told:
        return ()
    return (1,) if trigger.event in ("premiere", "release") else (focus,)


def _recent(document: Document, one: DatePhrase) -> bool:
    """Return whether a day is near the story's: then it is the newest season's."""
    published = document.story.published
    if published is None or one.value is None:
        return False
    return one.value[:7] == f"{published:%Y-%m}" or (
        len(one.value) == 10 and abs(_days(one.value) - published.toordinal()) < _RECENT
    )


def _days(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def _episode(
    document: Document, sentence: Sentence, dates: Sequence[DatePhrase], listed: re.Match[str]
) -> Iterator[Claim]:
    """Yield the day of an episode out of a line of a list."""
    value = dates[0].value
    if value is None:
        return
    focus = document.season_at(sentence.start, sentence.end) or document.season_in_focus
    yield Claim(
        kind="premiere",
        work=next(iter(document.main_works), None),
        season=focus,
        value=value,
        modality="confirmed",
        span=(sentence.start, sentence.end),
        rule="premiere: line of a list",
        fields={"unit": "date", "event": f"episode {counted(listed['number'])}"},
    )
