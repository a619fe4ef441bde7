"""Speech: which words in quotation marks somebody says, who says them, and where.

What is quoted is speech where a verb of saying stands beside it, or where it goes on from speech
in the same paragraph or the one before. Who says it is named in the same clause (before the marks
or after them), or stands for somebody named before: a pronoun, “the actor”, “the streamer”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.interviews import answers_in
from clapometer.readers.claims.name_words import CALENDAR
from clapometer.readers.claims.parts import Quoted
from clapometer.readers.claims.phrases import speech as table
from clapometer.readers.claims.speakers import (
    Clause,
    Speech,
    clause_of,
    described,
    people_between,
    speaker_of,
)
from clapometer.readers.claims.speech_signs import (
    SENTENCE_END,
    beside_another,
    by_itself,
    is_whole,
    of_no_person,
)

_VERB = re.compile(rf"\b(?:{table.VERBS})\b")
_SUBJECT_AFTER = re.compile(rf"[\s,]*(?:(?:{table.VERBS})\s+)")
_SOON = re.compile(rf"[^.!?\n\"“]{{0,40}}, (?:he|she|they|[A-Z][\w’'-]+) (?:{table.VERBS})\b")
"""After a fragment: a few words, and who says it."""
_TRAILING = re.compile(r"(?: (?:of|the|and|for))+\Z|['’]s\Z")
_SMALL = frozenset(
    ["a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "with", "from", "by", "&"]
)
_VENUES = tuple((name, re.compile(pattern)) for name, pattern in table.VENUES)
_AFTER = 170
"""Characters after the marks in which the speaker is named."""
_BEFORE = 220
_SHORTEST = 2
"""Words of the shortest quotation; one that begins in mid-sentence has one more."""
_SHORTEST_FRAGMENT = 3
"""Words of the shortest quotation that ends without a mark of its own."""
_LAST_MARKS = ",.!?…—–-"


def speech_in(document: Document) -> Iterator[Speech]:
    """Yield what is said in a story, with its speaker and venue, in order."""
    last: Speech | None = None
    titles = {(one.start, one.end) for one in document.works}
    answers = answers_in(document)
    outer_end = -1
    for quoted in document.quoted:
        if quoted.start < outer_end or not _may_be_speech(document, quoted, titles):
            continue
        if any(one.quoted.start <= quoted.start < one.quoted.end for one in answers):
            continue
        found = _attributed(document, quoted, last)
        if found is None:
            continue
        outer_end = quoted.end
        last = found
        if _is_long_enough(document, found):
            yield found
    yield from answers


def _attributed(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech that quoted words are, None if they are none."""
    if of_no_person(document, quoted):
        return None
    return (
        _after(document, quoted, last)
        or beside_another(document, quoted, last)
        or _before(document, quoted, last)
        or _sentence_before(document, quoted, last)
        or _going_on(document, quoted, last)
        or _paragraph_before(document, quoted, last)
        or by_itself(document, quoted)
    )


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
    if words[-1][-1] in "!?." or any(word[0] in "#@" or "!!" in word for word in words):
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
    if signed := _SIGNED.match(told):
        return Speech(quoted, signed["who"].strip(), None, "a name alone")
    near = told.startswith((",", " said", " says")) or _SOON.match(told)
    if inner_last not in ",?!…—–-" and not near:
        return None
    end = SENTENCE_END.search(told)
    quote = re.search(r"[“\"]", told)
    stop = min([len(told), *(one.start() for one in (end, quote) if one)])
    clause = clause_of(document, quoted.end, quoted.end + stop)
    verb = _VERB.search(clause.text)
    if _REPLY.match(clause.text):
        return Speech(quoted, last.speaker if last else None, None, "not named")
    if verb is None:
        return _plain_name(document, quoted, clause)
    inverted = _SUBJECT_AFTER.match(clause.text)
    named = clause.text[verb.end() :] if inverted else clause.text[: verb.start()]
    start = clause.start + (verb.end() if inverted else 0)
    speaker = speaker_of(document, Clause(named, start), last, quoted, first=True)
    speaker = speaker or described(named, first=True)
    if speaker is None:
        return None
    return Speech(quoted, speaker, _venue(clause.text), "after the words")


def _plain_name(document: Document, quoted: Quoted, clause: Clause) -> Speech | None:
    """Return the speech that is followed by a name alone: “…” — Ada Quill."""
    match = _ALONE.match(clause.text)
    if match is None:
        return None
    at = clause.start + match.end()
    for one in people_between(document, at, at + 2):
        return Speech(quoted, one.name, None, "a name alone")
    if match["to"] and (who := described(clause.text[match.end() :], first=True)):
        return Speech(quoted, who, None, "a name alone")
    return None


