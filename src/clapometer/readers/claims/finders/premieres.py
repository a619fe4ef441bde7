"""Finder of premieres: on which day what comes out, or that no day was given yet."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.modality import stated_before
from clapometer.readers.claims.parts import DatePhrase, Sentence, within
from clapometer.readers.claims.tense import FUTURE, tense_at

from . import premiere_lines as lines
from . import undated
from .events import EXPRESSION, ROWS
from .premiere_seasons import seasons_of
from .premiere_works import work_of

_ON = re.compile(
    rf"\b(?:on|to|via|at|for|from) (?:the )?(?:streaming service )?(?P<platform>{PLATFORM})(?!\w)"
)
_MONEY = re.compile(
    r"(?:\bto|\bwith|\bat) (?:an? )?(?:\w+ ){0,3}[$£€]|[$£€]\d|"
    r"\bmillion\b(?! (?:viewers|people|views|watch\w*|fans|households))"
)
_FAR_BEFORE, _FAR_AFTER, _NOUN_AFTER = 110, 70, 30
_OPENS = re.compile(r"(?:\w+,? )?(?:[Oo]n |[Ii]n |[Ss]ince |[Aa]fter \w+ (?:in|on) |[Bb]ack in )?$")
_POINTS = re.compile(r"(?:It|That|This)\b")
_TRAILER = re.compile(r"\b(?:trailer|teaser|first[- ]look|sneak peek)\b")
_VAGUE = re.compile(r"this (?:week|weekend|year|morning|afternoon|evening)|today")
_RELATIVE = re.compile(r"\D+")
_MOST_DATES = 12
"""A sentence with more dates than this is a table that lost its lines."""
_BETWEEN = re.compile(r",? (?:to|until|till|through|and|[-–—]) |\s?[-–—]\s?")
_RAN = re.compile(
    r"\b(?:ran|aired|ran on|played|was (?:on|shown|broadcast))(?: \w+){0,4} (?:from|between) \Z"
)
_NOT_ON = re.compile(r"\b(?:by|as of|during|throughout|over) (?:the )?\Z")
_NEVER_ON = re.compile(r"\b(?:since|every|each) (?:the )?\Z")
_UNTIL = re.compile(r"\b(?:until|till|through|up to|before)(?: the)?(?: early| late| mid)? \Z")
_SLOT = re.compile(
    r"(?: night| evening| morning| teatime)?[ -](?:favourite|staple|rival|slot|telly|viewing|"
    r"schedule|juggernaut|institution|stalwart)s?\b"
)
"""“Saturday night favourite”: a day that a show is always on."""
_HAS_BEEN_ON = re.compile(
    r"\b(?:has|have|['’]s|['’]ve) been (?:streaming|available|out|on|in|airing|running|showing)\b"
    r"[^.;]{0,30} (?:since )?\Z"
)
_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "before",
        "from",
        "through",
        "during",
        "for",
        "at",
        "toward",
        "towards",
        "around",
        "come",
    ]
)
_NEGATED = re.compile(r"n['’]t\b|\bnot\b")
_WAITS = re.compile(r"\b(?:until|till|before|through)\b|finale|final|off|out$")
_FESTIVAL = re.compile(
    r"\b(?:[Ff]ilm [Ff]estival|Cannes|Sundance|Venice|Berlinale|TIFF|SXSW|Telluride|Tribeca|"
    r"Locarno|"
    r"[Ff]rightFest|Fantastic Fest)\b"
)
_PLANNED = re.compile(
    r"\b(?:had (?:\w+ )?been|(?:was|were) (?:originally|initially|first)|[Oo]riginally|"
    r"[Ii]nitially) "
    r"(?:due|set|slated|scheduled|planned|meant|supposed|pencill?ed|eyed|earmarked|on the cards)\b"
)
_MOVED = re.compile(
    r"\b(?:sl(?:id|ipp)|mov|push|delay|postpon|brought|put|held|reschedul|bump|shift|pulled)\w*\b"
)
_FROM_WORD = re.compile(r"\bfrom (?:an? |its |the )?(?:[a-z]+ ){0,3}\Z")
_GUESSED = re.compile(
    r"expect to see|earliest|realistic|likel|probable|(?:don['’]t|do not) (?:expect|bank)|"
    r"target|\bey",
    re.IGNORECASE,
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
    yield from lines.boxed(document)
    yield from undated.find(document)


def _dated(document: Document, sentence: Sentence, dates: Sequence[DatePhrase]) -> Iterator[Claim]:
    episode = lines.episode(document, sentence, dates)
    if episode is not None:
        yield from episode
        return
    line = lines.listing(document, sentence, dates)
    if line is not None:
        yield line
        return
    told = _triggers(document, sentence)
    ran = _ran(document, dates)
    for place, one in enumerate(dates):
        if one.value is None and document.story.published is not None:
            continue
        titled = lines.titled(document, sentence, one)
        if titled is not None:
            yield titled
            continue
        trigger = ran.get(place) or _trigger(document, sentence, told, one)
        if trigger is None or not trigger.event or not _counts(document, sentence, trigger, one):
            continue
        yield from _claim(document, sentence, trigger, one, _respectively(dates, place, sentence))


def _ran(document: Document, dates: Sequence[DatePhrase]) -> dict[int, _Told]:
    """Return the beginning and the end of a run that is told by both: from 13 June to 8 August."""
    for place, (one, other) in enumerate(itertools.pairwise(dates)):
        begins = _RAN.search(document.text, max(0, one.start - 60), one.start)
        if begins and _BETWEEN.fullmatch(document.text, one.end, other.start):
            begun = _Told("premiere", begins.start(), one.start)
            return {place: begun, place + 1: begun._replace(event="finale")}
    return {}


def _counts(document: Document, sentence: Sentence, trigger: _Told, one: DatePhrase) -> bool:
    """Return whether a day is that of a premiere, not one by which or since when something is."""
    text = document.text
    future = tense_at(document, one.start, one.end) == FUTURE
    lead = _lead(document, sentence, one)
    if _NEVER_ON.search(lead):
        begin = max(sentence.start, one.start - 60)
        return _HAS_BEEN_ON.search(text, begin, one.start) is not None
    if (_NOT_ON.search(lead) and not future) or _SLOT.match(text, one.end):
        return False
    if trigger.start > one.end and _MONEY.match(text, trigger.end + 1):
        return False
    words = text[trigger.start : trigger.end]
    if trigger.end <= one.start and _UNTIL.search(lead) and not _WAITS.search(words):
        return _NEGATED.search(text, max(sentence.start, trigger.start - 30), one.start) is not None
    return future or not _VAGUE.fullmatch(one.text)


def _lead(document: Document, sentence: Sentence, one: DatePhrase) -> str:
    """Return the words before a day, with the preposition that some phrases of time begin with."""
    before = document.text[max(sentence.start, one.start - 24) : one.start]
    return before + _own_preposition(one)


def _own_preposition(one: DatePhrase) -> str:
    first, _, rest = one.text.partition(" ")
    return f"{first.casefold()} " if rest and first.casefold() in _PREPOSITIONS else ""


def _triggers(document: Document, sentence: Sentence) -> list[_Told]:
    found = []
    for one in EXPRESSION.finditer(document.text, sentence.start, sentence.end):
        group = next(name for name in ROWS if one[name] is not None)
        event = ROWS[group].name
        if event == "part":
            event = f"part {_part(one, group)}"
        if event == "festival showing":
            event = "festival premiere"
            if not _FESTIVAL.search(document.text):
                continue
        if event == "moved":
            event = "premiere"
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
    begins = one.start + len(_own_preposition(one))
    before = [each for each in told if each.end <= begins]
    after = [each for each in told if each.start >= one.end]
    if after and after[0].start - one.end < _NOUN_AFTER and _noun(document, one, after[0]):
        return after[0]
    if (
        after
        and document.text.startswith("episode", after[0].end - 7)
        and _FOR_THE_FIRST.fullmatch(document.text, one.end, after[0].start)
    ):
        return after[0]
    if after and _WHEN.fullmatch(document.text, one.end, after[0].start):
        return after[0]
    near = before[-1] if before and one.start - before[-1].end < _FAR_BEFORE else None
    if near is not None and _MONEY.search(document.text, near.end, one.start):
        debut = document.text[near.start :].startswith("debut")
        near = near if debut and "," not in document.text[near.end : one.start] else None
    if near is not None and not _clause_between(document, near, one):
        return near
    opening = document.text[max(sentence.start, one.start - 25) : one.start]
    opens = _OPENS.fullmatch(opening.rpartition(", ")[2]) or _OPENS.fullmatch(opening)
    if after and opens and after[0].start - one.end < _FAR_AFTER:
        return after[0]
    return near


def _noun(document: Document, one: DatePhrase, after: _Told) -> bool:
    """Return whether a day describes what follows it: a 2029 release, its June 16 premiere, fall
    2025 the earliest target."""
    between = document.text[one.end : after.start]
    if document.text[after.start] == " ":
        between += " "
    noun = _NOUN.match(document.text, one.end + len(between))
    return noun is not None and _OF_NOUN.fullmatch(between) is not None


_FOR_THE_FIRST = re.compile(r"(?: night| evening)? (?:for|to (?:see|watch)) [^.;,]{0,24}")
_WHEN = re.compile(r",? (?:when|as) (?!he\b|she\b|they\b|we\b|I\b)(?:Bros\.|[^.;,]){0,60}")
_NOUN = re.compile(
    r"(?:(?:season|series|mid-?season|two-part|grand|world|wide|limited|theatrical|streaming) )?"
    r"(?:(?:release|premiere|debut|return|launch|arrival|finale|bow|comeback|air date|start|"
    r"opening(?: episode)?|(?:first|debut|launch) episode|opener|ender|closer|target)\b|"
    r"earliest|realistic|likel)",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(
    r"(?:[’']s)? ?(?:(?:the |its |an? )?(?:(?!(?:and|but|or|to|wh\w+|that|it|he|she|they|will|is|"
    r"was|as|for|in|on|at)\b)[\w-]+ ?)?)|,? (?:is |looks |seems |would be |looks like )"
    r"(?:the |an? )?(?:\w+ )?"
)
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
    modality = _modality(
        document, (start, end), trigger, one, "confirmed" if future else "reported"
    )
    if modality is None:
        return
    span = trigger.start, trigger.end
    work = work_of(document, sentence, *span)
    event = _event(document, trigger, sentence)
    ahead = future or modality == "former"
    seasons = seasons_of(document, sentence, span, one, work, event=event, future=ahead)
    if place is not None and len(seasons) > place:
        seasons = (seasons[place],)
    platform = _ON.search(document.text, sentence.start, sentence.end)
    yield Claim(
        kind="premiere",
        work=work,
        season=seasons[0] if len(seasons) == 1 else None,
        seasons=seasons,
        value=one.value,
        modality=modality,
        as_of=one.text if _RELATIVE.fullmatch(one.text) else None,
        span=(sentence.start, sentence.end),
        rule=f"premiere: {trigger.event}",
        fields={
            "unit": "date",
            "event": event,
            "platform": platform["platform"] if platform else None,
            "said_by": said_by(document, start, end),
        },
    )


def _modality(
    document: Document, clause: tuple[int, int], trigger: _Told, one: DatePhrase, usual: str
) -> str | None:
    """Return how a day is stated, None where it is denied or left open."""
    text = document.text
    lead = text[max(0, one.start - 30) : one.start] + _own_preposition(one)
    if _no_longer(text, one, lead):
        return "former"
    words = text[trigger.start : trigger.end]
    if _GUESSED.search(words):
        return "speculated"
    found = stated_before(document, *clause, usual)
    waits = found == "denied" and (_WAITS.search(words) or _UNTIL.search(lead))
    if found == "denied" and not waits:
        return None
    if found == "undecided" and one.value:
        return None
    return usual if waits else found


def _no_longer(text: str, one: DatePhrase, lead: str) -> bool:
    """Return whether a day was planned once, or something was moved from it."""
    begin = max(text.rfind("\n", 0, one.start) + 1, one.start - 90)
    moved = _MOVED.search(text, begin, one.start)
    if moved and _FROM_WORD.search(lead):
        return True
    planned = _PLANNED.search(text, max(begin, one.start - 60), one.start)
    if planned and not _MOVED.search(text, planned.end(), one.start):
        return True
    return _PLANNED.match(text, one.end + 1) is not None


def _to_come(document: Document, one: DatePhrase) -> bool:
    """Return whether a whole day lies after the story's."""
    published = document.story.published
    whole = one.value is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", one.value)
    return bool(whole and published and str(one.value) > published.isoformat())


def _event(document: Document, trigger: _Told, sentence: Sentence) -> str:
    """Return what the event is called: a premiere of a film in the cinemas is its release."""
    words = document.text[trigger.start : trigger.end]
    clause = document.text[sentence.start : sentence.end]
    above = document.sentences[max(0, sentence.place - 2) : sentence.place]
    if _POINTS.match(sentence.text) and any(_TRAILER.search(one.text) for one in above):
        return "trailer"
    if trigger.event == "premiere" and re.search(r"[Rr]eleas", words):
        return "release" if not re.search(r"\b(?:trailer|teaser)\b", clause) else "trailer"
    if trigger.event == "premiere" and re.search(r"\b(?:trailer|teaser)s? ", clause):
        return "trailer" if re.search(r"dropp|debut|launch", words) else "premiere"
    return trigger.event
