"""Finder of the critics' consensus: the sentence that an aggregator prints, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import owner_of
from clapometer.readers.claims.parts import Quoted, Sentence

from .aggregators import aggregators_in
from .seasons_near import season_in, season_near

ROWS: dict[str, tuple[str, str]] = {
    "consensus: reads": (
        (
            r"\bconsensus\b(?P<gap>[^“\"‘.!?]{0,110}?)\b(?:reads?|says?|states?|is|was|goes"
            r"|notes?|calls?|sums? (?:it|up)|describes?|declares?|put it|puts it|praises?"
            r"|summari[sz]es?|said|read|explains?|adds?|as follows|being|reading|stating)\b"
            r"[^“\"‘.!?]{0,60}?[,:]? ?\Z"
        ),
        "The critics' consensus reads: “Slow, salty and sure of itself.” That is Salt Road.",
    ),
    "consensus: colon": (
        r"\bconsensus\b[^“\"‘.!?:]{0,60}[:–—,] ?\Z",
        "The critics' consensus on Salt Road: “Slow, salty and sure of itself.”",
    ),
    "consensus: named with": (
        r"\bconsensus\b[^“\"‘.!?]{0,90}\Z",
        "The consensus on Rotten Tomatoes, that Salt Road “stays slow, salty and sure of itself.”",
    ),
}
"""What stands in front of a consensus in quotation marks, with an example."""
_BEFORE = tuple((rule, re.compile(row, re.IGNORECASE)) for rule, (row, _) in ROWS.items())
_BEHIND = re.compile(
    r"[,.]? ?(?:reads?|says?|states?|according to|is how|is|was|runs|goes|concludes?|declares?)"
    r" (?:[\w’'-]+ ){0,7}?consensus\b|[,.]? (?:[\w’'-]+ ){0,6}?consensus (?:reads|says|states"
    r"|adds|notes)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?i:critics?['’]?s?|critical|site['’]s|website['’]s|tomatoes(?:['’]s?)?)(?i:[^.:]{0,40}?"
    r" consensus(?:[^.:“\"]{0,60}?\b(?:reads?|says?|states?|is))?) ?(?::|(?<=reads)|(?<=says)) ?"
    r"(?P<told>[A-Z][^“\"]{20,400}?[.!])(?:\s|\Z)"
)
_OF_CRITICS = re.compile(
    r"critic|review|tomato|aggregat|metascore|\b(?:the )?(?:site|website)\b", re.IGNORECASE
)
_FEWEST = 3
_PAST = re.compile(r"\bconsensus [^.]{0,40}\b(?:was|said|read that|called|praised|stated)\b")
_REACH = 220


def find(document: Document) -> Iterator[Claim]:
    """Yield the consensus that a story quotes."""
    if "onsensus" not in document.text:
        return
    found = False
    for quoted in document.quoted:
        if len(document.text[quoted.inner_start : quoted.inner_end].split()) < _FEWEST:
            continue
        rule = _rule(document, quoted)
        claim = rule and _claim(document, rule, quoted.start, quoted.end, _inner(document, quoted))
        if claim:
            found = True
            yield claim
    if not found:
        yield from _unquoted(document)


def _rule(document: Document, quoted: Quoted) -> str | None:
    """Return the rule by which quoted words are a consensus."""
    text = document.text
    before = text[max(document.story.start, quoted.start - _REACH) : quoted.start]
    before = before.rstrip(" \n")
    if not _OF_CRITICS.search(before) and not _OF_CRITICS.search(text, quoted.end, quoted.end + 90):
        return None
    for rule, words in _BEFORE:
        if words.search(f"{before} "):
            return rule
    return "consensus: quoted first" if _BEHIND.match(text, quoted.end, quoted.end + 90) else None


def _inner(document: Document, quoted: Quoted) -> str:
    return document.text[quoted.inner_start : quoted.inner_end].strip().rstrip(",")


def _claim(document: Document, rule: str, start: int, end: int, told: str) -> Claim | None:
    sentence = _named_in(document, start)
    if sentence is None:
        return None
    work = owner_of(document, start, end)
    if work is None:
        return None
    named = aggregators_in(sentence.text)
    begin = min(sentence.start, start)
    return Claim(
        kind="consensus",
        work=work,
        season=season_in(told)
        or season_near(
            document, sentence, max(0, start - sentence.start), end - sentence.start, work
        ),
        value=" ".join(told.split()),
        modality="reported" if _PAST.search(sentence.text) else "current",
        span=(begin, max(end, sentence.end if sentence.start <= start < sentence.end else end)),
        rule=rule,
        fields={"aggregator": named[0].aggregator.name if named else "Rotten Tomatoes"},
    )


def _named_in(document: Document, start: int) -> Sentence | None:
    """Return the sentence that names the consensus: the one of the place, or the one before."""
    here = document.sentence_at(start)
    if here is None:
        return None
    if "onsensus" in here.text or here.place == 0:
        return here
    before = document.sentences[here.place - 1]
    return before if "onsensus" in before.text else here


def _unquoted(document: Document) -> Iterator[Claim]:
    """Yield a consensus that is printed without marks: “Critics Consensus: Slow and salty.”"""
    for one in _BARE.finditer(document.text, document.story.start):
        claim = _claim(document, "consensus: without marks", *one.span("told"), one["told"])
        if claim is not None:
            yield claim
