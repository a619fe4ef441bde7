"""Speech: which words in quotation marks somebody says, who says them, and where.

What is quoted is speech where a verb of saying stands beside it, or where it goes on from speech
in the same paragraph or the one before. Who says it is named in the same clause (before the marks
or after them), or stands for somebody named before: a pronoun, “the actor”, “the streamer”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.name_words import CALENDAR
from clapometer.readers.claims.parts import PersonMention, Quoted
from clapometer.readers.claims.phrases import speech as table

_START = attrgetter("start")
_VERB = re.compile(rf"\b(?:{table.VERBS})\b")
_SUBJECT_AFTER = re.compile(rf"[\s,]*(?:(?:{table.VERBS})\s+)")
_PRONOUN = re.compile(rf"\b(?:{'|'.join(table.PRONOUNS)})\b", re.IGNORECASE)
_DESCRIBED = re.compile(rf"\b(?:the|The|his|her) (?:[\w’'-]+ ){{0,3}}?(?:{table.DESCRIPTIONS})\b")
_OF_THE_WORK = re.compile(
    r"\b[Tt]he (?:official )?(?:show|series|film|movie)(?:['’]s)?(?: (?:official|own))?"
    r"(?: (?:account|page|team|profile))?\s*,?\s*\Z"
)
_COMPANY = re.compile(rf"\b(?:the|The) (?:[\w’'-]+ ){{0,3}}?(?:{table.ORGANISATIONS})\b")
_SOON = re.compile(rf"[^.!?\n\"“]{{0,40}}, (?:he|she|they|[A-Z][\w’'-]+) (?:{table.VERBS})\b")
"""After a fragment: a few words, and who says it."""
_UNNAMED = re.compile(
    rf"\b(?:an?|one|another) (?:[\w’'-]+ ){{0,2}}?(?P<who>{table.UNNAMED})\b", re.IGNORECASE
)
_SOMEBODY = re.compile(r"(?:\A|[\s,])(?:[Oo]ne|[Aa]nother|[Aa] third|[Ss]omeone(?: else)?)\s*\Z")
_NAMED = r"([A-Z][\w+&’'.-]*(?: [A-Z][\w+&.-]*){0,3}?)(?:['’]s)?(?: (?:account|team|page))?"
_COMPANY_FIRST = re.compile(rf"\A[\s,]*(?:and )?(?:the (?:official )?)?{_NAMED}(?=[\s,.]|\Z)")
_COMPANY_LAST = re.compile(
    rf"(?:\A|[\s,])(?:[Tt]he (?:official )?)?{_NAMED}(?: (?:has|have|had|also|later|then|"
    rf"previously|recently|"
    r"itself|officially))*[\s,]*\Z"
)
_TRAILING = re.compile(r"(?: (?:of|the|and|for))+\Z|['’]s\Z")
SMALL_WORDS = "a an the of and in on at to for with from by &"
_NOBODY = (
    "The A An In On At But And When If It He She They This That We You I As While Fans Viewers "
    "Critics Audiences Reviewers Users People One Some Others Many Another Season Episode Also"
)
_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "with", "from", "by", "&"]
)
_NO_COMPANY = frozenset(_NOBODY.split())
_VENUES = tuple((name, re.compile(pattern)) for name, pattern in table.VENUES)
_AFTER = 170
"""Characters after the marks in which the speaker is named."""
_BEFORE = 220
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Jr)(?<!St)[.!?][\"”'’)]*(?:\s|\Z)|\n"
)
_AT_START = 30
"""Characters of a sentence within which its subject begins."""
_SHORTEST = 2
"""Words of the shortest quotation; one that begins in mid-sentence has one more."""
_SHORTEST_FRAGMENT = 5
"""Words of the shortest quotation that ends without a mark of its own."""
_LAST_MARKS = ",.!?…—–-"


class Speech(NamedTuple):
    """Quoted words that somebody says: `how` is where the speaker was found."""

    quoted: Quoted
    speaker: str
    venue: str | None
    how: str


class _Clause(NamedTuple):
    """The words beside a quotation that may name the speaker; other quoted words are blanks."""

    text: str
    start: int


def _clause(document: Document, start: int, end: int) -> _Clause:
    """Return the words of a place, blanks in the place of what others say there."""
    text = document.text[start:end]
    first = max(0, bisect_left(document.quoted, start, key=_START) - 2)
    for one in document.quoted[first : bisect_left(document.quoted, end, lo=first, key=_START)]:
        if one.inner_end - one.inner_start > 12 and one.end > start:
            low, high = max(one.inner_start, start) - start, min(one.inner_end, end) - start
            text = text[:low] + " " * (high - low) + text[high:]
    return _Clause(text, start)


def speech_in(document: Document) -> Iterator[Speech]:
    """Yield what is said in a story, with its speaker and venue, in order."""
    last: Speech | None = None
    titles = {(one.start, one.end) for one in document.works}
    outer_end = -1
    for quoted in document.quoted:
        if quoted.start < outer_end or not _may_be_speech(document, quoted, titles):
            continue
        found = _after(document, quoted, last) or _before(document, quoted, last)
        found = found or _sentence_before(document, quoted, last)
        found = found or _going_on(document, quoted, last)
        found = found or _paragraph_before(document, quoted, last)
        if found is None:
            continue
        outer_end = quoted.end
        last = found
        if _is_long_enough(document, found):
            yield found


def _may_be_speech(document: Document, quoted: Quoted, titles: set[tuple[int, int]]) -> bool:
    inner = document.text[quoted.inner_start : quoted.inner_end].strip()
    place = quoted.inner_start, quoted.inner_end - (1 if inner[-1:] in ",." else 0)
    words = inner.split()
    if place in titles or len(words) < _SHORTEST or _looks_like_title(words):
        return False
    sentence = document.sentence_at(quoted.start)
    if sentence is None:
        return True
    role = document.blocks[sentence.block].role
    return role not in {"headline", "subhead", "related", "promotion", "byline", "signoff"}


def _looks_like_title(words: list[str]) -> bool:
    """Return whether all words but the small ones have capitals: “Fire of the North,”."""
    if words[-1][-1] in "!?.":
        return False
    return all(word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in words)


def _is_long_enough(document: Document, speech: Speech) -> bool:
    inner = document.text[speech.quoted.inner_start : speech.quoted.inner_end]
    if inner.rstrip()[-1:] not in _LAST_MARKS:
        return len(inner.split()) >= _SHORTEST_FRAGMENT
    return len(inner.split()) >= (_SHORTEST + 1 if inner[:1].islower() else _SHORTEST)


def _after(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech whose speaker stands after the marks: “…,” Quill said in a statement."""
    text = document.text
    inner_last = text[quoted.inner_start : quoted.inner_end].rstrip(" '’”\"")[-1:]
    told = text[quoted.end : quoted.end + _AFTER]
    near = told.startswith((",", " said", " says")) or _SOON.match(told)
    if inner_last not in ",?!…—–-" and not near:
        return None
    end = _SENTENCE_END.search(told)
    quote = re.search(r"[“\"]", told)
    stop = min([len(told), *(one.start() for one in (end, quote) if one)])
    clause = _clause(document, quoted.end, quoted.end + stop)
    verb = _VERB.search(clause.text)
    if verb is None:
        return _plain_name(document, quoted, clause)
    inverted = _SUBJECT_AFTER.match(clause.text)
    named = clause.text[verb.end() :] if inverted else clause.text[: verb.start()]
    start = clause.start + (verb.end() if inverted else 0)
    speaker = _speaker(document, _Clause(named, start), last, quoted, first=True)
    if speaker is None:
        return None
    return Speech(quoted, speaker, _venue(clause.text), "after the words")