_ALONE = re.compile(r"[\s,]*(?:(?P<to>[-–—]|according to|per|in the words of)|\()\s*")
_SIGNED = re.compile(r"\s?[-–—]\s?(?P<who>[A-Z@][^\n.,:;]{1,40})(?:\n|\Z)")
"""A name under words: “…” – The Gazette."""
_REPLY = re.compile(
    r"[\s,]*(?:came|comes|was|is|ran|read) (?:the|his|her|their|its) (?:[\w-]+ ){0,2}?"
    r"(?:reply|response|answer|verdict|message|joke|retort|post|caption|comment|refrain)\b"
)
_ACCORDING = re.compile(
    r"(?:\A|[\s,(])(?:[Aa]ccording to|[Ii]n the words of|[Pp]er|[Ff]or)\s+"
    r"(?P<who>[^,:“\"‘]{2,70}),?:? ?\Z"
)
"""Who is named in front of words without a verb: according to Quill, “…”."""
_LEADS = re.compile(r"(?P<told>[^:]{3,}): ?\Z")
"""A clause that leads to words by a colon alone: Quill is not ruling it out: “…”."""


def _before(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech whose speaker stands before the marks: Quill said: “…”."""
    start = max(document.story.start, quoted.start - _BEFORE)
    told = clause_of(document, start, quoted.start)
    ends = [one.end() for one in SENTENCE_END.finditer(told.text)]
    cut = ends[-1] if ends else 0
    clause = Clause(told.text[cut:], start + cut)
    after = document.text[quoted.end : quoted.end + 80]
    tail = re.match(r"[^.!?\n“\"]*", after)
    for verb in reversed(list(_VERB.finditer(clause.text))):
        named = Clause(clause.text[: verb.start()], clause.start)
        speaker = speaker_of(document, named, last, quoted, first=False)
        speaker = speaker or described(named.text, first=False)
        if speaker is not None:
            venue = _venue(clause.text) or _venue(tail[0] if tail else "")
            return Speech(quoted, speaker, venue, "before the words")
    return _led_to(document, quoted, last, clause)


def _led_to(
    document: Document, quoted: Quoted, last: Speech | None, clause: Clause
) -> Speech | None:
    """Return the speech that is led to without a verb of saying: by a colon, by “according to”."""
    if match := _ACCORDING.search(clause.text):
        at = clause.start + match.start("who")
        named = people_between(document, at, at + len(match["who"]))
        speaker = named[0].name if named else described(match["who"], first=True)
        return Speech(quoted, speaker, None, "named before") if speaker else None
    match = _LEADS.match(clause.text)
    if match is None or not is_whole(document, quoted):
        return None
    led = Clause(match["told"], clause.start)
    speaker = speaker_of(document, led, last, quoted, first=False)
    return Speech(quoted, speaker, _venue(clause.text), "before a colon") if speaker else None


def _sentence_before(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the speech that follows a sentence that ends in who says it: “…, Quill said. “…”."""
    start = max(document.story.start, quoted.start - _BEFORE)
    told = clause_of(document, start, quoted.start)
    match = _SAID_BEFORE.search(told.text)
    if match is None:
        return None
    cut = max(told.text.rfind(mark, 0, match.start()) for mark in (". ", "\n", ", ")) + 1
    named = Clause(told.text[cut : match.start("verb")], start + cut)
    speaker = speaker_of(document, named, last, quoted, first=True)
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
    clause = clause_of(document, earlier.start, earlier.end)
    verb = _VERB.search(clause.text)
    if verb is None or '"' in earlier.text or "“" in earlier.text:
        return None
    named = Clause(clause.text[: verb.start()], clause.start)
    speaker = speaker_of(document, named, last, quoted, first=False)
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
    begins = not between.strip() or SENTENCE_END.search(between[-3:] + " ") is not None
    if not (opens or begins) or not document.text[quoted.inner_start].isupper():
        return None
    paragraphs = between.count("\n\n") or between.count("\n")
    if paragraphs > 1 or len(between) > (_AFTER * 2 if paragraphs == 0 else 120):
        return None
    if paragraphs and between.strip() and not between.strip().endswith((".", ":")):
        return None
    return Speech(quoted, last.speaker, last.venue, "going on")


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
