"""Who says words that are quoted: named in the clause beside them, or meant by a word in it.

A pronoun and “the actor” stand for the subject of a sentence before, or for who spoke last; “the
streamer” for a company named before; “one fan” for somebody whom the story does not name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import PersonMention, Quoted
from clapometer.readers.claims.phrases import speech as table

_START = attrgetter("start")
_PRONOUN = re.compile(
    rf"\b(?:{'|'.join(table.PRONOUNS)})\b|(?:\A|[,;] |\band |\bbut |\bas )[\s,]*it\b"
    r"(?! (?:was|is)\b)",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother) |@")
_DESCRIBED = re.compile(rf"\b(?:the|The|his|her) (?:[\w’'-]+ ){{0,3}}?(?:{table.DESCRIPTIONS})\b")
_OF_THE_WORK = re.compile(
    r"\b[Tt]he (?:official )?(?:show|series|film|movie)(?:['’]s)?(?: (?:official|own))?"
    r"(?: (?:account|page|team|profile))?\s*,?\s*\Z"
)
_COMPANY = re.compile(rf"\b(?:the|The) (?:[\w’'-]+ ){{0,3}}?(?:{table.ORGANISATIONS})\b")
_UNNAMED = re.compile(
    rf"\b(?:an?|one|another) (?:[\w’'-]+ ){{0,2}}?(?P<who>{table.UNNAMED})\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"(?:\A|[\s,])(?:[Oo]ne|[Aa]nother|[Aa] (?:second|third|fourth)|[Ss]omeone(?: else)?)\s*\Z"
)
_NAMED = r"([A-Z][\w+&’'.-]*(?: [A-Z][\w+&.-]*){0,3}?)(?:['’]s)?(?: (?:account|team|page))?"
_COMPANY_FIRST = re.compile(rf"\A[\s,]*(?:and )?(?:the (?:official )?)?{_NAMED}(?=[\s,.]|\Z)")
_COMPANY_LAST = re.compile(
    rf"(?:\A|[\s,])(?:[Tt]he (?:official )?)?{_NAMED}(?: (?:has|have|had|also|later|then|"
    rf"previously|recently|"
    r"itself|officially))*[\s,]*\Z"
)
_NOBODY = (
    "The A An In On At But And When If It He She They This That We You I As While Fans Viewers "
    "Critics Audiences Reviewers Users People One Some Others Many Another Season Episode Also"
)
_NO_COMPANY = frozenset(_NOBODY.split())
_AT_START = 30
"""Characters of a sentence within which its subject begins."""


class Speech(NamedTuple):
    """Quoted words that somebody says: `how` is where the speaker was found."""

    quoted: Quoted
    speaker: str | None
    venue: str | None
    how: str


class Clause(NamedTuple):
    """The words beside a quotation that may name the speaker; other quoted words are blanks."""

    text: str
    start: int


def clause_of(document: Document, start: int, end: int) -> Clause:
    """Return the words of a place, blanks in the place of what others say there."""
    text = document.text[start:end]
    first = max(0, bisect_left(document.quoted, start, key=_START) - 2)
    for one in document.quoted[first : bisect_left(document.quoted, end, lo=first, key=_START)]:
        if one.inner_end - one.inner_start > 12 and one.end > start:
            low, high = max(one.inner_start, start) - start, min(one.inner_end, end) - start
            text = text[:low] + " " * (high - low) + text[high:]
    return Clause(text, start)


def people_between(document: Document, start: int, end: int) -> list[PersonMention]:
    """Return where people are named between two places, in order."""
    people = document.people
    first = bisect_left(people, start, key=_START)
    return list(people[first : bisect_left(people, end, lo=first, key=_START)])


def speaker_of(
    document: Document, clause: Clause, last: Speech | None, quoted: Quoted, *, first: bool
) -> str | None:
    """Return who is named as the one who speaks, by the full name, None if nobody is."""
    people = [
        one
        for one in people_between(document, clause.start, clause.start + len(clause.text))
        if not re.match(r"['’]s?\b", document.text[one.end : one.end + 3])
    ]
    if people:
        return people[0].name if first else _subject(clause, people)
    if somebody := _somebody(clause.text, first=first):
        return somebody
    if _DESCRIBED.search(clause.text) or _PRONOUN.search(clause.text):
        return _meant(document, clause, last, quoted)
    if unnamed := _UNNAMED.search(clause.text):
        return f"unnamed {unnamed['who']}"
    if _SOMEBODY.search(clause.text):
        return "unnamed fan"
    if _OF_THE_WORK.search(clause.text):
        return next(iter(document.main_works), None)
    if _COMPANY.search(clause.text):
        return _company_before(document, clause.start)
    return _company(document, clause.text, first=first)


def _somebody(text: str, *, first: bool) -> str | None:
    """Return somebody unknown right beside the verb: “one exhibitor”, “@saltyfan”, “a BBC source”,
    whatever pronouns stand farther off."""
    found = described(text, first=first)
    if found is None or not _INDEFINITE.match(found):
        return None
    return None if _UNNAMED.search(found) or _SOMEBODY.search(found) else found


def _subject(clause: Clause, people: list[PersonMention]) -> str:
    """Return the person who is the subject of a verb: the first one after the last comma, where
    there is one, else the first in the clause."""
    cut = max(clause.text.rfind(mark) for mark in (", ", "; ", " while ", " when "))
    later = [one for one in people if one.start >= clause.start + cut] if cut > 0 else []
    return (later or people)[0].name


def _meant(document: Document, clause: Clause, last: Speech | None, quoted: Quoted) -> str | None:
    """Return whom a pronoun or a description stands for: the person named last as the first of a
    sentence, or the last speaker."""
    sentence = document.sentence_at(min(clause.start, quoted.start))
    here = (
        people_between(document, sentence.start, min(clause.start, quoted.start))
        if sentence
        else []
    )
    if here:
        return here[0].name
    place = sentence.place if sentence else 0
    for earlier in reversed(document.sentences[max(0, place - 3) : place]):
        if last is not None and earlier.start <= last.quoted.start < earlier.end:
            return last.speaker
        named = people_between(document, earlier.start, earlier.end)
        if named and _is_subject(document.text[earlier.start : named[0].start]):
            return named[0].name
    return last.speaker if last else None


def _is_subject(before: str) -> bool:
    """Return whether a name after these words of a sentence is its subject: near the start, or
    after a leading phrase with its comma."""
    return len(before) <= _AT_START or (len(before) <= _AT_START * 3 and before.endswith(", "))


def _company(document: Document, text: str, *, first: bool) -> str | None:
    """Return the organisation that speaks: “Netflix said in a statement”."""
    match = (_COMPANY_FIRST if first else _COMPANY_LAST).search(text)
    if match is None:
        return None
    name = re.sub(r"['’]s\Z", "", match[1])
    if name.split(" ")[0] in _NO_COMPANY:
        return None
    for one in document.people:
        if one.name.endswith(f" {name}"):
            return one.name
    return name


_DETERMINED = (
    r"(?:@\w+|(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ne|[Aa]nother|[Aa] (?:second|third|fourth|fifth)|[Ii]ts|"
    r"[Oo]ur|[Tt]heir|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ther) [\w@’'&-]+(?: [\w@’'&.-]+){0,5}?|"
    r"[Aa]nother|[Ss]omeone(?: else)?|[Oo]thers|[Ff]ans|[Vv]iewers|[Cc]ritics|[Ii]nsiders|"
    r"[Ss]ources|[Rr]eviewers|[Bb]osses|"
    r"(?!I\b|We\b|You\b|And\b|But\b|If\b|It\b|Its\b|That\b|This\b|There\b|When\b|While\b)"
    r"[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|and))*"
    r"(?:(?<=['’]s) (?:own )?(?:review|reviewer|critic|verdict|write-up|team|boss|account)\w*)?)"
)
_ADVERBS = (
    r"(?:\s+(?:has|have|had|also|then|later|once|simply|even|who|previously|recently|\w+ly|would|"
    r"only|still|just|always|first|all|both|gave it (?:an? )?[^,.]{1,40}|was|were|"
    r"[^,]{0,30}? by))*[\s,]*"
)
_SPEAKS_AFTER = re.compile(
    rf"\A[\s,]*(?P<who>{_DETERMINED})(?=\s+(?:on|in|at|to|of the (?:show|series|film)|after|when|"
    rf"while|as|before|during|about|who|with|via|following|by|last|this|from|under|in response|"
    rf"has|have|had|also|then|later|\w+ly)\b|[,.;:!?(]|\s*\Z)"
)
_SPEAKS_BEFORE = re.compile(rf"(?:\A|[\s,;(])(?P<who>{_DETERMINED}){_ADVERBS}\Z")
_SUBJECT_FIRST = re.compile(
    rf"\A(?:[^,]{{0,40}}, )?(?P<who>{_DETERMINED})(?= (?:was|were|is|has|had|gave|dished|went|"
    rf"\w+ed|\w+s)\b)"
)
_NOT_SAYING = re.compile(
    r"\b(?:trailer|poster|song|lyrics?|film|movie|episode|season|scene|soundtrack|teaser|drama|"
    r"thriller|sitcom|comedy|series|programme|finale|character|record|score|title)\Z"
)


def described(text: str, *, first: bool) -> str | None:
    """Return the speaker whom a clause has in its own words: “one exhibitor”, “@saltyfan”."""
    patterns = (_SPEAKS_AFTER,) if first else (_SPEAKS_BEFORE, _SUBJECT_FIRST)
    for pattern in patterns:
        if (found := pattern.search(text)) and not _NOT_SAYING.search(found["who"]):
            return found["who"]
    return None


def _company_before(document: Document, place: int) -> str | None:
    before = document.text[max(document.story.start, place - 400) : place]
    named = re.findall(
        r"\b([A-Z][\w+&]*(?: [A-Z][\w+&]*)*)(?= (?:has|said|announced|is|will|also))", before
    )
    return next((one for one in reversed(named) if one not in _NO_COMPANY), None)