def _plain_name(document: Document, quoted: Quoted, clause: _Clause) -> Speech | None:
    """Return the speech that is followed by a name alone: “…” — Ada Quill."""
    match = re.match(r"[\s,]*(?:[-–—]|\(|according to|per)\s*", clause.text)
    if match is None:
        return None
    at = clause.start + match.end()
    for one in _people(document, at, at + 2):
        return Speech(quoted, one.name, None, "a name alone")
    return None


def _before(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech whose speaker stands before the marks: Quill said: “…”."""
    start = max(document.story.start, quoted.start - _BEFORE)
    told = _clause(document, start, quoted.start)
    ends = [one.end() for one in _SENTENCE_END.finditer(told.text)]
    cut = ends[-1] if ends else 0
    clause = _Clause(told.text[cut:], start + cut)
    after = document.text[quoted.end : quoted.end + 80]
    tail = re.match(r"[^.!?\n“\"]*", after)
    for verb in reversed(list(_VERB.finditer(clause.text))):
        named = _Clause(clause.text[: verb.start()], clause.start)
        speaker = _speaker(document, named, last, quoted, first=False)
        if speaker is not None:
            venue = _venue(clause.text) or _venue(tail[0] if tail else "")
            return Speech(quoted, speaker, venue, "before the words")
    return None


def _sentence_before(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech that follows a sentence that ends in who says it: “…, Quill said. “…”."""
    start = max(document.story.start, quoted.start - _BEFORE)
    told = _clause(document, start, quoted.start)
    match = _SAID_BEFORE.search(told.text)
    if match is None:
        return None
    cut = max(told.text.rfind(mark, 0, match.start()) for mark in (". ", "\n", ", ")) + 1
    named = _Clause(told.text[cut : match.start("verb")], start + cut)
    speaker = _speaker(document, named, last, quoted, first=True)
    if speaker is None:
        return None
    return Speech(quoted, speaker, _venue(told.text[cut:]), "in the sentence before")


_SAID_BEFORE = re.compile(rf",[^.,\n]{{2,60}}? (?P<verb>{table.VERBS})(?: [^.,\n]{{1,50}})?\. \Z")


def _paragraph_before(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech that is a paragraph of its own, led to by the one before it."""
    sentence = document.sentence_at(quoted.start)
    if sentence is None or sentence.start != quoted.start or sentence.place == 0:
        return None
    block = document.blocks[sentence.block]
    if quoted.start != block.start or quoted.end < block.end - 2:
        return None
    earlier = document.sentences[sentence.place - 1]
    clause = _clause(document, earlier.start, earlier.end)
    verb = _VERB.search(clause.text)
    if verb is None or '"' in earlier.text or "“" in earlier.text:
        return None
    named = _Clause(clause.text[: verb.start()], clause.start)
    speaker = _speaker(document, named, last, quoted, first=False)
    if speaker is None:
        return None
    return Speech(quoted, speaker, _venue(clause.text), "in the paragraph before")


def _going_on(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech that goes on from what the same person said just before."""
    inner = document.text[quoted.inner_start : quoted.inner_end].rstrip()
    if last is None or inner[-1:] not in _LAST_MARKS:
        return None
    between = document.text[last.quoted.end : quoted.start]
    opens = document.text[max(0, quoted.start - 2) : quoted.start].strip(" ") in {
        "",
        "\n",
        ".",
        ",",
    }
    begins = not between.strip() or _SENTENCE_END.search(between[-3:] + " ") is not None
    if not (opens or begins) or not document.text[quoted.inner_start].isupper():
        return None
    paragraphs = between.count("\n\n") or between.count("\n")
    if paragraphs > 1 or len(between) > (_AFTER * 2 if paragraphs == 0 else 120):
        return None
    if paragraphs and between.strip() and not between.strip().endswith((".", ":")):
        return None
    return Speech(quoted, last.speaker, last.venue, "going on")


def _people(document: Document, start: int, end: int) -> list[PersonMention]:
    people = document.people
    first = bisect_left(people, start, key=_START)
    return list(people[first : bisect_left(people, end, lo=first, key=_START)])


def _speaker(
    document: Document, clause: _Clause, last: Speech | None, quoted: Quoted, *, first: bool
) -> str | None:
    """Return who is named as the one who speaks, by the full name, None if nobody is."""
    people = [
        one
        for one in _people(document, clause.start, clause.start + len(clause.text))
        if not re.match(r"['’]s?\b", document.text[one.end : one.end + 3])
    ]
    if people:
        return people[0].name if first else _subject(clause, people)
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


def _subject(clause: _Clause, people: list[PersonMention]) -> str:
    """Return the person who is the subject of a verb: the first one after the last comma, where
    there is one, else the first in the clause."""
    cut = max(clause.text.rfind(mark) for mark in (", ", "; ", " while ", " when "))
    later = [one for one in people if one.start >= clause.start + cut] if cut > 0 else []
    return (later or people)[0].name


def _meant(document: Document, clause: _Clause, last: Speech | None, quoted: Quoted) -> str | None:
    """Return whom a pronoun or a description stands for: the person named last as the first of a
    sentence, or the last speaker."""
    sentence = document.sentence_at(min(clause.start, quoted.start))
    here = _people(document, sentence.start, min(clause.start, quoted.start)) if sentence else []
    if here:
        return here[0].name
    place = sentence.place if sentence else 0
    for earlier in reversed(document.sentences[max(0, place - 3) : place]):
        if last is not None and earlier.start <= last.quoted.start < earlier.end:
            return last.speaker
        named = _people(document, earlier.start, earlier.end)
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


def _company_before(document: Document, place: int) -> str | None:
    before = document.text[max(document.story.start, place - 400) : place]
    named = re.findall(
        r"\b([A-Z][\w+&]*(?: [A-Z][\w+&]*)*)(?= (?:has|said|announced|is|will|also))", before
    )
    return next((one for one in reversed(named) if one not in _NO_COMPANY), None)


def _venue(text: str) -> str | None:
    """Return where words were said, as the clause around them tells."""
    for name, pattern in _VENUES:
        match = pattern.search(text)
        if match is None:
            continue
        if name == "tweeted":
            return table.TWEETED
        groups = match.groupdict()
        place, thing = groups.get("place"), groups.get("thing")
        if thing and place:
            return f"{thing} ({place})"
        if place and place.partition(" ")[0].casefold() in CALENDAR:
            continue
        return _TRAILING.sub("", (place or thing or "").strip(' .,"“”')) or None
    return None
